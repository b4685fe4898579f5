#include "dossier/write_case.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "base/files.hpp"
#include "base/text.hpp"
#include "yaml/node.hpp"

namespace dossier {
namespace {

Answer read(const std::string& yaml) {
  base::Diagnostics diagnostics;
  const yaml::Node root = yaml::parse(yaml, "dossier.yaml", base::Kind::dossier, diagnostics);
  for (const auto& diagnostic : diagnostics.all()) ADD_FAILURE() << base::to_string(diagnostic);
  return answers(root);
}

Answer one(std::string text) { return Answer(Answer::Entries{{"récit", Answer(std::move(text))}}); }

TEST(WriteCase, GivesBackWhateverWasTyped) {
  const char* texts[] = {"",
                         " ",
                         "oui",
                         "null",
                         "2026-11-14",
                         "# pas un commentaire",
                         "clé: valeur",
                         "- tiret",
                         "\"guillemets\" et \\barre\\",
                         "première ligne\n\n  retrait\n\tfin\n",
                         "\n",
                         "\n\n",
                         " \n ",
                         "dos\\\nde ligne",
                         "l’« élu »\u00A0: n°\u202F3",
                         "\u2028 \u2029 \u0085 \uFEFF",
                         "😀 𝕏",
                         "{[&*!|>%@`"};
  for (const char* text : texts) {
    EXPECT_EQ(read(write_case(one(text))), one(text)) << write_case(one(text));
  }
}

TEST(WriteCase, KeepsTheShapeOfTheTree) {
  const Answer root(Answer::Entries{
      {"faits",
       Answer(Answer::Entries{{"propos", Answer(std::vector<Answer>{Answer("a"), Answer("- b")})},
                              {"vide", Answer(std::vector<Answer>{})}})},
      {"témoins",
       Answer(std::vector<Answer>{
           Answer(Answer::Entries{{"nom", Answer("Ferrand")},
                                  {"adresse", Answer(Answer::Entries{{"ville", Answer("X")}})}}),
           Answer(Answer::Entries{}), Answer("texte")})},
      {"clé étrange: #", Answer("x")},
      {"12", Answer("y")}});
  EXPECT_EQ(read(write_case(root)), root) << write_case(root);
}

TEST(WriteCase, AnEmptyCaseIsAnEmptyMapping) {
  EXPECT_EQ(write_case(Answer(Answer::Entries{})), "{}\n");
}

TEST(WriteCase, ReadsBackRandomTexts) {
  std::mt19937 random(20261123);
  const char32_t alphabet[] = {U'a',  U' ', U'\n', U'"',      U'\\', U':', U'#', U'-',
                               U'\t', U'é', U'\'', U'\u2028', U'|',  U'>', U'{', U'0'};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto length = random() % 24; length > 0; --length) {
      base::append_utf8(text, alphabet[random() % std::size(alphabet)]);
    }
    ASSERT_EQ(read(write_case(one(text))), one(text)) << write_case(one(text));
  }
}

TEST(WriteCase, GivesBackEveryExample) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  int seen = 0;
  for (const std::string& name : files.list("forms/exemples")) {
    const Answer example = read(files.read("forms/exemples/" + name).value());
    EXPECT_EQ(read(write_case(example)), example) << name;
    ++seen;
  }
  EXPECT_GT(seen, 10);
}

TEST(Answers, PutsAndTakesValuesByPath) {
  Answer root{Answer::Entries{}};
  EXPECT_TRUE(set_answer(root, "témoins.1.nom", Answer("Ferrand")));
  EXPECT_TRUE(set_answer(root, "témoins.2.nom", Answer("Lacaze")));
  EXPECT_FALSE(set_answer(root, "témoins.4.nom", Answer("x")));
  EXPECT_FALSE(set_answer(root, "témoins.1.nom.encore", Answer("x")));
  EXPECT_EQ(answer_at(root, "témoins.2.nom")->text(), "Lacaze");
  EXPECT_EQ(answer_at(root, "témoins.3"), nullptr);
  remove_answer(root, "témoins.1");
  EXPECT_EQ(answer_at(root, "témoins.1.nom")->text(), "Lacaze");
  EXPECT_EQ(answer_at(root, "témoins.2"), nullptr);
}

TEST(Answers, WithoutBlanksDropsWhatWasLeftEmpty) {
  Answer root{Answer::Entries{}};
  set_answer(root, "témoins.1.nom", Answer(" "));
  set_answer(root, "témoins.2.nom", Answer("Lacaze"));
  set_answer(root, "faits.date", Answer(""));
  Answer expected{Answer::Entries{}};
  set_answer(expected, "témoins.1.nom", Answer("Lacaze"));
  EXPECT_EQ(without_blanks(root), expected);
}

}  // namespace
}  // namespace dossier
