#include "typeset/opportunities.hpp"

#include <unilbrk.h>

#include <string_view>

#include "base/text.hpp"

namespace typeset {
namespace {

constexpr std::u32string_view never_first = U":;!?»%‰€…)]}’”";
constexpr std::u32string_view never_last = U"«([{“‘";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The three figures that follow a space inside a number: « 1 250 ».
bool continues_number(std::string_view text, std::size_t begin) {
  std::size_t count = 0;
  while (begin + count < text.size() && is_digit(text[begin + count])) ++count;
  return count == 3;
}

bool is_one_of(char32_t character, std::u32string_view set) {
  return set.find(character) != std::u32string_view::npos;
}

// The French rules, where Unicode would allow a break before `character`.
bool allowed(std::string_view text, std::size_t here, char32_t before_spaces, char32_t previous,
             char32_t character) {
  // A soft hyphen would break a word without showing a hyphen.
  if (previous == U'\u00AD') return false;
  if (is_one_of(character, never_first) || is_one_of(before_spaces, never_last)) return false;
  const bool after_figure = before_spaces >= U'0' && before_spaces <= U'9';
  return !(previous == U' ' && after_figure && continues_number(text, here));
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
    } else if (classes[here] == UC_BREAK_POSSIBLE &&
               allowed(utf8, here, before_spaces, previous, character)) {
      breaks[here] = previous == U' ' ? Break::space : Break::mark;
    }
    if (!is_elastic_space(character)) before_spaces = character;
    previous = character;
  }
  return breaks;
}

}  // namespace typeset
