#include "typeset/font.hpp"

#include <gtest/gtest.h>

namespace {

const std::string noto = "/usr/share/fonts/truetype/noto/";

TEST(Font, ReadsTheMetricsOfAStaticFont) {
  base::Diagnostics diagnostics;
  const auto font = typeset::Font::load(noto + "NotoSerif-Regular.ttf", diagnostics);
  ASSERT_TRUE(font);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(font->postscript_name(), "NotoSerif-Regular");
  EXPECT_EQ(font->units_per_em(), 1000);
  EXPECT_GT(font->ascender(), 0);
  EXPECT_LT(font->descender(), 0);
  EXPECT_GT(font->cap_height(), 500);
  EXPECT_FALSE(font->bold());
  EXPECT_FALSE(font->italic());
  EXPECT_TRUE(font->has(U'é'));
  EXPECT_TRUE(font->has(U'\u202F'));
  EXPECT_FALSE(font->has(U'\U0001F600'));
}

TEST(Font, KnowsBoldAndItalic) {
  base::Diagnostics diagnostics;
  const auto font = typeset::Font::load(noto + "NotoSerif-BoldItalic.ttf", diagnostics);
  ASSERT_TRUE(font);
  EXPECT_TRUE(font->bold());
  EXPECT_TRUE(font->italic());
}

TEST(Font, NamesTheMissingFileAndItsPackage) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(typeset::Font::load("/nowhere/DejaVuSans.ttf", diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].kind, base::Kind::tool);
  EXPECT_EQ(diagnostics.all()[0].position.file, "/nowhere/DejaVuSans.ttf");
  EXPECT_NE(diagnostics.all()[0].hint.find("fonts-dejavu-core"), std::string::npos);
}

TEST(Font, RefusesAFileThatIsNotAFont) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(typeset::Font::load(std::string(EGIDE_SOURCE_DIR) + "/CMakeLists.txt", diagnostics));
  EXPECT_TRUE(diagnostics.has_errors());
}

}  // namespace
