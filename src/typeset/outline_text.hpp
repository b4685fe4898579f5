#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "typeset/pages.hpp"
#include "typeset/shape.hpp"

// Words of a figure, drawn as outlines so that they need no font where the figure is shown.
namespace typeset {

struct Lettering {
  Shaper::Face face = 0;
  Length size = 0;
  Colour colour;
};

// The width of words on one line. Words are separated by U+0020.
[[nodiscard]] Length text_width(Shaper& shaper, const Lettering& lettering, std::string_view text);

// The outline of one glyph; `origin` is on its baseline.
[[nodiscard]] Path glyph_outline(const Font& font, std::uint32_t glyph, Length size, Point origin,
                                 Colour colour);

// The outlines of words on one line, starting at `start` on the baseline: one path a glyph, so that
// the writers find the letters that come again.
[[nodiscard]] std::vector<Path> text_outline(Shaper& shaper, const Lettering& lettering,
                                             Point start, std::string_view text);

// The text in lines no wider than `width`, broken at spaces; a word too wide alone is cut.
[[nodiscard]] std::vector<std::string> wrap(Shaper& shaper, const Lettering& lettering,
                                            std::string_view text, Length width);

// Whether some word is wider than `width`, so that wrap() would cut it.
[[nodiscard]] bool has_wider_word(Shaper& shaper, const Lettering& lettering, std::string_view text,
                                  Length width);

}  // namespace typeset
