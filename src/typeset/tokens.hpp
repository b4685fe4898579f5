#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "typeset/bidi.hpp"
#include "typeset/inline_text.hpp"
#include "typeset/shape.hpp"

namespace typeset {

// A word (or part of one, where the format or the direction changes), or one space, with its
// glyphs.
struct Token {
  enum class Kind : std::uint8_t { word, elastic_space, narrow_space, line_break };
  Kind kind = Kind::word;
  std::size_t begin = 0, end = 0;  // bytes of the paragraph
  std::size_t format = 0;
  const ShapedWord* shaped = nullptr;  // nothing for a line break
  Level level = 0;
};

struct MeasuredText {
  std::vector<Token> tokens;
  // For each byte of the paragraph, and its end: where it stands on an endless line. Inside a
  // ligature, in proportion.
  std::vector<std::int64_t> position;

  [[nodiscard]] Length width(std::size_t begin, std::size_t end) const {
    return static_cast<Length>(position[end] - position[begin]);
  }
};

// Cuts a paragraph into words and spaces, shapes and measures them.
[[nodiscard]] MeasuredText measure(const InlineText& text, Shaper& shaper);

struct TextWidths {
  Length word = 0;  // of the longest word, or words bound by spaces that do not break
  Length line = 0;  // of the longest line, broken only where the author wants
};
[[nodiscard]] TextWidths widths_of(const InlineText& text, Shaper& shaper);

// The width of U+202F is imposed: fonts disagree, from 0.13 to 0.25 em.
[[nodiscard]] constexpr Length narrow_space_width(Length size) { return size * 18 / 100; }

// The advance of one glyph of a token.
[[nodiscard]] Length advance_of(const Token& token, const ShapedGlyph& glyph, Length size);

}  // namespace typeset
