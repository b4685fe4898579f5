#pragma once

#include <vector>

#include "typeset/bidi.hpp"
#include "typeset/hyphenate.hpp"
#include "typeset/inline_text.hpp"
#include "typeset/shape.hpp"

namespace typeset {

enum class Align : std::uint8_t { start, centre, end, justified };

struct ParagraphShape {
  Length measure = 0;  // width of the column
  Length first_line_indent = 0;
  Align align = Align::start;
  bool hyphenate = false;
};

// Glyphs of one format and direction on a line. x is counted from the left of the column, y from
// the baseline.
struct LineRun {
  std::size_t format = 0;
  Level level = 0;
  Length width = 0;
  GlyphRun run;
};

struct Line {
  std::vector<LineRun> runs;  // in the order of reading
  Length width = 0;           // of what shows, indent included, without what hangs in the margin
  bool hyphenated = false;    // ends with an added hyphen
};

// What turns a paragraph into lines.
struct LineMaker {
  Shaper& shaper;
  const Hyphenator& hyphenator;
  base::Diagnostics& diagnostics;

  // No line is wider than the measure, but for half of the hyphen of a justified one. An empty text
  // has no line.
  [[nodiscard]] std::vector<Line> lines(const InlineText& text, const ParagraphShape& shape) const;
};

}  // namespace typeset
