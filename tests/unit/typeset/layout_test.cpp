#include "typeset/layout.hpp"

#include <gmock/gmock.h>

#include <set>

#include "sample_layout.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using typeset::Length;
using typeset::Role;

const std::string letter =
    "::: expediteur\n**Claire MONTAIGU**\\\nMairie\\\n35140 SAINT-MARTIN\n:::\n\n"
    "::: destinataire\nMonsieur le Préfet\\\n3 avenue de la Préfecture\\\n35026 RENNES "
    "CEDEX\n:::\n\n"
    "::: lieu-date\nSaint-Martin, le 23 novembre 2026\n:::\n\n"
    "::: objet\nObjet : demande de protection\n:::\n\n";
const std::string signature = "::: signature\nLa maire,\n\nClaire MONTAIGU\n:::\n";

TEST(Layout, KeepsEveryLineWithinTheMargins) {
  const std::string markdown = "# Titre\n\n" + sample::paragraphs(9, 150) + "- " +
                               sample::sentence(60) + "\n- " + sample::sentence(5) + "\n\n> " +
                               sample::sentence(80) + "\n\n::: attention\n" +
                               sample::sentence(200) + "\n:::\n\n1. " + sample::sentence(40) + "\n";
  for (const std::string name : {"note", "deliberation", "etat"}) {
    const auto pages = sample::pages(markdown, name);
    EXPECT_GT(pages.pages.size(), 1U);
    sample::expect_within_margins(pages, sample::style(name));
  }
}

TEST(Layout, SaysEveryWordOnceAndInOrder) {
  const std::string words = sample::sentence(700);
  std::string said;
  for (const auto& page : sample::pages(words, "note").pages) said += sample::text_of(page);
  std::erase(said, '\n');
  for (auto at = said.find("\u00AD"); at != std::string::npos; at = said.find("\u00AD")) {
    said.erase(at, 2);
  }
  EXPECT_EQ(said, words);
}

TEST(Layout, PutsTheAddressInTheWindowOfTheEnvelope) {
  const auto pages = sample::pages(letter + sample::paragraphs(3, 60) + signature, "lettre");
  int lines = 0;
  for (const auto& run : sample::runs_of(pages.pages[0])) {
    const std::string text = sample::text_of(run);
    if (text.find("Préf") == std::string::npos && text.find("CEDEX") == std::string::npos) continue;
    ++lines;
    EXPECT_GE(run.x, typeset::tenths_of_millimetre(1100));
    EXPECT_LE(sample::right_of(run), typeset::tenths_of_millimetre(1950));
    EXPECT_GE(run.y - run.size, typeset::tenths_of_millimetre(550));
    EXPECT_LE(run.y, typeset::tenths_of_millimetre(880));
  }
  EXPECT_EQ(lines, 3);
}

std::string long_address(int lines) {
  std::string text = "::: destinataire\n";
  for (int i = 1; i <= lines; ++i) {
    text += "Ligne " + std::to_string(i) + " de l’adresse" + (i < lines ? "\\\n" : "\n");
  }
  return text + ":::\n\nTexte.\n";
}

TEST(Layout, ShrinksALongAddressToFitTheWindow) {
  const auto pages = sample::pages(long_address(7), "lettre");
  Length smallest = typeset::points(20), lowest = 0;
  for (const auto& run : sample::runs_of(pages.pages[0])) {
    if (sample::text_of(run).find("Ligne") == std::string::npos) continue;
    smallest = std::min(smallest, run.size);
    lowest = std::max(lowest, run.y);
  }
  EXPECT_GE(smallest, typeset::points(9));
  EXPECT_LT(smallest, typeset::points(10) + 500);
  EXPECT_LE(lowest, typeset::tenths_of_millimetre(880));
}

TEST(Layout, RefusesAnAddressTooLongForTheWindow) {
  EXPECT_THAT(sample::messages(long_address(12), "lettre"),
              ElementsAre(HasSubstr("« destinataire »")));
}

TEST(Layout, RefusesAnAddressAfterTheText) {
  EXPECT_THAT(sample::messages("Texte.\n\n" + letter, "lettre"),
              testing::Contains(HasSubstr("doit précéder")));
}

