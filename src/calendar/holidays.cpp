#include "calendar/holidays.hpp"

#include <algorithm>
#include <utility>

namespace calendar {
namespace {

bool applies_to(const HolidayRule& rule, std::string_view territory) {
  return rule.territories.empty() || std::find(rule.territories.begin(), rule.territories.end(),
                                               territory) != rule.territories.end();
}

const HolidayRule::Period* period_of(const HolidayRule& rule, Date date) {
  const HolidayRule::Period* found = nullptr;
  for (const auto& period : rule.periods) {
    if (period.since > date) break;
    found = &period;
  }
  return found;
}

bool exists_on(const HolidayRule& rule, Date date) {
  const auto* period = period_of(rule, date);
  return period != nullptr && !period->repealed;
}

// Second and later names begin with a capital in the data; kept as they are: proper names.
void join_same_dates(std::vector<Holiday>& holidays) {
  std::vector<Holiday> joined;
  for (auto& holiday : holidays) {
    if (!joined.empty() && joined.back().date == holiday.date) {
      joined.back().name += " et " + holiday.name;
      // The day is off everywhere as soon as one of its holidays is.
      joined.back().conditional = joined.back().conditional && holiday.conditional;
    } else {
      joined.push_back(std::move(holiday));
    }
  }
  holidays = std::move(joined);
}

}  // namespace

Date easter(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  const int moon =
      epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11));
  const int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
  const int offset = moon - weekday;
  const int month = 3 + (offset + 40) / 44;
  const int day = offset + 28 - 31 * (month / 4);
  return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
         std::chrono::day{static_cast<unsigned>(day)};
}

Holidays::Holidays(std::vector<Territory> territories, std::vector<HolidayRule> rules,
                   int first_year, int last_year)
    : territories_(std::move(territories)),
      rules_(std::move(rules)),
      first_year_(first_year),
      last_year_(last_year) {}

const Territory* Holidays::territory(std::string_view id) const {
  for (const auto& territory : territories_) {
    if (territory.id == id) return &territory;
  }
  return nullptr;
}

std::optional<Date> Holidays::day_of(const HolidayRule& rule, int year) const {
  const auto date = rule.from_easter
                        ? std::optional{easter(year) + std::chrono::days{rule.easter_offset}}
                        : make_date(year, rule.month, rule.day);
  if (!date || !exists_on(rule, *date)) return std::nullopt;
  return date;
}

std::vector<Holiday> Holidays::of_year(int year, std::string_view territory) const {
  std::vector<Holiday> list;
  if (!covers(year)) return list;
  for (const auto& rule : rules_) {
    if (!applies_to(rule, territory)) continue;
    if (const auto date = day_of(rule, year)) {
      const std::string doubt = period_of(rule, *date)->unsettled ? ", à vérifier" : "";
      list.push_back({*date, rule.name + doubt, rule.protestant_church});
    }
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
  join_same_dates(list);
  return list;
}

std::optional<std::string> Holidays::name(Date date, const Place& place) const {
  const int year = static_cast<int>(std::chrono::year_month_day{date}.year());
  if (!covers(year)) return std::nullopt;
  std::string name;
  for (const auto& rule : rules_) {
    if (!applies_to(rule, place.territory)) continue;
    if (rule.protestant_church && !place.protestant_church) continue;
    if (day_of(rule, year) != date || period_of(rule, date)->unsettled) continue;
    name += name.empty() ? rule.name : " et " + rule.name;
  }
  if (name.empty()) return std::nullopt;
  return name;
}

}  // namespace calendar
