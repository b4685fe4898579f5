#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "pdf/qpdf_access.hpp"

namespace pdf {

// A font of a file being inspected: how its codes are read.
class FontReading {
 public:
  explicit FontReading(QPDFObjectHandle font);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool embedded() const { return embedded_; }
  // An embedded TrueType font of a composite font must say which glyph each code shows.
  [[nodiscard]] bool lacks_glyph_map() const { return lacks_glyph_map_; }

  // Notes the codes of a shown string.
  void use(std::string_view shown);
  [[nodiscard]] const std::set<std::uint32_t>& used() const { return used_; }

  // The text of a code; nothing if the file does not tell it.
  [[nodiscard]] std::optional<std::string> text(std::uint32_t code) const;
  // The text of a shown string; what is unknown is U+FFFD.
  [[nodiscard]] std::string text(std::string_view shown) const;
  // Whether the code shows the glyph of missing characters, as far as the file tells.
  [[nodiscard]] bool shows_missing_glyph(std::uint32_t code) const;

 private:
  void read_composite(QPDFObjectHandle font);
  void read_unicode_map(const std::string& data);
  template <typename Use>
  void each_code(std::string_view shown, Use use) const;

  std::string name_;
  bool embedded_ = false;
  bool two_bytes_ = false;
  bool lacks_glyph_map_ = false;
  bool standard_encoding_ = false;  // of a simple font: WinAnsi or MacRoman
  std::map<std::uint32_t, std::string> texts_;
  std::optional<std::string> glyphs_;  // CIDToGIDMap, when it is a stream
  std::set<std::uint32_t> used_;
  std::bitset<0x10000> seen_;  // the same, faster to ask
};

}  // namespace pdf
