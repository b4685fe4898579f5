#include "app/completion.hpp"

#include <gmock/gmock.h>

#include "project.hpp"
#include "yaml/overlay.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

struct Outcome {
  yaml::Node root;
  std::vector<std::string> fields;
  std::string messages;

  [[nodiscard]] std::string at(const char* path) const { return yaml::at(root, path).text(); }
};

Outcome complete(const std::string& content, const char* document = "plainte") {
  base::Diagnostics diagnostics;
  const auto form = dossier::load_form(project::engine().files(), document, diagnostics).value();
  yaml::Node root = yaml::parse(content, "d.yaml", base::Kind::dossier, diagnostics);
  auto done = app::complete_from_place(project::engine(), form, std::move(root), diagnostics);
  Outcome outcome{done.root, {}, project::messages(diagnostics)};
  for (const app::CompletedField& field : done.fields) outcome.fields.push_back(field.path);
  return outcome;
}

// Belley: sous-préfecture of the Ain, whose only tribunal judiciaire is at Bourg-en-Bresse; the
// Ain belongs to the tribunal administratif of Lyon (R. 221-3 of the code de justice
// administrative).
TEST(Completion, FillsWhatTheCommuneMakesCertain) {
  const auto done = complete(
      "collectivité: { type: commune, code_insee: \"01034\" }\n"
      "préfecture: { titulaire: inconnu }\nparquet: { titulaire: inconnu }\n"
      "séance: { lieu: mairie }\n");
  EXPECT_EQ(done.messages, "");
  EXPECT_EQ(done.at("préfecture.siège"), "Sous-préfecture de Belley");
  EXPECT_EQ(done.at("parquet.tribunal"), "Tribunal judiciaire de Bourg-en-Bresse");
  EXPECT_EQ(done.at("séance.tribunal_administratif"), "tribunal administratif de Lyon");
  EXPECT_EQ(done.at("collectivité.territoire"), "metropole");
  EXPECT_THAT(done.at("collectivité.population"), Not(IsEmpty()));
  EXPECT_THAT(
      done.fields,
      UnorderedElementsAre("collectivité.population", "collectivité.territoire", "préfecture.siège",
                           "séance.tribunal_administratif", "parquet.tribunal"));
}

// Three départements keep holidays of their own: Bas-Rhin, Haut-Rhin, Moselle.
TEST(Completion, ChoosesTheTerritoryOfTheHolidays) {
  const char* alsace = "collectivité: { type: commune, code_insee: \"67482\" }\n";
  EXPECT_EQ(complete(alsace).at("collectivité.territoire"), "alsace-moselle");
  const char* martinique = "collectivité: { type: commune, code_insee: \"97209\" }\n";
  EXPECT_EQ(complete(martinique).at("collectivité.territoire"), "martinique");
}

TEST(Completion, NeverGuessesACourtAmongSeveral) {
  // Seine-Maritime: Dieppe, Le Havre, Rouen.
  const auto done = complete(
      "collectivité: { type: commune, code_insee: \"76540\" }\nparquet: { titulaire: inconnu }\n");
  EXPECT_EQ(done.at("parquet.tribunal"), "");
}

TEST(Completion, ChangesNothingThatIsGivenAndWarnsOfAContradiction) {
  const auto done = complete(
      "collectivité:\n  type: commune\n  code_insee: \"01034\"\n  population: 900\n"
      "  territoire: guyane\n  adresse: { code_postal: \"33000\", ville: BELLEY }\n"
      "préfecture: { siège: Préfecture de la Gironde }\n"
      "séance: { tribunal_administratif: tribunal administratif de Bordeaux }\n"
      "parquet: { tribunal: Tribunal judiciaire de Bordeaux }\n");
  EXPECT_THAT(done.fields, IsEmpty());
  EXPECT_EQ(done.at("collectivité.population"), "900");
  for (const char* field :
       {"collectivité.population", "collectivité.territoire", "collectivité.adresse.code_postal",
        "préfecture.siège", "séance.tribunal_administratif", "parquet.tribunal"}) {
    EXPECT_THAT(done.messages, HasSubstr(std::string("[") + field + "]"));
  }
  EXPECT_THAT(done.messages, Not(HasSubstr("Gironde")));
}

TEST(Completion, AcceptsWhatAgreesWithTheCommune) {
  const auto done = complete(
      "collectivité:\n  type: commune\n  code_insee: \"01034\"\n  population: 9050\n"
      "  territoire: metropole\n  adresse: { code_postal: \"01306\", ville: BELLEY CEDEX }\n"
      "préfecture: { siège: Préfecture de l’Ain }\n"
      "parquet: { tribunal: Tribunal judiciaire de Bourg en Bresse }\n");
  EXPECT_EQ(done.messages, "");
}

TEST(Completion, DoesNotOpenARubricThatTheDocumentLeavesOptional) {
  const auto done = complete("collectivité: { type: commune, code_insee: \"01034\" }\n");
  EXPECT_TRUE(yaml::at(done.root, "préfecture").absent());
  EXPECT_TRUE(yaml::at(done.root, "séance").absent());
}

TEST(Completion, SaysThatACodeIsUnknown) {
  const auto done = complete("collectivité: { type: commune, code_insee: \"01999\" }\n");
  EXPECT_THAT(done.messages, HasSubstr("avertissement"));
  EXPECT_THAT(done.messages, HasSubstr("collectivité.code_insee"));
  EXPECT_THAT(done.messages, Not(HasSubstr("01999")));
  EXPECT_THAT(done.fields, IsEmpty());
}

}  // namespace
