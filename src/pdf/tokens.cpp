#include "pdf/tokens.hpp"

#include <array>
#include <charconv>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "base/text.hpp"

namespace pdf {

namespace {

constexpr std::string_view hexadecimal = "0123456789ABCDEF";

bool is_plain_in_name(char character) {
  return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
         (character >= '0' && character <= '9') || character == '+' || character == '.' ||
         character == '-';
}

// The characters of PDFDocEncoding outside of ISO 8859-1 that French and punctuation use
// (ISO 32000-1, annex D.2).
constexpr std::pair<char32_t, char> special_characters[] = {
    {U'\u2022', '\x80'}, {U'\u2026', '\x83'}, {U'\u2014', '\x84'}, {U'\u2013', '\x85'},
    {U'\u201C', '\x8D'}, {U'\u201D', '\x8E'}, {U'\u2018', '\x8F'}, {U'\u2019', '\x90'},
    {U'\u0152', '\x96'}, {U'\u0178', '\x98'}, {U'\u0153', '\x9C'}, {U'\u20AC', '\xA0'}};

std::optional<char> in_document_encoding(char32_t character) {
  if ((character >= 0x20 && character < 0x7F) ||
      (character > 0xA0 && character <= 0xFF && character != 0xAD)) {
    return static_cast<char>(character);
  }
  for (const auto& [special, byte] : special_characters) {
    if (special == character) {
      return byte;
    }
  }
  return std::nullopt;
}

// One byte a character; nothing if the encoding lacks one, or if the first bytes would be taken
// for the mark of another encoding.
std::optional<std::string> document_encoded(std::string_view utf8) {
  std::string bytes;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const auto byte = in_document_encoding(base::next_code_point(utf8, offset));
    if (!byte) {
      return std::nullopt;
    }
    bytes += *byte;
  }
  const bool ambiguous = bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xEF\xBB\xBF");
  return ambiguous ? std::nullopt : std::optional(bytes);
}

void append_unit(std::string& out, char32_t unit) {
  out += static_cast<char>((unit >> 8) & 0xFF);
  out += static_cast<char>(unit & 0xFF);
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
  char buffer[std::numeric_limits<std::int64_t>::digits10 + 2];
  const auto result = std::to_chars(std::begin(buffer), std::end(buffer), value);
  out.append(std::begin(buffer), result.ptr);
}

void append_thousandths(std::string& out, std::int64_t value) {
  std::array<char, std::numeric_limits<std::int64_t>::digits10 + 4> buffer{};
  char* end = buffer.data();
  if (value < 0) {
    *end++ = '-';
    value = -value;
  }
  const auto whole = value / 1000;
  auto fraction = static_cast<int>(value % 1000);
  if (whole != 0 || fraction == 0) {
    end = std::to_chars(end, buffer.data() + buffer.size(), whole).ptr;
  }
  if (fraction != 0) {
    *end++ = '.';
  }
  for (int unit = 100; fraction != 0; unit /= 10) {
    *end++ = static_cast<char>('0' + fraction / unit);
    fraction %= unit;
  }
  out.append(buffer.data(), end);
}

void append_reference(std::string& out, Reference reference) {
  append_integer(out, reference.number);
  out += " 0 R";
}

void append_name(std::string& out, std::string_view name) {
  out += '/';
  for (const char character : name) {
    if (is_plain_in_name(character)) {
      out += character;
      continue;
    }
    const auto byte = static_cast<unsigned char>(character);
    out += '#';
    out += hexadecimal[byte >> 4];
    out += hexadecimal[byte & 15];
  }
}

void append_string(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char character : bytes) {
    switch (character) {
      case '(':
      case ')':
      case '\\':
        out += '\\';
        out += character;
        break;
      case '\r':  // a reader may take a bare one for the end of a line
        out += "\\r";
        break;
      default:
        out += character;
    }
  }
  out += ')';
}

void append_text(std::string& out, std::string_view utf8) {
  if (const auto bytes = document_encoded(utf8)) {
    append_string(out, *bytes);
  } else {
    append_string(out, "\xFE\xFF" + utf16(utf8));
  }
}

std::string utf16(std::string_view utf8) {
  std::string units;
  units.reserve(utf8.size() * 2);
  for (std::size_t offset = 0; offset < utf8.size();) {
    const auto code_point = base::next_code_point(utf8, offset);
    if (code_point < 0x10000) {
      append_unit(units, code_point);
    } else {
      append_unit(units, 0xD800 + ((code_point - 0x10000) >> 10));
      append_unit(units, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
    }
  }
  return units;
}

void append_box(std::string& out, const typeset::Rectangle& rectangle,
                typeset::Length page_height) {
  const auto left = static_cast<std::int64_t>(rectangle.x);
  const auto top = static_cast<std::int64_t>(page_height) - rectangle.y;
  out += '[';
  append_thousandths(out, left);
  out += ' ';
  append_thousandths(out, top - rectangle.height);
  out += ' ';
  append_thousandths(out, left + rectangle.width);
  out += ' ';
  append_thousandths(out, top);
  out += ']';
}

}  // namespace pdf
