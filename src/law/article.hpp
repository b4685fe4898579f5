#pragma once

#include <string>
#include <vector>

#include "law/provenance.hpp"

namespace law {

struct ArticleVersion {
  Provenance provenance;
  bool repealed = false;
  std::string legiarti;                 // number of this version on Légifrance, or empty
  std::string summary;                  // what it says, in our words; empty if repealed
  std::string change;                   // what changed when this version began, or empty
  std::vector<std::string> changed_by;  // citation ids of the acts that made it
};

// content/droit/textes/<text>/<number>.yaml
struct Article {
  std::string id;       // "cgct/L2123-35"
  std::string text;     // "cgct"
  std::string number;   // "L2123-35", as Légifrance writes it without dot or space
  std::string subject;  // « Protection de l’élu victime »
  std::vector<ArticleVersion> versions;  // in order of date
  base::Position position;
};

[[nodiscard]] Article read_article(const yaml::Node& root, const std::string& id,
                                   base::Diagnostics& diagnostics);

}  // namespace law
