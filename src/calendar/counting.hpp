#pragma once

#include <chrono>
#include <optional>

#include "calendar/date.hpp"
#include "calendar/holidays.hpp"

// Ways of counting time between civil days. Nothing here has a default: each rule of law says
// what happens at the end of a month and on a day off. Every function accepts negative counts
// (counting backwards); results outside the years 1000–9999 are "nothing".
namespace calendar {

// What becomes of a day of the month that the month of arrival does not have (31 January plus one
// month). last_day: 28 February (code de procédure civile, article 641); next_day: 1 March;
// refuse: no result.
enum class MonthEnd { last_day, next_day, refuse };

[[nodiscard]] std::optional<Date> add_days(Date date, int days);
// « De quantième à quantième ». Months and years are rounded once, together: n years and m months
// are 12n + m months. Not associative: (31 January + 1) + 1 month is not 31 January + 2 months.
[[nodiscard]] std::optional<Date> add_months(Date date, int months, MonthEnd month_end);
[[nodiscard]] std::optional<Date> add_years(Date date, int years, MonthEnd month_end);

// The rank-th such weekday strictly after `date` (rank ≥ 1), or strictly before it (rank ≤ -1).
// Nothing for rank 0.
[[nodiscard]] std::optional<Date> nth_weekday(Date date, std::chrono::weekday weekday, int rank);

// First day of the month of `date`, moved by `months`.
[[nodiscard]] std::optional<Date> first_of_month(Date date, int months);

// Full days: neither `date` nor the last day counts, so `days` + 1 days later (or earlier).
// Zero days is refused: there is no such period.
[[nodiscard]] std::optional<Date> add_full_days(Date date, int days);

// ouvrables: Monday to Saturday, holidays excepted; ouvres: Monday to Friday, holidays excepted.
enum class Working { ouvrables, ouvres };

[[nodiscard]] bool is_working_day(Date date, Working working, const Holidays& holidays,
                                  const Place& place);
// `date` itself does not count. Nothing if the holidays of a year that is crossed are unknown.
[[nodiscard]] std::optional<Date> add_working_days(Date date, int days, Working working,
                                                   const Holidays& holidays, const Place& place);

// The first day that is neither Saturday, Sunday nor a holiday, from `date` on (step 1) or
// backwards (step -1); `date` itself if it is one. Nothing if the holidays are unknown.
[[nodiscard]] std::optional<Date> nearest_open_day(Date date, int step, const Holidays& holidays,
                                                   const Place& place);

}  // namespace calendar
