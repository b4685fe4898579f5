#include <gtest/gtest.h>

#include "base/files.hpp"
#include "law/evaluate.hpp"

// The end of the four months of the council (L2123-35), when the two readings of the law in force
// since 24 December 2025 make the protection begin on different days. Counted by hand.
namespace {

law::Moment day(std::string_view text) { return *law::parse_moment(text); }

law::Deadline withdrawal(std::map<std::string, law::Moment> events) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  law::DeadlineRules rules(files);
  base::Diagnostics diagnostics;
  law::Question question;
  question.rule = "retrait-protection";
  question.events = std::move(events);
  auto found = law::evaluate(question, rules, diagnostics);
  EXPECT_TRUE(found && found->date);
  return found.value_or(law::Deadline{});
}

TEST(Withdrawal, RunsFromTheNearerBirthWhenTheActsOf2024CameFirst) {
  // Received Monday 23 November, both acts done in the five days: born on the 29th under the act
  // of 2024; the préfet receives the papers on 3 December: born that day under the act of 2025.
  const auto deadline = withdrawal({{"reception-demande", day("2026-11-23")},
                                    {"information-conseillers", day("2026-11-24")},
                                    {"transmission-au-prefet", day("2026-11-25")},
                                    {"reception-prefet", day("2026-12-03")}});
  EXPECT_EQ(calendar::iso(*deadline.date), "2027-03-29");
  bool shows_the_other = false;
  for (const auto& other : deadline.alternatives) {
    shows_the_other = shows_the_other || calendar::iso(other.moment.date) == "2027-04-03";
  }
  EXPECT_TRUE(shows_the_other);
}

TEST(Withdrawal, RunsFromTheReceptionWhenItIsTheNearer) {
  // The préfet receives the papers on the 26th, before the five full days have run.
  const auto deadline = withdrawal({{"reception-demande", day("2026-11-23")},
                                    {"information-conseillers", day("2026-11-24")},
                                    {"transmission-au-prefet", day("2026-11-25")},
                                    {"reception-prefet", day("2026-11-26")}});
  EXPECT_EQ(calendar::iso(*deadline.date), "2027-03-26");
}

}  // namespace