TEST(Layout, NeverLeavesTheSignatureAlone) {
  for (int words = 200; words < 520; words += 5) {
    const auto pages = sample::pages(letter + sample::paragraphs(1, words) + signature, "lettre");
    const std::string last = sample::text_of(pages.pages.back());
    ASSERT_THAT(last, HasSubstr("La maire,"));
    ASSERT_THAT(last, HasSubstr("Claire MONTAIGU"));
    std::set<Length> baselines;
    for (const auto& run : sample::runs_of(pages.pages.back())) baselines.insert(run.y);
    EXPECT_GE(baselines.size(), 4U) << words;  // two lines of text, two of signature
  }
}

TEST(Layout, LeavesNoWidowNoOrphanNoHalfWordAtTheFootOfAPage) {
  for (int words = 30; words < 60; ++words) {
    const auto pages = sample::pages(sample::paragraphs(25, words), "note");
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      for (const auto& content : pages.pages[i].contents) {
        if (content.element == typeset::artifact) continue;
        if (pages.structure[content.element].children.size() < 2) continue;  // not cut
        std::set<Length> baselines;
        for (const auto& run : content.glyphs) baselines.insert(run.y);
        EXPECT_GE(baselines.size(), 2U);
        const bool first_part = pages.structure[content.element].children[0].page == i;
        if (first_part) {
          EXPECT_FALSE(sample::text_of(content.glyphs.back()).ends_with("\u00AD"));
        }
      }
    }
  }
}

TEST(Layout, KeepsAHeadingWithTheTextThatFollows) {
  for (int words = 300; words < 700; words += 9) {
    const auto pages = sample::pages(
        "# A\n\n" + sample::paragraphs(1, words) + "## B\n\n" + sample::paragraphs(1, 60), "note");
    for (const auto& page : pages.pages) {
      Role last = Role::document;
      for (const auto& content : page.contents) {
        if (content.element != typeset::artifact) last = pages.structure[content.element].role;
      }
      EXPECT_EQ(last, Role::paragraph) << words;
    }
  }
}

std::string table(int rows) {
  std::string text =
      "::: {.tableau legende=\"Dépenses\" colonnes=\"1 3 1\" total=\"1\"}\n"
      "| N° | Objet | Montant |\n| --- | --- | ---: |\n";
  for (int i = 1; i <= rows; ++i) {
    text += "| " + std::to_string(i) + " | Pose d’une caméra et d’un éclairage | 1 250,00 € |\n";
  }
  return text + "| | Total | 125 000,00 € |\n:::\n";
}

TEST(Layout, RepeatsTheHeadOfATableAsAnArtifact) {
  const auto pages = sample::pages(table(90), "note");
  ASSERT_GE(pages.pages.size(), 2U);
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    int read = 0, repeated = 0;
    for (const auto& content : pages.pages[i].contents) {
      for (const auto& run : content.glyphs) {
        if (sample::text_of(run) != "Montant") continue;
        (content.element == typeset::artifact ? repeated : read) += 1;
      }
    }
    EXPECT_EQ(read, i == 0 ? 1 : 0);
    EXPECT_EQ(repeated, i == 0 ? 0 : 1);
  }
}

TEST(Layout, GivesTablesTheirStructure) {
  const auto pages = sample::pages(table(3), "note");
  int heads = 0, cells = 0, rows = 0, captions = 0;
  for (const auto& element : pages.structure) {
    if (element.role == Role::table_header_cell) {
      ++heads;
      EXPECT_EQ(element.scope, typeset::Scope::column);
    }
    cells += element.role == Role::table_data_cell ? 1 : 0;
    rows += element.role == Role::table_row ? 1 : 0;
    captions += element.role == Role::caption ? 1 : 0;
  }
  EXPECT_EQ(heads, 3);
  EXPECT_EQ(cells, 12);  // the empty cell is there
  EXPECT_EQ(rows, 5);
  EXPECT_EQ(captions, 1);
}

TEST(Layout, AlignsAmountsOnTheirComma) {
  const auto pages = sample::pages(table(12), "note");
  std::set<Length> commas;
  for (const auto& run : sample::runs_of(pages.pages[0])) {
    if (sample::text_of(run).find("€") == std::string::npos) continue;
    Length x = run.x;
    for (const auto& glyph : run.glyphs) {
      if (glyph.text == ",") commas.insert(x);
      x += glyph.advance;
    }
  }
  ASSERT_FALSE(commas.empty());
  EXPECT_LE(*commas.rbegin() - *commas.begin(), 2);  // the total is in bold: its figures are wider
}

