#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pdf/object_writer.hpp"
#include "typeset/pages.hpp"

// PDF syntax (ISO 32000-1, 7.3), appended to a text. No locale, no floating point.
namespace pdf {

void append_integer(std::string& out, std::int64_t value);

// Thousandths as a decimal number without useless zeros: 595276 → "595.276", -500 → "-.5".
void append_thousandths(std::string& out, std::int64_t value);

// "12 0 R"
void append_reference(std::string& out, Reference reference);

// "/Name", every character outside [A-Za-z0-9+.-] written #xx.
void append_name(std::string& out, std::string_view name);

// "(bytes)", with the escapes needed.
void append_string(std::string& out, std::string_view bytes);

// A text string (7.9.2.2): in PDFDocEncoding if it can be, else in UTF-16BE. Valid UTF-8 only.
void append_text(std::string& out, std::string_view utf8);

// UTF-16BE without a mark.
[[nodiscard]] std::string utf16(std::string_view utf8);

// "[x1 y1 x2 y2]", in the coordinates of a page of this height (PDF counts upwards).
void append_box(std::string& out, const typeset::Rectangle& rectangle, typeset::Length page_height);

}  // namespace pdf
