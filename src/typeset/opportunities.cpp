#include "typeset/opportunities.hpp"

#include <unilbrk.h>

#include <string_view>

#include "base/text.hpp"
#include "document/typography.hpp"

namespace typeset {
namespace {

constexpr std::u32string_view never_first = U":;!?»%‰€…)]}’”";
constexpr std::u32string_view never_last = U"«([{“‘";

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_one_of(char32_t character, std::u32string_view set) {
  return set.find(character) != std::u32string_view::npos;
}

// The text without the part of a character that it may begin or end with.
std::string_view whole_characters(std::string_view text) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  while (!text.empty() && continues(text.front())) text.remove_prefix(1);
  while (!text.empty() && base::invalid_utf8(text)) text.remove_suffix(1);
  return text;
}

// The French rules, where Unicode would allow a break before `character`.
bool allowed(char32_t before_spaces, char32_t previous, char32_t character) {
  // A soft hyphen would break a word without showing a hyphen.
  if (previous == U'\u00AD') return false;
  if (is_one_of(character, never_first) || is_one_of(before_spaces, never_last)) return false;
  // « 1 250 », « 01 99 00 00 00 »
  return !(previous == U' ' && is_digit(before_spaces) && is_digit(character));
}

// Where the user's own words hold together: their spaces may not be changed, only kept in a line.
void bind_verbatim(const InlineText& text, std::vector<Break>& breaks) {
  for (const Stretch& stretch : text.stretches) {
    if (!text.formats[stretch.format].verbatim) continue;
    const std::string_view words(text.utf8.data() + stretch.begin, stretch.end - stretch.begin);
    for (auto space = words.find(' '); space != std::string_view::npos;
         space = words.find(' ', space + 1)) {
      Break& place = space + 1 < words.size() ? breaks[stretch.begin + space + 1] : breaks.front();
      if (place != Break::space) continue;
      // Enough for the longest word of a pair; both ends may cut a character, which then is none
      // of theirs.
      constexpr std::size_t reach = 40;
      const std::size_t begin = space < reach ? 0 : space - reach;
      const auto before = base::to_utf32(whole_characters(words.substr(begin, space - begin)));
      const auto after = base::to_utf32(whole_characters(words.substr(space + 1, reach)));
      if (document::stay_together(before, after)) place = Break::none;
    }
  }
}

}  // namespace

std::vector<Break> opportunities(const InlineText& text) {
  const std::string& utf8 = text.utf8;
  std::vector<char> classes(utf8.size());
  u8_possible_linebreaks(reinterpret_cast<const std::uint8_t*>(utf8.data()), utf8.size(), "UTF-8",
                         classes.data());
  std::vector<Break> breaks(utf8.size(), Break::none);
  char32_t before_spaces = 0, previous = 0;
  std::size_t offset = 0;
  while (offset < utf8.size()) {
    const std::size_t here = offset;
    const char32_t character = base::next_code_point(utf8, offset);
    if (previous == U'\n') {
      breaks[here] = Break::forced;
    } else if (classes[here] == UC_BREAK_POSSIBLE && allowed(before_spaces, previous, character)) {
      breaks[here] = previous == U' ' ? Break::space : Break::mark;
    }
    if (!is_elastic_space(character)) before_spaces = character;
    previous = character;
  }
  bind_verbatim(text, breaks);
  return breaks;
}

}  // namespace typeset
