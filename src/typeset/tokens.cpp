#include "typeset/tokens.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "typeset/opportunities.hpp"

namespace typeset {
namespace {

Token::Kind kind_of(char32_t character) {
  if (is_elastic_space(character)) return Token::Kind::elastic_space;
  if (character == U'\u202F') return Token::Kind::narrow_space;
  if (character == U'\n') return Token::Kind::line_break;
  return Token::Kind::word;
}

// The tokens of one stretch, not yet shaped. `levels` may be empty: all zero.
void cut(const std::string& utf8, const Stretch& stretch, const std::vector<Level>& levels,
         std::vector<Token>& tokens) {
  const std::string_view text(utf8.data(), stretch.end);
  std::size_t offset = stretch.begin;
  bool in_word = false;
  while (offset < stretch.end) {
    const std::size_t here = offset;
    const Token::Kind kind = kind_of(base::next_code_point(text, offset));
    const bool word = kind == Token::Kind::word;
    const Level level = levels.empty() ? Level{0} : levels[here];
    if (word && in_word && tokens.back().level == level) {
      tokens.back().end = offset;
    } else {
      tokens.push_back({kind, here, offset, stretch.format, nullptr, level});
    }
    in_word = word;
  }
}

void locate(const Token& token, Length size, std::vector<std::int64_t>& position) {
  std::int64_t here = position[token.begin];
  std::size_t cluster_begin = token.begin, cluster_end = token.begin;
  std::int64_t cluster_start = here;
  // Fills the bytes of a cluster once its whole width is known.
  const auto fill = [&] {
    const auto length = static_cast<std::int64_t>(cluster_end - cluster_begin);
    for (std::size_t byte = cluster_begin; byte < cluster_end; ++byte) {
      const auto part = static_cast<std::int64_t>(byte - cluster_begin);
      position[byte] = cluster_start + (here - cluster_start) * part / length;
    }
  };
  for (const ShapedGlyph& glyph : token.shaped->glyphs) {
    if (glyph.length > 0) {
      fill();
      cluster_begin = token.begin + glyph.begin;
      cluster_end = cluster_begin + glyph.length;
      cluster_start = here;
    }
    here += advance_of(token, glyph, size);
  }
  fill();
  for (std::size_t byte = cluster_end; byte <= token.end; ++byte) position[byte] = here;
}

}  // namespace

Length advance_of(const Token& token, const ShapedGlyph& glyph, Length size) {
  if (token.kind == Token::Kind::narrow_space) return narrow_space_width(size);
  return scale(glyph.advance, size, *glyph.font);
}

MeasuredText measure(const InlineText& text, Shaper& shaper) {
  MeasuredText result;
  result.tokens.reserve(text.utf8.size() / 3 + 1);  // French has a space every six letters
  const std::vector<Level> levels = bidi_levels(text);
  for (const Stretch& stretch : text.stretches) cut(text.utf8, stretch, levels, result.tokens);
  result.position.assign(text.utf8.size() + 1, 0);
  for (Token& token : result.tokens) {
    const Format& format = text.formats[token.format];
    if (token.kind == Token::Kind::line_break) {
      result.position[token.end] = result.position[token.begin];
      continue;
    }
    const std::string_view word(text.utf8.data() + token.begin, token.end - token.begin);
    const Shaper::Face face =
        is_right_to_left(token.level) ? shaper.right_to_left(format.face) : format.face;
    token.shaped = word == " " ? &shaper.space(face) : &shaper.word(face, word);
    locate(token, format.size, result.position);
  }
  return result;
}

TextWidths widths_of(const InlineText& text, Shaper& shaper) {
  const MeasuredText measured = measure(text, shaper);
  TextWidths widest;
  Length word = 0, line = 0;
  for (const Token& token : measured.tokens) {
    const Length width = measured.width(token.begin, token.end);
    const bool forced = token.kind == Token::Kind::line_break;
    if (forced) line = 0;
    const bool breaks = forced || text.utf8.compare(token.begin, token.end - token.begin, " ") == 0;
    word = breaks ? 0 : word + width;
    line += width;
    widest.word = std::max(widest.word, word);
    widest.line = std::max(widest.line, line);
  }
  return widest;
}

}  // namespace typeset
