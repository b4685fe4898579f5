#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/object_writer.hpp"
#include "typeset/font.hpp"

namespace pdf {

// A font as one document uses it: the glyphs it shows get two-byte codes in order of first use.
// A glyph that stands for two different texts (a plain and a no-break space) has two codes, so
// that what is copied, searched or read aloud is the exact text.
class EmbeddedFont {
 public:
  using Code = std::uint16_t;

  explicit EmbeddedFont(const typeset::Font& font);

  [[nodiscard]] const typeset::Font& font() const { return *font_; }
  // The code that shows this glyph and is extracted as this text, which is never empty.
  // Throws base::MachineError beyond 65 535 codes. Gives 0, and the font is no longer sound, for
  // the glyph of missing characters, one that the font has not, or a text that is not UTF-8.
  [[nodiscard]] Code code(std::uint32_t glyph, std::string_view text);
  [[nodiscard]] bool sound() const { return sound_; }
  // In thousandths of the size: how far a reader moves after the code.
  [[nodiscard]] int width(Code code) const { return codes_[code].width; }

  // Writes the font (Type 0, Identity-H, a subset of its outlines without hinting) as `reference`.
  // Throws base::MachineError if HarfBuzz cannot make the subset.
  void write(ObjectWriter& writer, Reference reference) const;

 private:
  struct Entry {
    std::uint32_t glyph = 0;
    int width = 0;
    std::string text;
    Code next = 0;  // another code of the same glyph
  };

  [[nodiscard]] Code new_code(std::uint32_t glyph, std::string_view text);
  [[nodiscard]] std::string unicode_map() const;
  [[nodiscard]] std::string widths() const;
  [[nodiscard]] std::string descriptor_entries(const std::string& name, Reference file) const;

  const typeset::Font* font_;
  std::uint32_t glyph_count_;
  bool sound_ = true;
  std::vector<Entry> codes_ = std::vector<Entry>(1);  // code 0 is never used
  std::vector<Code> first_code_;                      // by glyph
};

// The fonts of a document, in order of first use.
class EmbeddedFonts {
 public:
  [[nodiscard]] std::size_t index(const typeset::Font& font);
  [[nodiscard]] EmbeddedFont& operator[](std::size_t index) { return fonts_[index]; }
  [[nodiscard]] std::size_t size() const { return fonts_.size(); }
  [[nodiscard]] bool sound() const;

 private:
  std::vector<EmbeddedFont> fonts_;
};

}  // namespace pdf
