#include "calendar/counting.hpp"

namespace calendar {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int months_in_a_year = 12;
// More than the years 1000–9999 hold; keeps every sum far from overflow.
constexpr int largest_count = 4'000'000;

bool in_range(Date date) {
  const int year = static_cast<int>(year_month_day{date}.year());
  return year >= 1000 && year <= 9999;
}

int year_of(Date date) { return static_cast<int>(year_month_day{date}.year()); }

// The month `months` after that of `date`, or nothing when it leaves the calendar.
std::optional<std::chrono::year_month> shifted_month(Date date, int months) {
  if (months > largest_count || months < -largest_count) return std::nullopt;
  const year_month_day parts{date};
  const int index = static_cast<int>(parts.year()) * months_in_a_year +
                    static_cast<int>(static_cast<unsigned>(parts.month())) - 1 + months;
  if (index < 1000 * months_in_a_year || index >= 10'000 * months_in_a_year) return std::nullopt;
  return std::chrono::year{index / months_in_a_year} /
         std::chrono::month{static_cast<unsigned>(index % months_in_a_year) + 1};
}

}  // namespace

std::optional<Date> add_days(Date date, int count) {
  if (count > largest_count || count < -largest_count) return std::nullopt;
  const Date result = date + days{count};
  if (!in_range(result)) return std::nullopt;
  return result;
}

std::optional<Date> add_months(Date date, int months, MonthEnd month_end) {
  const auto month = shifted_month(date, months);
  if (!month) return std::nullopt;
  const year_month_day same_day{month->year(), month->month(), year_month_day{date}.day()};
  if (same_day.ok()) return Date{same_day};
  const Date last_day{
      std::chrono::year_month_day_last{month->year(), std::chrono::month_day_last{month->month()}}};
  switch (month_end) {
    case MonthEnd::last_day:
      return last_day;
    case MonthEnd::next_day:
      return add_days(last_day, 1);
    case MonthEnd::refuse:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Date> add_years(Date date, int years, MonthEnd month_end) {
  if (years > 10'000 || years < -10'000) return std::nullopt;
  return add_months(date, years * months_in_a_year, month_end);
}

std::optional<Date> nth_weekday(Date date, std::chrono::weekday weekday, int rank) {
  if (rank == 0 || rank > largest_count / 7 || rank < -largest_count / 7) return std::nullopt;
  const std::chrono::weekday own{date};
  if (rank > 0) {
    // 1 to 7 days to the first one: a day is never its own first such weekday.
    const auto first = (weekday - own).count() == 0 ? 7 : (weekday - own).count();
    return add_days(date, static_cast<int>(first) + 7 * (rank - 1));
  }
  const auto first = (own - weekday).count() == 0 ? 7 : (own - weekday).count();
  return add_days(date, -static_cast<int>(first) + 7 * (rank + 1));
}

std::optional<Date> first_of_month(Date date, int months) {
  const auto month = shifted_month(date, months);
  if (!month) return std::nullopt;
  return Date{*month / std::chrono::day{1}};
}

std::optional<Date> add_full_days(Date date, int count) {
  if (count == 0) return std::nullopt;
  return add_days(date, count > 0 ? count + 1 : count - 1);
}

bool is_working_day(Date date, Working working, const Holidays& holidays, const Place& place) {
  const std::chrono::weekday weekday{date};
  if (weekday == std::chrono::Sunday) return false;
  if (weekday == std::chrono::Saturday && working == Working::ouvres) return false;
  return !holidays.name(date, place);
}

std::optional<Date> add_working_days(Date date, int count, Working working,
                                     const Holidays& holidays, const Place& place) {
  const int step = count < 0 ? -1 : 1;
  for (int left = count * step; left > 0;) {
    const auto next = add_days(date, step);
    if (!next || !holidays.covers(year_of(*next))) return std::nullopt;
    date = *next;
    if (is_working_day(date, working, holidays, place)) --left;
  }
  return date;
}

std::optional<Date> nearest_open_day(Date date, int step, const Holidays& holidays,
                                     const Place& place) {
  while (holidays.covers(year_of(date))) {
    if (is_working_day(date, Working::ouvres, holidays, place)) return date;
    const auto next = add_days(date, step);
    if (!next) return std::nullopt;
    date = *next;
  }
  return std::nullopt;
}

}  // namespace calendar
