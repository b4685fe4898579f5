#include "law/qualification.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law_fixture.hpp"

namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

law::Facts violence(const char* date, const char* victim) {
  law::Facts facts;
  facts.date = day(date);
  facts.family = "violences";
  facts.victim = victim;
  facts.criteria["itt"] = "huit_jours_ou_moins";
  return facts;
}

std::vector<std::string> applying(const law::Library& library, const law::Facts& facts,
                                  base::Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (const law::Qualification& one : law::qualify(library, facts, diagnostics)) {
    if (one.match == law::Match::applies) ids.push_back(one.offence->id);
  }
  return ids;
}

TEST(Qualification, SameFactsOnEitherSideOfTheReform) {
  // Five days of incapacity, several attackers. 10 March 2024: article 222-13, two circumstances
  // (victim and number). 25 March 2024: article 222-14-5, one circumstance.
  RepositoryLibrary law;
  law::Facts facts = violence("2024-03-10", "élu");
  facts.circumstances = {"réunion"};
  auto found = law::qualify(law.library, facts, law.diagnostics);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(law::french(found[0].version->penalty),
            "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende");
  EXPECT_THAT(found[0].version->citations, Contains("code-penal/222-13"));
  facts.date = day("2024-03-25");
  found = law::qualify(law.library, facts, law.diagnostics);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(law::french(found[0].version->penalty),
            "sept ans d’emprisonnement et 100\u202F000\u00A0€ d’amende");
  EXPECT_THAT(found[0].version->citations, Contains("code-penal/222-14-5"));
  EXPECT_TRUE(law.diagnostics.empty()) << messages(law.diagnostics);
}

TEST(Qualification, FormerMemberIsCoveredOnlySinceTheReform) {
  RepositoryLibrary law;
  EXPECT_THAT(applying(law.library, violence("2024-03-22", "ancien_élu"), law.diagnostics),
              testing::ElementsAre("violences-droit-commun-huit-jours-ou-moins"));
  EXPECT_THAT(applying(law.library, violence("2024-03-23", "ancien_élu"), law.diagnostics),
              testing::ElementsAre("violences-elu-huit-jours-ou-moins"));
}

TEST(Qualification, CandidateRemainsUnderCommonLawForViolence) {
  RepositoryLibrary law;
  EXPECT_THAT(applying(law.library, violence("2026-02-01", "candidat"), law.diagnostics),
              testing::ElementsAre("violences-droit-commun-huit-jours-ou-moins"));
}

// Who each text protects since 23 March 2024: articles 222-14-5, 433-3, 222-33-2-2, 433-5,
// 223-1-1, 226-1, 322-3 of the code pénal, and 31 of the act of 29 July 1881.
TEST(Qualification, WhoIsProtectedByWhat) {
  struct Line {
    const char* offence;
    std::vector<std::string> victims;
  };
  const Line lines[] = {
      {"violences-elu-sans-itt", {"élu", "ancien_élu", "famille"}},
      {"menace-elu", {"élu"}},
      {"menace-famille-elu", {"famille"}},
      {"harcelement-elu", {"élu"}},
      {"outrage-elu-depositaire", {"élu"}},
      {"diffamation-elu", {"élu", "ancien_élu"}},  // the former member with a reservation
      {"divulgation-candidat", {"candidat"}},
      {"divulgation-famille", {"famille"}},
      {"vie-privee-elu", {"élu", "candidat", "famille"}},
      {"degradation-influence-elu", {"élu"}},
      {"degradation-famille-elu", {"famille"}},
  };
  RepositoryLibrary law;
  for (const Line& line : lines) {
    const law::Offence* offence = law.library.offence(line.offence, law.diagnostics);
    ASSERT_NE(offence, nullptr) << line.offence;
    EXPECT_EQ(law::in_force(offence->versions, day("2026-11-23"))->victims, line.victims)
        << line.offence;
  }
}

// Whatever the victim, the incapacity and the number of circumstances, one offence and one only:
// no hole between the tiers, no overlap.
TEST(Qualification, ViolenceAlwaysHasExactlyOneAnswer) {
  RepositoryLibrary law;
  const std::vector<std::string> circumstances = {"réunion", "arme", "préméditation", "visage"};
  for (const char* date : {"2020-06-01", "2024-03-22", "2024-03-23", "2026-11-23"}) {
    for (const char* victim : {"élu", "ancien_élu", "candidat", "famille", "particulier"}) {
      for (const char* itt :
           {"aucune", "huit_jours_ou_moins", "plus_de_huit_jours", "mutilation", "mort"}) {
        for (std::size_t count = 0; count <= circumstances.size(); ++count) {
          law::Facts facts = violence(date, victim);
          facts.criteria["itt"] = itt;
          facts.circumstances.assign(circumstances.begin(),
                                     circumstances.begin() + static_cast<std::ptrdiff_t>(count));
          EXPECT_EQ(applying(law.library, facts, law.diagnostics).size(), 1U)
              << date << " " << victim << " " << itt << " " << count;
        }
      }
    }
  }
  EXPECT_TRUE(law.diagnostics.empty()) << messages(law.diagnostics);
}