TEST(Layout, NeverLeavesASumAloneOnAPage) {
  for (int rows = 20; rows < 60; ++rows) {
    const auto pages = sample::pages(table(rows), "note");
    EXPECT_THAT(sample::text_of(pages.pages.back()), HasSubstr("caméra")) << rows;
  }
}

TEST(Layout, CutsARowTallerThanAPage) {
  const auto pages = sample::pages(
      "| A | B |\n| --- | --- |\n| " + sample::sentence(1500) + " | court |\n", "note");
  EXPECT_GE(pages.pages.size(), 2U);
  sample::expect_within_margins(pages, sample::style("note"));
}

TEST(Layout, NumbersPagesOnlyWhenALetterHasSeveral) {
  const auto footed = [](const typeset::Pages& pages) {
    return typeset::dump(pages).find("|Page 1/");
  };
  EXPECT_EQ(footed(sample::pages("Bonjour.", "lettre")), std::string::npos);
  EXPECT_NE(footed(sample::pages(sample::paragraphs(9, 150), "lettre")), std::string::npos);
}

TEST(Layout, DoesNotCountTheSheetKeptByTheUser) {
  const auto pages =
      sample::pages(sample::paragraphs(9, 150) + "::: pour-vous\nÀ garder.\n:::\n", "lettre");
  ASSERT_GE(pages.pages.size(), 3U);
  const std::string letter_pages = std::to_string(pages.pages.size() - 1);
  const std::string text = typeset::dump(pages);
  EXPECT_THAT(text, HasSubstr("Page 2/" + letter_pages));
  EXPECT_THAT(text, testing::Not(HasSubstr("/" + std::to_string(pages.pages.size()))));
  EXPECT_THAT(sample::text_of(pages.pages.back()), HasSubstr("À garder."));
}

TEST(Layout, RefusesASkippedHeadingLevel) {
  EXPECT_THAT(sample::messages("# A\n\n### C\n", "note"), ElementsAre(HasSubstr("niveau 3")));
}

TEST(Layout, MakesTheHighestHeadingTheFirstLevel) {
  const auto pages = sample::pages("## Les faits\n\nTexte.\n\n### Détail\n\nTexte.\n", "lettre");
  ASSERT_EQ(pages.outline.size(), 2U);
  EXPECT_EQ(pages.outline[0].level, 1);
  EXPECT_EQ(pages.structure[1].role, Role::heading1);
}

TEST(Layout, WordsOfAnotherLanguageAreAnElementOfTheirOwn) {
  const auto pages =
      sample::pages("Dit [*stalking*, ici](langue:en) et [là](https://x.fr).\n", "note");
  ASSERT_EQ(pages.structure.size(), 4U);
  const auto& words = pages.structure[2];
  EXPECT_EQ(words.role, Role::span);
  EXPECT_EQ(words.language, "en");
  ASSERT_EQ(words.children.size(), 1U);
  std::string said;
  for (const auto& run : pages.pages[0].contents[words.children[0].index].glyphs) {
    said += sample::text_of(run);
  }
  EXPECT_EQ(said, "stalking, ici");
  EXPECT_TRUE(pages.structure[3].language.empty());
}

TEST(Layout, FollowsInternalLinks) {
  const auto pages = sample::pages("# A {#ici}\n\nVoir [là](#ici).\n", "note");
  ASSERT_EQ(pages.pages[0].links.size(), 1U);
  EXPECT_EQ(pages.pages[0].links[0].destination, "ici");
  EXPECT_EQ(pages.pages[0].links[0].description, "là");
  ASSERT_FALSE(pages.destinations.empty());
  EXPECT_EQ(pages.destinations[0].name, "ici");
}

TEST(Layout, GivesALinkCutInTwoAnAreaForEachLine) {
  const auto pages = sample::pages("[" + sample::sentence(30) + "](https://exemple.fr/)\n", "note");
  ASSERT_EQ(pages.pages[0].links.size(), 1U);
  EXPECT_GE(pages.pages[0].links[0].areas.size(), 2U);
}

TEST(Layout, NamesTheCharacterThatCannotBePrinted) {
  EXPECT_THAT(sample::messages("Un nom : 姓.\n", "lettre"), ElementsAre(HasSubstr("U+59D3")));
}

