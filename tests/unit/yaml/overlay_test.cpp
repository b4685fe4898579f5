#include "yaml/overlay.hpp"

#include <gtest/gtest.h>

namespace {

yaml::Node parsed(const char* text) {
  base::Diagnostics diagnostics;
  return yaml::parse(text, "commun.yaml", base::Kind::dossier, diagnostics);
}

const base::Position cell{"table.csv", 7, 12};

TEST(Overlay, PutsAValueOverAnotherAndKeepsTheRest) {
  yaml::Overlay overlay(parsed("faits:\n  lieu: place\n  heure: \"10:00\"\n"));
  EXPECT_TRUE(overlay.put("faits.lieu", "mairie", cell));
  EXPECT_EQ(yaml::at(overlay.root(), "faits.lieu").text(), "mairie");
  EXPECT_EQ(yaml::at(overlay.root(), "faits.lieu").position().file, "table.csv");
  EXPECT_EQ(yaml::at(overlay.root(), "faits.lieu").position().line, 7);
  EXPECT_EQ(yaml::at(overlay.root(), "faits.heure").text(), "10:00");
  EXPECT_EQ(yaml::at(overlay.root(), "faits.heure").position().file, "commun.yaml");
}

TEST(Overlay, MakesWhatMissesOnTheWay) {
  yaml::Overlay overlay{yaml::Node()};
  EXPECT_TRUE(overlay.put("témoins.1.nom", "Roux", cell));
  EXPECT_TRUE(overlay.put("témoins.1.prénom", "Ève", cell));
  EXPECT_TRUE(overlay.put("témoins.2.nom", "Blanc", cell));
  EXPECT_EQ(yaml::at(overlay.root(), "témoins").items().size(), 2U);
  EXPECT_EQ(yaml::at(overlay.root(), "témoins.1.prénom").text(), "Ève");
  EXPECT_EQ(yaml::at(overlay.root(), "témoins.2.nom").text(), "Blanc");
}

TEST(Overlay, RefusesAPathOfAnotherShapeAndChangesNothing) {
  yaml::Overlay overlay(parsed("faits: texte\ntémoins: [{ nom: Roux }]\n"));
  EXPECT_FALSE(overlay.put("faits.lieu", "x", cell));
  EXPECT_FALSE(overlay.put("témoins.3.nom", "x", cell));
  EXPECT_EQ(yaml::at(overlay.root(), "faits").text(), "texte");
  EXPECT_EQ(yaml::at(overlay.root(), "témoins").items().size(), 1U);
}

TEST(Overlay, LaysATreeOnAnother) {
  yaml::Overlay overlay(parsed("a:\n  b: 1\n  c: [1, 2]\nd: 3\n"));
  overlay.lay(parsed("a:\n  c: [9]\n  e: 4\n"));
  EXPECT_EQ(yaml::at(overlay.root(), "a.b").text(), "1");
  EXPECT_EQ(yaml::at(overlay.root(), "a.c").items().size(), 1U);
  EXPECT_EQ(yaml::at(overlay.root(), "a.e").text(), "4");
  EXPECT_EQ(yaml::at(overlay.root(), "d").text(), "3");
}

TEST(Overlay, WritesAListOfTexts) {
  yaml::Overlay overlay(parsed("faits:\n  catégories: [menaces, injure]\n"));
  EXPECT_TRUE(overlay.put_list("faits.catégories", {"violences"}, cell));
  ASSERT_EQ(yaml::at(overlay.root(), "faits.catégories").items().size(), 1U);
  EXPECT_EQ(yaml::at(overlay.root(), "faits.catégories.1").text(), "violences");
}

}  // namespace
