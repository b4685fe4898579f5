// Hundreds of thousands of random deadlines, each found again by walking the calendar.
#include <gtest/gtest.h>

#include <random>

#include "base/files.hpp"
#include "law/evaluate.hpp"
#include "walking_oracle.hpp"

namespace {

constexpr int random_cases = 250'000;

// Same numbers on every machine: only the engine's raw output is used.
class Dice {
 public:
  int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
  bool coin() { return below(2) == 1; }
  calendar::Date between(calendar::Date first, calendar::Date last) {
    return first + std::chrono::days{below(static_cast<int>((last - first).count()) + 1)};
  }

 private:
  std::mt19937 engine_{20261123};
};

calendar::Date day(const char* iso) { return *calendar::parse_iso(iso); }

class RandomDeadlines : public ::testing::Test {
 protected:
  RandomDeadlines() {
    for (const std::string& id : rules.ids()) {
      loaded.push_back(rules.rule(id, diagnostics));
      EXPECT_NE(loaded.back(), nullptr) << id;
    }
  }

  calendar::Place random_place() {
    const auto& all = rules.holidays(diagnostics).territories();
    return {all[static_cast<std::size_t>(dice.below(static_cast<int>(all.size())))].id,
            dice.coin()};
  }

  const law::RuleVersion* version_on(const law::Rule& rule, calendar::Date date) {
    const law::RuleVersion* found = nullptr;
    for (const auto& version : rule.versions) {
      if (version.provenance.since <= date) found = &version;
    }
    return found;
  }

