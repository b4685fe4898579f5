#include "templating/escape.hpp"

#include "base/text.hpp"

namespace templating {
namespace {

bool is_blank(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u0085' || c == U'\u2028' ||
         c == U'\u2029';
}

bool is_ascii_punctuation(char32_t c) {
  return (c >= U'!' && c <= U'/') || (c >= U':' && c <= U'@') || (c >= U'[' && c <= U'`') ||
         (c >= U'{' && c <= U'~');
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  bool blank_before = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = base::next_code_point(text, offset);
    if (is_blank(c)) {
      blank_before = true;
      continue;
    }
    if (blank_before && !result.empty()) result += ' ';
    blank_before = false;
    if (is_ascii_punctuation(c)) result += '\\';
    base::append_utf8(result, c);
  }
  return result;
}

std::optional<char32_t> reserved_character(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = base::next_code_point(text, offset);
    const bool control = c < U' ' || (c >= U'\u007F' && c <= U'\u009F');
    if ((control && !is_blank(c)) || c == base::verbatim_begin || c == base::verbatim_end) return c;
  }
  return std::nullopt;
}

}  // namespace templating
