#include "pdf/font_file_reading.hpp"

#include <algorithm>

namespace pdf {

namespace {

// Big-endian; 0 beyond the end.
std::uint32_t number(std::string_view bytes, std::size_t offset, std::size_t size) {
  if (offset > bytes.size() || bytes.size() - offset < size) return 0;
  std::uint32_t value = 0;
  for (const char byte : bytes.substr(offset, size)) {
    value = value << 8U | static_cast<unsigned char>(byte);
  }
  return value;
}

std::string_view table(std::string_view file, std::string_view name) {
  const std::size_t count = number(file, 4, 2);
  for (std::size_t index = 0; index < count; ++index) {
    const std::size_t entry = 12 + index * 16;
    if (entry + 16 > file.size()) return {};
    if (file.substr(entry, 4) != name) continue;
    const std::size_t offset = number(file, entry + 8, 4);
    return offset < file.size() ? file.substr(offset, number(file, entry + 12, 4))
                                : std::string_view();
  }
  return {};
}

}  // namespace

std::optional<FontFileReading> FontFileReading::read(std::string_view bytes) {
  FontFileReading reading;
  reading.widths_ = table(bytes, "hmtx");
  reading.glyph_count_ = number(table(bytes, "maxp"), 4, 2);
  reading.width_count_ = number(table(bytes, "hhea"), 34, 2);
  reading.units_ = number(table(bytes, "head"), 18, 2);
  const auto maps = table(bytes, "cmap");
  const std::size_t count = std::min<std::size_t>(number(maps, 2, 2), maps.size() / 8);
  for (std::size_t index = 0; index < count; ++index) {
    reading.maps_.emplace(number(maps, 4 + index * 8, 2), number(maps, 6 + index * 8, 2));
  }
  if (reading.glyph_count_ == 0 || reading.width_count_ == 0 || reading.units_ == 0) {
    return std::nullopt;
  }
  return reading;
}

std::optional<double> FontFileReading::width(std::uint32_t glyph) const {
  if (glyph >= glyph_count_) return std::nullopt;
  const std::size_t place = std::min(glyph, width_count_ - 1) * std::size_t{4};
  if (place + 2 > widths_.size()) return std::nullopt;
  return number(widths_, place, 2) * 1000.0 / units_;
}

}  // namespace pdf
