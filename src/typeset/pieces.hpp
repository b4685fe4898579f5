#pragma once

#include <vector>

#include "typeset/break_lines.hpp"
#include "typeset/hyphenate.hpp"
#include "typeset/tokens.hpp"

namespace typeset {

// The bytes of a piece: [begin, end) shows, [end, space_end) is the space after it.
struct PieceBytes {
  std::size_t begin = 0, end = 0, space_end = 0;
};

// The pieces of a paragraph for break_lines, and where each stands in the text.
struct Pieces {
  std::vector<Piece> pieces;
  std::vector<PieceBytes> bytes;
};

struct PieceMaker {
  const InlineText& text;
  const MeasuredText& measured;
  const std::vector<Break>& breaks;  // of opportunities()
  Shaper& shaper;

  // `hyphenator`: nothing for no hyphens.
  [[nodiscard]] Pieces pieces(const Hyphenator* hyphenator, base::Diagnostics& diagnostics) const;
  // The same pieces, those wider than `measure` cut between any two characters, and lines allowed
  // to end at no-break spaces, at a high cost: for a paragraph that does not fit otherwise.
  [[nodiscard]] Pieces split_wide(const Pieces& pieces, Length measure) const;
};

}  // namespace typeset
