#include "typeset/paragraph.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "typeset/break_lines.hpp"
#include "typeset/opportunities.hpp"
#include "typeset/pieces.hpp"
#include "typeset/rivers.hpp"
#include "typeset/tokens.hpp"

namespace typeset {
namespace {

// A space never grows by more than half an em: beyond, a ragged line is less ugly.
constexpr Length greatest_growth_hundredths = 50;

// What the end of a line costs more, in turn, to be rid of a river; a hyphen costs 200.
constexpr std::array<std::int32_t, 2> river_penalties = {100, 1000};

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
    const std::size_t format = line_.runs.back().format;
    for (const ShapedGlyph& glyph : shaper_.space(text_.formats[format].face).glyphs) {
      push(glyph, format, 0, " ");
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
        for (std::size_t i = first_[run]; i < end_of(run); ++i) places.push_back({run, i});
      }
    }
    if (places.empty()) return;
    const auto count = static_cast<Length>(places.size());
    const Length size = text_.formats[line_.runs[0].format].size;
    if (lacking / count > size * greatest_growth_hundredths / 100) return;
    for (Length i = 0; i < count; ++i) {
      const auto& place = places[static_cast<std::size_t>(i)];
      const auto upto = [&](Length n) {
        return static_cast<Length>(static_cast<std::int64_t>(lacking) * n / count);
      };
      const Length share = upto(i + 1) - upto(i);
      glyphs_[place.glyph].advance += share;
      line_.runs[place.run].width += share;
    }
    width_ += lacking;
  }

  [[nodiscard]] Length width() const { return width_; }

  // Places the runs one after another from `x` and gives the line away.
  Line finish(Length x) {
    line_.width = x + width_;
    const std::span<const Glyph> all(glyphs_);
    for (std::size_t i = 0; i < line_.runs.size(); ++i) {
      line_.runs[i].run.glyphs = Glyphs(all.subspan(first_[i], end_of(i) - first_[i]));
    }
    if (turned_) {
      place_turned(x);
    } else {
      for (LineRun& run : line_.runs) place(run, x);
    }
    Line done = std::move(line_);
    line_ = {};
    glyphs_.clear();
    first_.clear();
    spaces_.clear();
    width_ = 0;
    turned_ = false;
    return done;
  }

 private:
  struct Place {
    std::size_t run = 0, glyph = 0;
  };

  [[nodiscard]] std::size_t end_of(std::size_t run) const {
    return run + 1 < first_.size() ? first_[run + 1] : glyphs_.size();
  }

  void add_token(const Token& token, std::size_t begin, std::size_t end) {
    if (token.kind == Token::Kind::line_break) return;
    const std::size_t from = std::max(begin, token.begin), to = std::min(end, token.end);
    const ShapedWord* shaped = token.shaped;
    if (from != token.begin || to != token.end) {
      if (is_right_to_left(token.level)) return add_part_of_turned(token, from, to);
      const Format& format = text_.formats[token.format];
      shaped = &shaper_.word(format.face, std::string_view(text_.utf8).substr(from, to - from));
    }
    for (const ShapedGlyph& glyph : shaped->glyphs) {
      const Length advance = advance_of(token, glyph, text_.formats[token.format].size);
      push(glyph, token.format, advance, shaped->text.substr(glyph.begin, glyph.length),
           token.level);
      if (token.kind == Token::Kind::elastic_space) {
        spaces_.push_back({line_.runs.size() - 1, glyphs_.size() - 1});
      }
    }
  }

  // The letters of a word cut at a line's end keep the forms that join them.
  void add_part_of_turned(const Token& token, std::size_t from, std::size_t to) {
    std::int32_t beyond = 0;  // width of what goes to the next line: it stood to the left
    for (ShapedGlyph glyph : token.shaped->glyphs) {
      const std::size_t place = token.begin + glyph.begin;
      if (place >= to) beyond += glyph.advance;
      if (place < from || place >= to) continue;
      glyph.x_offset -= beyond;
      const Length advance = advance_of(token, glyph, text_.formats[token.format].size);
      push(glyph, token.format, advance, token.shaped->text.substr(glyph.begin, glyph.length),
           token.level);
    }
  }

  static void place(LineRun& run, Length& x) {
    run.run.x = x;
    x += run.width;
  }

  // The runs of a line of several directions, in the order in which they are seen.
  void place_turned(Length x) {
    std::vector<Level> levels;
    for (LineRun& run : line_.runs) {
      levels.push_back(run.level);
      run.run.right_to_left = is_right_to_left(run.level);
      if (!run.run.right_to_left) continue;
      auto& glyphs = run.run.glyphs.edit();
      std::reverse(glyphs.begin(), glyphs.end());
    }
    for (const std::size_t i : visual_order(levels)) place(line_.runs[i], x);
  }

  void push(const ShapedGlyph& glyph, std::size_t format_index, Length advance,
            std::string_view text, Level level = 0) {
    const Format& format = text_.formats[format_index];
    if (line_.runs.empty() || line_.runs.back().format != format_index ||
        line_.runs.back().run.font != glyph.font || line_.runs.back().level != level) {
      LineRun run;
      run.format = format_index;
      run.level = level;
      turned_ = turned_ || level > 0;
      run.run.font = glyph.font;
      run.run.size = format.size;
      run.run.y = -format.rise;
      run.run.colour = format.colour;
      line_.runs.push_back(std::move(run));
      first_.push_back(glyphs_.size());
    }
    glyphs_.push_back({glyph.id, advance, scale(glyph.x_offset, format.size, *glyph.font),
                       -scale(glyph.y_offset, format.size, *glyph.font), text});
    line_.runs.back().width += advance;
    width_ += advance;
  }

  const InlineText& text_;
  const MeasuredText& measured_;
  Shaper& shaper_;
  std::size_t next_ = 0;
  Line line_;
  std::vector<Glyph> glyphs_;       // of the line, given to its runs when it is finished
  std::vector<std::size_t> first_;  // of each run, in glyphs_
  std::vector<Place> spaces_;
  Length width_ = 0;
  bool turned_ = false;  // a part of the line may stand to the left of what it follows
};

