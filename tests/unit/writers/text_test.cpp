#include "writers/text.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "document/read.hpp"
#include "document/words.hpp"

namespace {

document::Document read(std::string_view markdown) {
  base::Diagnostics diagnostics;
  auto document = document::read(markdown, "essai.md", diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << base::to_string(diagnostics.all().front());
  return document;
}

std::string text(std::string_view markdown) { return writers::text(read(markdown)); }

TEST(Text, HeadingsAndParagraphs) {
  EXPECT_EQ(text("# Été\n\nUn\\\ndeux\n\n## Ab\n\n### C\n\nfin *vite* **oui**\n"),
            "Été\n===\n\nUn\ndeux\n\nAb\n--\n\nC\n\nfin vite oui\n");
}

TEST(Text, LinesHaveAtMostSeventyTwoCharacters) {
  std::string source;
  for (int i = 0; i < 60; ++i) source += "éàü ";
  const std::string result = text(source + "\n\n- " + source + "\n\n> " + source + "\n");
  for (const std::string& line : base::split(result, '\n')) {
    EXPECT_LE(base::length(line), 72u) << line;
  }
  EXPECT_THAT(result, ::testing::HasSubstr("\n- éàü"));
  EXPECT_THAT(result, ::testing::HasSubstr("\n  éàü"));
  EXPECT_THAT(result, ::testing::HasSubstr("\n> éàü"));
  EXPECT_EQ(text(std::string(100, 'a') + " b\n"), std::string(100, 'a') + "\nb\n");
}

TEST(Text, NoBreakSpacesHold) {
  const std::string start(68, 'a');
  EXPECT_EQ(text(start + " 10\u00A0%\n"), start + "\n10\u00A0%\n");
}

TEST(Text, Lists) {
  EXPECT_EQ(text("- un\n- deux\n  - trois\n- quatre\n\nfin\n"),
            "- un\n- deux\n\n  - trois\n\n- quatre\n\nfin\n");
  EXPECT_EQ(text("9. a\n10. b\n"), "9. a\n10. b\n");
  EXPECT_EQ(text("- - a\n"), "- - a\n");
  EXPECT_EQ(text("> - a\n>\n> b\n"), "> - a\n>\n> b\n");
}

TEST(Text, BoxesKeepTheirName) {
  EXPECT_EQ(text("::: a-verifier\nun\n\ndeux\n:::\n\nfin\n"),
            "| À vérifier\n|\n| un\n|\n| deux\n\nfin\n");
}

TEST(Text, LinksShowTheirAddress) {
  EXPECT_EQ(text("[le site](https://x.fr) [https://x.fr](https://x.fr) [a@b.fr](mailto:a@b.fr) "
                 "[écrire](mailto:a@b.fr) [ici](#a)\n"),
            "le site (https://x.fr) https://x.fr a@b.fr écrire (a@b.fr) ici\n");
}

TEST(Text, NotesStandAtTheEnd) {
  EXPECT_EQ(text("un[^a] deux[^b]\n\n[^a]: A\n\n    suite\n\n[^b]: B\n"),
            "un[1] deux[2]\n\n[1] A\n\n    suite\n\n[2] B\n");
}

TEST(Text, TablesAlignedWhenTheyFit) {
  EXPECT_EQ(text("::: {.tableau legende=\"Dépenses\" total=\"1\"}\n| Objet | Montant |\n|--|--:|\n"
                 "| Clé | 5 |\n| Total | 125 |\n:::\n"),
            "Dépenses\n\nObjet  Montant\n--------------\nClé          5\n--------------\n"
            "Total      125\n");
}

TEST(Text, TablesListedWhenTheyDoNot) {
  const std::string wide(60, 'x');
  EXPECT_EQ(
      text("| Objet | Lieu | Prix |\n|--|--|--|\n| a | " + wide + " | 1 |\n| | c | 2 |\n"),
      "Objet\u00A0: a\nLieu\u00A0: " + wide + "\nPrix\u00A0: 1\n\nLieu\u00A0: c\nPrix\u00A0: 2\n");
  EXPECT_EQ(text("| Rubrique | Valeur |\n|--|--|\n| a | " + wide + " |\n| bbbbbbbbbbbbbb | c |\n"),
            "Rubrique\u00A0: Valeur\na\u00A0: " + wide + "\nbbbbbbbbbbbbbb\u00A0: c\n");
}

TEST(Text, HasEveryWordOfTheDocument) {
  const auto document = read(
      "# Un {#a}\n\ndeux *trois* [quatre](#a)\\\ncinq\n\n- six\n- sept\n\n> huit\n\n"
      "::: article\nneuf\n:::\n\n::: {.tableau legende=\"dix\"}\n| onze |\n|---|\n"
      "| douze |\n:::\n");
  EXPECT_EQ(document::words(writers::text(document)), document::words(document));
}

}  // namespace
