#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace templating {

// The text as Markdown that shows exactly it: each ASCII punctuation mark backslash-escaped
// (CommonMark 0.30, §2.4), runs of ASCII blanks, tabs and line ends (with U+0085, U+2028 and
// U+2029) folded to one space, none at either end. Other Unicode spaces stay.
[[nodiscard]] std::string escape_markdown(std::string_view text);

// The first character that no value may hold: a control character that is not a blank, or one of
// the marks base::verbatim_begin and verbatim_end.
[[nodiscard]] std::optional<char32_t> reserved_character(std::string_view text);

}  // namespace templating
