#include "typeset/paragraph.hpp"

#include <algorithm>
#include <string_view>

#include "typeset/break_lines.hpp"
#include "typeset/opportunities.hpp"
#include "typeset/pieces.hpp"
#include "typeset/tokens.hpp"

namespace typeset {
namespace {

// A space never grows by more than this, in ems: beyond, a ragged line is less ugly.
constexpr Length greatest_growth = 1;

// Sets one line: glyphs in runs, spaces stretched or shrunk.
class LineSetter {
 public:
  LineSetter(const InlineText& text, const MeasuredText& measured, Shaper& shaper)
      : text_(text), measured_(measured), shaper_(shaper) {}

  // The tokens of the lines must be asked for in order.
  void add_visible(std::size_t begin, std::size_t end) {
    while (next_ < measured_.tokens.size() && measured_.tokens[next_].end <= begin) ++next_;
    for (; next_ < measured_.tokens.size() && measured_.tokens[next_].begin < end; ++next_) {
      add_token(measured_.tokens[next_], begin, end);
      if (measured_.tokens[next_].end > end) break;  // its rest belongs to the next line
    }
  }

  // The invisible spaces of a line's end, so that words stay apart when extracted.
  void add_trailing(std::size_t begin, std::size_t end, bool forced) {
    if (line_.runs.empty()) return;
    const bool any = forced || end > begin;
    if (!any) return;
    const LineRun& last = line_.runs.back();
    const auto& space = shaper_.word(text_.formats[last.format].face, " ");
    for (const ShapedGlyph& glyph : space.glyphs) {
      push(glyph, last.format, 0, " ");
    }
  }

  void add_hyphen() {
    if (line_.runs.empty()) return;
    const std::size_t format = line_.runs.back().format;
    for (const ShapedGlyph& glyph : shaper_.word(text_.formats[format].face, "-").glyphs) {
      push(glyph, format, scale(glyph.advance, text_.formats[format].size, *glyph.font), "\u00AD");
    }
    line_.hyphenated = true;
  }

  // Spreads `lacking` (which may be negative) over the spaces, or over all glyphs if the line is
  // too wide and has no space.
  void spread(Length lacking) {
    if (lacking == 0) return;
    auto places = spaces_;
    if (places.empty()) {
      if (lacking > 0) return;
      for (std::size_t run = 0; run < line_.runs.size(); ++run) {
        for (std::size_t i = 0; i < line_.runs[run].run.glyphs.size(); ++i) {
          places.push_back({run, i});
        }
      }
    }
    if (places.empty()) return;
    const auto count = static_cast<Length>(places.size());
    if (lacking / count > greatest_growth * text_.formats[line_.runs[0].format].size) return;
    for (Length i = 0; i < count; ++i) {
      const auto& place = places[static_cast<std::size_t>(i)];
      const auto upto = [&](Length n) {
        return static_cast<Length>(static_cast<std::int64_t>(lacking) * n / count);
      };
      const Length share = upto(i + 1) - upto(i);
      LineRun& run = line_.runs[place.run];
      run.run.glyphs[place.glyph].advance += share;
      run.width += share;
    }
    width_ += lacking;
  }

  [[nodiscard]] Length width() const { return width_; }

  // Places the runs one after another from `x` and gives the line away.
  Line finish(Length x) {
    line_.width = x + width_;
    for (LineRun& run : line_.runs) {
      run.run.x = x;
      x += run.width;
    }
    Line done = std::move(line_);
    line_ = {};
    spaces_.clear();
    width_ = 0;
    return done;
  }

 private:
  struct Place {
    std::size_t run = 0, glyph = 0;
  };

  void add_token(const Token& token, std::size_t begin, std::size_t end) {
    if (token.kind == Token::Kind::line_break) return;
    const std::size_t from = std::max(begin, token.begin), to = std::min(end, token.end);
    const ShapedWord* shaped = token.shaped;
    if (from != token.begin || to != token.end) {
      const Format& format = text_.formats[token.format];
      shaped = &shaper_.word(format.face, std::string_view(text_.utf8).substr(from, to - from));
    }
    for (const ShapedGlyph& glyph : shaped->glyphs) {
      const Length advance = advance_of(token, glyph, text_.formats[token.format].size);
      push(glyph, token.format, advance, text_.utf8.substr(from + glyph.begin, glyph.length));
      if (token.kind == Token::Kind::elastic_space) {
        spaces_.push_back({line_.runs.size() - 1, line_.runs.back().run.glyphs.size() - 1});
      }
    }
  }

