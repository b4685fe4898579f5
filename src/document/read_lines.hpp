#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "document/document.hpp"

// Internal to the reader: what is decided line by line before the CommonMark parser, and the
// bounds that keep its work proportional to the source.
namespace document {

// A line `:::`, replaced for the parser by an empty heading: that closes every list, quote,
// table and paragraph, and takes one line, so that positions stay right.
struct Fence {
  int line = 0;
  bool opens = false;
  Attributes attributes;  // values still hold the marks of verbatim text
};

struct Lines {
  bool usable = false;  // false: a mistake that forbids going on was reported
  std::string markdown;
  std::vector<Fence> fences;
  std::map<int, Attributes> headings;      // by line
  std::map<std::string, int> definitions;  // line of each footnote, by label
};

[[nodiscard]] Lines read_lines(std::string_view source, const std::string& file,
                               base::Diagnostics& diagnostics);

}  // namespace document
