#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.hpp"

// Values as people type them, in a case file or on the web page.
namespace dossier {

struct Time {
  unsigned hour = 0;
  unsigned minute = 0;
  auto operator<=>(const Time&) const = default;
};

struct Amount {
  std::int64_t cents = 0;
  auto operator<=>(const Amount&) const = default;
};

// A value, or why it was refused (a French sentence that does not quote the text).
template <typename T>
struct Parsed {
  std::optional<T> value;
  std::string problem;
};

// 2026-05-03, 03/05/2026, 3/5/2026, « 3 mai 2026 », « 1er mai 2026 ».
[[nodiscard]] Parsed<calendar::Date> parse_date(std::string_view text);
// 18:30, « 18 h 30 », 18h30, « 18 h ».
[[nodiscard]] Parsed<Time> parse_time(std::string_view text);
// 1250, 1250,50, 1250.50, « 1 250,50 € »: at most two decimals, thousands separated by a space;
// up to 999 999 999 999,99. A point followed by three digits is refused: it could mean thousands.
[[nodiscard]] Parsed<Amount> parse_amount(std::string_view text);
// Decimal digits, spaces between thousands allowed, optional minus.
[[nodiscard]] Parsed<std::int64_t> parse_integer(std::string_view text);

// Nothing if the text is acceptable, else why it is not.
[[nodiscard]] std::optional<std::string> postal_code_problem(std::string_view text);
[[nodiscard]] std::optional<std::string> insee_code_problem(std::string_view text);
[[nodiscard]] std::optional<std::string> email_problem(std::string_view text);
[[nodiscard]] std::optional<std::string> phone_problem(std::string_view text);
[[nodiscard]] std::optional<std::string> web_address_problem(std::string_view text);

// The first character that no value may hold: controls (save the line end and the tab when
// `several_lines`), U+2028 and U+2029, private use, surrogates and code points that are not
// characters, bidirectional overrides and isolates (U+202A–U+202E, U+2066–U+2069: they can show a
// text in another order than it was typed), U+FFFD (a character already lost by a bad conversion).
[[nodiscard]] std::optional<char32_t> refused_character(std::string_view text, bool several_lines);

}  // namespace dossier