TEST(Qualification, HarassmentAlwaysHasExactlyOneAnswer) {
  RepositoryLibrary law;
  const std::vector<std::string> circumstances = {"victime_mineure", "victime_vulnérable",
                                                  "mineur_présent"};
  for (const char* date : {"2024-03-22", "2024-03-23"}) {
    for (const char* victim : {"élu", "ancien_élu", "candidat", "famille", "particulier"}) {
      for (std::size_t count = 0; count <= circumstances.size(); ++count) {
        law::Facts facts;
        facts.date = day(date);
        facts.family = "harcèlement";
        facts.victim = victim;
        facts.circumstances.assign(circumstances.begin(),
                                   circumstances.begin() + static_cast<std::ptrdiff_t>(count));
        EXPECT_EQ(applying(law.library, facts, law.diagnostics).size(), 1U)
            << date << " " << victim << " " << count;
      }
    }
  }
}

TEST(Qualification, MissingCriterionIsAskedForNotGuessed) {
  RepositoryLibrary law;
  law::Facts facts = violence("2026-02-01", "élu");
  facts.criteria.clear();
  const auto found = law::qualify(law.library, facts, law.diagnostics);
  ASSERT_FALSE(found.empty());
  for (const law::Qualification& one : found) {
    EXPECT_EQ(one.match, law::Match::possible);
    EXPECT_THAT(one.missing, testing::ElementsAre("itt"));
  }
}

TEST(Qualification, IncapacityCountsAmongTheCircumstancesOfHarassment) {
  // Article 222-33-2-2, 1° and 4° bis: two circumstances, three years.
  RepositoryLibrary law;
  law::Facts facts;
  facts.date = day("2026-02-01");
  facts.family = "harcèlement";
  facts.victim = "élu";
  facts.criteria["itt"] = "plus_de_huit_jours";
  EXPECT_THAT(applying(law.library, facts, law.diagnostics),
              testing::ElementsAre("harcelement-elu-une-circonstance"));
}

TEST(Qualification, OffenceThatDidNotExistIsNotProposed) {
  // Article 223-1-1 dates from 26 August 2021.
  RepositoryLibrary law;
  law::Facts facts;
  facts.date = day("2021-08-25");
  facts.family = "vie_privée";
  facts.victim = "élu";
  facts.criteria["acte"] = "divulgation";
  EXPECT_THAT(applying(law.library, facts, law.diagnostics), IsEmpty());
  facts.date = day("2021-08-26");
  EXPECT_THAT(applying(law.library, facts, law.diagnostics),
              testing::ElementsAre("divulgation-elu"));
}

TEST(Qualification, DayWeDoNotCoverIsSaid) {
  RepositoryLibrary law;
  EXPECT_THAT(applying(law.library, violence("2010-01-01", "élu"), law.diagnostics), IsEmpty());
  EXPECT_THAT(messages(law.diagnostics), HasSubstr("droit non couvert"));
}

TEST(Qualification, UnknownWordsAreRefusedAllAtOnce) {
  RepositoryLibrary law;
  law::Facts facts = violence("2026-02-01", "mairesse");
  facts.criteria["itt"] = "cinq";
  facts.circumstances = {"nuit"};
  EXPECT_THAT(law::qualify(law.library, facts, law.diagnostics), IsEmpty());
  const std::string text = messages(law.diagnostics);
  EXPECT_THAT(text, HasSubstr("mairesse"));
  EXPECT_THAT(text, HasSubstr("cinq"));
  EXPECT_THAT(text, HasSubstr("nuit"));
}

TEST(Qualification, ExplainsThatAHarsherLawDoesNotGoBack) {
  RepositoryLibrary law;
  const law::Offence* offence =
      law.library.offence("violences-elu-huit-jours-ou-moins", law.diagnostics);
  ASSERT_NE(offence, nullptr);
  const auto before = law::explain_law(law.library, *offence, day("2024-03-10"), law.diagnostics);
  EXPECT_THAT(before, Contains(HasSubstr("n’est pas rétroactive")));
  EXPECT_THAT(before, Contains(HasSubstr("23\u00A0mars\u00A02024")));
  EXPECT_THAT(before, Contains(HasSubstr("article 112-1 du code pénal")));
  const auto since = law::explain_law(law.library, *offence, day("2024-03-25"), law.diagnostics);
  EXPECT_THAT(since, Not(Contains(HasSubstr("rétroactive"))));
}

}  // namespace
