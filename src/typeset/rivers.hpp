#pragma once

#include <optional>
#include <vector>

#include "typeset/paragraph.hpp"

namespace typeset {

// A river: spaces of so many lines running that share an upright strip at least a tenth of an em
// wide, so that the eye sees a white thread.
inline constexpr std::size_t river_lines = 4;
inline constexpr Length river_part_of_em = 10;

// The widest space between two words of a paragraph.
[[nodiscard]] Length widest_space(const std::vector<Line>& lines);

// The first line of the first river of a paragraph.
[[nodiscard]] std::optional<std::size_t> find_river(const std::vector<Line>& lines);

}  // namespace typeset
