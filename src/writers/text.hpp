#pragma once

#include <string>

#include "document/document.hpp"

namespace writers {

inline constexpr std::size_t text_columns = 72;

// The document as plain UTF-8 text for an e-mail: lines of at most `text_columns` characters
// where words allow, ended by \n. Headings of levels 1 and 2 are underlined; a link is followed
// by its address between parentheses; a table is aligned when it fits, otherwise written
// « header : value » row by row, or « first cell : second cell » when it has two columns; notes are
// numbered [1] and stand at the end; boxes have a bar at their left. The title of the metadata and
// figures are not written: they carry nothing that the text does not say.
[[nodiscard]] std::string text(const document::Document& document);

}  // namespace writers
