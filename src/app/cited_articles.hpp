#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/engine.hpp"
#include "templating/value.hpp"

namespace app {

struct CitingChapter {
  std::string id;     // of its heading, for a link
  std::string title;  // of its heading
};

// The index of the guide, filled chapter by chapter.
class ArticleIndex {
 public:
  void add(const CitingChapter& chapter, const std::vector<std::string>& citations);

  // [{titre, articles: [{citation, texte, numéro, objet, chapitres: [{id, titre}]}]}], texts by
  // title, articles as numbers are read: L. 2121-9 before L. 2121-10. An act cited as a whole comes
  // first, without « objet ». Unknown articles are left out: their links are reported elsewhere.
  [[nodiscard]] templating::Value values(const Engine& engine) const;

 private:
  std::map<std::string, std::vector<CitingChapter>> chapters_;  // by citation id
};

}  // namespace app