  void push(const ShapedGlyph& glyph, std::size_t format_index, Length advance,
            std::string_view text) {
    const Format& format = text_.formats[format_index];
    if (line_.runs.empty() || line_.runs.back().format != format_index ||
        line_.runs.back().run.font != glyph.font) {
      LineRun run;
      run.format = format_index;
      run.run.font = glyph.font;
      run.run.size = format.size;
      run.run.y = -format.rise;
      run.run.colour = format.colour;
      line_.runs.push_back(std::move(run));
    }
    LineRun& run = line_.runs.back();
    run.run.glyphs.push_back({glyph.id, advance, scale(glyph.x_offset, format.size, *glyph.font),
                              -scale(glyph.y_offset, format.size, *glyph.font), std::string(text)});
    run.width += advance;
    width_ += advance;
  }

  const InlineText& text_;
  const MeasuredText& measured_;
  Shaper& shaper_;
  std::size_t next_ = 0;
  Line line_;
  std::vector<Place> spaces_;
  Length width_ = 0;
};

Length start_of(Align align, Length room) {
  if (align == Align::end) return room;
  if (align == Align::centre) return room / 2;
  return 0;
}

struct Chosen {
  Pieces pieces;
  BrokenLines broken;
};

Chosen choose(const LineMaker& maker, const PieceMaker& piece_maker, const ParagraphShape& shape,
              Length size) {
  LineShape line_shape;
  line_shape.measure = shape.measure;
  line_shape.first_measure = shape.measure - shape.first_line_indent;
  line_shape.justified = shape.align == Align::justified;
  line_shape.size = size;
  Chosen chosen;
  chosen.pieces = piece_maker.pieces(nullptr, maker.diagnostics);
  chosen.broken = break_lines(chosen.pieces.pieces, line_shape);
  const bool loose = line_shape.justified && chosen.broken.loose;
  if (shape.hyphenate && (loose || chosen.broken.overfull)) {
    chosen.pieces = piece_maker.pieces(&maker.hyphenator, maker.diagnostics);
    chosen.broken = break_lines(chosen.pieces.pieces, line_shape);
  }
  if (chosen.broken.overfull) {
    const Length narrowest = std::min(line_shape.measure, line_shape.first_measure);
    chosen.pieces = piece_maker.split_wide(chosen.pieces, narrowest);
    chosen.broken = break_lines(chosen.pieces.pieces, line_shape);
  }
  return chosen;
}

}  // namespace

std::vector<Line> LineMaker::lines(const InlineText& text, const ParagraphShape& shape) const {
  std::vector<Line> result;
  if (text.utf8.empty()) return result;
  const MeasuredText measured = measure(text, shaper);
  const std::vector<Break> breaks = opportunities(text);
  const PieceMaker piece_maker{text, measured, breaks, shaper};
  const auto chosen = choose(*this, piece_maker, shape, text.formats.front().size);

  LineSetter setter(text, measured, shaper);
  std::size_t first = 0;
  for (const std::size_t last : chosen.broken.last) {
    const Piece& piece = chosen.pieces.pieces[last];
    const PieceBytes& bytes = chosen.pieces.bytes[last];
    const bool ends_paragraph = last + 1 == chosen.pieces.pieces.size();
    setter.add_visible(chosen.pieces.bytes[first].begin, bytes.end);
    if (piece.after == Break::hyphen) setter.add_hyphen();
    const Length indent = first == 0 ? shape.first_line_indent : 0;
    const Length lacking = shape.measure - indent - setter.width();
    const bool stretched = shape.align == Align::justified && piece.after != Break::forced;
    if (stretched || lacking < 0) setter.spread(lacking);
    const Length room = std::max<Length>(0, shape.measure - indent - setter.width());
    setter.add_trailing(bytes.end, bytes.space_end,
                        piece.after == Break::forced && !ends_paragraph);
    result.push_back(setter.finish(indent + start_of(shape.align, room)));
    first = last + 1;
  }
  return result;
}

}  // namespace typeset