  base::DiskFiles files{EGIDE_SOURCE_DIR};
  law::DeadlineRules rules{files};
  base::Diagnostics diagnostics;
  std::vector<const law::Rule*> loaded;
  Dice dice;
};

// A count back from the other end, as the comment of law::Reverse describes it.
law::Counting reversed(law::Counting counting) {
  counting.backwards = !counting.backwards;
  counting.extension = law::Extension::none;
  counting.late_start = false;
  return counting;
}

TEST_F(RandomDeadlines, AgreeWithAWalkThroughTheCalendar) {
  for (int i = 0; i < random_cases; ++i) {
    const law::Rule& rule =
        *loaded[static_cast<std::size_t>(dice.below(static_cast<int>(loaded.size())))];
    law::Question question;
    question.rule = rule.id;
    question.place = random_place();
    const auto first = std::max(rule.versions.front().provenance.since, day("1905-02-01"));
    const calendar::Date start = dice.between(first, day("2179-12-31"));
    question.start = law::Moment{start, {}};
    question.backwards = rule.reverse && dice.coin();
    const auto deadline = evaluate(question, rules, diagnostics);
    ASSERT_TRUE(deadline && deadline->date) << rule.id << calendar::iso(start);
    const law::Counting& counting = version_on(rule, start)->counting;
    const auto expected = oracle::walk(question.backwards ? reversed(counting) : counting,
                                       oracle::from_iso(calendar::iso(start)),
                                       question.place.territory, question.place.protestant_church);
    ASSERT_EQ(calendar::iso(*deadline->date), oracle::to_iso(expected))
        << rule.id << " from " << calendar::iso(start) << " in " << question.place.territory;
  }
}

law::Length random_length(Dice& dice) {
  law::Length length;
  length.way = static_cast<law::Length::Way>(dice.below(7));
  length.count = 1 + dice.below(40);
  length.weekday = std::chrono::weekday{static_cast<unsigned>(dice.below(7))};
  if (length.way == law::Length::Way::calendar) {
    length.count = 0;
    length.months = dice.coin() ? 1 + dice.below(60) : 0;
    length.days = length.months == 0 || dice.coin() ? 1 + dice.below(90) : 0;
    length.full = dice.coin();
  }
  if (length.way == law::Length::Way::same_day) length.count = 0;
  if (length.way != law::Length::Way::weekday) length.weekday = {};
  return length;
}

TEST_F(RandomDeadlines, FreeCountsAgreeWithAWalkThroughTheCalendar) {
  for (int i = 0; i < random_cases; ++i) {
    law::Counting counting;
    counting.length = random_length(dice);
    counting.month_end = calendar::MonthEnd::last_day;
    counting.backwards = dice.coin();
    const bool extended = dice.coin();
    if (extended) {
      counting.extension =
          counting.backwards ? law::Extension::previous_open_day : law::Extension::next_open_day;
    }
    law::FreeCount request;
    request.length = law::describe(counting.length);
    request.start = law::Moment{dice.between(day("1912-01-01"), day("2190-12-31")), {}};
    request.backwards = counting.backwards;
    request.extended = extended;
    request.place = random_place();
    const auto deadline = count_freely(request, rules, diagnostics);
    ASSERT_TRUE(deadline && deadline->date) << request.length;
    const auto expected =
        oracle::walk(counting, oracle::from_iso(calendar::iso(request.start.date)),
                     request.place.territory, request.place.protestant_church);
    ASSERT_EQ(calendar::iso(*deadline->date), oracle::to_iso(expected))
        << request.length << " from " << calendar::iso(request.start.date) << " in "
        << request.place.territory << (counting.backwards ? " backwards" : "");
  }
}

// What no rule says today and one may say tomorrow: the day of departure counting, the day after a
// month that is too short, a wait in hours.
TEST_F(RandomDeadlines, EveryWayOfCountingAgreesWithAWalkThroughTheCalendar) {
  const auto& holidays = rules.holidays(diagnostics);
  for (int i = 0; i < random_cases / 5; ++i) {
    law::Counting counting;
    counting.length = random_length(dice);
    counting.month_end = dice.coin() ? calendar::MonthEnd::last_day : calendar::MonthEnd::next_day;
    counting.backwards = dice.coin();
    counting.late_start = dice.coin();
    counting.extension = static_cast<law::Extension>(dice.below(3));
    const auto way = counting.length.way;
    counting.start_counts =
        dice.coin() && (way == law::Length::Way::calendar || way == law::Length::Way::ouvrables ||
                        way == law::Length::Way::ouvres);
    const law::Moment start{dice.between(day("1912-01-01"), day("2190-12-31")), {}};
    const calendar::Place place = random_place();
    const auto result = law::count(counting, start, "le départ", holidays, place);
    ASSERT_TRUE(result.counted) << result.mistake;
    const auto expected = oracle::walk(counting, oracle::from_iso(calendar::iso(start.date)),
                                       place.territory, place.protestant_church);
    ASSERT_EQ(calendar::iso(result.counted->end.date), oracle::to_iso(expected))
        << law::describe(counting.length) << " from " << calendar::iso(start.date)
        << (counting.backwards ? " backwards" : "") << (counting.start_counts ? " included" : "");
  }
}

// A later start never gives an earlier end, as long as the law does not change in between.
TEST_F(RandomDeadlines, AreMonotonic) {
  for (const law::Rule* rule : loaded) {
    for (const bool backwards : {false, true}) {
      if (backwards && !rule->reverse) continue;
      const auto first = std::max(rule->versions.back().provenance.since, day("2023-01-01"));
      std::optional<calendar::Date> before;
      for (int offset = 0; offset < 2200; ++offset) {
        law::Question question;
        question.rule = rule->id;
        question.start = law::Moment{first + std::chrono::days{offset}, {}};
        question.backwards = backwards;
        const auto deadline = evaluate(question, rules, diagnostics);
        ASSERT_TRUE(deadline && deadline->date) << rule->id;
        if (before) {
          ASSERT_LE(*before, *deadline->date)
              << rule->id << " from " << calendar::iso(question.start->date);
        }
        before = deadline->date;
      }
    }
  }
}

// The last day to send and the first day to meet are the two ends of one period.
TEST_F(RandomDeadlines, SendingAndMeetingAreTheTwoEndsOfOnePeriod) {
  for (const law::Rule* rule : loaded) {
    if (!rule->reverse || rule->versions.back().counting.length.way != law::Length::Way::calendar) {
      continue;
    }
    for (int offset = 0; offset < 800; ++offset) {
      law::Question question;
      question.rule = rule->id;
      const calendar::Date meeting = day("2026-01-01") + std::chrono::days{offset};
      question.start = law::Moment{meeting, {}};
      question.backwards = true;
      const auto sent = evaluate(question, rules, diagnostics);
      ASSERT_TRUE(sent && sent->date);
      question.start = law::Moment{*sent->date, {}};
      question.backwards = false;
      const auto met = evaluate(question, rules, diagnostics);
      ASSERT_TRUE(met && met->date);
      EXPECT_EQ(calendar::iso(*met->date), calendar::iso(meeting)) << rule->id;
    }
  }
}

TEST_F(RandomDeadlines, HolidaysAgreeEveryDayOfEveryTerritory) {
  const auto& holidays = rules.holidays(diagnostics);
  for (const auto& territory : holidays.territories()) {
    oracle::Day walker{1905, 1, 1};
    for (calendar::Date date = day("1905-01-01"); date <= day("2200-12-31");
         date += std::chrono::days{1}, walker = oracle::next(walker)) {
      for (const bool church : {false, true}) {
        ASSERT_EQ(holidays.name(date, {territory.id, church}).has_value(),
                  oracle::is_holiday(walker, territory.id, church))
            << calendar::iso(date) << " " << territory.id;
      }
    }
  }
}

}  // namespace
