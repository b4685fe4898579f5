#include "typeset/style.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "typeset/font_set.hpp"

namespace {

std::string read(const std::string& path) {
  return base::DiskFiles(EGIDE_SOURCE_DIR).read(path).value_or("");
}

// The letter's style with one piece of its text replaced.
std::vector<base::Diagnostic> mistakes(const std::string& from, const std::string& to) {
  std::string content = read("templates/styles/lettre.yaml");
  const auto at = content.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  content.replace(at, from.size(), to);
  const base::MemoryFiles files({{"templates/styles/lettre.yaml", content}});
  base::Diagnostics diagnostics;
  const auto style = typeset::read_style(files, "lettre", diagnostics);
  EXPECT_EQ(style.has_value(), !diagnostics.has_errors());
  return diagnostics.all();
}

TEST(Style, ReadsEveryStyleOfTheProject) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  const auto names = files.list("templates/styles");
  EXPECT_GE(names.size(), 5U);
  for (const auto& file : names) {
    base::Diagnostics diagnostics;
    const auto style = typeset::read_style(files, file.substr(0, file.find('.')), diagnostics);
    for (const auto& diagnostic : diagnostics.all()) ADD_FAILURE() << base::to_string(diagnostic);
    ASSERT_TRUE(style);
    EXPECT_EQ(style->page_width, typeset::tenths_of_millimetre(2100)) << file;
    EXPECT_EQ(style->page_height, typeset::tenths_of_millimetre(2970)) << file;
    const auto known = typeset::FontSet::families();
    for (const auto& [role, family] : style->families) {
      EXPECT_NE(std::find(known.begin(), known.end(), family), known.end()) << file << role;
    }
  }
}

// The window of an envelope: 110 mm from the left, 55 mm from the top, 85 mm by 33 mm.
TEST(Style, PutsTheAddressOfALetterInTheWindow) {
  base::Diagnostics diagnostics;
  const auto style = typeset::read_style(base::DiskFiles(EGIDE_SOURCE_DIR), "lettre", diagnostics);
  ASSERT_TRUE(style);
  const auto& place = style->blocks.at("destinataire").place;
  ASSERT_TRUE(place);
  EXPECT_EQ(place->x, typeset::tenths_of_millimetre(1100));
  EXPECT_EQ(place->y, typeset::tenths_of_millimetre(550));
  EXPECT_EQ(place->width, typeset::tenths_of_millimetre(850));
  EXPECT_EQ(place->height, typeset::tenths_of_millimetre(330));
}

TEST(Style, RefusesAnUnknownKeyAndSuggestsTheRightOne) {
  const auto list = mistakes("\n  interligne: 15", "\n  interlignes: 15");
  ASSERT_FALSE(list.empty());
  EXPECT_EQ(list[0].kind, base::Kind::content);
  EXPECT_GT(list[0].position.line, 0);
  EXPECT_NE(base::to_string(list[0]).find("interligne"), std::string::npos);
}

TEST(Style, RefusesWrongValues) {
  EXPECT_FALSE(mistakes("corps: 10.5", "corps: dix").empty());
  EXPECT_FALSE(mistakes("corps: 10.5", "corps: 10.5555").empty());
  EXPECT_FALSE(mistakes("corps: 10.5", "corps: -3").empty());
  EXPECT_FALSE(mistakes("\"#111111\"", "\"noir\"").empty());
  EXPECT_FALSE(mistakes("césure: oui", "césure: parfois").empty());
  EXPECT_FALSE(mistakes("alignement: justifié", "alignement: au milieu").empty());
  EXPECT_FALSE(mistakes("police: titres", "police: titre").empty());
  EXPECT_FALSE(mistakes("contenu: titre", "contenu: date").empty());
  EXPECT_FALSE(mistakes("gauche: 25, droite: 22", "gauche: 95, droite: 92").empty());
  EXPECT_TRUE(mistakes("corps: 10.5", "corps: 11").empty());
}

TEST(Style, NamesTheStylesThatExist) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(typeset::read_style(base::DiskFiles(EGIDE_SOURCE_DIR), "lettres", diagnostics));
  ASSERT_TRUE(diagnostics.has_errors());
  EXPECT_NE(diagnostics.all()[0].hint.find("lettre"), std::string::npos);
}

}  // namespace
