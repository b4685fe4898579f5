#include <gmock/gmock.h>

#include "project.hpp"
#include "writers/text.hpp"

// What the letters may and may not say of the law: each case failed once.
namespace {

using testing::HasSubstr;
using testing::Not;

// The text of a document, on one line, with ordinary spaces.
std::string written(const std::string& document, const std::string& content) {
  base::Diagnostics diagnostics;
  const auto prepared =
      app::prepare(project::engine(), document, {"d.yaml", content}, {}, diagnostics);
  EXPECT_TRUE(prepared) << project::messages(diagnostics);
  if (!prepared) return {};
  const auto made = app::make_document(project::engine(), *prepared, {}, diagnostics);
  EXPECT_TRUE(made) << project::messages(diagnostics);
  std::string text = made ? writers::text(*made) : "";
  for (const std::string_view space : {"\u00A0", "\u202F", "\n"}) {
    for (auto at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
      text.replace(at, space.size(), " ");
    }
  }
  return text;
}

std::string example(const std::string& name) {
  return project::file("forms/exemples/" + name + ".yaml");
}

std::string refusal(const std::string& document, const std::string& content) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(app::prepare(project::engine(), document, {"d.yaml", content}, {}, diagnostics));
  return project::messages(diagnostics);
}

// L. 2123-35: the protection « peut être accordée » to the family of an elected person who died.
TEST(Wording, TheFamilyOfADeadElectedPersonAsksForAVote) {
  const auto text = written("protection-commune", example("protection-commune-famille-deces"));
  EXPECT_THAT(text, Not(HasSubstr("La protection naît de plein droit")));
  EXPECT_THAT(text, HasSubstr("elle suppose une décision du conseil municipal"));
  // Received on 22 July 2026: two months of silence end on 22 September.
  EXPECT_THAT(text, HasSubstr("mardi 22 septembre 2026"));
  for (const char* paper : {"information-conseil", "transmission-prefet", "notification-elu"}) {
    EXPECT_THAT(refusal(paper, example("protection-commune-famille-deces")),
                HasSubstr("n’est pas acquise de plein droit"))
        << paper;
  }
}

// Before 24 December 2025 the texts name the executive only.
TEST(Wording, ACouncillorWithoutDelegationBeforeTheLawOf2025AsksForAVote) {
  const auto text = written("protection-commune", example("protection-commune-ancien-elu"));
  EXPECT_THAT(text, Not(HasSubstr("La protection naît de plein droit")));
  EXPECT_THAT(text, HasSubstr("n° 22VE01436"));
}

TEST(Wording, ADepartmentAndARegionAreGivenTheirOwnArticles) {
  const auto region = written("note-synthese", example("note-synthese-ancien-elu"));
  EXPECT_THAT(region, HasSubstr("article L. 4135-29"));
  EXPECT_THAT(region, Not(HasSubstr("L. 2123-35")));
  EXPECT_THAT(region, Not(HasSubstr("L. 2131-2")));
  const auto department = written("deliberation", example("deliberation-departement"));
  EXPECT_THAT(department, Not(HasSubstr("L. 2123-35")));
}

// L. 3132-5 and L. 4142-5 date from 24 December 2025.
TEST(Wording, NoArticleIsCitedBeforeItsTime) {
  for (const char* name : {"deliberation-refus", "protection-commune-departement-2025",
                           "information-conseil-departement", "note-synthese-departement"}) {
    const std::string document = std::string(name).substr(0, std::string(name).rfind('-'));
    const std::string asked =
        document == "protection-commune-departement" ? "protection-commune" : document;
    EXPECT_THAT(written(asked, example(name)), Not(HasSubstr("en vigueur le"))) << name;
  }
}

TEST(Wording, AnElectedPersonAccusedIsProtectedByAVoteOnly) {
  const std::string accused = example("deliberation-mise-en-cause");
  EXPECT_THAT(written("deliberation", accused),
              HasSubstr("La protection fonctionnelle est accordée à Madame Hélène Marchetti"));
  EXPECT_THAT(
      refusal("deliberation", project::with(accused, "fonction: maire", "fonction: conseiller")),
      HasSubstr("conseiller sans délégation"));
  EXPECT_THAT(
      refusal("deliberation", project::with(accused, "décision: octroi", "décision: maintien")),
      HasSubstr("Il l’accorde ou la refuse"));
}

TEST(Wording, TheFeesOfAnAccusedPersonRestOnTheirOwnArticle) {
  const auto text =
      written("prise-en-charge-frais", example("prise-en-charge-frais-mise-en-cause"));
  EXPECT_THAT(text, HasSubstr("article L. 2123-34"));
  EXPECT_THAT(text, Not(HasSubstr("L. 2123-35")));
}

// Before 24 December 2025, only a prosecution opened the protection (2024-1106 QPC).
TEST(Wording, AFreeHearingBeforeTheLawOf2025OpensNoProtection) {
  std::string asked = example("protection-mise-en-cause");
  asked = project::with(asked, "demandée_le: 2026-11-20", "demandée_le: 2025-12-23");
  asked = project::with(asked, "reçue_le: 2026-11-20", "reçue_le: 2025-12-23");
  EXPECT_THAT(refusal("protection-mise-en-cause", asked),
              HasSubstr("supposait des poursuites pénales"));
}

// Article 8 of the code de procédure pénale changed on 1 March 2017, not in 2014.
TEST(Wording, TheVersionOfARuleIsNotSaidToBeInForceSinceTheDayOfTheFactsItCovers) {
  EXPECT_THAT(written("plainte", example("plainte")),
              Not(HasSubstr("en vigueur depuis le 1er mars 2014")));
}

TEST(Wording, TheAccusedPersonOfAHearingIsNotSaidToBeUnknown) {
  EXPECT_THAT(written("constitution-partie-civile", example("constitution-partie-civile-audience")),
              Not(HasSubstr("Je ne connais pas l’identité")));
}

TEST(Wording, TheDayPromisedToTheCouncilIsAWorkingDay) {
  const auto text = written("information-conseil", example("information-conseil"));
  EXPECT_THAT(text, HasSubstr("Elle le sera au plus tard le vendredi 27 novembre 2026"));
}

}  // namespace
