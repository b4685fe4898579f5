#include "walking_oracle.hpp"

#include <cstdio>

namespace oracle {
namespace {

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// Gauss's rule, with its two exceptions.
Day easter(int year) {
  const int century = year / 100;
  const int m = (15 - (13 + 8 * century) / 25 + century - century / 4) % 30;
  const int n = (4 + century - century / 4) % 7;
  const int d = (19 * (year % 19) + m) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  int march = 22 + d + e;
  if (d == 29 && e == 6) march = 50;
  if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) march = 49;
  return march <= 31 ? Day{year, 3, march} : Day{year, 4, march - 31};
}

Day after(Day day, int count) {
  for (; count > 0; --count) day = next(day);
  for (; count < 0; ++count) day = previous(day);
  return day;
}

bool national(Day d) {
  const int key = d.month * 100 + d.day;
  if (key == 101 || key == 714 || key == 815 || key == 1101 || key == 1225) return true;
  if (key == 501 && d.year >= 1947) return true;
  if (key == 1111 && d.year >= 1922) return true;
  const bool victory = (d.year >= 1953 && d.year <= 1958) || d.year == 1965 || d.year >= 1982;
  if (key == 508 && victory) return true;
  const Day sunday = easter(d.year);
  return d == after(sunday, 1) || d == after(sunday, 39) || d == after(sunday, 50);
}

bool local(Day d, std::string_view where, bool church) {
  const int key = d.month * 100 + d.day;
  const bool good_friday = d == after(easter(d.year), -2);
  if (where == "alsace-moselle") return key == 1226 || (church && good_friday);
  if (where == "polynesie-francaise") {
    return good_friday || (key == 305 && d.year >= 1978) ||
           (key == 629 && d.year >= 1985 && d.year <= 2024) || (key == 1120 && d.year >= 2025);
  }
  // Wallis-et-Futuna's own days, and Saint-Martin's since 2018, are « à vérifier »: they move
  // nothing.
  if (where == "wallis-et-futuna") return false;
  if (where == "nouvelle-caledonie") return key == 924 && d.year >= 2004;
  if (where == "la-reunion") return key == 1220 && d.year >= 1983;
  if (d.year < 1984) return false;
  if (where == "mayotte") return key == 427;
  if (where == "martinique") return key == 522;
  if (where == "guadeloupe") return key == 527;
  if (where == "guyane") return key == 610;
  if (where == "saint-martin") return d.year <= 2017 && key == 527;
  if (where == "saint-barthelemy") return key == (d.year <= 2011 ? 527 : 1009);
  return false;
}

Day step(Day day, int direction) { return direction > 0 ? next(day) : previous(day); }

// Goes on until the right month is reached, then to the same day of it or to its end.
Day walk_months(Day start, int months, int direction, calendar::MonthEnd month_end) {
  Day day = start;
  int seen = 0;
  while (seen < months) {
    const int month = day.month;
    day = step(day, direction);
    if (day.month != month) ++seen;
  }
  while (day.day > 1) day = previous(day);
  const int last = days_in_month(day.year, day.month);
  for (int i = 1; i < start.day; ++i) {
    if (day.day == last) return month_end == calendar::MonthEnd::last_day ? day : next(day);
    day = next(day);
  }
  return day;
}

bool off(Day day, bool saturdays, std::string_view where, bool church) {
  const int weekday_of = weekday(day);
  return weekday_of == 0 || (saturdays && weekday_of == 6) || is_holiday(day, where, church);
}

Day walk_working(Day day, int count, int direction, bool saturdays, std::string_view where,
                 bool church) {
  while (count > 0) {
    day = step(day, direction);
    if (!off(day, saturdays, where, church)) --count;
  }
  return day;
}

// Hour by hour, from the first hour of the day or from the first of the day after.
Day walk_hours(Day day, int hours, int direction, bool late) {
  int hour = 0;
  if (late) day = next(day);
  for (; hours > 0; --hours) {
    hour += direction;
    if (hour == 24) {
      hour = 0;
      day = next(day);
    } else if (hour < 0) {
      hour = 23;
      day = previous(day);
    }
  }
  return hour == 0 ? previous(day) : day;
}

Day walk_length(const law::Counting& counting, Day day, std::string_view where, bool church) {
  const law::Length& length = counting.length;
  const int direction = counting.backwards ? -1 : 1;
  const Day eve = counting.start_counts ? step(day, -direction) : day;
  switch (length.way) {
    case law::Length::Way::calendar:
      if (length.months > 0) {
        day = walk_months(day, length.months, direction, *counting.month_end);
      }
      for (int i = 0; i < length.days; ++i) day = step(day, direction);
      if (counting.start_counts) day = step(day, -direction);
      return length.full ? step(day, direction) : day;
    case law::Length::Way::ouvrables:
      return walk_working(eve, length.count, direction, false, where, church);
    case law::Length::Way::ouvres:
      return walk_working(eve, length.count, direction, true, where, church);
    case law::Length::Way::hours:
      return walk_hours(day, length.count, direction, counting.late_start);
    case law::Length::Way::weekday:
      for (int found = 0; found < length.count;) {
        day = step(day, direction);
        if (weekday(day) == static_cast<int>(length.weekday.c_encoding())) ++found;
      }
      return day;
    case law::Length::Way::month_start:
      while (day.day > 1) day = previous(day);
      for (int found = 0; found < length.count;) {
        day = step(day, direction);
        if (day.day == 1) ++found;
      }
      return day;
    case law::Length::Way::same_day:
      return day;
  }
  return day;
}

}  // namespace

int days_in_month(int year, int month) {
  if (month == 2) return leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Day next(Day day) {
  if (day.day < days_in_month(day.year, day.month)) return {day.year, day.month, day.day + 1};
  return day.month < 12 ? Day{day.year, day.month + 1, 1} : Day{day.year + 1, 1, 1};
}

Day previous(Day day) {
  if (day.day > 1) return {day.year, day.month, day.day - 1};
  if (day.month == 1) return {day.year - 1, 12, 31};
  return {day.year, day.month - 1, days_in_month(day.year, day.month - 1)};
}

// Sakamoto's method.
int weekday(Day day) {
  constexpr int offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const int year = day.month < 3 ? day.year - 1 : day.year;
  return (year + year / 4 - year / 100 + year / 400 + offsets[day.month - 1] + day.day) % 7;
}

bool is_holiday(Day day, std::string_view territory, bool protestant_church) {
  return national(day) || local(day, territory, protestant_church);
}

Day walk(const law::Counting& counting, Day start, std::string_view territory,
         bool protestant_church) {
  Day day = walk_length(counting, start, territory, protestant_church);
  if (counting.extension == law::Extension::none) return day;
  const int direction = counting.extension == law::Extension::next_open_day ? 1 : -1;
  while (off(day, true, territory, protestant_church)) day = step(day, direction);
  return day;
}

Day from_iso(const std::string& iso) {
  Day day;
  if (std::sscanf(iso.c_str(), "%d-%d-%d", &day.year, &day.month, &day.day) != 3) return {};
  return day;
}

std::string to_iso(Day day) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", day.year, day.month, day.day);
  return text;
}

}  // namespace oracle
