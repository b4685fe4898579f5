// An independent reading of the law database: every date below was counted by hand from the text
// or the decision named in its row, without looking at what the program answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "law/evaluate.hpp"
#include "law_fixture.hpp"

namespace {

using ::testing::HasSubstr;

class Audit : public ::testing::Test {
 protected:
  static law::Moment moment(const std::string& text) { return *law::parse_moment(text); }

  std::optional<law::Deadline> ask(const std::string& rule, const std::string& start,
                                   std::map<std::string, law::Moment> events = {},
                                   bool backwards = false, calendar::Place place = {}) {
    law::Question question;
    question.rule = rule;
    if (!start.empty()) question.start = moment(start);
    question.events = std::move(events);
    question.backwards = backwards;
    question.place = std::move(place);
    return law::evaluate(question, rules, diagnostics);
  }

  std::string date(const std::optional<law::Deadline>& deadline) {
    return deadline && deadline->date ? calendar::iso(*deadline->date) : messages(diagnostics);
  }

  base::DiskFiles files{EGIDE_SOURCE_DIR};
  law::DeadlineRules rules{files};
  base::Diagnostics diagnostics;
};

struct Counted {
  const char* rule;
  const char* start;
  bool backwards;
  const char* expected;
  const char* source;
};

const Counted counted[] = {
    // Loi de 1881, 65 : trois mois révolus ; Crim., 12 nov. 2014, n° 13-84.444 : même quantième.
    {"prescription-presse", "2026-08-31", false, "2026-11-30", "65 : novembre n’a pas de 31"},
    {"prescription-presse", "2023-11-29", false, "2024-02-29", "65 : 2024 est bissextile"},
    {"prescription-presse", "2024-11-29", false, "2025-02-28", "65 : pas de 29 février 2025"},
    {"prescription-presse", "2026-02-01", false, "2026-05-01", "65 : 1er mai férié, sans report"},
    {"prescription-presse-discrimination", "2024-02-29", false, "2025-02-28", "65-3 : un an"},
    // CPP, 8, 7 et 9 ; loi n° 2017-242, applicable aux faits non prescrits au 1er mars 2017.
    {"prescription-delit", "2014-02-28", false, "2017-02-28", "8 ancien : acquis la veille"},
    {"prescription-delit", "2014-03-01", false, "2020-03-01", "8 : non acquis au 1er mars 2017"},
    {"prescription-crime", "2024-02-29", false, "2044-02-29", "7 : 2044 est bissextile"},
    {"prescription-crime", "2007-02-28", false, "2017-02-28", "7 ancien : dix ans, acquis"},
    {"prescription-crime", "2007-03-01", false, "2027-03-01", "7 : vingt ans"},
    // CGCT, L. 2121-11 et L. 2121-12 ; CE, 13 oct. 1993, d’André : les jours fériés comptent.
    {"convocation-conseil-3", "2026-05-18", true, "2026-05-14", "15, 16, 17 pleins ; Ascension"},
    {"convocation-conseil-5", "2026-05-18", true, "2026-05-12", "13 au 17 pleins"},
    {"convocation-conseil-5", "2028-03-01", true, "2028-02-24", "25 au 29 février pleins"},
    {"convocation-conseil-5", "2027-03-01", true, "2027-02-23", "24 au 28 février pleins"},
    {"convocation-urgence", "2026-12-27", true, "2026-12-25", "26 plein ; envoi le jour de Noël"},
    // L. 3121-19 : « douze jours au moins avant » ; le plus prudent est de les compter pleins.
    {"rapport-departement", "2027-01-12", false, "2026-12-30", "31 décembre au 11 janvier pleins"},
    {"rapport-region", "2026-12-17", false, "2026-12-04", "5 au 16 décembre pleins"},
    // CJA, R. 421-1 ; CE, 4 juin 1954, Décines-Charpieu : franc ; report au jour ouvrable.
    {"recours-contentieux", "2026-03-07", false, "2026-05-11", "8 mai férié, vendredi"},
    {"recours-contentieux", "2026-02-02", false, "2026-04-03", "le Vendredi saint est ouvrable"},
    {"recours-contentieux", "2027-12-30", false, "2028-03-01", "29 février 2028 + 1"},
    // CPP, 801, appliqué au pourvoi en matière de presse (Crim., 27 janv. 1992, n° 91-86.458).
    {"pourvoi-presse", "2026-04-03", false, "2026-04-07", "lundi de Pâques 6 avril"},
    {"appel-correctionnel", "2026-05-04", false, "2026-05-15", "jeudi 14 mai, Ascension"},
    // CPP, 568 dans sa version du 30 septembre 2024 : dix jours francs au lieu de cinq.
    {"pourvoi-cassation", "2024-09-29", false, "2024-10-07", "5 octobre, samedi, reporté"},
    {"pourvoi-cassation", "2024-09-30", false, "2024-10-11", "dix jours pleins du 1er au 10"},
    // CPP, 420-1 : vingt-quatre heures avant « la date » de l’audience, quelle qu’en soit l’heure.
    {"partie-civile-hors-audience", "2027-03-10T14:00", false, "2027-03-08", "fin du 8 mars"},
    // Code électoral, L. 52-18-3 et L. 52-18-1.
    {"depot-depenses-securite", "2026-03-14", false, "2026-05-22", "vendredis 20 mars … 22 mai"},
    {"depot-depenses-securite", "2028-03-12", false, "2028-05-19", "vendredis 17 mars … 19 mai"},
    {"periode-candidat", "2028-03-12", false, "2027-09-01", "1er mars 2028 moins six mois"},
    {"decision-cnccfp", "2026-08-31", false, "2027-02-28", "six mois, pas de 31 février"},
    // Code électoral, R. 119 : le cinquième jour, 18 heures.
    {"protestation-municipale", "2026-03-22", false, "2026-03-27", "vendredi"},
    // Code des assurances, L. 113-2 : cinq jours ouvrés ; 1er et 8 mai fériés.
    {"declaration-assureur", "2026-04-30", false, "2026-05-11", "4, 5, 6, 7 et 11 mai"},
    // CRPA, L. 231-4 : deux mois, le silence n’est pas un acte et n’est pas reporté.
    {"rejet-implicite", "2025-12-31", false, "2026-02-28", "samedi 28 février"},
    // Code pénal, 222-14-5 : six ans à compter de l’expiration du mandat.
    {"ancien-elu", "2028-02-29", false, "2034-02-28", "pas de 29 février 2034"},
};

TEST_F(Audit, DatesCountedByHand) {
  for (const Counted& row : counted) {
    EXPECT_EQ(date(ask(row.rule, row.start, {}, row.backwards)), row.expected)
        << row.rule << " " << row.start << " — " << row.source;
  }
}

// L2123-35, the request received under one law and handled under the next: the law is that of the
// day of reception (no transitional provision found).
TEST_F(Audit, RequestReceivedBeforeTheSwitchKeepsItsLaw) {
  // Received Saturday 20 December 2025; the five full days are 21 to 25; born on the 26th.
  EXPECT_EQ(date(ask("effet-protection", "2025-12-20")), "2025-12-26");
  // Both acts done, the second late and after the switch: the day of that last act.
  const std::map<std::string, law::Moment> late = {
      {"reception-demande", moment("2025-12-20")},
      {"information-conseillers", moment("2025-12-24")},
      {"transmission-au-prefet", moment("2026-01-05")},
      {"reception-prefet", moment("2026-01-06")}};
  EXPECT_EQ(date(ask("effet-protection", "", late)), "2026-01-05");
  EXPECT_EQ(date(ask("retrait-protection", "", late)), "2026-05-05");
  // Received the last day of the law of 2024, then the first day of that of 2025.
  EXPECT_EQ(ask("transmission-prefet", "2025-12-23")->regime,
            "Loi n° 2024-247 (depuis le 23 mars 2024)");
  EXPECT_EQ(ask("transmission-prefet", "2025-12-24")->regime,
            "Loi n° 2025-1249 (depuis le 24 décembre 2025)");
  EXPECT_EQ(date(ask("transmission-prefet", "2025-12-23")), "2025-12-28");
  EXPECT_EQ(date(ask("transmission-prefet", "2025-12-24")), "2025-12-29");
}

TEST_F(Audit, NothingIsAutomaticBeforeTheTwentyThirdOfMarch2024) {
  EXPECT_FALSE(ask("effet-protection", "2024-03-22"));
  EXPECT_THAT(messages(diagnostics), HasSubstr("23 mars 2024"));
  EXPECT_EQ(date(ask("effet-protection", "2024-03-23")), "2024-03-29");
}

// The starting day given twice with two values: the program must not choose in silence.
TEST_F(Audit, TwoDifferentStartingDaysAreRefused) {
  EXPECT_FALSE(
      ask("effet-protection", "2025-12-24", {{"reception-demande", moment("2025-12-20")}}));
  EXPECT_THAT(messages(diagnostics), HasSubstr("deux dates différentes"));
  base::Diagnostics none;
  diagnostics = none;
  EXPECT_TRUE(ask("effet-protection", "2025-12-20", {{"reception-demande", moment("2025-12-20")}}));
}

// Of two readings of a limit the earlier comes first; of a wait or an opening, the later.
TEST_F(Audit, TheRuleItselfIsTheCarefulReading) {
  const std::pair<const char*, const char*> limits[] = {
      {"transmission-prefet", "2026-11-23"},
      {"information-conseil", "2026-11-23"},
      {"rapport-departement", "2026-12-17"},
      {"rapport-region", "2026-12-17"},
      {"partie-civile-hors-audience", "2027-03-10T14:00"},
      {"decision-cnccfp", "2026-05-22"}};
  for (const auto& [rule, start] : limits) {
    const auto deadline = ask(rule, start);
    ASSERT_TRUE(deadline && !deadline->alternatives.empty()) << rule;
    for (const auto& other : deadline->alternatives) {
      EXPECT_GT(other.moment.date, *deadline->date) << rule;
    }
  }
  const std::pair<const char*, const char*> openings[] = {{"seconde-convocation", "2026-12-17"},
                                                          {"citation-presse", "2026-11-23"}};
  for (const auto& [rule, start] : openings) {
    const auto deadline = ask(rule, start);
    ASSERT_TRUE(deadline && !deadline->alternatives.empty()) << rule;
    for (const auto& other : deadline->alternatives) {
      EXPECT_LT(other.moment.date, *deadline->date) << rule;
    }
  }
}

// Ordonnance du 16 août 1892: Good Friday (with a Protestant church) and 26 December.
TEST_F(Audit, LocalHolidaysOfAlsaceAndMoselle) {
  const calendar::Place with_church{"alsace-moselle", true};
  // 2 April + 1 = Good Friday 3 April, then Saturday, Easter, Easter Monday: Tuesday 7.
  EXPECT_EQ(date(ask("recours-contentieux", "2026-02-02", {}, false, with_church)), "2026-04-07");
  // 25 December + 1 = Friday 26, then a weekend: Monday 29.
  const calendar::Place place{"alsace-moselle", false};
  EXPECT_EQ(date(ask("recours-contentieux", "2025-10-25", {}, false, place)), "2025-12-29");
}

// A day that no text read establishes is shown as such, and gives nobody a day more.
TEST_F(Audit, UnsettledHolidaysMoveNoDeadline) {
  // Saint-Martin, 27 March 2027 + 2 months + 1 = Friday 28 May; a circular only makes it a holiday.
  const calendar::Place saint_martin{"saint-martin", false};
  EXPECT_EQ(date(ask("recours-contentieux", "2027-03-27", {}, false, saint_martin)), "2027-05-28");
  // Wallis-et-Futuna, 28 May 2026 + 2 months + 1 = Wednesday 29 July (local decision not read).
  const calendar::Place wallis{"wallis-et-futuna", false};
  EXPECT_EQ(date(ask("recours-contentieux", "2026-05-28", {}, false, wallis)), "2026-07-29");
  for (const auto& holiday : rules.holidays(diagnostics).of_year(2026, "wallis-et-futuna")) {
    if (calendar::iso(holiday.date) == "2026-07-29") {
      EXPECT_THAT(holiday.name, HasSubstr("à vérifier"));
    }
  }
  // Code du travail, L. 3422-2: the 10th of June in Guyane is established and moves the limit.
  const calendar::Place guyane{"guyane", false};
  EXPECT_EQ(date(ask("recours-contentieux", "2026-04-09", {}, false, guyane)), "2026-06-11");
}

// Easter Sundays of the published calendars: 31/03/2024, 20/04/2025, 05/04/2026, 28/03/2027,
// 16/04/2028, 01/04/2029, 21/04/2030; the movable days follow at +1, +39 and +50.
TEST_F(Audit, HolidaysOfEveryTerritoryFrom2024To2030) {
  const std::map<int, std::vector<std::string>> movable = {
      {2024, {"04-01", "05-09", "05-20"}}, {2025, {"04-21", "05-29", "06-09"}},
      {2026, {"04-06", "05-14", "05-25"}}, {2027, {"03-29", "05-06", "05-17"}},
      {2028, {"04-17", "05-25", "06-05"}}, {2029, {"04-02", "05-10", "05-21"}},
      {2030, {"04-22", "05-30", "06-10"}}};
  const std::map<int, std::string> good_friday = {{2024, "03-29"}, {2025, "04-18"}, {2026, "04-03"},
                                                  {2027, "03-26"}, {2028, "04-14"}, {2029, "03-30"},
                                                  {2030, "04-19"}};
  // Code du travail, L. 3422-2; local codes for the Pacific.
  const std::map<std::string, std::vector<std::string>> own = {
      {"metropole", {}},
      {"alsace-moselle", {"12-26"}},
      {"guadeloupe", {"05-27"}},
      {"martinique", {"05-22"}},
      {"guyane", {"06-10"}},
      {"la-reunion", {"12-20"}},
      {"mayotte", {"04-27"}},
      {"saint-barthelemy", {"10-09"}},
      {"saint-martin", {"05-28"}},
      {"saint-pierre-et-miquelon", {}},
      {"wallis-et-futuna", {"04-28", "07-29"}},
      {"polynesie-francaise", {"03-05"}},
      {"nouvelle-caledonie", {"09-24"}}};
  for (const auto& [year, days] : movable) {
    for (const auto& [territory, local] : own) {
      std::set<std::string> expected = {"01-01", "05-01", "05-08", "07-14",
                                        "08-15", "11-01", "11-11", "12-25"};
      expected.insert(days.begin(), days.end());
      expected.insert(local.begin(), local.end());
      if (territory == "alsace-moselle" || territory == "polynesie-francaise") {
        expected.insert(good_friday.at(year));
      }
      // Loi du pays de mai 2025 : le 20 novembre remplace le 29 juin.
      if (territory == "polynesie-francaise") expected.insert(year < 2025 ? "06-29" : "11-20");
      std::set<std::string> found;
      for (const auto& holiday : rules.holidays(diagnostics).of_year(year, territory)) {
        found.insert(calendar::iso(holiday.date).substr(5));
      }
      EXPECT_EQ(found, expected) << territory << " " << year;
    }
  }
}

// Lois du 20 mars 1953 et du 2 octobre 1981, décret du 11 avril 1959; law of 24 October 1922.
TEST_F(Audit, HistoryOfTheEighthOfMayAndOfTheEleventhOfNovember) {
  const auto off = [&](const char* iso) {
    return rules.holidays(diagnostics).name(day(iso), {}).has_value();
  };
  for (const char* iso : {"1953-05-08", "1958-05-08", "1965-05-08", "1982-05-08", "2026-05-08",
                          "1922-11-11", "1947-05-01", "2005-05-16", "2008-05-12"}) {
    EXPECT_TRUE(off(iso)) << iso;
  }
  for (const char* iso : {"1952-05-08", "1959-05-08", "1964-05-08", "1968-05-08", "1981-05-08",
                          "1921-11-11", "1946-05-08"}) {
    EXPECT_FALSE(off(iso)) << iso;
  }
}

// Code pénal, 222-45: sections 1, 1 bis, 3 and 7 of the chapter. Harassment (222-33-2-2) is in
// section 3 bis: no loss of civic rights can be announced for it on that ground.
TEST(AuditOffences, NoComplementaryPenaltyWithoutAText) {
  RepositoryLibrary law;
  for (const char* id :
       {"harcelement", "harcelement-une-circonstance", "harcelement-deux-circonstances",
        "harcelement-elu", "harcelement-elu-une-circonstance",
        "harcelement-elu-deux-circonstances"}) {
    const law::Offence* offence = law.library.offence(id, law.diagnostics);
    ASSERT_NE(offence, nullptr) << id;
    for (const law::OffenceVersion& version : offence->versions) {
      for (const auto& penalty : version.complementary) {
        EXPECT_THAT(penalty.citations, ::testing::Not(::testing::Contains("code-penal/222-45")))
            << id;
      }
    }
  }
}

// Loi n° 2020-936 du 30 juillet 2020 (JO du 31): tracking a person enters article 226-1.
TEST(AuditOffences, LocationIsPunishedSinceAugust2020Only) {
  RepositoryLibrary law;
  for (const char* id : {"vie-privee", "vie-privee-elu"}) {
    const law::Offence* offence = law.library.offence(id, law.diagnostics);
    ASSERT_NE(offence, nullptr) << id;
    const auto* before = law::in_force(offence->versions, day("2020-07-31"));
    const auto* since = law::in_force(offence->versions, day("2020-08-01"));
    ASSERT_TRUE(before != nullptr && since != nullptr) << id;
    EXPECT_THAT(before->facts, ::testing::Not(HasSubstr("localisation"))) << id;
    EXPECT_THAT(since->facts, HasSubstr("localisation")) << id;
  }
}

// Code pénal, 322-3, penultimate paragraphs: 3° bis and another circumstance make two.
TEST(AuditOffences, FamilyDamageWithAnotherCircumstance) {
  RepositoryLibrary law;
  const law::Offence* offence =
      law.library.offence("degradation-famille-elu-aggravee", law.diagnostics);
  ASSERT_NE(offence, nullptr);
  EXPECT_EQ(plain(law::french(law::in_force(offence->versions, day("2026-11-14"))->penalty)),
            "sept ans d’emprisonnement et 100 000 € d’amende");
}

}  // namespace
