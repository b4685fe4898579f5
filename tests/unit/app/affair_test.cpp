#include "app/affair.hpp"

#include <gmock/gmock.h>

#include "document/words.hpp"
#include "project.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

app::AffairPlan plan(const std::string& content) {
  app::GenerateOptions options;
  options.default_date = calendar::parse_iso("2026-11-23");
  base::Diagnostics diagnostics;
  auto made = app::plan_affair(project::engine(), {"d.yaml", content}, options, diagnostics);
  EXPECT_TRUE(made) << project::messages(diagnostics);
  return made.value_or(app::AffairPlan{});
}

std::vector<std::string> dates_of(const app::AffairPlan& plan, const std::string& rule) {
  std::vector<std::string> dates;
  for (const law::Deadline& deadline : plan.deadlines) {
    if (deadline.id == rule && deadline.date) dates.push_back(calendar::iso(*deadline.date));
  }
  return dates;
}

TEST(Affair, CallsTheDocumentsInTheOrderOfUse) {
  const auto made = plan(project::file("forms/exemples/affaire.yaml"));
  std::vector<std::string> ids;
  for (const app::CalledDocument& document : made.documents) {
    ids.push_back(document.id);
    EXPECT_FALSE(document.missing.has_errors()) << project::messages(document.missing);
    EXPECT_NE(document.because, "");
  }
  EXPECT_THAT(ids, ElementsAre("plainte", "protection-commune", "accuse-reception",
                               "information-conseil", "transmission-prefet", "notification-elu",
                               "convocation-conseil", "note-synthese"));
}

// Article 65 of the act of 29 July 1881: three months from the publication, 14 November 2026.
// Article L. 2121-12 of the code général des collectivités territoriales: five clear days before
// the session of 10 December 2026 are the 5th to the 9th, so the letter leaves on the 4th.
// Counted from the summons of 2 December, the 3rd to the 7th: the session from the 8th on.
TEST(Affair, GathersTheDeadlinesByDate) {
  const auto made = plan(project::file("forms/exemples/affaire.yaml"));
  EXPECT_THAT(dates_of(made, "prescription-presse"), ElementsAre("2027-02-14"));
  EXPECT_THAT(dates_of(made, "convocation-conseil-5"), ElementsAre("2026-12-08"));
  EXPECT_THAT(dates_of(made, "convocation-conseil-5-rebours"), ElementsAre("2026-12-04"));
  std::optional<calendar::Date> last;
  for (const law::Deadline& deadline : made.deadlines) {
    if (!deadline.date) continue;
    EXPECT_LE(last.value_or(*deadline.date), *deadline.date);
    last = deadline.date;
  }
}

TEST(Affair, ListsWhatAnUnfinishedDocumentMisses) {
  const auto made = plan(project::with(project::file("forms/exemples/affaire.yaml"),
                                       "  lieu: salle du conseil, mairie d’Aubremont\n", ""));
  base::Diagnostics diagnostics;
  const auto index =
      app::affair_index(project::engine(), made, *calendar::parse_iso("2026-11-23"), diagnostics);
  ASSERT_TRUE(index) << project::messages(diagnostics);
  std::string text;
  for (const std::string& word : document::words(*index)) text += word + " ";
  EXPECT_THAT(text, HasSubstr("séance lieu Lieu manque"));
  EXPECT_THAT(text, HasSubstr("Convocation du conseil"));
}

std::string index_of(const app::AffairPlan& made) {
  base::Diagnostics diagnostics;
  const auto index =
      app::affair_index(project::engine(), made, *calendar::parse_iso("2026-11-23"), diagnostics);
  EXPECT_TRUE(index) << project::messages(diagnostics);
  std::string text;
  if (!index) return text;
  for (const std::string& word : document::words(*index)) text += word + " ";
  return text;
}

// The three months of article 85 are a wait: shown as a bare date, they read as a limit.
TEST(Affair, SaysThatAWaitIsAWait) {
  EXPECT_THAT(index_of(plan(project::file("forms/exemples/affaire.yaml"))),
              HasSubstr("18 février 2027 fin de l attente"));
}

// A victim’s letter asks for what an accused person cannot have: a protection without a vote.
TEST(Affair, CallsTheLettersOfAnAccusedPersonOnly) {
  const auto made = plan(project::file("forms/exemples/deliberation-mise-en-cause.yaml"));
  std::vector<std::string> ids;
  for (const app::CalledDocument& document : made.documents) ids.push_back(document.id);
  EXPECT_THAT(ids, ElementsAre("protection-mise-en-cause", "convocation-conseil",
                               "note-mise-en-cause", "deliberation"));
}

}  // namespace
