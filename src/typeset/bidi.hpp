#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "typeset/inline_text.hpp"

namespace typeset {

// An embedding level of the Unicode Bidirectional Algorithm (Unicode Standard Annex #9): odd for
// what is written from right to left.
using Level = std::uint8_t;
[[nodiscard]] constexpr bool is_right_to_left(Level level) { return level % 2 == 1; }

// For each byte of a paragraph, its level; nothing if the whole paragraph stands from left to
// right. The paragraph is French, from left to right; what a user typed is isolated in it (FSI …
// PDI), in the direction of its first letter, so that it moves none of the words around it. The
// explicit controls of direction that a text may hold have no effect.
[[nodiscard]] std::vector<Level> bidi_levels(const InlineText& text);

// The parts of one line, of these levels in the order of reading, as they stand from left to right
// (rule L2).
[[nodiscard]] std::vector<std::size_t> visual_order(std::span<const Level> levels);

}  // namespace typeset
