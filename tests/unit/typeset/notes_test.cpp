// Footnotes on pages.
#include <gmock/gmock.h>

#include <set>

#include "sample_layout.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using typeset::Length;
using typeset::Role;

TEST(Notes, PutsNotesAtTheFootOfTheirPage) {
  const auto pages = sample::pages("Premier appel[^1]. " + sample::sentence(900) +
                                       " Second appel[^2].\n\n"
                                       "[^1]: Note une.\n\n[^2]: Note deux.\n",
                                   "note");
  ASSERT_GE(pages.pages.size(), 2U);
  EXPECT_THAT(sample::text_of(pages.pages.front()), HasSubstr("Note une."));
  EXPECT_THAT(sample::text_of(pages.pages.back()), HasSubstr("Note deux."));
  EXPECT_THAT(sample::text_of(pages.pages.front()), testing::Not(HasSubstr("Note deux.")));
  Length text = 0, note = 0;
  for (const auto& run : sample::runs_of(pages.pages.front())) {
    Length& lowest = sample::text_of(run).find("Note") == std::string::npos ? text : note;
    lowest = std::max(lowest, run.y);
  }
  EXPECT_GE(note, text);
}

// The call leads to the note and the number of the note back to the call, for readers and for
// the structure: Reference and Note, whose label is the way back.
TEST(Notes, NotesAndTheirCallsLeadToEachOther) {
  const auto pages = sample::pages("Un appel[^1].\n\n[^1]: La note.\n", "note");
  const auto& links = pages.pages.front().links;
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].description, "Note 1");
  EXPECT_EQ(links[1].description, "Retour au texte, appel de la note 1");
  const auto place = [&](const std::string& name) {
    const auto found = std::find_if(pages.destinations.begin(), pages.destinations.end(),
                                    [&](const auto& one) { return one.name == name; });
    return found == pages.destinations.end() ? Length{-1} : found->y;
  };
  EXPECT_GE(place(links[1].destination), 0);
  EXPECT_GT(place(links[0].destination), place(links[1].destination));
  const auto roles_below = [&](const typeset::Element& element) {
    std::vector<Role> roles{element.role};
    for (const auto* at = &element; !at->children.empty();) {
      if (at->children.front().kind != typeset::Child::Kind::element) break;
      at = &pages.structure[at->children.front().element];
      roles.push_back(at->role);
    }
    return roles;
  };
  for (const auto& element : pages.structure) {
    if (element.role == Role::reference) {
      EXPECT_THAT(roles_below(element), ElementsAre(Role::reference, Role::link));
    } else if (element.role == Role::note) {
      EXPECT_EQ(element.id, "note-1");
      EXPECT_THAT(roles_below(element), ElementsAre(Role::note, Role::label, Role::link));
    }
  }
}

// A note that its page has no room for goes on at the foot of the next, under the text there.
TEST(Notes, LongerThanThePageGoOnAtTheFootOfTheNext) {
  const std::string words = "Début de la note. " + sample::sentence(700);
  const auto pages = sample::pages(
      "Appel[^1]. " + sample::paragraphs(5, 120) + "Fin.\n\n[^1]: " + words + "\n", "note");
  sample::expect_within_margins(pages, sample::style("note"));
  const auto note = std::find_if(pages.structure.begin(), pages.structure.end(),
                                 [](const auto& one) { return one.role == Role::note; });
  ASSERT_NE(note, pages.structure.end());
  std::string said;
  std::set<std::size_t> on_pages;
  for (const auto& child : pages.structure[note->children.back().element].children) {
    on_pages.insert(child.page);
    for (const auto& run : pages.pages[child.page].contents[child.index].glyphs) {
      for (const auto& glyph : run.glyphs) said += glyph.text == "\u00AD" ? "" : glyph.text;
    }
  }
  EXPECT_THAT(on_pages, ElementsAre(0U, 1U));
  EXPECT_EQ(said, words);
  ASSERT_EQ(pages.pages.size(), 2U);
  const auto second = sample::text_of(pages.pages[1]);
  EXPECT_LT(second.find("Fin."), second.rfind("aujourd’hui."));
}

}  // namespace
