#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "document/document.hpp"

// Internal to the HTML writers: what headings a document has, and the list of links to them.
namespace writers {

struct HeadingLevels {
  int highest = 0;  // 0: no heading
  int of_level_1 = 0;
};
// Of all headings, boxes included.
[[nodiscard]] HeadingLevels heading_levels(const document::Blocks& blocks);

// Every id that the author gave to a block or a span, outside notes.
[[nodiscard]] std::set<std::string> written_ids(const document::Blocks& blocks);

// Gives to each heading outside boxes that has no id one made of its words: « Le médecin » →
// "titre-le-medecin"; a second one → "titre-le-medecin-2".
void name_headings(document::Blocks& blocks);

struct HeadingEntry {
  int level = 1;  // 1: the highest of the document
  std::string id, title;
};
// The headings outside boxes of the `levels` highest levels, in order.
[[nodiscard]] std::vector<HeadingEntry> heading_entries(const document::Blocks& blocks, int levels);

// Nested <ol>, each entry a link to the address given for it.
[[nodiscard]] std::string contents_list(
    const std::vector<HeadingEntry>& entries,
    const std::function<std::string(const HeadingEntry&)>& address);

}  // namespace writers
