#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "typeset/font.hpp"

namespace pdf {

// A TrueType file reduced to some glyphs.
struct FontProgram {
  std::string bytes;
  std::vector<std::uint16_t> glyphs;  // for each glyph asked for, its index in the reduced file
};

// Outlines and widths only: no layout, no names, no hinting. Throws base::MachineError if HarfBuzz
// fails or if the font has no TrueType outlines.
[[nodiscard]] FontProgram make_font_program(const typeset::Font& font,
                                            const std::vector<std::uint32_t>& glyphs);

// Whether the outlines are TrueType (table glyf), the only ones embedded.
[[nodiscard]] bool has_truetype_outlines(const typeset::Font& font);

[[nodiscard]] std::uint32_t glyph_count(const typeset::Font& font);

// What a font descriptor says (ISO 32000-1, 9.8), read from the tables of the font.
struct FontFacts {
  int flags = 0;
  std::array<int, 4> box{};  // font units
  int italic_angle = 0;      // thousandths of a degree, counterclockwise
  int stem = 0;              // thousandths of the size
};
[[nodiscard]] FontFacts read_facts(const typeset::Font& font);

}  // namespace pdf
