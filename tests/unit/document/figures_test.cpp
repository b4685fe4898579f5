#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "document/dump.hpp"
#include "document/quantity.hpp"
#include "document/read.hpp"
#include "document/words.hpp"

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string mistakes(const std::string& markdown) {
  base::Diagnostics diagnostics;
  (void)document::read(markdown, "essai.md", diagnostics);
  std::string all;
  for (const auto& one : diagnostics.all()) all += base::to_string(one) + "\n";
  return all;
}

std::string dump(const std::string& markdown) {
  base::Diagnostics diagnostics;
  const auto document = document::read(markdown, "essai.md", diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << mistakes(markdown);
  return document::to_string(document);
}

std::string chart(const std::string& attributes, const std::string& rows,
                  const std::string& after = {}) {
  return "::: {.graphique type=\"barres\" legende=\"Faits\" " + attributes +
         "}\n| An | Nombre |\n"
         "| --- | --- |\n" +
         rows + after + ":::\n";
}

std::int64_t thousandths(const std::string& cell, const std::string& unit) {
  const auto read = document::read_quantity(cell, unit);
  return read && read->thousandths ? *read->thousandths : -1;
}

TEST(Quantity, IsANumberWrittenInFrench) {
  EXPECT_EQ(thousandths("1 720", "faits"), 1720000);
  EXPECT_EQ(thousandths("1\u202F720", "faits"), 1720000);
  EXPECT_EQ(thousandths("12", "faits"), 12000);
  EXPECT_EQ(thousandths("9,35 %", "%"), 9350);
  EXPECT_EQ(thousandths("0", "%"), 0);
  EXPECT_EQ(thousandths("123 456 789", ""), 123456789000);
  EXPECT_EQ(document::read_quantity("68", "%")->written, "68\u00A0%");
  EXPECT_EQ(document::read_quantity("—", "%")->written, "—");
  EXPECT_FALSE(document::read_quantity("—", "%")->thousandths);
  for (const auto* wrong : {"1,", ",5", "1.720", "-3", "12 34", "1 72", "1720 5", "x", "3 %",
                            "1 234 567 890", "1,2345", "5 ans"}) {
    EXPECT_FALSE(document::read_quantity(wrong, "faits")) << wrong;
  }
}

TEST(Quantity, OfTimeIsInMonths) {
  EXPECT_EQ(thousandths("6 mois", "durée"), 6000);
  EXPECT_EQ(thousandths("1 an", "durée"), 12000);
  EXPECT_EQ(thousandths("10\u00A0ans", "durée"), 120000);
  EXPECT_FALSE(document::read_quantity("6", "durée"));
  EXPECT_FALSE(document::read_quantity("6 jours", "durée"));
}

TEST(ReadFigures, AChartKeepsItsTableAndItsSource) {
  EXPECT_EQ(dump(chart("unite=\"faits\" rupture=\"2023\"", "| 2022 | 2 265 |\n| 2023 | 2 759 |\n",
                       "\nSource : [x](https://x.fr).\n")),
            "div {.graphique}\n"
            "  div {.legende-figure}\n"
            "    p Faits\n"
            "  bars Diagramme en barres «\u00A0Faits\u00A0»\u00A0: 2022, 2\u202F265\u00A0faits"
            "\u00A0; 2023, 2\u202F759\u00A0faits. Rupture de série à partir de 2023.\n"
            "    series Nombre\n"
            "    2022: 2\u202F265\u00A0faits=2265000\n"
            "    2023: 2\u202F759\u00A0faits=2759000 break\n"
            "  table start start\n"
            "    caption Données du graphique «\u00A0Faits\u00A0»\n"
            "    header | An | Nombre\n"
            "    row | 2022 | 2 265\n"
            "    row | 2023 | 2 759\n"
            "  p Source : (x → https://x.fr).\n");
}

TEST(ReadFigures, ALongChartSaysItsExtremesAndWhereTheRestIs) {
  std::string rows;
  for (int i = 1; i <= 9; ++i)
    rows += "| a" + std::to_string(i) + " | " + std::to_string(i) + " |\n";
  EXPECT_THAT(dump(chart("unite=\"%\"", rows)),
              HasSubstr("9\u00A0lignes\u00A0; Nombre, de 1\u00A0% (a1) à 9\u00A0% (a9). Toutes les "
                        "valeurs sont dans le tableau qui suit."));
}

TEST(ReadFigures, RefuseAMalformedChart) {
  const std::string good = "| 2022 | 3 |\n";
  EXPECT_EQ(mistakes(chart("unite=\"faits\"", good)), "");
  EXPECT_THAT(mistakes("x\n\n" + chart("unite=\"faits\"", good + "| 2023 | trois |\n")),
              AllOf(HasSubstr("essai.md:3 : erreur : ligne 2 du graphique"),
                    HasSubstr("un nombre est attendu")));
  EXPECT_THAT(mistakes(chart("unite=\"faits\"", "| | 3 |\n")), HasSubstr("est vide"));
  EXPECT_THAT(mistakes(chart("unite=\"faits\"", "| 2022 | — |\n")), HasSubstr("aucun nombre"));
  EXPECT_THAT(mistakes(chart("unite=\"faits\"", "")), HasSubstr("aucun nombre"));
  EXPECT_THAT(mistakes(chart("unite=\"faits\"", good, "\n| a |\n|---|\n| b |\n")),
              HasSubstr("un tableau, et un seul"));
  EXPECT_THAT(mistakes(chart("", good)), HasSubstr("n’a pas d’unité"));
  EXPECT_THAT(mistakes(chart("unite=\"x\" rupture=\"2022\"", good)),
              HasSubstr("«\u00A0rupture\u00A0»"));
  EXPECT_THAT(mistakes(chart("unite=\"x\" valeurs=\"3\"", good)),
              HasSubstr("«\u00A0valeurs\u00A0»"));
  EXPECT_THAT(mistakes(chart("unite=\"x\" total=\"1\"", good)), HasSubstr("«\u00A0total\u00A0»"));
  std::string many;
  for (int i = 0; i < 17; ++i) many += good;
  EXPECT_THAT(mistakes(chart("unite=\"x\"", many)), HasSubstr("trop de barres"));
  EXPECT_THAT(mistakes("::: {.graphique type=\"tarte\" legende=\"a\" unite=\"x\"}\n| a | b |\n"
                       "|---|---|\n| c | 1 |\n:::\n"),
              HasSubstr("le type d’un graphique"));
  EXPECT_THAT(mistakes("::: {.graphique type=\"barres\" unite=\"x\"}\n| a | b |\n|---|---|\n"
                       "| c | 1 |\n:::\n"),
              HasSubstr("n’a pas de légende"));
}

TEST(ReadFigures, ATreeKeepsItsList) {
  EXPECT_EQ(dump("::: {.arbre legende=\"À qui\"}\n- Qui êtes-vous ?\n  - **Élu** : au maire.\n"
                 "  - **Candidat** : au préfet.\n:::\n"),
            "div {.arbre}\n"
            "  div {.legende-figure}\n"
            "    p À qui\n"
            "  tree Arbre de décision «\u00A0À qui\u00A0»\u00A0: Qui êtes-vous\u202F? "
            "1\u00A0question, 2\u00A0réponses, écrites dans la liste qui suit.\n"
            "    [] Qui êtes-vous\u202F?\n"
            "      [Élu] Au maire.\n"
            "      [Candidat] Au préfet.\n"
            "  ul\n"
            "    item\n"
            "      p Qui êtes-vous ?\n"
            "      ul\n"
            "        item\n"
            "          p **Élu** : au maire.\n"
            "        item\n"
            "          p **Candidat** : au préfet.\n");
}

TEST(ReadFigures, RefuseAMalformedTree) {
  const auto tree = [](const std::string& list) {
    return mistakes("::: {.arbre legende=\"a\"}\n" + list + ":::\n");
  };
  EXPECT_THAT(tree("Un paragraphe.\n"), HasSubstr("entoure une liste"));
  EXPECT_THAT(tree("- a\n- b\n"), HasSubstr("aucune question"));
  EXPECT_THAT(tree("- a\n  - **b**\n"), HasSubstr("pas de texte après"));
  std::string deep, indent;
  for (int i = 0; i < 7; ++i, indent += "  ") deep += indent + "- a\n";
  EXPECT_THAT(tree(deep), HasSubstr("essai.md:1 : erreur : arbre trop profond"));
  std::string wide = "- a\n";
  for (int i = 0; i < 40; ++i) wide += "  - b\n";
  EXPECT_THAT(tree(wide), HasSubstr("arbre trop grand"));
}

TEST(ReadFigures, ATimelineOfStepsKeepsItsOrder) {
  EXPECT_EQ(dump("::: {.frise reperes=\"libres\" legende=\"Étapes\"}\n- Jour 0 | depart | Reçue\n"
                 "- 5 jours | echeance | Transmise\n:::\n"),
            "div {.frise}\n"
            "  div {.legende-figure}\n"
            "    p Étapes\n"
            "  timeline Frise «\u00A0Étapes\u00A0»\u00A0: Jour 0, Reçue\u00A0; 5\u00A0jours, "
            "Transmise.\n"
            "    Jour 0 depart Reçue\n"
            "    5\u00A0jours echeance Transmise\n");
  EXPECT_THAT(mistakes("::: {.frise reperes=\"libres\" legende=\"a\"}\n-  | depart | x\n:::\n"),
              HasSubstr("n’a pas de repère"));
  EXPECT_THAT(mistakes("::: {.frise reperes=\"x\" alternative=\"a\"}\n- 2026-01-01 | depart | x\n"
                       ":::\n"),
              HasSubstr("«\u00A0reperes\u00A0»"));
}

TEST(ReadFigures, WhatAUserTypedIsShownAsItIs) {
  EXPECT_THAT(dump(chart("unite=\"x\"", "| \uE000L'an... 2 !\uE001 | 3 |\n")),
              HasSubstr("    L'an... 2 !: 3"));
}

}  // namespace
