#include "app/qualify.hpp"

#include <gmock/gmock.h>

#include "project.hpp"

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

app::CaseQualification qualified(const std::string& content) {
  base::Diagnostics diagnostics;
  const auto found = app::qualify_case(project::engine(), {"d.yaml", content}, diagnostics);
  EXPECT_EQ(project::messages(diagnostics), "");
  return found.value_or(app::CaseQualification{});
}

std::vector<std::string> ids(const app::CaseQualification& found, bool applying) {
  std::vector<std::string> list;
  for (const app::QualifiedOffence& offence : found.offences) {
    if (offence.applies == applying) list.push_back(offence.id);
  }
  return list;
}

const char* assault =
    "demandeur: { qualité: élu }\nmandat: { fonction: maire }\n"
    "faits: { date: 2026-11-14, catégories: [violences], itt: huit_jours_ou_moins }\n";

// Article 222-14-5 of the code pénal, since 23 March 2024: seven years and 100 000 € if the
// incapacity is of more than eight days, five years and 75 000 € if it is not.
TEST(Qualify, FindsTheOffenceAndItsPenaltyOnTheDay) {
  const auto found = qualified(assault);
  EXPECT_THAT(ids(found, true), ElementsAre("violences-elu-huit-jours-ou-moins"));
  EXPECT_EQ(found.offences.front().penalty,
            "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende");
  EXPECT_THAT(found.offences.front().explanation.front(), HasSubstr("112-1"));
}

TEST(Qualify, CountsTheCircumstances) {
  const auto found =
      qualified(project::with(assault, "itt:", "circonstances: [arme, visage_dissimulé], itt:"));
  EXPECT_THAT(ids(found, true),
              ElementsAre("violences-elu-huit-jours-ou-moins-deux-circonstances"));
}

// Before 23 March 2024 an elected member had no text of his own as to 222-14-5: article 222-13,
// three years and 45 000 €.
TEST(Qualify, AppliesTheLawOfTheDay) {
  const auto before = qualified(project::with(assault, "2026-11-14", "2024-03-22"));
  ASSERT_FALSE(before.offences.empty());
  EXPECT_EQ(before.offences.front().penalty,
            "trois ans d’emprisonnement et 45\u202F000\u00A0€ d’amende");
}

TEST(Qualify, SaysWhatMisses) {
  const auto found = qualified(
      "demandeur: { qualité: élu }\nfaits: { date: 2026-11-14, catégories: [menaces] }\n");
  EXPECT_THAT(ids(found, true), testing::IsEmpty());
  ASSERT_THAT(ids(found, false), Contains("menace-mort-elu"));
  for (const app::QualifiedOffence& offence : found.offences) {
    if (offence.id != "menace-mort-elu") continue;
    ASSERT_EQ(offence.missing.size(), 1U);
    EXPECT_EQ(offence.missing.front().name, "menace");
    EXPECT_EQ(offence.missing.front().answers.size(), 3U);
  }
  // An obstruction of debates is another nature of facts, which the case does not name.
  EXPECT_THAT(ids(found, false), Not(Contains("entrave-debats")));
}

// An outrage is not public, a defamation may be: each nature of facts is read for itself.
TEST(Qualify, ReadsEachNatureOfFactsForItself) {
  const auto found = qualified(
      "demandeur: { qualité: élu }\nmandat: { fonction: conseiller }\n"
      "faits:\n  date: 2026-10-03\n  catégories: [outrage, diffamation, injure]\n"
      "  public: oui\n  discriminatoire: non\n  lien_fonctions: mon vote du 1er octobre\n");
  EXPECT_THAT(ids(found, true), testing::UnorderedElementsAre("outrage-elu-mission",
                                                              "diffamation-elu", "injure-elu"));
}

TEST(Qualify, GuessesNeitherTheDayNorTheVictim) {
  base::Diagnostics diagnostics;
  const auto found = app::qualify_case(
      project::engine(), {"d.yaml", "faits: { catégories: [menaces] }\n"}, diagnostics);
  EXPECT_FALSE(found);
  EXPECT_THAT(project::messages(diagnostics), HasSubstr("faits.date"));
  EXPECT_THAT(project::messages(diagnostics), HasSubstr("demandeur.qualité"));
  EXPECT_EQ(diagnostics.exit_status(), 3);
}

}  // namespace
