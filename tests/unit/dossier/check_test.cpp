#include "dossier/check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "dossier/calculation.hpp"
#include "dossier/condition.hpp"
#include "sample_form.hpp"

namespace dossier {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Check, GoodCaseIsTyped) {
  const auto result = check_text(good_case);
  ASSERT_TRUE(result.dossier) << result.text;
  EXPECT_TRUE(result.diagnostics.empty()) << result.text;
  const Case& dossier = *result.dossier;
  EXPECT_EQ(canonical_text(*dossier.at("faits.date")), "2026-03-14");
  EXPECT_EQ(std::get<std::string>(dossier.at("faits.récit")->data),
            "Il est venu.\n\nIl est reparti.");
  EXPECT_EQ(std::get<std::string>(dossier.at("demandeur.adresse.code")->data), "01000");
  EXPECT_EQ(std::get<Amount>(dossier.at("dépenses.1.montant")->data).cents, 125050);
  EXPECT_EQ(dossier.at("faits.date")->position.line, 2);
  EXPECT_EQ(dossier.at("dépenses.4.montant"), nullptr);
  EXPECT_EQ(dossier.at("faits.lieu"), nullptr);
  EXPECT_EQ(values_at(dossier, "dépenses.montant").size(), 3u);
}

TEST(Check, EveryMistakeIsReportedAtOnceWithItsPlace) {
  const auto result = check_text(R"(faits:
  date: 2026-02-30
  lieux: ici
  natures: [menace, injure]
demandeur:
  civilité: mme
  adresse: 4 rue Haute
témoins: Jean
inconnu: 1
)");
  EXPECT_FALSE(result.dossier);
  for (const auto* expected :
       {"d.yaml:2:9", "[faits.date] « Date des faits »", "d.yaml:3:3", "dire « lieu »",
        "[faits.natures.1]", "menaces, injure", "[demandeur.civilité]", "[demandeur.adresse]",
        "[témoins]", "d.yaml:9:1", "[faits.récit] « Récit » manque",
        "[demandeur.nom] « Nom » manque", "[dépenses] « Les dépenses » manque"}) {
    EXPECT_THAT(result.text, HasSubstr(expected));
  }
  // What is given, though wrong, does not miss; what is asked only in other cases neither.
  EXPECT_THAT(result.text, Not(HasSubstr("[faits.date] « Date des faits » manque")));
  EXPECT_THAT(result.text, Not(HasSubstr("[demandeur.adresse.code]")));
  EXPECT_EQ(result.diagnostics.exit_status(), 3);
}

TEST(Check, MissingFieldSaysWhyAndHow) {
  const auto result = check_text(replaced(good_case, "  date: 14 mars 2026\n", ""));
  EXPECT_THAT(result.text, HasSubstr("d.yaml:1:1"));
  EXPECT_THAT(result.text, HasSubstr("Les délais en dépendent."));
  EXPECT_THAT(result.text, HasSubstr("date: 2026-03-14"));
}

TEST(Check, ValuesAreNeverQuoted) {
  const auto result = check_text(R"(faits:
  date: SECRET1
  heure: SECRET2
  natures: SECRET3
  infraction: SECRET4
demandeur: { nom: "SECRET5\nx", courriel: SECRET6, habitants: SECRET7 }
dépenses: [{ montant: SECRET8 }]
)");
  EXPECT_FALSE(result.dossier);
  EXPECT_THAT(result.text, Not(HasSubstr("SECRET")));
}

TEST(Check, UnaccentedKeyGetsTheAccentedOne) {
  const auto result = check_text(replaced(good_case, "récit:", "recit:"));
  EXPECT_THAT(result.text, HasSubstr("« récit », avec ses accents"));
}

TEST(Check, EmptyKeyIsAbsent) {
  for (const auto* empty : {"nom:", "nom: \"\"", "nom: \"  \""}) {
    EXPECT_THAT(check_text(replaced(good_case, "nom: Marchetti", empty)).text,
                HasSubstr("[demandeur.nom] « Nom » manque"));
  }
}

TEST(Check, DraftForgivesOnlyWhatMisses) {
  const auto missing = check_text("faits: { lieu: ici }\n", {.draft = true});
  EXPECT_TRUE(missing.dossier) << missing.text;
  const auto wrong = check_text("faits: { date: demain }\n", {.draft = true});
  EXPECT_FALSE(wrong.dossier);
  EXPECT_TRUE(check_text("", {.draft = true}).dossier);
}

