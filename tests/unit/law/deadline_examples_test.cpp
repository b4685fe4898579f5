// Every rule file's own worked examples, and what must hold of all of them.
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "law/evaluate.hpp"

namespace {

using law::Deadline;

std::string messages(const base::Diagnostics& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics.all()) text += base::to_string(diagnostic) + "\n";
  return text;
}

law::Question question_of(const law::Rule& rule, const law::Example& example) {
  law::Question question;
  question.rule = rule.id;
  question.start = example.start;
  question.backwards = example.backwards;
  if (!example.territory.empty()) question.place.territory = example.territory;
  for (const auto& [id, moment] : example.events) question.events.emplace(id, moment);
  return question;
}

TEST(DeadlineFiles, AreAllWellFormed) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  law::DeadlineRules rules(files);
  base::Diagnostics diagnostics;
  rules.check_all(diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << messages(diagnostics);
  EXPECT_GE(rules.ids().size(), 60U);
}

TEST(DeadlineFiles, EveryExampleGivesItsDeadline) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  law::DeadlineRules rules(files);
  int executed = 0;
  for (const std::string& id : rules.ids()) {
    base::Diagnostics diagnostics;
    const law::Rule* rule = rules.rule(id, diagnostics);
    ASSERT_NE(rule, nullptr) << messages(diagnostics);
    for (const auto& example : rule->examples) {
      const auto deadline = evaluate(question_of(*rule, example), rules, diagnostics);
      ASSERT_TRUE(deadline && deadline->date) << id << "\n" << messages(diagnostics);
      EXPECT_EQ(calendar::iso(*deadline->date), calendar::iso(*example.deadline))
          << id << " (" << example.source << ")";
      EXPECT_EQ(deadline->hour, example.hour) << id << " (" << example.source << ")";
      EXPECT_FALSE(deadline->steps.empty()) << id;
      ++executed;
    }
  }
  EXPECT_GE(executed, 100);
}

// The date shown first is never less careful than another reading shown after it.
TEST(DeadlineFiles, TheMainReadingIsTheCautiousOne) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  law::DeadlineRules rules(files);
  for (const std::string& id : rules.ids()) {
    base::Diagnostics diagnostics;
    const law::Rule* rule = rules.rule(id, diagnostics);
    ASSERT_NE(rule, nullptr) << messages(diagnostics);
    for (int day = 0; day < 400; ++day) {
      law::Question question;
      question.rule = id;
      question.start = law::Moment{*calendar::make_date(2026, 11, 23) + std::chrono::days{day}, {}};
      const auto deadline = evaluate(question, rules, diagnostics);
      ASSERT_TRUE(deadline && deadline->date) << id << messages(diagnostics);
      for (const auto& other : deadline->alternatives) {
        if (deadline->nature == law::Nature::limit) {
          EXPECT_LT(*deadline->date, other.moment.date) << id;
        } else if (deadline->nature == law::Nature::opening) {
          EXPECT_GT(*deadline->date, other.moment.date) << id;
        }
      }
      if (deadline->advised) {
        EXPECT_LT(deadline->advised->date, *deadline->date) << id;
      }
    }
  }
}

}  // namespace
