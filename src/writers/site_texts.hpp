#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

// The texts of a long document that its readers search: the site writer puts them in a file, the
// web door looks in them itself.
namespace writers {

struct SearchedPage {
  std::string address, title;
  document::Blocks blocks;
};

// What a search finds: a heading, and the text from it to the next one.
struct SearchedSection {
  std::size_t page = 0;  // index of the page
  std::string id, title, text;
};
[[nodiscard]] std::vector<SearchedSection> searched_sections(
    const std::vector<SearchedPage>& pages);

// A script that gives `egideTextes` its value:
//   pages: [[address, title], …]
//   sections: [[index of the page, id, title, text], …], one from each heading of a page on
[[nodiscard]] std::string site_texts(const std::vector<SearchedPage>& pages);

}  // namespace writers