TEST(Check, ConditionalRequirements) {
  EXPECT_THAT(check_text(replaced(good_case, "  public: oui\n", "")).text,
              HasSubstr("[faits.public] « En public » manque"));
  const auto other = check_text(replaced(replaced(good_case, "  public: oui\n", ""),
                                         "natures: [injure]", "natures: menaces"));
  EXPECT_TRUE(other.dossier) << other.text;
  EXPECT_THAT(check_text(replaced(good_case, "  téléphone: 01 99 00 12 34\n", "")).text,
              HasSubstr("[demandeur.téléphone]"));
  const auto man = check_text(
      replaced(replaced(good_case, "  téléphone: 01 99 00 12 34\n", ""), "madame", "monsieur"));
  EXPECT_TRUE(man.dossier) << man.text;
}

TEST(Check, AFieldWithoutObjectIsAWarning) {
  const auto result = check_text(replaced(good_case, "natures: [injure]", "natures: [menaces]"));
  EXPECT_TRUE(result.dossier);
  EXPECT_THAT(result.text, HasSubstr("avertissement : [faits.public]"));
}

TEST(Check, RequiredInEachItem) {
  const auto result = check_text(replaced(good_case, "montant: \"0,49\"", "montant:"));
  EXPECT_THAT(result.text, HasSubstr("[dépenses.3.montant] « Montant » manque"));
}

TEST(Check, OptionalBlocHoldsItsRequirementsWhenPresent) {
  EXPECT_THAT(check_text(good_case + "témoins:\n  - nom:\n").text, HasSubstr("[témoins.1.nom]"));
  EXPECT_THAT(check_text(good_case + "témoins: [{nom: a}, {nom: b}, {nom: c}]\n").text,
              HasSubstr("2 au plus"));
}

TEST(Check, DatesInOrderEqualityAllowed) {
  EXPECT_TRUE(check_text(replaced(good_case, "récit:", "fin: 2026-03-14\n  récit:")).dossier);
  const auto result = check_text(replaced(good_case, "récit:", "fin: 2026-03-13\n  récit:"));
  EXPECT_THAT(result.text, HasSubstr("[faits.fin] « Date de fin » précède « Date des faits »"));
  const auto item =
      check_text(replaced(good_case, "début: 2026-03-20", "début: 2026-03-20, fin: 2026-03-19"));
  EXPECT_THAT(item.text, HasSubstr("[dépenses.1.fin]"));
}

TEST(Check, TodayComesFromTheCaller) {
  const auto eve = calendar::parse_iso("2026-03-13");
  EXPECT_THAT(check_text(good_case, {.today = eve}).text, HasSubstr("[faits.date]"));
  EXPECT_TRUE(check_text(good_case, {.today = calendar::parse_iso("2026-03-14")}).dossier);
}

TEST(Check, Controls) {
  const auto early = check_text(replaced(good_case, "début: 2026-03-20", "début: 2026-03-13"));
  EXPECT_FALSE(early.dossier);
  EXPECT_THAT(early.text, HasSubstr("Dépense avant les faits."));
  const auto dear = check_text(replaced(good_case, "montant: 100", "montant: 5000"));
  EXPECT_TRUE(dear.dossier);
  EXPECT_THAT(dear.text, HasSubstr("Trop cher."));
}

TEST(Check, RefusedCharactersAreNamedWithTheirField) {
  for (const std::string bad : {"\\u202E", "\\uE000", "\\uFFFD", "\\x01", "\\u2028"}) {
    const auto result = check_text(replaced(good_case, "nom: Marchetti", "nom: \"a" + bad + "b\""));
    EXPECT_FALSE(result.dossier) << bad;
    EXPECT_THAT(result.text, HasSubstr("[demandeur.nom]")) << bad;
    EXPECT_THAT(result.text, HasSubstr("U+")) << bad;
  }
}

TEST(Check, LengthsAndBounds) {
  const std::string long_line(41, 'x');
  EXPECT_THAT(check_text(replaced(good_case, "récit:", "lieu: " + long_line + "\n  récit:")).text,
              HasSubstr("41 caractères, 40 au plus"));
  const auto advised =
      check_text(replaced(good_case, "code: 01000", "code: 01000\n    ligne: " + long_line));
  EXPECT_TRUE(advised.dossier);
  EXPECT_THAT(advised.text, HasSubstr("38"));
  EXPECT_THAT(check_text(replaced(good_case, "nom: Marchetti", "nom: M\n  habitants: 0")).text,
              HasSubstr("au moins de 1"));
  EXPECT_THAT(check_text(replaced(good_case, "montant: 100", "montant: -1")).text,
              HasSubstr("au moins de 0"));
}

TEST(Check, WhatIsNotACaseFile) {
  EXPECT_FALSE(check_text("- a\n- b\n").dossier);
  EXPECT_FALSE(check_text("texte\n").dossier);
  EXPECT_FALSE(check_text("").dossier);
}

