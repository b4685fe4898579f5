// What the linter must refuse: a small law database, correct, then spoilt one way at a time.
#include "law/lint.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law_fixture.hpp"

namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Contents = std::map<std::string, std::string, std::less<>>;

constexpr const char* provenance =
    "vérifié_le: 2026-01-01\nconfiance: certain\nsources:\n  - titre: essai\n";

std::string indented(std::string text) {
  std::string result = "    ";
  for (const char c : text) {
    result += c;
    if (c == '\n') result += "    ";
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string article(const std::string& id, const std::string& since) {
  return "article: " + id + "\nobjet: essai\nversions:\n  - depuis: " + since +
         "\n    résumé: essai\n" + indented(provenance);
}

Contents sound() {
  return {
      {"d/textes/t/_texte.yaml",
       std::string("texte: t\ntitre: texte d’essai\nforme_courte: T\ndéterminant: du\n"
                   "nature: code\ndepuis: 2020-01-01\n") +
           provenance},
      {"d/textes/t/1.yaml", article("t/1", "2020-01-01")},
      {"d/textes/t/2.yaml", article("t/2", "2020-01-01")},
      {"d/vocabulaire.yaml",
       "familles:\n  - { valeur: violences, titre: Violences }\n"
       "victimes:\n  - { valeur: élu, titre: Élu }\n"
       "critères:\n  - nom: itt\n    titre: ITT\n    valeurs:\n"
       "      - { valeur: aucune, titre: Aucune }\ncirconstances:\n"},
      {"d/etat-du-droit.yaml", "points:\n"},
      {"d/delais/prescription-delit.yaml", "fondements: [t/1]\n"},
      {"d/infractions/coup.yaml",
       "infraction: coup\ntitre: Coup\ndescription: Un coup.\nfamille: violences\n"
       "critères:\n  itt: [aucune]\nversions:\n  - depuis: 2020-01-01\n    nature: délit\n"
       "    prescription: prescription-delit\n    victimes: [élu]\n    faits: un coup\n"
       "    articles: [t/1]\n    peine: { prison: 1 an, amende: 15000 }\n" +
           indented(provenance)},
      {"d/parametres/p.yaml",
       "paramètre: p\ntitre: P\nclés:\n  - { nom: n, titre: N, type: entier }\nversions:\n"
       "  - depuis: 2020-01-01\n    valeurs: { n: 3 }\n    articles: [t/1]\n" +
           indented(provenance)},
  };
}

struct Result {
  law::LintReport report;
  base::Diagnostics diagnostics;
  std::string text;
};

Result run(const Contents& contents, const char* today = "2026-06-01") {
  const base::MemoryFiles files(contents);
  law::LintOptions options;
  options.root = "d";
  options.today = day(today);
  Result result;
  result.report = law::lint(files, options, result.diagnostics);
  result.text = messages(result.diagnostics);
  return result;
}

// The sound database with `from` replaced by `to` in one file.
Contents spoilt(const std::string& path, const std::string& from, const std::string& to) {
  Contents contents = sound();
  std::string& text = contents[path];
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << "nothing to spoil in " << path;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return contents;
}

TEST(Lint, SoundDatabaseHasNothingToReport) {
  const Result result = run(sound());
  EXPECT_TRUE(result.diagnostics.empty()) << result.text;
  EXPECT_THAT(result.report.uncited, ElementsAre("t/2"));
  EXPECT_EQ(result.report.articles, 2);
}

struct Spoil {
  const char* name;
  const char* path;
  const char* from;
  const char* to;
  const char* expected;
};

class LintRefuses : public testing::TestWithParam<Spoil> {};

TEST_P(LintRefuses, AndSaysWhy) {
  const Spoil& spoil = GetParam();
  const Result result = run(spoilt(spoil.path, spoil.from, spoil.to));
  EXPECT_TRUE(result.diagnostics.has_errors());
  EXPECT_THAT(result.text, HasSubstr(spoil.expected));
}

INSTANTIATE_TEST_SUITE_P(
    Spoils, LintRefuses,
    testing::Values(
        Spoil{"UnknownKey", "d/textes/t/1.yaml", "objet:", "sujet:", "« sujet » est inconnue"},
        Spoil{"MissingSource", "d/textes/t/1.yaml", "    sources:\n      - titre: essai\n", "",
              "aucune source"},
        Spoil{"WrongConfidence", "d/textes/t/1.yaml", "certain", "sûr",
              "certain, probable ou à vérifier"},
        Spoil{"WrongDate", "d/textes/t/1.yaml", "2020-01-01", "2020-13-01", "AAAA-MM-JJ"},
        Spoil{"WrongIdentifier", "d/textes/t/1.yaml", "article: t/1", "article: t/3",
              "doit répéter"},
        Spoil{"CheckedInTheFuture", "d/textes/t/1.yaml", "2026-01-01", "2026-12-01",
              "dans l’avenir"},
        Spoil{"UnknownArticleInARule", "d/delais/prescription-delit.yaml", "t/1", "t/9",
              "« t/9 » n’est pas dans la base"},
        Spoil{"UnknownArticleInAnOffence", "d/infractions/coup.yaml", "[t/1]", "[t/9]",
              "« t/9 » n’est pas dans la base"},
        Spoil{"UnknownTextInAParameter", "d/parametres/p.yaml", "[t/1]", "[u]",
              "le texte « u » n’est pas"},
        Spoil{"UnknownFamily", "d/infractions/coup.yaml", "famille: violences", "famille: coups",
              "la famille « coups »"},
        Spoil{"UnknownVictim", "d/infractions/coup.yaml", "victimes: [élu]", "victimes: [élue]",
              "la victime « élue »"},
        Spoil{"UnknownCriterion", "d/infractions/coup.yaml", "itt: [aucune]", "ittt: [aucune]",
              "le critère « ittt »"},
        Spoil{"UnknownCriterionValue", "d/infractions/coup.yaml", "itt: [aucune]", "itt: [deux]",
              "la valeur « deux »"},
        Spoil{"UnknownLimitation", "d/infractions/coup.yaml", "prescription: prescription-delit",
              "prescription: jamais", "la règle de délai « jamais »"},
        Spoil{"PettyOffenceWithoutClass", "d/infractions/coup.yaml", "nature: délit",
              "nature: contravention", "« classe » va avec une contravention"},
        Spoil{"CrimeWithoutReclusion", "d/infractions/coup.yaml", "nature: délit", "nature: crime",
              "« réclusion » va avec un crime"},
        Spoil{"EmptyPenalty", "d/infractions/coup.yaml", "{ prison: 1 an, amende: 15000 }",
              "{ tig: oui }", "cette peine est vide"},
        Spoil{"WrongLength", "d/infractions/coup.yaml", "1 an,", "un an,",
              "une durée est attendue"},
        Spoil{"MissingValue", "d/parametres/p.yaml", "{ n: 3 }", "{ }", "la valeur « n » manque"},
        Spoil{"WrongType", "d/parametres/p.yaml", "n: 3", "n: trois", "nombre entier"}),
    [](const auto& spoil) { return std::string(spoil.param.name); });

TEST(Lint, VersionsOutOfOrderOrOnTheSameDayAreRefused) {
  const std::string second = "  - depuis: 2019-01-01\n    résumé: essai\n" + indented(provenance);
  Contents contents = sound();
  contents["d/textes/t/1.yaml"] += second;
  EXPECT_THAT(run(contents).text, HasSubstr("pas dans l’ordre"));
  contents = sound();
  std::string same = second;
  same.replace(same.find("2019"), 4, "2020");
  contents["d/textes/t/1.yaml"] += same;
  EXPECT_THAT(run(contents).text, HasSubstr("le même jour"));
}

TEST(Lint, OldCheckIsAWarning) {
  const Result result = run(sound(), "2027-06-01");
  EXPECT_FALSE(result.diagnostics.has_errors());
  EXPECT_THAT(result.text, HasSubstr("dernière vérification trop ancienne"));
}

TEST(Lint, TextAtItsEnd) {
  const std::string ending = "nature: code\nprend_fin: { le: 2027-01-01, motif: Refonte. }\n";
  const Contents contents = spoilt("d/textes/t/_texte.yaml", "nature: code\n", ending);
  const Result soon = run(contents);
  EXPECT_FALSE(soon.diagnostics.has_errors()) << soon.text;
  EXPECT_THAT(soon.text, HasSubstr("prend fin le 1er janvier 2027"));
  const Result late = run(contents, "2027-01-01");
  EXPECT_TRUE(late.diagnostics.has_errors());
  EXPECT_THAT(late.text, HasSubstr("a pris fin"));
}

TEST(Lint, LinksOfTheGuideAreChecked) {
  Contents contents = sound();
  contents["content/guide/01-debut.md"] = "Voir [](droit:t/2).\n\nEt [ceci](droit:t/22).\n";
  const Result result = run(contents);
  EXPECT_THAT(result.text, HasSubstr("content/guide/01-debut.md:3"));
  EXPECT_TRUE(result.report.uncited.empty());
}

TEST(Lint, StrayFileIsReported) {
  Contents contents = sound();
  contents["d/infractions/brouillon.txt"] = "essai";
  EXPECT_THAT(run(contents).text, HasSubstr("n’a pas sa place ici"));
}

}  // namespace
