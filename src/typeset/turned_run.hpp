#pragma once

#include <string_view>

#include "typeset/shape.hpp"

namespace typeset {

// Appends the glyphs of `text`, shaped from right to left and still in the order in which they
// stand in `buffer`; its first byte is at `offset` of the word. Readers of a PDF turn such a run
// around code by code, and lose words where a code stands for several characters or leaves the
// line. So each character has one glyph on the line, one that shows nothing if need be (the lam of
// a lam-alef, a vowel sign), and the signs that are drawn above and below come after all of them,
// without text nor advance, placed from the left end of the run.
void append_turned(const Font& font, hb_buffer_t* buffer, std::string_view text, std::size_t offset,
                   ShapedWord& word);

}  // namespace typeset
