#pragma once

#include <string>
#include <vector>

#include "pdf/font_file_reading.hpp"
#include "pdf/qpdf_access.hpp"

namespace pdf {

// What is wrong with the way a font leads from codes to glyphs, by conditions of the Matterhorn
// protocol (31-001 to 31-008 for composite fonts).
[[nodiscard]] std::vector<std::string> composite_font_faults(QPDFObjectHandle font,
                                                             QPDFObjectHandle descendant);
// The same for a simple TrueType font (31-017 to 31-026); `file` is nothing if it is not embedded.
[[nodiscard]] std::vector<std::string> truetype_font_faults(
    QPDFObjectHandle font, const std::optional<FontFileReading>& file);

}  // namespace pdf
