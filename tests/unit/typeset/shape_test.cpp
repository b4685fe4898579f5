#include "typeset/shape.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/text.hpp"
#include "typeset/outline_text.hpp"

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
  typeset::Shaper::Face turned_ = shaper_.right_to_left(serif_);
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

TEST_F(ShaperTest, GivesEachCharacterOfArabicAndHebrewItsOwnGlyphOnTheLine) {
  for (const std::string word :
       {"الإدريسي", "لا", "على", "لَا", "بَيْتُكَ", "שלום", "שָׁלוֹם", "א!(", "می‌شود"}) {
    EXPECT_EQ(text(word, turned_), word);
    for (const auto& glyph : shaper_.word(turned_, word).glyphs) {
      EXPECT_LE(base::length(word.substr(glyph.begin, glyph.length)), 1U) << word;
      // The others are drawn by a letter, or by a sign over it.
      if (glyph.advance != 0 || glyph.length == 0) continue;
      const auto drawn = typeset::glyph_outline(*glyph.font, glyph.id, 1000, {}, {});
      EXPECT_TRUE(drawn.commands.empty()) << word;
    }
  }
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(ShaperTest, KeepsEveryCharacterOfAnyWordThatItTurns) {
  // A vowel sign over a sign of another font is refused.
  const std::vector<std::vector<std::string>> alphabets = {
      {"ب", "ل", "ا", "إ", "بَ", "لّ", "لَّ", "اْ", "ـ", "ى", "٣", "ﷲ", "ل\u200C", "\u200D", "(", "»",
       "é", "12", "🙂"},
      {"א", "ש", "שָׁ", "לֹ", "־", "\u200D", "(", "»", "é", "12", "🙂"}};
  std::mt19937 random(20261129);
  for (const auto& pieces : alphabets) {
    std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
    for (int round = 0; round < 3000; ++round) {
      std::string word;
      for (int i = 0; i < 8; ++i) word += pieces[pick(random)];
      ASSERT_EQ(text(word, turned_), word);
    }
  }
}

TEST_F(ShaperTest, JoinsTheLettersOfArabic) {
  const auto first = [&](const std::string& word) {
    return shaper_.word(turned_, word).glyphs.at(0).id;
  };
  EXPECT_NE(first("بت"), first("ب"));  // initial, isolated
  const auto& joined = shaper_.word(turned_, "ببب").glyphs;
  ASSERT_EQ(joined.size(), 3U);
  EXPECT_NE(joined[0].id, joined[1].id);
  EXPECT_NE(joined[1].id, joined[2].id);
  EXPECT_NE(joined[0].id, joined[2].id);
}

TEST_F(ShaperTest, DrawsTheVowelsOfArabicAfterItsLetters) {
  const auto& glyphs = shaper_.word(turned_, "بَ").glyphs;
  ASSERT_EQ(glyphs.size(), 3U);
  EXPECT_EQ(glyphs[1].advance, 0);
  EXPECT_EQ(glyphs[2].advance, 0);
  EXPECT_EQ(glyphs[2].length, 0U);
  EXPECT_NE(glyphs[1].id, glyphs[2].id);
}

TEST_F(ShaperTest, TurnsParenthesesWithTheirText) {
  EXPECT_EQ(shaper_.word(turned_, "(").glyphs.at(0).id, shaper_.word(serif_, ")").glyphs.at(0).id);
  EXPECT_EQ(shaper_.word(turned_, "«").glyphs.at(0).id, shaper_.word(serif_, "»").glyphs.at(0).id);
}

TEST_F(ShaperTest, HasBoldLettersForArabicAndHebrew) {
  const auto bold = shaper_.right_to_left(shaper_.face("Noto Serif", true, false, false));
  for (const std::string word : {"ب", "א"}) {
    EXPECT_TRUE(shaper_.word(bold, word).glyphs.at(0).font->bold());
    EXPECT_FALSE(shaper_.word(turned_, word).glyphs.at(0).font->bold());
  }
}

TEST_F(ShaperTest, RefusesWhatItCannotOrder) {
  (void)shaper_.word(turned_, "ߒߞߏ");
  (void)shaper_.word(serif_, "שלום");  // its caller did not
  ASSERT_EQ(diagnostics_.all().size(), 7U);
  for (const auto& said : diagnostics_.all()) {
    EXPECT_NE(said.message.find("droite à gauche"), std::string::npos);
  }
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