TEST(Layout, DrawsTheBackgroundOfABoxOnEachOfItsPages) {
  const auto pages =
      sample::pages("::: information\n" + sample::paragraphs(6, 150) + ":::\n", "note");
  ASSERT_GE(pages.pages.size(), 2U);
  for (const auto& page : pages.pages) {
    const auto background = std::find_if(
        page.contents.begin(), page.contents.end(), [](const typeset::Content& content) {
          return content.artifact_kind == typeset::ArtifactKind::background &&
                 content.element == typeset::artifact;
        });
    ASSERT_NE(background, page.contents.end());
    const auto& box = background->paths.at(0).points;
    for (const auto& run : sample::runs_of(page)) {
      EXPECT_GE(run.x, box.at(0).x);
      EXPECT_LE(sample::right_of(run), box.at(2).x);
      EXPECT_GE(run.y, box.at(0).y);
      EXPECT_LE(run.y, box.at(2).y);
    }
  }
}

TEST(Layout, NumbersListsFromTheirStart) {
  const auto pages = sample::pages("3. trois\n4. quatre\n", "note");
  EXPECT_THAT(sample::text_of(pages.pages[0]), HasSubstr("3."));
  EXPECT_THAT(sample::text_of(pages.pages[0]), HasSubstr("4."));
  const auto list = std::find_if(pages.structure.begin(), pages.structure.end(),
                                 [](const auto& element) { return element.role == Role::list; });
  ASSERT_NE(list, pages.structure.end());
  EXPECT_TRUE(list->numbered_list);
}

TEST(Layout, GivesATimelineItsAlternative) {
  const auto pages = sample::pages(
      "::: {.frise alternative=\"Deux dates.\"}\n- 2026-11-23 | depart | Demande\n"
      "- 2026-11-28 | echeance | Transmission\n:::\n",
      "note");
  const auto figure =
      std::find_if(pages.structure.begin(), pages.structure.end(),
                   [](const auto& element) { return element.role == Role::figure; });
  ASSERT_NE(figure, pages.structure.end());
  EXPECT_THAT(figure->alternative, HasSubstr("Deux dates."));
}

TEST(Layout, RefusesAnEmptyDocument) {
  EXPECT_THAT(sample::messages("", "note"), ElementsAre(HasSubstr("vide")));
}

TEST(Layout, RefusesATableWithoutRoom) {
  std::string row = "|", rule = "|";
  for (int i = 0; i < 60; ++i) {
    row += "valeur|";
    rule += "---|";
  }
  EXPECT_THAT(sample::messages(row + "\n" + rule + "\n" + row + "\n", "lettre"),
              testing::Contains(HasSubstr("colonnes")));
}

// The structure is a tree, and names each content and each link of the pages exactly once.
TEST(Layout, MakesASoundStructure) {
  const auto pages = sample::pages(
      letter + "## A {#a}\n\nTexte[^1] et [lien](#a).\n\n- un\n- deux\n\n" + table(70) +
          "::: attention\nTexte\n:::\n\n" + signature + "\n[^1]: Une note.\n",
      "lettre");
  std::set<std::size_t> seen{0};
  std::set<std::pair<std::size_t, std::size_t>> contents, links;
  std::vector<std::size_t> waiting{0};
  while (!waiting.empty()) {
    const std::size_t element = waiting.back();
    waiting.pop_back();
    for (const auto& child : pages.structure[element].children) {
      if (child.kind == typeset::Child::Kind::element) {
        EXPECT_TRUE(seen.insert(child.element).second);
        waiting.push_back(child.element);
      } else if (child.kind == typeset::Child::Kind::content) {
        EXPECT_TRUE(contents.insert({child.page, child.index}).second);
        EXPECT_EQ(pages.pages[child.page].contents[child.index].element, element);
      } else {
        EXPECT_TRUE(links.insert({child.page, child.index}).second);
      }
    }
  }
  EXPECT_EQ(seen.size(), pages.structure.size());
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    for (std::size_t i = 0; i < pages.pages[page].contents.size(); ++i) {
      const bool marked = pages.pages[page].contents[i].element != typeset::artifact;
      EXPECT_EQ(contents.contains({page, i}), marked);
    }
    for (std::size_t i = 0; i < pages.pages[page].links.size(); ++i) {
      EXPECT_TRUE(links.contains({page, i}));
    }
  }
}

TEST(Layout, GivesEqualPagesForEqualArguments) {
  const std::string markdown = letter + sample::paragraphs(8, 140) + table(40) + signature;
  EXPECT_EQ(typeset::dump(sample::pages(markdown, "lettre")),
            typeset::dump(sample::pages(markdown, "lettre")));
}

}  // namespace
