#pragma once

#include <vector>

#include "typeset/break_lines.hpp"
#include "typeset/inline_text.hpp"

namespace typeset {

// For each byte of the text, whether a line may end just before it, and how: Break::none,
// forced, space or mark. Unicode Standard Annex #14, then the French rules: never before
// : ; ! ? » % nor after «, even across an ordinary space; nor inside « 01 99 00 00 00 »; in
// what a user typed, nor inside « 22 mai 2026 », « art. L. 2123-35 », « M. Dupont ».
[[nodiscard]] std::vector<Break> opportunities(const InlineText& text);

// True for the spaces that may stretch: U+0020 and U+00A0.
[[nodiscard]] constexpr bool is_elastic_space(char32_t c) { return c == U' ' || c == U'\u00A0'; }

}  // namespace typeset
