#include "typeset/opportunities.hpp"

#include <unilbrk.h>

#include <string_view>

#include "base/text.hpp"

namespace typeset {
namespace {

constexpr std::u32string_view never_first = U":;!?»%‰€…)]}’”";
constexpr std::u32string_view never_last = U"«([{“‘";

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_one_of(char32_t character, std::u32string_view set) {
  return set.find(character) != std::u32string_view::npos;
}

// The French rules, where Unicode would allow a break before `character`.
bool allowed(char32_t before_spaces, char32_t previous, char32_t character) {
  // A soft hyphen would break a word without showing a hyphen.
  if (previous == U'\u00AD') return false;
  if (is_one_of(character, never_first) || is_one_of(before_spaces, never_last)) return false;
  // « 1 250 », « 01 99 00 00 00 »
  return !(previous == U' ' && is_digit(before_spaces) && is_digit(character));
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
  return breaks;
}

}  // namespace typeset
