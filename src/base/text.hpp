#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// These stand around each value typed by a user in the Markdown that fills a template;
// document::read turns what is between them into verbatim text. Private use characters are
// refused in what users type, so a value can never contain them.
inline constexpr char32_t verbatim_begin = U'\uE000';
inline constexpr char32_t verbatim_end = U'\uE001';

// Byte offset of the first invalid UTF-8 sequence, or nothing if the text is valid.
[[nodiscard]] std::optional<std::size_t> invalid_utf8(std::string_view text);

// Unicode normalization form C. The text must be valid UTF-8.
[[nodiscard]] std::string nfc(std::string_view text);

// Reads one code point of valid UTF-8 at `offset`, before the end, and moves `offset` past it. Most
// characters are a single byte: no call for them.
[[nodiscard]] char32_t next_longer_code_point(std::string_view text, std::size_t& offset);
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte >= 0x80) return next_longer_code_point(text, offset);
  ++offset;
  return byte;
}
void append_utf8(std::string& text, char32_t code_point);
[[nodiscard]] std::u32string to_utf32(std::string_view text);
// Number of code points.
[[nodiscard]] std::size_t length(std::string_view text);

// True for the letters of scripts written from right to left.
[[nodiscard]] bool is_right_to_left(char32_t code_point);
// True if the text holds something that may stand to the left of what it follows: one of these
// letters, or a figure of Arabic. Costs next to nothing for text in Latin letters.
[[nodiscard]] bool has_right_to_left(std::string_view text);

// Lower case, without diacritics or ligatures (é→e, œ→oe, ’→'), for matching what people type.
[[nodiscard]] std::string fold(std::string_view text);

// The candidate nearest to `word` (edit distance on folded text), or nothing if none is close
// enough to be a likely misspelling: at most a third of the length, at least 1.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string>& candidates);

// " Vouliez-vous dire « x » ?" or an empty string: the usual end of an "unknown name" message.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& candidates);

// "U+1F600" and, when it shows something, the character itself between guillemets.
[[nodiscard]] std::string describe_character(char32_t code_point);

// For the text and the attributes of XML and HTML. Control characters, which neither knows, are
// left out, but for the tab and the end of line.
[[nodiscard]] std::string escape_xml(std::string_view text);

[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace base
