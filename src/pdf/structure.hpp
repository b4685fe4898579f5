#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "pdf/object_writer.hpp"
#include "typeset/pages.hpp"

namespace pdf {

// "H1", "P", "TD"…: the standard structure type of ISO 32000-1, 14.8.4.
[[nodiscard]] std::string_view structure_type(typeset::Role role);

// Checks that the structure is a tree of which every element, content and link is reached exactly
// once. Each fault is an internal one, told in `diagnostics`. False if there is any.
[[nodiscard]] bool check_structure(const typeset::Pages& pages, base::Diagnostics& diagnostics);

// What the structure tree points to.
struct PageObjects {
  Reference page;
  std::vector<int> marked_content;            // by content: its number on the page, -1: artifact
  std::vector<std::vector<Reference>> links;  // by link: its annotations
  std::vector<std::vector<int>> link_keys;    // by link: the keys of its annotations
};

// Writes the elements, the parent tree and the identifiers. The key of page n in the parent tree is
// n; those of the annotations follow. Returns the root of the structure tree.
[[nodiscard]] Reference write_structure(ObjectWriter& writer, const typeset::Pages& pages,
                                        const std::vector<PageObjects>& objects);

}  // namespace pdf
