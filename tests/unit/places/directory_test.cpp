#include "places/directory.hpp"

#include <gtest/gtest.h>

namespace {

const places::Directory& directory() {
  static const places::Directory whole{base::DiskFiles(EGIDE_SOURCE_DIR)};
  return whole;
}

TEST(Directory, FindsACommuneByItsCode) {
  const auto found = directory().commune("75056");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->name, "Paris");
  EXPECT_FALSE(directory().commune("00000"));
  EXPECT_FALSE(directory().commune("7505"));
  EXPECT_FALSE(directory().commune(""));
}

TEST(Directory, ShowsEveryHomonym) {
  // The study of the data counts twelve communes called Sainte-Colombe.
  EXPECT_EQ(directory().named("ste colombe").size(), 12U);
  EXPECT_EQ(directory().named("Sainte-Colombe").size(), 12U);
  EXPECT_TRUE(directory().named("Sainte-Colombe-sur-Rien").empty());
}

TEST(Directory, SuggestsTheMostPopulatedFirst) {
  const auto found = directory().suggestions("mars", 5);
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0].name, "Marseille");
  EXPECT_TRUE(directory().suggestions("", 5).empty());
}

TEST(Directory, NamesTheRepresentativeOfTheState) {
  // Belley is a sous-préfecture of the Ain; Bourg-en-Bresse its préfecture.
  const auto belley = directory().state_office(*directory().commune("01034"));
  ASSERT_TRUE(belley);
  EXPECT_TRUE(belley->sous_prefecture);
  EXPECT_EQ(belley->seat, "Belley");
  EXPECT_EQ(belley->department_of, "de l’Ain");
  const auto bourg = directory().state_office(*directory().commune("01053"));
  ASSERT_TRUE(bourg);
  EXPECT_FALSE(bourg->sous_prefecture);
  EXPECT_EQ(bourg->seat, "Bourg-en-Bresse");
}

TEST(Directory, EveryCommuneOfADepartementHasAnAdministrativeCourt) {
  // R. 221-3: Rennes has the Côtes-d’Armor, the Finistère, the Ille-et-Vilaine and the Morbihan.
  for (const char* department : {"22", "29", "35", "56"}) {
    EXPECT_EQ(directory().administrative_court(department), "Rennes");
  }
  EXPECT_EQ(directory().administrative_court("2A"), "Bastia");
  EXPECT_EQ(directory().administrative_court("974"), "La Réunion");
}

TEST(Directory, ASingleJudicialCourtIsCertainAndSeveralAreListed) {
  EXPECT_EQ(directory().judicial_courts("01"), std::vector<std::string>{"Bourg-en-Bresse"});
  EXPECT_EQ(directory().judicial_courts("59").size(), 6U);
  EXPECT_TRUE(directory().judicial_courts("00").empty());
}

TEST(WithDe, AbsorbsTheArticle) {
  EXPECT_EQ(places::with_de("Le Mans", 2), "du Mans");
  EXPECT_EQ(places::with_de("Les Abymes", 4), "des Abymes");
  EXPECT_EQ(places::with_de("La Rochelle", 3), "de La Rochelle");
  EXPECT_EQ(places::with_de("L’Abergement-Clémenciat", 5), "de L’Abergement-Clémenciat");
  EXPECT_EQ(places::with_de("Ain", 5), "de l’Ain");
  EXPECT_EQ(places::with_de("Rhône", 2), "du Rhône");
  EXPECT_EQ(places::with_de("Abbeville", 1), "d’Abbeville");
  EXPECT_EQ(places::with_de("Lyon", 0), "de Lyon");
}

// Paris has a préfecture de police beside its préfet; New Caledonia has a haut-commissaire.
TEST(Directory, GivesNoPrefectureWhereItIsNotSimplyAPrefet) {
  for (const char* code : {"75056", "98818", "97701"}) {
    const auto commune = directory().commune(code);
    ASSERT_TRUE(commune) << code;
    EXPECT_FALSE(directory().state_office(*commune)) << code;
    EXPECT_FALSE(directory().state_office_apart(commune->department).empty()) << code;
  }
  EXPECT_EQ(directory().state_office_apart("01"), "");
}

}  // namespace
