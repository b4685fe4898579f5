#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace pdf {

// What the rules ask of an embedded TrueType file; hostile bytes make nothing, never a fault.
class FontFileReading {
 public:
  // `bytes` must outlive the reading. Nothing if the tables cannot be found.
  static std::optional<FontFileReading> read(std::string_view bytes);

  [[nodiscard]] std::uint32_t glyph_count() const { return glyph_count_; }
  // The width of a glyph in thousandths of the size; nothing for one that is not there.
  [[nodiscard]] std::optional<double> width(std::uint32_t glyph) const;
  // Platform and encoding of each character map: {3, 1} is Unicode, {3, 0} symbols.
  [[nodiscard]] const std::set<std::pair<int, int>>& character_maps() const { return maps_; }

 private:
  std::string_view widths_;  // table hmtx
  std::uint32_t glyph_count_ = 0, width_count_ = 0, units_ = 0;
  std::set<std::pair<int, int>> maps_;
};

}  // namespace pdf
