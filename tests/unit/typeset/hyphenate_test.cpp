#include "typeset/hyphenate.hpp"

#include <gtest/gtest.h>

namespace {

std::string hyphenated(const std::string& word) {
  const typeset::Hyphenator hyphenator;
  base::Diagnostics diagnostics;
  std::string result = word;
  const auto points = hyphenator.points(word, diagnostics);
  for (auto point = points.rbegin(); point != points.rend(); ++point) result.insert(*point, "-");
  EXPECT_TRUE(diagnostics.empty());
  return result;
}

TEST(Hyphenator, CutsFrenchWordsAtTheirSyllables) {
  EXPECT_EQ(hyphenated("contravention"), "contra-ven-tion");
  EXPECT_EQ(hyphenated("professionnelle"), "pro-fes-sion-nelle");
}

TEST(Hyphenator, CountsCharactersAndNotBytes) {
  const std::string word = "dépréciée";
  const typeset::Hyphenator hyphenator;
  base::Diagnostics diagnostics;
  for (const auto point : hyphenator.points(word, diagnostics)) {
    EXPECT_NE(static_cast<unsigned char>(word[point]) & 0xC0U, 0x80U) << "inside a character";
  }
}

TEST(Hyphenator, KeepsThreeLettersOnEitherSide) {
  EXPECT_EQ(hyphenated("avocat"), "avo-cat");
  EXPECT_EQ(hyphenated("élu"), "élu");
  EXPECT_EQ(hyphenated("idée"), "idée");
}

TEST(Hyphenator, LeavesNamesAndReferencesWhole) {
  EXPECT_EQ(hyphenated("Montaigu"), "Montaigu");
  EXPECT_EQ(hyphenated("PROCUREUR"), "PROCUREUR");
  EXPECT_EQ(hyphenated("maire2026"), "maire2026");
}

TEST(Hyphenator, NamesTheMissingDictionary) {
  const typeset::Hyphenator hyphenator("/nowhere/hyph_fr.dic");
  base::Diagnostics diagnostics;
  EXPECT_TRUE(hyphenator.points("contravention", diagnostics).empty());
  ASSERT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.all()[0].kind, base::Kind::tool);
}

}  // namespace
