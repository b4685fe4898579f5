#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "writers/pandoc_ast.hpp"

// Internal to what builds Pandoc's tree: what users type in Arabic or Hebrew.
namespace writers {

// The inlines of a text that holds letters written from right to left, which must move nothing
// around it. EPUB has a span of its own direction; DOCX, the runs that Word needs marked to put
// words, signs and numbers in order, and like ODT, which says nothing of direction inside a
// paragraph, a mark that brings back the direction of the line.
[[nodiscard]] nlohmann::json turned_inlines(const std::string& text, Format format);

}  // namespace writers