TEST(Conditions, OverTheCase) {
  const auto result = check_text(good_case);
  ASSERT_TRUE(result.dossier) << result.text;
  const Evaluation evaluation{result.form, *result.dossier, nullptr, {}};
  const auto named = evaluate_named(evaluation);
  const std::vector<std::pair<std::string, bool>> expected = {
      {"injure", true}, {"injure_publique", true}, {"coûteux", true}};
  EXPECT_EQ(named, expected);
  EXPECT_TRUE(evaluate(*result.form.called_if, evaluation));
}

// The operators one by one, on a field that is there and on one that is not.
TEST(Conditions, Operators) {
  const auto result = check_text(good_case);
  ASSERT_TRUE(result.dossier) << result.text;
  using Operator = Condition::Operator;
  const auto holds = [&](Operator operation, const std::string& field,
                         std::vector<std::string> values, bool yes = true) {
    Condition condition;
    condition.operation = operation;
    condition.field = field;
    condition.values = std::move(values);
    condition.yes = yes;
    return evaluate(condition, {result.form, *result.dossier, nullptr, {}});
  };
  EXPECT_TRUE(holds(Operator::equal, "demandeur.civilité", {"madame"}));
  EXPECT_FALSE(holds(Operator::equal, "faits.lieu", {"ici"}));
  EXPECT_TRUE(holds(Operator::different, "demandeur.civilité", {"monsieur"}));
  EXPECT_FALSE(holds(Operator::different, "faits.lieu", {"ici"}));
  EXPECT_TRUE(holds(Operator::one_of, "dépenses.classe", {"gardiennage"}));
  EXPECT_FALSE(holds(Operator::different, "dépenses.classe", {"gardiennage"}));
  EXPECT_TRUE(holds(Operator::present, "dépenses", {}));
  EXPECT_TRUE(holds(Operator::present, "faits.lieu", {}, false));
  EXPECT_FALSE(holds(Operator::present, "témoins", {}));
  EXPECT_TRUE(holds(Operator::before, "faits.date", {"2026-03-15"}));
  EXPECT_FALSE(holds(Operator::before, "faits.date", {"2026-03-14"}));
  EXPECT_TRUE(holds(Operator::after, "faits.date", {"2026-03-13"}));
  EXPECT_FALSE(holds(Operator::after, "faits.date", {"2026-03-14"}));
  EXPECT_TRUE(holds(Operator::after, "dépenses.début", {"faits.date"}));
  EXPECT_FALSE(holds(Operator::before, "faits.date", {"aujourd’hui"}));
  EXPECT_TRUE(holds(Operator::at_least, "dépenses", {"3"}));
  EXPECT_FALSE(holds(Operator::at_most, "dépenses", {"2"}));
  EXPECT_FALSE(holds(Operator::at_most, "demandeur.habitants", {"2"}));
}

TEST(Calculations, SumsCountsAndGroups) {
  const auto result = check_text(good_case);
  ASSERT_TRUE(result.dossier) << result.text;
  base::Diagnostics diagnostics;
  const auto results = calculate(result.form, *result.dossier, {}, diagnostics);
  ASSERT_TRUE(results);
  ASSERT_EQ(results->size(), 4u);
  EXPECT_EQ((*results)[0].total, 125050 + 10000 + 49);
  EXPECT_TRUE((*results)[0].amounts);
  EXPECT_EQ((*results)[1].total, 125050 + 49);
  EXPECT_EQ((*results)[2].total, 3);
  EXPECT_FALSE((*results)[2].amounts);
  const auto& groups = (*results)[3].groups;
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].title, "Gardiennage");
  EXPECT_EQ(groups[0].total, 10000);
  EXPECT_EQ(groups[1].items, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(groups[1].total, 125099);
}

TEST(Calculations, ItemsWithoutTheChoiceAreNotLost) {
  const auto result = check_text(replaced(good_case, "classe: gardiennage, ", ""));
  ASSERT_TRUE(result.dossier) << result.text;
  base::Diagnostics diagnostics;
  const auto results = calculate(result.form, *result.dossier, {}, diagnostics);
  ASSERT_TRUE(results);
  EXPECT_EQ((*results)[3].groups.back().value, "");
  EXPECT_EQ((*results)[3].groups.back().total, 10000);
  EXPECT_EQ((*results)[3].total, 135099);
}

TEST(Calculations, ATotalThatDoesNotFitIsReported) {
  auto result = check_text(good_case);
  ASSERT_TRUE(result.dossier) << result.text;
  auto& list = std::get<ListValue>(result.dossier->root.fields.back().value.data);
  for (FieldValue& item : list) {
    for (NamedValue& field : std::get<RecordValue>(item.data).fields) {
      if (field.name == "montant") field.value.data = Amount{INT64_MAX / 2};
    }
  }
  base::Diagnostics diagnostics;
  EXPECT_FALSE(calculate(result.form, *result.dossier, {}, diagnostics));
  EXPECT_TRUE(diagnostics.has_errors());
}

}  // namespace
}  // namespace dossier
