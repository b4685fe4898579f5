#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "typeset/pages.hpp"

namespace typeset {

// What a line may end with, from the most welcome to the least.
enum class Break : std::uint8_t {
  none,      // never here: a no-break space
  forced,    // always here: the author's break, or the end of the paragraph
  space,     // an ordinary space
  mark,      // after a sign that stays: a slash, a dash, the hyphen of a compound
  hyphen,    // inside a word, with a hyphen added
  emergency  // inside a word too long for any line, with nothing added
};

// A stretch of a paragraph inside which no line ends, and what follows it.
struct Piece {
  Length width = 0;
  Break after = Break::none;
  Length space = 0;          // natural width of the space that follows; nothing at a line's end
  Length hyphen = 0;         // width that a hyphen would add (Break::hyphen)
  std::int32_t penalty = 0;  // added to the badness of a line that ends here
};

struct LineShape {
  Length first_measure = 0;  // of the first line
  Length measure = 0;        // of the others
  bool justified = true;
  Length size = 0;  // of the type: what a ragged line may lack is counted in ems
};

struct BrokenLines {
  std::vector<std::size_t> last;  // for each line, the index of its last piece
  bool overfull = false;          // a piece is wider than the measure
  bool loose = false;             // a line is stretched beyond what looks good
};

// Breaks a paragraph into lines at the least total cost: the sum over lines of
// (1 + badness + penalty)², badness being 100·|r|³ where r is the part used of the stretch or
// shrink of the spaces (D. E. Knuth, M. F. Plass, "Breaking paragraphs into lines", 1981; the
// form of the cost is Typst's). Integers only. No more than two consecutive lines end with a
// hyphen. The last piece must be Break::forced. Time grows with pieces × pieces in one line.
[[nodiscard]] BrokenLines break_lines(std::span<const Piece> pieces, const LineShape& shape);

// How far spaces may grow and shrink, in the units of their natural width.
[[nodiscard]] constexpr std::int64_t stretch_of(std::int64_t space) { return space / 2; }
[[nodiscard]] constexpr std::int64_t shrink_of(std::int64_t space) { return space / 4; }

}  // namespace typeset
