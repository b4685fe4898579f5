#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

// Internal to the site writer: the texts that its pages search.
namespace writers {

struct SearchedPage {
  std::string address, title;
  document::Blocks blocks;
};

// A script that gives `egideTextes` its value:
//   pages: [[address, title], …]
//   sections: [[index of the page, id, title, text], …], one from each heading of a page on
[[nodiscard]] std::string site_texts(const std::vector<SearchedPage>& pages);

}  // namespace writers
