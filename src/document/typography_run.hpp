#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

// Internal to the typographic pass: the characters of a paragraph as one row, whatever the
// emphasis and links they are in.
namespace document {

struct Unit {
  char32_t c = 0;
  bool frozen = true;      // must stay: verbatim, an address, a line break
  bool raised = false;     // goes to a Superscript
  Text* source = nullptr;  // the text it comes from; none if it is not ours to change
};
using Units = std::vector<Unit>;

inline constexpr char32_t no_break_space = U'\u00A0';
inline constexpr char32_t narrow_no_break_space = U'\u202F';

[[nodiscard]] bool is_space(char32_t c);  // any space or line break
[[nodiscard]] bool is_digit(char32_t c);  // 0–9
[[nodiscard]] bool is_letter_or_digit(char32_t c);
[[nodiscard]] bool is_one_of(char32_t c, std::u32string_view set);
// The character at `index`, or 0 outside the row.
[[nodiscard]] char32_t at(const Units& units, std::size_t index);

// Each rule reads the row and changes it; in this order.
void freeze_addresses(Units& units);
void collapse_spaces(Units& units);
void replace_marks(Units& units);
void replace_dashes(Units& units);
void space_punctuation(Units& units);
void bind_words(Units& units);
void raise_ordinals(Units& units);

}  // namespace document
