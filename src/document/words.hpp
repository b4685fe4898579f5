#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

// The words of a document, to compare what different formats show.
namespace document {

// The words of a text, in order: the longest runs of letters, marks and digits of any script.
// Everything else (spaces, punctuation, symbols) only separates, so that the typographic pass
// changes no word.
[[nodiscard]] std::vector<std::string> words(std::string_view text);

// The words of a document in reading order: captions before their table, header before rows,
// footnotes after the body in the order of their calls. Without titles of links, numbers of
// lists and notes, metadata and figures.
[[nodiscard]] std::vector<std::string> words(const Document& document);

// The text of inlines, without footnotes; a line break is a space.
[[nodiscard]] std::string plain_text(const Inlines& inlines);

}  // namespace document
