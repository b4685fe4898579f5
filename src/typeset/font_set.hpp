#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "typeset/font.hpp"

namespace typeset {

// The font families a style may name, and the faces that supply the characters they lack. Nothing
// is read from disk before a face is asked for; each face is read once. May be shared by threads.
class FontSet {
 public:
  // The families of Debian's fonts-noto-core ("Noto Serif", "Noto Sans"), completed by
  // its faces for Arabic and Hebrew, DejaVu Sans of fonts-dejavu-core and Symbola of
  // fonts-symbola.
  FontSet();
  ~FontSet();
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  // The names accepted by face(), in a fixed order.
  [[nodiscard]] static std::vector<std::string> families();

  // Nothing, with a mistake added, if the family is unknown (Kind::content) or its file cannot be
  // read (Kind::tool).
  [[nodiscard]] std::shared_ptr<const Font> face(std::string_view family, bool bold, bool italic,
                                                 base::Diagnostics& diagnostics) const;

  // True if one of the faces has the character, so that it can be printed.
  [[nodiscard]] bool covers(char32_t character, base::Diagnostics& diagnostics) const;

  // The face for a character of Arabic or of Hebrew; nothing for one of another script, or that it
  // lacks.
  [[nodiscard]] std::shared_ptr<const Font> right_to_left(char32_t character, bool bold,
                                                          base::Diagnostics& diagnostics) const;

  // Faces to try, from 0 to fallback_count() - 1, for a character that the wanted face lacks.
  [[nodiscard]] std::size_t fallback_count() const;
  [[nodiscard]] std::shared_ptr<const Font> fallback(std::size_t index, bool bold, bool italic,
                                                     base::Diagnostics& diagnostics) const;

 private:
  class Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace typeset
