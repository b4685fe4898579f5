#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/font_file_reading.hpp"
#include "pdf/qpdf_access.hpp"

namespace pdf {

// A font of a file being inspected: how its codes are read.
class FontReading {
 public:
  explicit FontReading(QPDFObjectHandle font);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool embedded() const { return embedded_; }
  // What is wrong with the way from codes to glyphs, each with its Matterhorn condition.
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

  // Notes the codes of a shown string.
  void use(std::string_view shown);
  [[nodiscard]] const std::set<std::uint32_t>& used() const { return used_; }

  // The text of a code; nothing if the file does not tell it.
  [[nodiscard]] std::optional<std::string> text(std::uint32_t code) const;
  // The text of a shown string; what is unknown is U+FFFD.
  [[nodiscard]] std::string text(std::string_view shown) const;
  // The same codes from the last to the first.
  [[nodiscard]] std::string reversed(std::string_view shown) const;
  // Whether the code shows the glyph of missing characters, as far as the file tells.
  [[nodiscard]] bool shows_missing_glyph(std::uint32_t code) const;

  // The next three know composite fonts with an embedded TrueType file only.
  // Whether the embedded file has no glyph for the code.
  [[nodiscard]] bool lacks_glyph(std::uint32_t code) const;
  // The width that the file gives the code, and the one of its glyph: thousandths of the size.
  [[nodiscard]] std::optional<double> said_width(std::uint32_t code) const;
  [[nodiscard]] std::optional<double> drawn_width(std::uint32_t code) const;

 private:
  void read_composite(QPDFObjectHandle font);
  void read_font_file(QPDFObjectHandle descriptor);
  void read_widths(QPDFObjectHandle descendant);
  [[nodiscard]] std::uint32_t glyph(std::uint32_t code) const;
  void read_unicode_map(const std::string& data);
  template <typename Use>
  void each_code(std::string_view shown, Use use) const;

  std::string name_;
  bool embedded_ = false;
  bool two_bytes_ = false;
  bool standard_encoding_ = false;  // of a simple font: WinAnsi or MacRoman
  std::map<std::uint32_t, std::string> texts_;
  std::optional<std::string> glyphs_;  // CIDToGIDMap, when it is a stream
  bool identity_ = false;              // codes are numbers of glyphs
  std::string font_file_;
  std::optional<FontFileReading> file_;
  std::map<std::uint32_t, double> widths_;
  double default_width_ = 1000;
  std::vector<std::string> faults_;
  std::set<std::uint32_t> used_;
  std::bitset<0x10000> seen_;  // the same, faster to ask
};

}  // namespace pdf
