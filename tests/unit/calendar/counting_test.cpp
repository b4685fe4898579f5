#include "calendar/counting.hpp"

#include <gtest/gtest.h>

namespace {

using calendar::add_months;
using calendar::Date;
using calendar::MonthEnd;

Date day(const char* iso) { return *calendar::parse_iso(iso); }

TEST(Months, KeepTheDayOfTheMonthWhenItExists) {
  for (const auto month_end : {MonthEnd::last_day, MonthEnd::next_day, MonthEnd::refuse}) {
    EXPECT_EQ(add_months(day("2014-08-23"), 3, month_end), day("2014-11-23"));
    EXPECT_EQ(add_months(day("2026-12-03"), 4, month_end), day("2027-04-03"));
    EXPECT_EQ(add_months(day("2026-01-15"), 0, month_end), day("2026-01-15"));
    EXPECT_EQ(add_months(day("2023-02-28"), 12, month_end), day("2024-02-28"));
  }
}

// code de procédure civile, article 641: « à défaut d'un quantième identique […] le dernier jour ».
TEST(Months, WithoutTheSameDayDoWhatTheRuleSays) {
  EXPECT_EQ(add_months(day("2026-01-31"), 1, MonthEnd::last_day), day("2026-02-28"));
  EXPECT_EQ(add_months(day("2026-01-31"), 1, MonthEnd::next_day), day("2026-03-01"));
  EXPECT_EQ(add_months(day("2026-01-31"), 1, MonthEnd::refuse), std::nullopt);
  EXPECT_EQ(add_months(day("2024-01-31"), 1, MonthEnd::last_day), day("2024-02-29"));
  EXPECT_EQ(add_months(day("2026-10-31"), 4, MonthEnd::last_day), day("2027-02-28"));
  EXPECT_EQ(add_months(day("2026-03-31"), 1, MonthEnd::last_day), day("2026-04-30"));
  EXPECT_EQ(calendar::add_years(day("2024-02-29"), 1, MonthEnd::last_day), day("2025-02-28"));
  EXPECT_EQ(calendar::add_years(day("2024-02-29"), 1, MonthEnd::next_day), day("2025-03-01"));
  EXPECT_EQ(calendar::add_years(day("2024-02-29"), 4, MonthEnd::refuse), day("2028-02-29"));
}

// Every subtraction landing in a January is where other programs are wrong.
TEST(Months, CountBackwardsAcrossYears) {
  EXPECT_EQ(add_months(day("2012-01-15"), -12, MonthEnd::last_day), day("2011-01-15"));
  EXPECT_EQ(add_months(day("2012-03-31"), -1, MonthEnd::last_day), day("2012-02-29"));
  EXPECT_EQ(add_months(day("2026-01-31"), -2, MonthEnd::last_day), day("2025-11-30"));
  EXPECT_EQ(add_months(day("2026-01-31"), -2, MonthEnd::next_day), day("2025-12-01"));
  EXPECT_EQ(add_months(day("2026-02-10"), -13, MonthEnd::last_day), day("2025-01-10"));
  EXPECT_EQ(calendar::add_years(day("2024-02-29"), -1, MonthEnd::last_day), day("2023-02-28"));
}

TEST(Months, OutsideTheCalendarAreNothing) {
  EXPECT_EQ(add_months(day("9999-12-31"), 1, MonthEnd::last_day), std::nullopt);
  EXPECT_EQ(add_months(day("1000-01-01"), -1, MonthEnd::last_day), std::nullopt);
  EXPECT_EQ(add_months(day("2026-01-01"), 2'000'000'000, MonthEnd::last_day), std::nullopt);
  EXPECT_EQ(calendar::add_days(day("9999-12-31"), 1), std::nullopt);
  EXPECT_EQ(calendar::add_days(day("2026-01-01"), -2'000'000'000), std::nullopt);
  EXPECT_EQ(calendar::add_years(day("2026-01-01"), 8000, MonthEnd::last_day), std::nullopt);
}

// A day is never its own first such weekday. CNCCFP: municipal elections of 15 March 2026, tenth
// Friday 22 May 2026; European elections of 9 June 2024, tenth Friday 16 August 2024.
TEST(Weekdays, AreCountedStrictlyAfterOrBefore) {
  EXPECT_EQ(calendar::nth_weekday(day("2026-03-15"), std::chrono::Friday, 10), day("2026-05-22"));
  EXPECT_EQ(calendar::nth_weekday(day("2024-06-09"), std::chrono::Friday, 10), day("2024-08-16"));
  EXPECT_EQ(calendar::nth_weekday(day("2026-03-20"), std::chrono::Friday, 1), day("2026-03-27"));
  EXPECT_EQ(calendar::nth_weekday(day("2026-03-20"), std::chrono::Friday, -1), day("2026-03-13"));
  EXPECT_EQ(calendar::nth_weekday(day("2026-03-19"), std::chrono::Friday, -2), day("2026-03-06"));
  EXPECT_EQ(calendar::nth_weekday(day("2026-03-19"), std::chrono::Friday, 0), std::nullopt);
}

TEST(FirstOfMonth, IsMovedByMonths) {
  EXPECT_EQ(calendar::first_of_month(day("2026-03-15"), -6), day("2025-09-01"));
  EXPECT_EQ(calendar::first_of_month(day("2026-03-31"), 0), day("2026-03-01"));
  EXPECT_EQ(calendar::first_of_month(day("2026-12-31"), 2), day("2027-02-01"));
}

// CE, 12 July 1955, Mignaloux-Beauvoir: whole days, from midnight to midnight.
TEST(FullDays, LeaveOutBothEnds) {
  EXPECT_EQ(calendar::add_full_days(day("2026-12-11"), 5), day("2026-12-17"));
  EXPECT_EQ(calendar::add_full_days(day("2026-12-17"), -5), day("2026-12-11"));
  EXPECT_EQ(calendar::add_full_days(day("2026-12-28"), -3), day("2026-12-24"));
  EXPECT_EQ(calendar::add_full_days(day("2026-12-17"), -1), day("2026-12-15"));
  EXPECT_EQ(calendar::add_full_days(day("2026-12-17"), 0), std::nullopt);
}

class WorkingDays : public ::testing::Test {
 protected:
  // 14 May 2026 is a Thursday, 25 December 2026 a Friday.
  static calendar::Holidays table() {
    calendar::HolidayRule ascension{"Ascension", true, 39,    0,
                                    0,           {},   false, {{day("1905-01-01"), false}}};
    calendar::HolidayRule noel{"Noël", false, 0, 12, 25, {}, false, {{day("1905-01-01"), false}}};
    return {{{"metropole", "Métropole"}}, {ascension, noel}, 1905, 2200};
  }
  calendar::Holidays holidays = table();
  calendar::Place place;
};

TEST_F(WorkingDays, LeaveOutSundaysAndHolidays) {
  using calendar::Working;
  const auto add = [&](const char* from, int count, Working working) {
    return calendar::add_working_days(day(from), count, working, holidays, place);
  };
  EXPECT_EQ(add("2026-05-12", 5, Working::ouvres), day("2026-05-20"));     // 13, 15, 18, 19, 20
  EXPECT_EQ(add("2026-05-12", 5, Working::ouvrables), day("2026-05-19"));  // 13, 15, 16, 18, 19
  EXPECT_EQ(add("2026-05-20", -5, Working::ouvres), day("2026-05-12"));
  EXPECT_EQ(add("2026-05-19", -5, Working::ouvrables), day("2026-05-12"));
  EXPECT_EQ(add("2026-05-12", 0, Working::ouvres), day("2026-05-12"));
  EXPECT_EQ(add("2200-12-30", 3, Working::ouvres), std::nullopt);
}

TEST_F(WorkingDays, OpenDayNearestToADayOff) {
  const auto open = [&](const char* from, int step) {
    return calendar::nearest_open_day(day(from), step, holidays, place);
  };
  EXPECT_EQ(open("2026-12-25", 1), day("2026-12-28"));
  EXPECT_EQ(open("2026-12-27", -1), day("2026-12-24"));
  EXPECT_EQ(open("2026-12-23", 1), day("2026-12-23"));
  EXPECT_EQ(open("2201-01-04", 1), std::nullopt);
}

}  // namespace
