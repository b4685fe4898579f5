#include "calendar/holidays.hpp"

#include <gtest/gtest.h>

#include <array>
#include <tuple>

namespace {

using calendar::Date;
using calendar::easter;
using calendar::HolidayRule;
using calendar::Holidays;

Date day(const char* iso) { return *calendar::parse_iso(iso); }

// Gauss's rule with its two Gregorian exceptions: another computation than the one under test.
Date gauss_easter(int year) {
  const int a = year % 19;
  const int b = year % 4;
  const int c = year % 7;
  const int k = year / 100;
  const int p = (13 + 8 * k) / 25;
  const int q = k / 4;
  const int m = (15 - p + k - q) % 30;
  const int n = (4 + k - q) % 7;
  const int d = (19 * a + m) % 30;
  const int e = (2 * b + 4 * c + 6 * d + n) % 7;
  int march = 22 + d + e;
  if (d == 29 && e == 6) march = 50;                             // 19 April, not 26
  if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) march = 49;  // 18 April, not 25
  return Date{std::chrono::year{year} / 3 / 1} + std::chrono::days{march - 1};
}

TEST(Easter, AgreesWithGaussFrom1583To3000) {
  for (int year = 1583; year <= 3000; ++year) {
    ASSERT_EQ(easter(year), gauss_easter(year)) << year;
    ASSERT_EQ(std::chrono::weekday{easter(year)}, std::chrono::Sunday) << year;
  }
}

// Dates of published calendars, the extremes among them.
TEST(Easter, FallsOnKnownDays) {
  for (const char* known :
       {"1818-03-22", "1913-03-23", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"}) {
    EXPECT_EQ(
        calendar::iso(easter(static_cast<int>(std::chrono::year_month_day{day(known)}.year()))),
        known);
  }
}

Holidays table() {
  const std::vector<HolidayRule::Period> always = {{day("1905-01-01"), false}};
  const std::vector<HolidayRule::Period> interrupted = {
      {day("1953-03-22"), false}, {day("1959-04-12"), true}, {day("1981-10-03"), false}};
  return {{{"metropole", "Métropole"}, {"alsace-moselle", "Alsace-Moselle"}},
          {{"Vendredi saint", true, -2, 0, 0, {"alsace-moselle"}, true, always},
           {"Victoire", false, 0, 5, 8, {}, false, interrupted},
           {"Ascension", true, 39, 0, 0, {}, false, always}},
          1905,
          2200};
}

TEST(PublicHolidays, BeginAndStopWithTheLaw) {
  const Holidays holidays = table();
  EXPECT_EQ(holidays.of_year(1952, "metropole").size(), 1U);
  EXPECT_EQ(holidays.of_year(1953, "metropole").size(), 2U);
  EXPECT_EQ(holidays.of_year(1958, "metropole").size(), 2U);
  EXPECT_EQ(holidays.of_year(1959, "metropole").size(), 1U);
  EXPECT_EQ(holidays.of_year(1981, "metropole").size(), 1U);
  EXPECT_EQ(holidays.of_year(1982, "metropole").size(), 2U);
  EXPECT_TRUE(holidays.of_year(1904, "metropole").empty());
}

// Ascension fell on 8 May in 1997 (Easter 30 March) and will in 2059.
TEST(PublicHolidays, TwoOfTheSameDayAreOneWithBothNames) {
  const auto list = table().of_year(1997, "metropole");
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(calendar::iso(list[0].date), "1997-05-08");
  EXPECT_EQ(list[0].name, "Victoire et Ascension");
  EXPECT_EQ(table().name(day("1997-05-08"), {}), "Victoire et Ascension");
}

TEST(PublicHolidays, GoodFridayNeedsAProtestantChurch) {
  const Holidays holidays = table();
  EXPECT_FALSE(holidays.name(day("2026-04-03"), {"metropole", true}));
  EXPECT_FALSE(holidays.name(day("2026-04-03"), {"alsace-moselle", false}));
  EXPECT_EQ(holidays.name(day("2026-04-03"), {"alsace-moselle", true}), "Vendredi saint");
  const auto list = holidays.of_year(2026, "alsace-moselle");
  ASSERT_EQ(list.size(), 3U);
  EXPECT_TRUE(list[0].conditional);
  EXPECT_FALSE(list[1].conditional);
}

}  // namespace
