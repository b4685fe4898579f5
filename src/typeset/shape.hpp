#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.hpp"
#include "typeset/font_set.hpp"
#include "typeset/pages.hpp"

struct hb_buffer_t;

namespace typeset {

// A glyph in the units of its font. `begin` and `length` tell which bytes of the word it stands
// for; the second and later glyphs of one cluster have length 0. The glyphs of a word are in the
// order of reading, whatever its direction.
struct ShapedGlyph {
  const Font* font = nullptr;
  std::uint32_t id = 0;
  std::int32_t advance = 0, x_offset = 0, y_offset = 0;
  std::uint32_t begin = 0, length = 0;
};

struct ShapedWord {
  std::string_view text;  // lasts as long as Shaper::words()
  std::vector<ShapedGlyph> glyphs;
};

// True for joiners, marks of direction, variation selectors and the soft hyphen: HarfBuzz hides
// them whatever the font, which need not have them.
[[nodiscard]] bool shows_nothing(char32_t character);

// A value in font units at a size, rounded to nearest.
[[nodiscard]] inline Length scale(std::int32_t value, Length size, const Font& font) {
  if (value == 0) return 0;  // most offsets
  const std::int64_t product = static_cast<std::int64_t>(value) * size;
  const std::int64_t units = font.units_per_em();
  const std::int64_t half = product < 0 ? -units / 2 : units / 2;
  // Most fonts have a thousand units: the processor then multiplies, and need not divide.
  return static_cast<Length>(units == 1000 ? (product + half) / 1000 : (product + half) / units);
}

// Turns words into glyphs with HarfBuzz, word by word, remembering each word for the length of
// one layout: nothing that a user typed outlives the document.
class Shaper {
 public:
  // A face asked for by a style; an index, so that comparing two is cheap.
  using Face = std::size_t;

  // Mistakes (a character that no font has, a missing font) are placed at `source`.
  Shaper(const FontSet& fonts, base::Position source, base::Diagnostics& diagnostics);

  // `tabular`: figures of equal width, for columns of numbers.
  [[nodiscard]] Face face(std::string_view family, bool bold, bool italic, bool tabular);
  // The same face for words written from right to left, and for the signs among them.
  [[nodiscard]] Face right_to_left(Face face);
  // The main font of a face; nothing if it could not be loaded.
  [[nodiscard]] const Font* font(Face face) const { return (*slots_)[face].font.get(); }

  // The glyphs of a word without spaces. Characters that no font has are reported once each and
  // left out. The reference lasts as long as words().
  const ShapedWord& word(Face face, std::string_view text);
  // The space of a face.
  const ShapedWord& space(Face face);

  // What keeps every word alive, for the pages that show them.
  [[nodiscard]] std::shared_ptr<const void> words() const { return slots_; }

  // Every font used so far, in the order of first use.
  [[nodiscard]] const std::vector<std::shared_ptr<const Font>>& used() const { return used_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  struct Slot {
    std::string family;
    bool bold = false, italic = false, tabular = false, right_to_left = false;
    std::shared_ptr<const Font> font;
    std::unordered_map<std::string, ShapedWord, Hash, std::equal_to<>> words;
    const ShapedWord* space = nullptr;  // one of `words`, asked for at every other token
  };

  Face face(std::string_view family, bool bold, bool italic, bool tabular, bool right_to_left);
  ShapedWord shape(const Slot& slot, std::string_view text);
  void shape_with_fallback(const Slot& slot, std::string_view text, ShapedWord& word);
  std::shared_ptr<const Font> font_for(const Slot& slot, std::u32string_view cluster);
  void report_missing(char32_t character);
  void use(const std::shared_ptr<const Font>& font);

  const FontSet& fonts_;
  base::Position source_;
  base::Diagnostics& diagnostics_;
  std::shared_ptr<std::deque<Slot>> slots_;
  std::vector<std::shared_ptr<const Font>> used_;
  std::set<char32_t> reported_;
  std::unique_ptr<hb_buffer_t, void (*)(hb_buffer_t*)> buffer_;  // used for one word after another
};

}  // namespace typeset
