#include "typeset/shape.hpp"

#include <gtest/gtest.h>

namespace {

class ShaperTest : public testing::Test {
 protected:
  std::string text(const std::string& word, typeset::Shaper::Face face) {
    std::string result;
    for (const auto& glyph : shaper_.word(face, word).glyphs) {
      EXPECT_NE(glyph.id, 0U);
      result += word.substr(glyph.begin, glyph.length);
    }
    return result;
  }

  typeset::FontSet fonts_;
  base::Diagnostics diagnostics_;
  typeset::Shaper shaper_{fonts_, {"essai.md", 0, 0}, diagnostics_};
  typeset::Shaper::Face serif_ = shaper_.face("Noto Serif", false, false, false);
};

TEST_F(ShaperTest, GivesEveryCharacterToAGlyph) {
  for (const std::string word : {"officiel", "l’État", "œuvre", "Łukasz", "Việt", "Ελλάδα", "Київ",
                                 "e\u0331", "20\u202F000"}) {
    EXPECT_EQ(text(word, serif_), word);
  }
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(ShaperTest, AppliesKerning) {
  const auto advance = [&](const std::string& word) {
    std::int32_t sum = 0;
    for (const auto& glyph : shaper_.word(serif_, word).glyphs) sum += glyph.advance;
    return sum;
  };
  EXPECT_LT(advance("AV"), advance("A") + advance("V"));
}

TEST_F(ShaperTest, GivesFiguresOfColumnsTheSameWidth) {
  const auto sans = shaper_.face("Noto Sans", false, false, true);
  const auto width = [&](const std::string& word) {
    return shaper_.word(sans, word).glyphs.at(0).advance;
  };
  for (const std::string digit : {"0", "2", "7", "9"}) EXPECT_EQ(width(digit), width("1"));
}

TEST_F(ShaperTest, TakesFromAnotherFontWhatTheFirstLacks) {
  EXPECT_EQ(text("☐oui", serif_), "☐oui");
  EXPECT_TRUE(diagnostics_.empty());
  EXPECT_EQ(shaper_.used().size(), 2U);
}

TEST_F(ShaperTest, NamesTheCharacterThatNoFontHas) {
  (void)shaper_.word(serif_, "姓名");
  ASSERT_EQ(diagnostics_.all().size(), 2U);
  EXPECT_NE(diagnostics_.all()[0].message.find("U+59D3"), std::string::npos);
  EXPECT_EQ(diagnostics_.all()[0].position.file, "essai.md");
}

TEST_F(ShaperTest, ReportsACharacterOnce) {
  (void)shaper_.word(serif_, "姓");
  (void)shaper_.word(serif_, "姓姓");
  EXPECT_EQ(diagnostics_.all().size(), 1U);
}

TEST_F(ShaperTest, RefusesWhatItCannotOrder) {
  (void)shaper_.word(serif_, "שלום");
  ASSERT_TRUE(diagnostics_.has_errors());
  EXPECT_NE(diagnostics_.all()[0].message.find("droite à gauche"), std::string::npos);
}

TEST_F(ShaperTest, RefusesControlCharacters) {
  (void)shaper_.word(serif_, std::string("a\u0007b"));
  EXPECT_TRUE(diagnostics_.has_errors());
}

TEST_F(ShaperTest, SuggestsAFamilyWhenTheNameIsWrong) {
  (void)shaper_.face("Noto Serrif", false, false, false);
  ASSERT_TRUE(diagnostics_.has_errors());
  EXPECT_NE(diagnostics_.all()[0].message.find("Noto Serif"), std::string::npos);
}

}  // namespace
