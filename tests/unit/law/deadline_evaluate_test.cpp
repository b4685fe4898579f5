// What a deadline says beyond its date: steps, missing days, chains, other readings, refusals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "law/evaluate.hpp"

namespace {

using law::Deadline;
using law::Moment;
using ::testing::Contains;
using ::testing::HasSubstr;

class RealRules : public ::testing::Test {
 protected:
  static Moment moment(const char* text) { return *law::parse_moment(text); }
  static std::string iso(const std::optional<calendar::Date>& date) {
    return date ? calendar::iso(*date) : "nothing";
  }

  std::optional<Deadline> from(const std::string& rule, const char* start, bool backwards = false) {
    law::Question question;
    question.rule = rule;
    question.start = moment(start);
    question.backwards = backwards;
    return evaluate(question, rules, diagnostics);
  }

  std::optional<Deadline> with_case(const std::string& rule,
                                    std::map<std::string, std::vector<const char*>> dates) {
    law::Question question;
    question.rule = rule;
    question.fields = [dates](std::string_view field) {
      std::vector<Moment> moments;
      const auto found = dates.find(std::string(field));
      if (found == dates.end()) return moments;
      for (const char* text : found->second) moments.push_back(moment(text));
      return moments;
    };
    return evaluate(question, rules, diagnostics);
  }

  std::string all_messages() const {
    std::string text;
    for (const auto& each : diagnostics.all()) text += base::to_string(each) + "\n";
    return text;
  }

