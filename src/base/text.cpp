#include "base/text.hpp"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>

namespace base {
namespace {

const std::uint8_t* bytes(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

struct Free {
  void operator()(std::uint8_t* memory) const { std::free(memory); }
};

std::string take(std::uint8_t* memory, std::size_t size) {
  const std::unique_ptr<std::uint8_t, Free> owner(memory);
  if (memory == nullptr && size > 0) throw std::bad_alloc();
  return size == 0 ? std::string() : std::string(reinterpret_cast<const char*>(memory), size);
}

std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view text) {
  const std::uint8_t* wrong = u8_check(bytes(text), text.size());
  if (wrong == nullptr) return std::nullopt;
  return static_cast<std::size_t>(wrong - bytes(text));
}

namespace {

// True if the text is surely composed already: only characters below U+0300, general punctuation
// (’ – … and the narrow space) and the euro, none of which combines or has a composed form.
bool plainly_composed(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xCC) continue;
    const std::string_view rest = text.substr(i, 3);
    const bool punctuation = rest.starts_with("\xE2\x80") && rest > "\xE2\x80\x81";
    if (!punctuation && rest != "€") return false;
    i += 2;
  }
  return true;
}

}  // namespace

std::string nfc(std::string_view text) {
  if (plainly_composed(text)) return std::string(text);
  std::size_t size = 0;
  std::uint8_t* result = u8_normalize(UNINORM_NFC, bytes(text), text.size(), nullptr, &size);
  return take(result, size);
}

char32_t next_longer_code_point(std::string_view text, std::size_t& offset) {
  ucs4_t character = 0;
  const int used = u8_mbtoucr(&character, bytes(text) + offset, text.size() - offset);
  offset += used > 0 ? static_cast<std::size_t>(used) : 1;
  return used > 0 ? static_cast<char32_t>(character) : U'\uFFFD';
}

void append_utf8(std::string& text, char32_t code_point) {
  std::uint8_t buffer[6];
  const int used = u8_uctomb(buffer, static_cast<ucs4_t>(code_point), sizeof buffer);
  if (used > 0) text.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(used));
}

std::u32string to_utf32(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) result += next_code_point(text, offset);
  return result;
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool is_right_to_left(char32_t code_point) {
  const int category = uc_bidi_category(static_cast<ucs4_t>(code_point));
  return category == UC_BIDI_R || category == UC_BIDI_AL;
}

bool has_right_to_left(std::string_view text) {
  // The first bytes of U+0580–U+0FFF, U+F000–U+FFFF and what follows U+FFFF: the scripts written
  // from right to left, and few others.
  const auto may_begin_one = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xD6 && byte <= 0xE0) || byte >= 0xEF;
  };
  for (std::size_t offset = 0; offset < text.size();) {
    if (!may_begin_one(text[offset])) {
      ++offset;
      continue;
    }
    const char32_t c = next_code_point(text, offset);
    if (is_right_to_left(c) || uc_bidi_category(static_cast<ucs4_t>(c)) == UC_BIDI_AN) return true;
  }
  return false;
}

std::string fold(std::string_view text) {
  std::size_t size = 0;
  std::uint8_t* folded =
      u8_casefold(bytes(text), text.size(), nullptr, UNINORM_NFKD, nullptr, &size);
  const std::string decomposed = take(folded, size);
  std::string result;
  for (std::size_t offset = 0; offset < decomposed.size();) {
    const char32_t c = next_code_point(decomposed, offset);
    if (uc_combining_class(c) != 0) continue;
    if (c == U'œ') {
      result += "oe";
    } else if (c == U'æ') {
      result += "ae";
    } else if (c == U'’') {
      result += '\'';
    } else {
      append_utf8(result, c);
    }
  }
  return result;
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  const std::u32string target = to_utf32(fold(word));
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(1, target.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(target, to_utf32(fold(candidate)));
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const auto found = nearest(word, candidates);
  return found ? " Vouliez-vous dire « " + *found + " » ?" : std::string();
}

std::string describe_character(char32_t code_point) {
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(code_point));
  std::string result = code;
  if (uc_is_print(static_cast<ucs4_t>(code_point))) {
    result += " « ";
    append_utf8(result, code_point);
    result += " »";
  }
  return result;
}

std::string escape_xml(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') result += c;
    }
  }
  return result;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += separator;
    result += parts[i];
  }
  return result;
}

}  // namespace base
