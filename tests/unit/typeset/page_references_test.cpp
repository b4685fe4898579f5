#include <gmock/gmock.h>

#include "sample_layout.hpp"

namespace {

// A first chapter that leads to the last, and chapters between.
std::string guide(int between) {
  std::string text =
      "# Premier {#premier}\n\nVoir [le dernier](#dernier). Entre parenthèses ([le dernier]"
      "(#dernier)). Le [mot](#terme-mot).\n\n";
  for (int i = 0; i < between; ++i) {
    text += "# Chapitre " + std::to_string(i) + "\n\n" + sample::sentence(900) + "\n\n";
  }
  return text +
         "# Dernier {#dernier}\n\nRetour [au premier](#premier).\n\n"
         "::: {#terme-mot .terme}\nUn mot.\n:::\n";
}

std::string whole_text(const typeset::Pages& pages) {
  std::string text;
  for (const auto& page : pages.pages) text += sample::text_of(page);
  return text;
}

std::size_t page_of(const typeset::Pages& pages, const std::string& name) {
  for (const auto& destination : pages.destinations) {
    if (destination.name == name) return destination.page + 1;
  }
  return 0;
}

TEST(PageReferences, SayTheTruePageOnBothSidesOfTheirTarget) {
  for (const int between : {0, 1, 9, 60}) {  // one, two and three figures
    const auto pages = sample::pages(guide(between), "guide");
    const std::string text = whole_text(pages);
    const std::string last = std::to_string(page_of(pages, "dernier"));
    const std::string first = std::to_string(page_of(pages, "premier"));
    EXPECT_THAT(text, testing::HasSubstr(" (p.\u00A0" + last + ")."));
    EXPECT_THAT(text, testing::HasSubstr(", p.\u00A0" + last + ")."));
    EXPECT_THAT(text, testing::HasSubstr(" (p.\u00A0" + first + ")."));
  }
}

TEST(PageReferences, AreNotSaidForTheGlossaryNorInALetter) {
  EXPECT_THAT(whole_text(sample::pages(guide(0), "guide")), testing::HasSubstr("mot\n.\n"));
  const std::string letter = "## Ici {#ici}\n\nVoir [ici](#ici).\n";
  EXPECT_THAT(whole_text(sample::pages(letter, "note")), testing::Not(testing::HasSubstr("p.")));
}

std::string table(const std::string& classes, const std::string& cell, int columns, int rows) {
  std::string text = "::: {" + classes + "}\n|", rule = "|";
  for (int c = 0; c < columns; ++c) {
    text += " Colonne |";
    rule += " --- |";
  }
  text += "\n" + rule + "\n";
  for (int r = 0; r < rows; ++r) {
    text += "|";
    for (int c = 0; c < columns; ++c) text += " " + cell + " |";
    text += "\n";
  }
  return text + ":::\n";
}

std::vector<bool> turned(const typeset::Pages& pages) {
  std::vector<bool> result;
  for (const auto& page : pages.pages) result.push_back(page.width > page.height);
  return result;
}

TEST(LandscapeTables, TurnWhenAskedOrWhenTheirWordsDoNotFit) {
  const std::string head = "## Titre\n\nAvant.\n\n### Annonce\n\n", after = "\nAprès.\n";
  const auto fits = sample::pages(head + table(".tableau", "mot", 4, 3) + after, "note");
  EXPECT_EQ(turned(fits), std::vector<bool>{false});
  const std::string wide = "anticonstitutionnellement";
  for (const auto& asked :
       {table(".tableau .paysage", "mot", 4, 3), table(".tableau", wide, 5, 3)}) {
    const auto pages = sample::pages(head + asked + after, "note");
    EXPECT_EQ(turned(pages), (std::vector<bool>{false, true, false}));
    // The heading that announces the table goes with it.
    EXPECT_THAT(sample::text_of(pages.pages[1]), testing::HasSubstr("Annonce"));
    for (const auto& run : sample::runs_of(pages.pages[1])) {
      EXPECT_LE(sample::right_of(run), pages.pages[1].width - sample::style("note").right);
    }
  }
}

// Other formats ask for each table alone, and are told what the pages do.
TEST(LandscapeTables, AreKnownWithoutThePages) {
  const auto turns = [](const std::string& source) {
    base::Diagnostics diagnostics;
    const auto document = document::read(source, "essai.md", diagnostics);
    const auto& asked = std::get<document::Table>(document.blocks.at(0).data);
    const typeset::FontSet fonts;
    const bool result =
        typeset::turns_on_its_side(asked, sample::style("note"), fonts, {}, diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    return result;
  };
  EXPECT_FALSE(turns(table(".tableau", "mot", 4, 3)));
  EXPECT_TRUE(turns(table(".tableau .paysage", "mot", 4, 3)));
  EXPECT_TRUE(turns(table(".tableau", "anticonstitutionnellement", 5, 3)));
}

TEST(LandscapeTables, RepeatTheirHeadAndStayInsideTheTurnedPage) {
  const auto pages = sample::pages(table(".tableau .paysage", "mot", 4, 60), "note");
  const auto style = sample::style("note");
  ASSERT_GT(pages.pages.size(), 2U);
  for (const auto& page : pages.pages) {
    EXPECT_GT(page.width, page.height);
    for (const auto& run : sample::runs_of(page)) EXPECT_LE(run.y, page.height - style.bottom);
  }
}

}  // namespace
