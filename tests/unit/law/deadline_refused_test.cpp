// tests/bad/delais: each rule file is wrong, and its first line says with what message.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/disk.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "law/evaluate.hpp"

namespace {

constexpr std::string_view folder = "tests/bad/delais";
constexpr std::string_view mark = "# attendu: ";

std::string line_one(const std::string& content) {
  const std::string line = content.substr(0, content.find('\n'));
  return line.starts_with(mark) ? line.substr(mark.size()) : std::string();
}

// What is wrong with `content` as the rule « essai ».
base::Diagnostics checked(const std::string& content) {
  const base::MemoryFiles files(
      {{"content/droit/delais/essai.yaml", content},
       {"content/droit/evenements.yaml", "événements:\n  depart: { nom: le départ }\n"},
       {"content/droit/feries.yaml",
        "années: { première: 1905, dernière: 2200 }\nterritoires:\n  - { id: metropole, nom: "
        "Métropole }\njours: []\n"}});
  law::DeadlineRules rules(files);
  base::Diagnostics diagnostics;
  rules.check_all(diagnostics);
  return diagnostics;
}

TEST(RefusedRules, EachSaysWhatIsWrongAndWhere) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  int seen = 0;
  for (const std::string& name : files.list(folder)) {
    const std::string content = files.read(std::string(folder) + "/" + name).value_or("");
    const std::string expected = line_one(content);
    ASSERT_FALSE(expected.empty()) << name;
    const base::Diagnostics diagnostics = checked(content);
    ++seen;
    if (expected == "rien") {
      EXPECT_TRUE(diagnostics.empty()) << name << base::to_string(diagnostics.all().front());
      continue;
    }
    const auto& all = diagnostics.all();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                            [&](const base::Diagnostic& each) {
                              return each.message.find(expected) != std::string::npos &&
                                     each.position.line > 0 &&
                                     each.severity == base::Severity::error;
                            }))
        << name << (all.empty() ? ": accepted" : ": " + base::to_string(all.front()));
  }
  EXPECT_GE(seen, 25);
}

TEST(RefusedRules, AWrongRuleIsNeverApplied) {
  const base::DiskFiles disk(EGIDE_SOURCE_DIR);
  const auto content = disk.read("tests/bad/delais/sans-report.yaml");
  ASSERT_TRUE(content);
  const base::MemoryFiles files({{"content/droit/delais/essai.yaml", *content}});
  law::DeadlineRules rules(files);
  base::Diagnostics diagnostics;
  law::Question question;
  question.rule = "essai";
  question.start = law::parse_moment("2026-11-23");
  EXPECT_FALSE(evaluate(question, rules, diagnostics));
  EXPECT_TRUE(diagnostics.has_errors());
}

// An event computed by the rule that it starts.
TEST(RefusedRules, ACircleOfRulesIsReported) {
  const base::DiskFiles disk(EGIDE_SOURCE_DIR);
  const base::MemoryFiles files(
      {{"content/droit/delais/essai.yaml", *disk.read("tests/bad/delais/correct.yaml")},
       {"content/droit/evenements.yaml",
        "événements:\n  depart: { nom: le départ, règle: essai }\n"},
       {"content/droit/feries.yaml", *disk.read("content/droit/feries.yaml")}});
  law::DeadlineRules rules(files);
  base::Diagnostics diagnostics;
  law::Question question;
  question.rule = "essai";
  EXPECT_FALSE(evaluate(question, rules, diagnostics));
  ASSERT_TRUE(diagnostics.has_errors());
  EXPECT_NE(diagnostics.all()[0].message.find("dépend d’elle-même"), std::string::npos);
}

// A version repealed gives no date, and says what replaces it.
TEST(RefusedRules, ARepealedRuleGivesNoDate) {
  const base::DiskFiles disk(EGIDE_SOURCE_DIR);
  std::string content = *disk.read("tests/bad/delais/abroge-sans-rappel.yaml");
  content.insert(content.find("    abrogé: oui"), "    rappel: Voir l’autre règle.\n");
  const base::MemoryFiles files(
      {{"content/droit/delais/essai.yaml", content},
       {"content/droit/evenements.yaml", "événements:\n  depart: { nom: le départ }\n"},
       {"content/droit/feries.yaml", *disk.read("content/droit/feries.yaml")}});
  law::DeadlineRules rules(files);
  base::Diagnostics diagnostics;
  law::Question question;
  question.rule = "essai";
  question.start = law::parse_moment("2025-12-31");
  EXPECT_TRUE(evaluate(question, rules, diagnostics));
  question.start = law::parse_moment("2026-01-01");
  EXPECT_FALSE(evaluate(question, rules, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].hint, "Voir l’autre règle.");
}

}  // namespace
