#include <gmock/gmock.h>

#include "sample_form.hpp"

// Numbers compared with a sum, with the total of a calculation, with a number of the law.
namespace dossier {
namespace {

using testing::HasSubstr;

// The messages of a form with this one control about a case with these expenses.
std::string said(const std::string& condition, const std::string& expenses,
                 const ParameterLookup& law = {}, const std::string& field = "dépenses") {
  Contents contents = sample_contents();
  std::string& form = contents["forms/essai.yaml"];
  form.replace(
      form.find("contrôles:"), form.find("appelé_si") - form.find("contrôles:"),
      "contrôles:\n  - { si: " + condition + ", champ: " + field + ", message: Fautif. }\n");
  base::Diagnostics diagnostics;
  const auto read = load_form(base::MemoryFiles(contents), "essai", diagnostics);
  if (!read) return messages(diagnostics);
  const auto root = yaml::parse(
      "faits: { date: 2026-03-14 }\ndemandeur: { habitants: 300 }\n"
      "dépenses:\n" +
          expenses,
      "d.yaml", base::Kind::dossier, diagnostics);
  (void)check(root, *read, {.draft = true, .law = law}, diagnostics);
  return messages(diagnostics);
}

TEST(Comparison, WithASumOfTheSameItem) {
  const std::string wrong = "{ champ: .montant, différent: { somme: [.montant, .montant] } }";
  EXPECT_THAT(said(wrong, "  - { montant: 3 }\n", {}, "dépenses.montant"), HasSubstr("Fautif."));
  EXPECT_EQ(said(wrong, "  - { montant: 0 }\n", {}, "dépenses.montant"), "");
  const std::string minus =
      "{ champ: .montant, égal: { somme: [.montant, .montant], moins: [.montant] } }";
  EXPECT_THAT(said(minus, "  - { montant: \"3,07\" }\n", {}, "dépenses.montant"),
              HasSubstr("Fautif."));
}

TEST(Comparison, IsFalseWhileATermIsAbsent) {
  EXPECT_EQ(said("{ champ: .montant, différent: { somme: [.montant, .montant] } }",
                 "  - { classe: transport }\n", {}, "dépenses.montant"),
            "");
}

TEST(Comparison, WithTheTotalOfACalculation) {
  const std::string many = "  - { montant: \"60,00\" }\n  - { montant: \"40,01\" }\n";
  const std::string few = "  - { montant: \"60,00\" }\n  - { montant: \"40,00\" }\n";
  EXPECT_THAT(said("{ calcul: total, dépasse: 100 }", many), HasSubstr("Fautif."));
  EXPECT_EQ(said("{ calcul: total, dépasse: 100 }", few), "");
  EXPECT_THAT(said("{ calcul: total, au_moins: 100 }", few), HasSubstr("Fautif."));
  EXPECT_THAT(said("{ calcul: nombre, dépasse: 1 }", few), HasSubstr("Fautif."));
  EXPECT_EQ(said("{ calcul: nombre, dépasse: 2 }", few), "");
}

TEST(Comparison, WithANumberOfTheLawOnTheDayOfTheForm) {
  const ParameterLookup law = [](const std::string& id, const std::string& key,
                                 calendar::Date day) -> std::optional<std::int64_t> {
    EXPECT_EQ(id, "plafond");
    EXPECT_EQ(key, "niveau");
    EXPECT_EQ(calendar::iso(day), "2026-03-14");
    return 10000;
  };
  const std::string above = "{ calcul: total, dépasse: { paramètre: plafond.niveau } }";
  EXPECT_THAT(said(above, "  - { montant: \"100,01\" }\n", law), HasSubstr("Fautif."));
  EXPECT_EQ(said(above, "  - { montant: \"100,00\" }\n", law), "");
  EXPECT_EQ(said(above, "  - { montant: \"100,01\" }\n"), "");  // the law is not at hand
  const ParameterLookup silent = [](const std::string&, const std::string&, calendar::Date) {
    return std::optional<std::int64_t>();
  };
  EXPECT_EQ(said(above, "  - { montant: \"100,01\" }\n", silent), "");
}

}  // namespace
}  // namespace dossier
