#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace calendar {

// A civil day of the Gregorian calendar, always valid; day arithmetic is + and - std::chrono::days.
using Date = std::chrono::sys_days;

// Nothing if there is no such day, or if the year is outside 1000–9999.
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);
// Exactly AAAA-MM-JJ.
[[nodiscard]] std::optional<Date> parse_iso(std::string_view text);

[[nodiscard]] std::string iso(Date date);                  // 2026-05-22
[[nodiscard]] std::string french(Date date);               // 22 mai 2026, 1er mai 2026 (U+00A0)
[[nodiscard]] std::string french_with_weekday(Date date);  // vendredi 22 mai 2026
[[nodiscard]] std::string french_numeric(Date date);       // 22/05/2026

}  // namespace calendar