Length start_of(Align align, Length room) {
  if (align == Align::end) return room;
  if (align == Align::centre) return room / 2;
  return 0;
}

// One paragraph: its lines chosen, then set.
class ParagraphSetter {
 public:
  ParagraphSetter(const LineMaker& maker, const InlineText& text, const ParagraphShape& shape)
      : maker_(maker),
        text_(text),
        shape_(shape),
        measured_(measure(text, maker.shaper)),
        breaks_(opportunities(text)) {
    line_shape_.measure = shape.measure;
    line_shape_.first_measure = shape.measure - shape.first_line_indent;
    line_shape_.justified = shape.align == Align::justified;
    line_shape_.size = text.formats.front().size;
  }

  std::vector<Line> lines() {
    choose();
    std::vector<Line> lines = set();
    return line_shape_.justified ? without_river(std::move(lines)) : lines;
  }

 private:
  void choose() {
    const PieceMaker piece_maker{text_, measured_, breaks_, maker_.shaper};
    pieces_ = piece_maker.pieces(nullptr, maker_.diagnostics);
    broken_ = break_lines(pieces_.pieces, line_shape_);
    const bool loose = line_shape_.justified && broken_.loose;
    if (shape_.hyphenate && (loose || broken_.overfull)) {
      hyphens_tried_ = true;
      pieces_ = piece_maker.pieces(&maker_.hyphenator, maker_.diagnostics);
      broken_ = break_lines(pieces_.pieces, line_shape_);
    }
    if (broken_.overfull) {
      const Length narrowest = std::min(line_shape_.measure, line_shape_.first_measure);
      pieces_ = piece_maker.split_wide(pieces_, narrowest);
      broken_ = break_lines(pieces_.pieces, line_shape_);
    }
  }

  // Breaks the lines of a river otherwise: the end of one of them costs more, each in turn, then
  // with hyphens, until the spaces are no longer one under another. The first lines stay if
  // nothing better is found.
  std::vector<Line> without_river(std::vector<Line> first_lines) {
    if (!find_river(first_lines)) return first_lines;
    widest_allowed_ = std::max(widest_space(first_lines) * 6 / 5, line_shape_.size / 2);
    auto better = other_lines(first_lines);
    if (!better && shape_.hyphenate && !hyphens_tried_) {
      pieces_ = PieceMaker{text_, measured_, breaks_, maker_.shaper}.pieces(&maker_.hyphenator,
                                                                            maker_.diagnostics);
      broken_ = break_lines(pieces_.pieces, line_shape_);
      better = other_lines(set());
    }
    return better.value_or(std::move(first_lines));
  }

  std::optional<std::vector<Line>> other_lines(const std::vector<Line>& lines) {
    const auto river = find_river(lines);
    if (!river) return lines;
    const Pieces pieces = pieces_;
    const std::vector<std::size_t> ends = broken_.last;
    for (const std::int32_t penalty : river_penalties) {
      // The lines above weigh on those of the river too.
      for (std::size_t line = std::min(*river + river_lines, ends.size() - 1); line-- > 0;) {
        pieces_ = pieces;
        pieces_.pieces[ends[line]].penalty += penalty;
        broken_ = break_lines(pieces_.pieces, line_shape_);
        if (broken_.overfull) continue;
        std::vector<Line> other = set();
        if (widest_space(other) <= widest_allowed_ && !find_river(other)) return other;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<Line> set() const {
    std::vector<Line> result;
    LineSetter setter(text_, measured_, maker_.shaper);
    std::size_t first = 0;
    for (const std::size_t last : broken_.last) {
      const Piece& piece = pieces_.pieces[last];
      const PieceBytes& bytes = pieces_.bytes[last];
      const bool ends_paragraph = last + 1 == pieces_.pieces.size();
      setter.add_visible(pieces_.bytes[first].begin, bytes.end);
      const Length indent = first == 0 ? shape_.first_line_indent : 0;
      Length measure = shape_.measure - indent;
      const bool stretched = line_shape_.justified && piece.after != Break::forced;
      if (piece.after == Break::hyphen) {
        setter.add_hyphen();
        // A hyphen weighs little: half of it hangs in the margin, which then looks straighter.
        if (stretched) measure += piece.hyphen / 2;
      }
      const Length lacking = measure - setter.width();
      if (stretched || lacking < 0) setter.spread(lacking);
      const Length room = std::max<Length>(0, measure - setter.width());
      setter.add_trailing(bytes.end, bytes.space_end,
                          piece.after == Break::forced && !ends_paragraph);
      const Length hanging = std::max<Length>(0, setter.width() + indent - shape_.measure);
      result.push_back(setter.finish(indent + start_of(shape_.align, room)));
      result.back().width -= hanging;
      first = last + 1;
    }
    return result;
  }

  const LineMaker& maker_;
  const InlineText& text_;
  const ParagraphShape& shape_;
  MeasuredText measured_;
  std::vector<Break> breaks_;
  LineShape line_shape_;
  Pieces pieces_;
  BrokenLines broken_;
  bool hyphens_tried_ = false;
  Length widest_allowed_ = 0;  // of the spaces of lines without river
};

}  // namespace

std::vector<Line> LineMaker::lines(const InlineText& text, const ParagraphShape& shape) const {
  if (text.utf8.empty()) return {};
  return ParagraphSetter(*this, text, shape).lines();
}

}  // namespace typeset
