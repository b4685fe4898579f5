// content/droit/feries.yaml against published calendars.
#include <gtest/gtest.h>

#include <set>

#include "base/files.hpp"
#include "law/deadline_rules.hpp"

namespace {

class Feries : public ::testing::Test {
 protected:
  std::vector<std::string> days(int year, std::string_view territory) {
    std::vector<std::string> list;
    for (const auto& holiday : rules.holidays(diagnostics).of_year(year, territory)) {
      list.push_back(calendar::iso(holiday.date).substr(5));
    }
    return list;
  }
  // What the territory has in 2026 beyond the eleven days of the labour code.
  std::set<std::string> own(int year, std::string_view territory) {
    std::set<std::string> set;
    for (const std::string& day : days(year, territory)) set.insert(day);
    for (const std::string& day : days(year, "metropole")) set.erase(day);
    return set;
  }
  base::DiskFiles files{EGIDE_SOURCE_DIR};
  law::DeadlineRules rules{files};
  base::Diagnostics diagnostics;
};

using Set = std::set<std::string>;

// Code du travail, L. 3133-1, and the calendars of service-public.fr for 2025, 2026 and 2027.
TEST_F(Feries, ElevenDaysInMetropole) {
  EXPECT_EQ(days(2025, "metropole"),
            (std::vector<std::string>{"01-01", "04-21", "05-01", "05-08", "05-29", "06-09", "07-14",
                                      "08-15", "11-01", "11-11", "12-25"}));
  EXPECT_EQ(days(2026, "metropole"),
            (std::vector<std::string>{"01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14",
                                      "08-15", "11-01", "11-11", "12-25"}));
  EXPECT_EQ(days(2027, "metropole"),
            (std::vector<std::string>{"01-01", "03-29", "05-01", "05-06", "05-08", "05-17", "07-14",
                                      "08-15", "11-01", "11-11", "12-25"}));
}

TEST_F(Feries, OtherTerritoriesAddTheirOwn) {
  EXPECT_EQ(own(2026, "alsace-moselle"), (Set{"04-03", "12-26"}));
  EXPECT_EQ(own(2026, "guadeloupe"), (Set{"05-27"}));
  EXPECT_EQ(own(2026, "martinique"), (Set{"05-22"}));
  EXPECT_EQ(own(2026, "guyane"), (Set{"06-10"}));
  EXPECT_EQ(own(2026, "la-reunion"), (Set{"12-20"}));
  EXPECT_EQ(own(2026, "mayotte"), (Set{"04-27"}));
  EXPECT_EQ(own(2026, "saint-barthelemy"), (Set{"10-09"}));
  EXPECT_EQ(own(2026, "saint-martin"), (Set{"05-28"}));
  EXPECT_EQ(own(2026, "saint-pierre-et-miquelon"), (Set{}));
  EXPECT_EQ(own(2026, "wallis-et-futuna"), (Set{"04-28", "07-29"}));
  EXPECT_EQ(own(2026, "polynesie-francaise"), (Set{"03-05", "04-03", "11-20"}));
  EXPECT_EQ(own(2026, "nouvelle-caledonie"), (Set{"09-24"}));
}

TEST_F(Feries, FollowTheirHistory) {
  EXPECT_EQ(own(2017, "saint-martin"), (Set{"05-27"}));
  EXPECT_EQ(own(2018, "saint-martin"), (Set{"05-28"}));
  EXPECT_EQ(own(2011, "saint-barthelemy"), (Set{"05-27"}));
  EXPECT_EQ(own(2012, "saint-barthelemy"), (Set{"10-09"}));
  EXPECT_EQ(own(1983, "la-reunion"), (Set{"12-20"}));
  EXPECT_EQ(own(1983, "martinique"), (Set{}));
  EXPECT_EQ(own(2024, "polynesie-francaise"), (Set{"03-05", "03-29", "06-29"}));
  EXPECT_EQ(own(2025, "polynesie-francaise"), (Set{"03-05", "04-18", "11-20"}));
  const auto has = [&](int year, const char* day) {
    const auto list = days(year, "metropole");
    return std::find(list.begin(), list.end(), day) != list.end();
  };
  EXPECT_FALSE(has(1921, "11-11"));
  EXPECT_TRUE(has(1922, "11-11"));
  EXPECT_TRUE(has(1905, "07-14"));
  EXPECT_FALSE(has(1946, "05-01"));
  EXPECT_TRUE(has(1947, "05-01"));
  for (const int year : {1953, 1958, 1965, 1982, 2026}) EXPECT_TRUE(has(year, "05-08")) << year;
  for (const int year : {1952, 1959, 1964, 1966, 1976, 1981}) {
    EXPECT_FALSE(has(year, "05-08")) << year;
  }
}

// Ascension on 1 May 2008, on 8 May 1997 and 2059: one date, both names.
TEST_F(Feries, NoDateIsListedTwiceAndBothNamesStay) {
  const auto& holidays = rules.holidays(diagnostics);
  for (const auto& territory : holidays.territories()) {
    for (int year = holidays.first_year(); year <= holidays.last_year(); ++year) {
      const auto list = holidays.of_year(year, territory.id);
      for (std::size_t i = 1; i < list.size(); ++i) {
        ASSERT_LT(list[i - 1].date, list[i].date) << territory.id << year;
      }
    }
  }
  EXPECT_EQ(holidays.name(*calendar::parse_iso("2008-05-01"), {}), "Fête du Travail et Ascension");
  EXPECT_EQ(holidays.name(*calendar::parse_iso("1997-05-08"), {}), "Victoire de 1945 et Ascension");
  EXPECT_EQ(holidays.name(*calendar::parse_iso("2059-05-08"), {}), "Victoire de 1945 et Ascension");
  EXPECT_EQ(days(2008, "metropole").size(), 10U);
}

TEST_F(Feries, CoverTheCenturiesAsked) {
  const auto& holidays = rules.holidays(diagnostics);
  EXPECT_TRUE(holidays.covers(1905));
  EXPECT_TRUE(holidays.covers(2200));
  EXPECT_FALSE(holidays.covers(2201));
  EXPECT_EQ(holidays.territories().size(), 13U);
}

}  // namespace