  base::DiskFiles files{EGIDE_SOURCE_DIR};
  law::DeadlineRules rules{files};
  base::Diagnostics diagnostics;
};

TEST_F(RealRules, StepsSayWhatDoesNotCountAndWhy) {
  const auto deadline = from("recours-contentieux", "2026-12-31");
  ASSERT_TRUE(deadline);
  EXPECT_THAT(deadline->steps,
              Contains("Le jour de la notification (ou de la publication) de la décision, jeudi "
                       "31\u00A0décembre\u00A02026, ne compte pas."));
  EXPECT_THAT(deadline->steps, Contains(HasSubstr("le mois d’arrivée n’a pas ce quantième")));
  EXPECT_THAT(deadline->steps, Contains(HasSubstr("Le délai est franc")));
  EXPECT_EQ(deadline->basis, std::vector<std::string>{"cja/R421-1"});
  EXPECT_EQ(deadline->confidence, law::Confidence::certain);
}

TEST_F(RealRules, ExtensionIsExplained) {
  const auto moved = from("recours-contentieux", "2007-10-01");
  ASSERT_TRUE(moved && moved->extension);
  EXPECT_EQ(*moved->extension, "le 2\u00A0décembre\u00A02007 est un dimanche");
  const auto kept = from("recours-contentieux", "2026-12-01");
  ASSERT_TRUE(kept);
  EXPECT_FALSE(kept->extension);
}

// The plan that satisfies the law of 2024 and the probable law of 2025.
TEST_F(RealRules, BothReadingsOfTheLawOf2025AreShown) {
  const auto deadline = from("transmission-prefet", "2026-11-23");
  ASSERT_TRUE(deadline && deadline->advised);
  EXPECT_EQ(iso(deadline->date), "2026-11-28");
  EXPECT_EQ(iso(deadline->advised->date), "2026-11-27");
  ASSERT_EQ(deadline->alternatives.size(), 1U);
  EXPECT_EQ(iso(deadline->alternatives[0].moment.date), "2026-12-03");
  EXPECT_FALSE(deadline->reservation.empty());
}

TEST_F(RealRules, BothDatesOfEffectAreShown) {
  const auto deadline =
      with_case("effet-protection", {{"protection.reçue_le", {"2026-11-23"}},
                                     {"protection.informés_le", {"2026-11-25"}},
                                     {"protection.transmise_le", {"2026-11-26"}},
                                     {"protection.reçue_préfecture_le", {"2026-11-26"}}});
  ASSERT_TRUE(deadline) << all_messages();
  EXPECT_EQ(iso(deadline->date), "2026-11-26");
  ASSERT_EQ(deadline->alternatives.size(), 1U);
  EXPECT_EQ(iso(deadline->alternatives[0].moment.date), "2026-11-29");
}

TEST_F(RealRules, TheOtherEffectIsThatOfTheLastActWhenLate) {
  const auto deadline =
      with_case("effet-protection", {{"protection.reçue_le", {"2026-11-23"}},
                                     {"protection.informés_le", {"2026-11-25"}},
                                     {"protection.transmise_le", {"2026-12-02"}},
                                     {"protection.reçue_préfecture_le", {"2026-12-01"}}});
  ASSERT_TRUE(deadline && deadline->alternatives.size() == 1) << all_messages();
  EXPECT_EQ(iso(deadline->alternatives[0].moment.date), "2026-12-02");
}

TEST_F(RealRules, TheVersionIsThatOfTheRequestNotOfTheActs) {
  const auto deadline =
      with_case("effet-protection", {{"protection.reçue_le", {"2025-12-23"}},
                                     {"protection.informés_le", {"2025-12-26"}},
                                     {"protection.transmise_le", {"2025-12-27"}},
                                     {"protection.reçue_préfecture_le", {"2025-12-27"}}});
  ASSERT_TRUE(deadline) << all_messages();
  EXPECT_THAT(deadline->regime, HasSubstr("2024-247"));
  EXPECT_EQ(iso(deadline->date), "2025-12-29");
}

TEST_F(RealRules, AnActDoneLateWithTheOtherUnknownGivesNoDate) {
  const auto deadline = with_case("effet-protection", {{"protection.reçue_le", {"2024-09-02"}},
                                                       {"protection.informés_le", {"2024-09-20"}}});
  ASSERT_TRUE(deadline) << all_messages();
  EXPECT_FALSE(deadline->date);
  EXPECT_EQ(deadline->missing, std::vector<std::string>{"protection.transmise_le"});
}

TEST_F(RealRules, ChainedRulesStartFromOneAnother) {
  const auto deadline =
      with_case("retrait-protection", {{"protection.reçue_le", {"2026-10-28"}},
                                       {"protection.reçue_préfecture_le", {"2026-10-31"}}});
  ASSERT_TRUE(deadline) << all_messages();
  EXPECT_EQ(iso(deadline->date), "2027-02-28");
  EXPECT_EQ(iso(deadline->start), "2026-10-31");
  const auto sent =
      with_case("convocation-retrait-5", {{"protection.reçue_le", {"2026-11-23"}},
                                          {"protection.reçue_préfecture_le", {"2026-12-03"}}});
  ASSERT_TRUE(sent) << all_messages();
  // Five full days after the reception, the act of 2024 may make the protection begin on 29
  // November: four months end on 29 March 2027, and the summons leaves six days before.
  EXPECT_EQ(iso(sent->date), "2027-03-23");
}

TEST_F(RealRules, WhatIsMissingIsNamed) {
  const auto deadline = with_case("retrait-protection", {{"protection.reçue_le", {"2026-11-23"}}});
  ASSERT_TRUE(deadline) << all_messages();
  EXPECT_FALSE(deadline->date);
  EXPECT_EQ(deadline->missing, std::vector<std::string>{"protection.reçue_préfecture_le"});
  const auto unknown = with_case("seconde-convocation", {});
  ASSERT_TRUE(unknown);
  EXPECT_EQ(unknown->missing, std::vector<std::string>{"la première séance"});
  EXPECT_FALSE(unknown->who.empty());
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST_F(RealRules, TheEarliestOfSeveralPublicationsCounts) {
  const auto deadline = with_case(
      "prescription-presse",
      {{"faits.publications.première_mise_en_ligne", {"2026-10-09", "2026-10-02", "2026-11-01"}},
       {"faits.date", {"2026-01-01"}}});
  ASSERT_TRUE(deadline);
  EXPECT_EQ(iso(deadline->date), "2027-01-02");
  EXPECT_THAT(deadline->steps, Contains(HasSubstr("plusieurs dates")));
}

TEST_F(RealRules, TheLatestOfSeveralDaysCountsForAWait) {
  const auto deadline =
      with_case("silence-assureur", {{"assureurs.demande_reçue_le", {"2026-02-02", "2026-02-05"}}});
  ASSERT_TRUE(deadline && deadline->date);
  EXPECT_EQ(iso(deadline->date), "2026-02-20");
}

TEST_F(RealRules, PressDeadlineWarnsThatAComplaintDoesNotStopIt) {
  const auto deadline = from("prescription-presse", "2026-10-02");
  ASSERT_TRUE(deadline && deadline->advised);
  EXPECT_THAT(deadline->reminder, HasSubstr("La plainte simple n’arrête pas ce délai"));
  EXPECT_EQ(iso(deadline->date), "2027-01-02");           // Saturday
  EXPECT_EQ(iso(deadline->advised->date), "2026-12-31");  // the eve is 1 January
  ASSERT_EQ(deadline->reminders.size(), 4U);
  EXPECT_EQ(iso(deadline->reminders[0]), "2026-10-17");  // fifteen days after
}

TEST_F(RealRules, TheLawBeforeTheFirstVersionIsNotGuessed) {
  EXPECT_FALSE(from("effet-protection", "2024-03-22"));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_THAT(diagnostics.all()[0].message,
              HasSubstr("le droit n’est pas couvert avant le 23\u00A0mars\u00A02024"));
  EXPECT_TRUE(from("effet-protection", "2024-03-23"));
}

TEST_F(RealRules, UnknownRuleAndTerritoryAreRefusedWithTheNearest) {
  EXPECT_FALSE(from("recour-contentieux", "2026-12-01"));
  EXPECT_THAT(all_messages(), HasSubstr("recours-contentieux"));
  EXPECT_FALSE(from("../feries", "2026-12-01"));
  law::Question question;
  question.rule = "recours-contentieux";
  question.start = moment("2026-12-01");
  question.place.territory = "atlantide";
  EXPECT_FALSE(evaluate(question, rules, diagnostics));
  EXPECT_THAT(all_messages(), HasSubstr("« atlantide »"));
}

TEST_F(RealRules, ARuleWithoutAnotherEndIsNotCountedBackwards) {
  EXPECT_FALSE(from("recours-contentieux", "2026-12-01", true));
  EXPECT_THAT(all_messages(), HasSubstr("à rebours"));
  const auto deadline = from("rapport-departement", "2026-12-17", true);
  ASSERT_TRUE(deadline) << all_messages();
  EXPECT_EQ(iso(deadline->date), "2026-12-04");
}

// 22 May 2026 is a Friday, a holiday in Martinique only; 9 March + 2 months francs... falls on it
// from 21 March (21 May, + 1).
TEST_F(RealRules, HolidaysDependOnTheTerritory) {
  law::Question question;
  question.rule = "recours-contentieux";
  question.start = moment("2026-03-21");
  auto deadline = evaluate(question, rules, diagnostics);
  ASSERT_TRUE(deadline);
  EXPECT_EQ(iso(deadline->date), "2026-05-22");
  question.place.territory = "martinique";
  deadline = evaluate(question, rules, diagnostics);
  ASSERT_TRUE(deadline);
  EXPECT_EQ(iso(deadline->date), "2026-05-26");  // Saturday, Sunday, then Whit Monday
}

// Good Friday 2026 is 3 April: 2 February + 2 months + 1 day.
TEST_F(RealRules, GoodFridayMovesNothingUnlessTheCommuneHasAProtestantChurch) {
  law::Question question;
  question.rule = "recours-contentieux";
  question.start = moment("2026-02-02");
  question.place.territory = "alsace-moselle";
  auto deadline = evaluate(question, rules, diagnostics);
  ASSERT_TRUE(deadline);
  EXPECT_EQ(iso(deadline->date), "2026-04-03");
  EXPECT_THAT(deadline->steps, Contains(HasSubstr("Vendredi saint")));
  question.place.protestant_church = true;
  deadline = evaluate(question, rules, diagnostics);
  ASSERT_TRUE(deadline);
  EXPECT_EQ(iso(deadline->date), "2026-04-07");  // after Easter Monday
}

class FreeCounts : public RealRules {
 protected:
  std::optional<Deadline> free(const char* length, const char* start, bool backwards = false,
                               std::optional<bool> extended = {}) {
    law::FreeCount request;
    request.length = length;
    request.start = moment(start);
    request.backwards = backwards;
    request.extended = extended;
    return count_freely(request, rules, diagnostics);
  }
};

TEST_F(FreeCounts, CountWhatIsAsked) {
  EXPECT_EQ(iso(free("5 jours francs", "2026-11-23")->date), "2026-11-29");
  EXPECT_EQ(iso(free("5 jours francs", "2026-11-23", false, true)->date), "2026-11-30");
  EXPECT_EQ(iso(free("5 jours francs", "2026-12-17", true)->date), "2026-12-11");
  EXPECT_EQ(iso(free("10 jours", "2026-11-23")->date), "2026-12-03");
  EXPECT_EQ(iso(free("3 mois", "2026-11-30")->date), "2027-02-28");
  EXPECT_EQ(iso(free("3 mois", "2027-02-28", true)->date), "2026-11-28");
  EXPECT_EQ(iso(free("dixième vendredi", "2024-06-09")->date), "2024-08-16");
  EXPECT_EQ(iso(free("15 jours ouvrables", "2026-05-04")->date), "2026-05-23");
  EXPECT_EQ(iso(free("2 mois francs", "2007-10-01", false, true)->date), "2007-12-03");
}

TEST_F(FreeCounts, SayWhatAnExtensionWouldDoWhenNothingIsAsked) {
  const auto silent = free("5 jours francs", "2026-11-23");
  ASSERT_EQ(silent->alternatives.size(), 1U);
  EXPECT_EQ(iso(silent->alternatives[0].moment.date), "2026-11-30");
  EXPECT_TRUE(free("5 jours francs", "2026-11-23", false, false)->alternatives.empty());
}

TEST_F(FreeCounts, HoursKeepTheClockAndAreCautiousWithoutIt) {
  const auto known = free("72 heures", "2026-11-23T15:30");
  EXPECT_EQ(iso(known->date), "2026-11-26");
  EXPECT_EQ(known->hour, 15 * 60 + 30);
  const auto unknown = free("72 heures", "2026-11-23");
  EXPECT_EQ(iso(unknown->date), "2026-11-25");  // from the first minute of the 23rd
  EXPECT_FALSE(unknown->hour);
  const auto summer = free("24 heures", "2026-03-28T10:00");
  EXPECT_THAT(summer->steps, Contains(HasSubstr("L’heure légale change")));
}

TEST_F(FreeCounts, RefuseWhatCannotBeCounted) {
  EXPECT_FALSE(free("cinq mètres", "2026-11-23"));
  EXPECT_FALSE(free("9999 ans", "2026-11-23"));
  EXPECT_FALSE(free("5 jours ouvrés", "2300-11-23"));
  EXPECT_EQ(diagnostics.all().size(), 3U);
  EXPECT_EQ(diagnostics.exit_status(), base::exit_status(base::Kind::usage));
}

}  // namespace
