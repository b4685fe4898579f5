// Penalties incurred, before and since 23 March 2024, worked out by hand from the articles of the
// code pénal (state of 2 April 2026) and from loi n° 2024-247 du 21 mars 2024.
#include "law/offence.hpp"

#include <gtest/gtest.h>

#include "law_fixture.hpp"

namespace {

struct Row {
  const char* offence;
  const char* before;  // facts of 22 March 2024
  const char* since;   // facts of 23 March 2024
  const char* source;
};

constexpr Row rows[] = {
    {"violences-elu-plus-de-huit-jours", "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende",
     "sept ans d’emprisonnement et 100\u202F000\u00A0€ d’amende", "222-12 4°, 222-14-5 I 1°"},
    {"violences-elu-huit-jours-ou-moins",
     "trois ans d’emprisonnement et 45\u202F000\u00A0€ d’amende",
     "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende", "222-13 4°, 222-14-5 I 2°"},
    {"violences-elu-sans-itt", "trois ans d’emprisonnement et 45\u202F000\u00A0€ d’amende",
     "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende", "222-13 4°, 222-14-5 I 2°"},
    {"violences-elu-plus-de-huit-jours-une-circonstance",
     "sept ans d’emprisonnement et 100\u202F000\u00A0€ d’amende",
     "dix ans d’emprisonnement et 150\u202F000\u00A0€ d’amende",
     "222-12 (deux circonstances), 222-14-5 I"},
    {"violences-elu-huit-jours-ou-moins-une-circonstance",
     "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende",
     "sept ans d’emprisonnement et 100\u202F000\u00A0€ d’amende",
     "222-13 (deux circonstances), 222-14-5 I"},
    {"violences-elu-huit-jours-ou-moins-deux-circonstances",
     "sept ans d’emprisonnement et 100\u202F000\u00A0€ d’amende",
     "dix ans d’emprisonnement et 150\u202F000\u00A0€ d’amende",
     "222-13 (trois circonstances), 222-14-5 I"},
    {"violences-elu-mutilation", "quinze ans de réclusion criminelle",
     "quinze ans de réclusion criminelle", "222-10"},
    {"violences-elu-mort", "vingt ans de réclusion criminelle", "vingt ans de réclusion criminelle",
     "222-8"},
    {"menace-elu", "trois ans d’emprisonnement et 45\u202F000\u00A0€ d’amende",
     "trois ans d’emprisonnement et 45\u202F000\u00A0€ d’amende", "433-3 al. 1"},
    {"menace-mort-elu", "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende",
     "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende", "433-3 al. 5"},
    {"intimidation-elu", "dix ans d’emprisonnement et 150\u202F000\u00A0€ d’amende",
     "dix ans d’emprisonnement et 150\u202F000\u00A0€ d’amende", "433-3, dernier alinéa"},
    {"harcelement-elu", "un an d’emprisonnement et 15\u202F000\u00A0€ d’amende",
     "deux ans d’emprisonnement et 30\u202F000\u00A0€ d’amende", "222-33-2-2 4° bis"},
    {"harcelement-elu-une-circonstance", "deux ans d’emprisonnement et 30\u202F000\u00A0€ d’amende",
     "trois ans d’emprisonnement et 45\u202F000\u00A0€ d’amende", "222-33-2-2, dernier alinéa"},
    {"outrage-elu-depositaire", "un an d’emprisonnement et 15\u202F000\u00A0€ d’amende",
     "un an d’emprisonnement et 15\u202F000\u00A0€ d’amende", "433-5 al. 2"},
    {"outrage-elu-mission", "7\u202F500\u00A0€ d’amende",
     "7\u202F500\u00A0€ d’amende et un travail d’intérêt général", "433-5 al. 1"},
    {"diffamation-elu", "45\u202F000\u00A0€ d’amende",
     "45\u202F000\u00A0€ d’amende et un travail d’intérêt général", "loi de 1881, 30 et 31"},
    {"injure-elu", "12\u202F000\u00A0€ d’amende",
     "12\u202F000\u00A0€ d’amende et un travail d’intérêt général", "loi de 1881, 33 al. 1"},
    {"injure-particulier", "12\u202F000\u00A0€ d’amende", "12\u202F000\u00A0€ d’amende",
     "loi de 1881, 33 al. 2"},
    {"divulgation-elu", "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende",
     "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende", "223-1-1 al. 2"},
    {"divulgation-candidat", "trois ans d’emprisonnement et 45\u202F000\u00A0€ d’amende",
     "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende", "223-1-1 al. 2"},
    {"vie-privee-elu", "un an d’emprisonnement et 45\u202F000\u00A0€ d’amende",
     "deux ans d’emprisonnement et 60\u202F000\u00A0€ d’amende", "226-1, dernier alinéa"},
    {"degradation", "deux ans d’emprisonnement et 30\u202F000\u00A0€ d’amende",
     "deux ans d’emprisonnement et 30\u202F000\u00A0€ d’amende", "322-1 I"},
    {"degradation-influence-elu", "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende",
     "cinq ans d’emprisonnement et 75\u202F000\u00A0€ d’amende", "322-3 3°"},
    {"destruction-dangereuse-elu-mission",
     "dix ans d’emprisonnement et 150\u202F000\u00A0€ d’amende",
     "vingt ans de réclusion criminelle et 150\u202F000\u00A0€ d’amende", "322-6, 322-8 3°"},
    {"destruction-dangereuse-elu-depositaire",
     "vingt ans de réclusion criminelle et 150\u202F000\u00A0€ d’amende",
     "vingt ans de réclusion criminelle et 150\u202F000\u00A0€ d’amende", "322-8 3°"},
    {"acces-frauduleux", "trois ans d’emprisonnement et 100\u202F000\u00A0€ d’amende",
     "trois ans d’emprisonnement et 100\u202F000\u00A0€ d’amende", "323-1 al. 1"},
    {"injure-non-publique", "amende de 38\u00A0€ au plus (contravention de la 1re classe)",
     "amende de 38\u00A0€ au plus (contravention de la 1re classe)", "R. 621-2"},
};

TEST(Offence, PenaltyFollowsTheDayOfTheFacts) {
  RepositoryLibrary law;
  for (const Row& row : rows) {
    const law::Offence* offence = law.library.offence(row.offence, law.diagnostics);
    ASSERT_NE(offence, nullptr) << row.offence;
    const auto* before = law::in_force(offence->versions, day("2024-03-22"));
    const auto* since = law::in_force(offence->versions, day("2024-03-23"));
    ASSERT_NE(before, nullptr) << row.offence;
    ASSERT_NE(since, nullptr) << row.offence;
    EXPECT_EQ(law::french(before->penalty), row.before) << row.offence << " " << row.source;
    EXPECT_EQ(law::french(since->penalty), row.since) << row.offence << " " << row.source;
  }
  EXPECT_TRUE(law.diagnostics.empty()) << messages(law.diagnostics);
}

TEST(Offence, HomeIntrusionChangedOnTwentyNineJuly2023) {
  RepositoryLibrary law;
  const law::Offence* offence = law.library.offence("violation-domicile", law.diagnostics);
  ASSERT_NE(offence, nullptr);
  EXPECT_EQ(law::french(law::in_force(offence->versions, day("2023-07-28"))->penalty),
            "un an d’emprisonnement et 15\u202F000\u00A0€ d’amende");
  EXPECT_EQ(law::french(law::in_force(offence->versions, day("2023-07-29"))->penalty),
            "trois ans d’emprisonnement et 45\u202F000\u00A0€ d’amende");
}

TEST(Offence, ThreatsArePunishedByThreeYearsSince2017) {
  // Loi n° 2017-258 du 28 février 2017 (JO du 1er mars) : l’article 433-3 passe de deux à trois
  // ans. Débats de l’Assemblée nationale de novembre 2020 : « trois ans et 45 000 euros ».
  RepositoryLibrary law;
  for (const char* id : {"menace-elu", "menace-famille-elu"}) {
    const law::Offence* offence = law.library.offence(id, law.diagnostics);
    ASSERT_NE(offence, nullptr);
    for (const char* iso : {"2017-03-02", "2021-11-26"}) {
      const auto* version = law::in_force(offence->versions, day(iso));
      ASSERT_NE(version, nullptr) << iso;
      EXPECT_EQ(version->provenance.confidence, law::Confidence::probable) << iso;
      EXPECT_EQ(law::french(version->penalty),
                "trois ans d’emprisonnement et 45\u202F000\u00A0€ d’amende")
          << iso;
    }
    EXPECT_EQ(law::in_force(offence->versions, day("2017-03-01")), nullptr);
  }
}

TEST(Offence, EveryPressOffenceRunsOnAPressDeadline) {
  // Loi du 29 juillet 1881, articles 65 et 65-3 ; aussi pour la diffamation et l’injure non
  // publiques. Outrage is not press: six years.
  RepositoryLibrary law;
  int press = 0;
  for (const std::string& id : law.library.offence_ids()) {
    const law::Offence* offence = law.library.offence(id, law.diagnostics);
    ASSERT_NE(offence, nullptr) << id;
    for (const law::OffenceVersion& version : offence->versions) {
      EXPECT_EQ(version.limitation_rule.starts_with("prescription-presse"), offence->press) << id;
    }
    press += offence->press ? 1 : 0;
    EXPECT_EQ(offence->press, offence->family == "presse") << id;
  }
  EXPECT_EQ(press, 11);
}

TEST(Offence, LimitationFollowsTheNature) {
  RepositoryLibrary law;
  const law::Offence* fire =
      law.library.offence("destruction-dangereuse-elu-mission", law.diagnostics);
  ASSERT_NE(fire, nullptr);
  EXPECT_EQ(law::in_force(fire->versions, day("2024-03-22"))->limitation_rule,
            "prescription-delit");
  EXPECT_EQ(law::in_force(fire->versions, day("2024-03-23"))->limitation_rule,
            "prescription-crime");
}

TEST(Offence, WordingOfTheFactsDependsOnTheVictim) {
  RepositoryLibrary law;
  const law::Offence* offence =
      law.library.offence("violences-elu-huit-jours-ou-moins", law.diagnostics);
  ASSERT_NE(offence, nullptr);
  const auto* version = law::in_force(offence->versions, day("2026-05-01"));
  EXPECT_EQ(law::facts_for(*version, "élu"),
            "violences volontaires ayant entraîné une incapacité totale de travail n’excédant pas "
            "huit jours sur une personne titulaire d’un mandat électif public");
  EXPECT_NE(law::facts_for(*version, "famille"), law::facts_for(*version, "élu"));
  EXPECT_EQ(law::facts_for(*version, ""), law::facts_for(*version, "élu"));
}

}  // namespace
