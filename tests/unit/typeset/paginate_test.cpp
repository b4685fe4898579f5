#include "typeset/paginate.hpp"

#include <gtest/gtest.h>

namespace {

using typeset::Atom;
using typeset::Tie;

constexpr typeset::PageRoom room{0, 0, 100, 10};  // ten lines a page

Atom line(Tie tie = Tie::free) {
  Atom atom;
  atom.height = 10;
  atom.tie = tie;
  atom.text_line = true;
  return atom;
}

std::vector<std::size_t> ends(const std::vector<Atom>& atoms, const typeset::Parts& parts = {}) {
  std::vector<std::size_t> result;
  for (const auto& page : typeset::paginate(atoms, parts, room)) result.push_back(page.end);
  return result;
}

TEST(Paginate, FillsPages) {
  EXPECT_EQ(ends(std::vector<Atom>(25, line())), (std::vector<std::size_t>{10, 20, 25}));
}

TEST(Paginate, KeepsAHeadingWithItsText) {
  std::vector<Atom> atoms(14, line());
  atoms[8].tie = Tie::next;
  atoms[9].tie = Tie::next;
  EXPECT_EQ(ends(atoms), (std::vector<std::size_t>{8, 14}));
}

TEST(Paginate, PrefersALoneLineToASeveredHeading) {
  std::vector<Atom> atoms(14, line(Tie::next));
  atoms[5].tie = Tie::lines;
  EXPECT_EQ(ends(atoms), (std::vector<std::size_t>{6, 14}));
}

TEST(Paginate, CutsWhereItMustRatherThanLoop) {
  EXPECT_EQ(ends(std::vector<Atom>(12, line(Tie::never))), (std::vector<std::size_t>{10, 12}));
}

TEST(Paginate, PlacesAnAtomTallerThanThePage) {
  std::vector<Atom> atoms(3, line());
  atoms[1].height = 400;
  EXPECT_EQ(ends(atoms), (std::vector<std::size_t>{1, 2, 3}));
}

TEST(Paginate, StartsAPageWhenAsked) {
  std::vector<Atom> atoms(4, line());
  atoms[0].page_before = true;
  atoms[2].page_before = true;
  EXPECT_EQ(ends(atoms), (std::vector<std::size_t>{2, 4}));
}

TEST(Paginate, DropsTheSpaceAboveAtTheTopOfAPage) {
  std::vector<Atom> atoms(20, line());
  atoms[10].before = 50;
  EXPECT_EQ(ends(atoms), (std::vector<std::size_t>{10, 20}));
}

typeset::Parts note_of(std::size_t lines) {
  typeset::Parts parts;
  parts.notes.emplace_back();
  parts.notes[0].atoms.assign(lines, line());
  return parts;
}

TEST(Paginate, KeepsANoteOnThePageOfItsCall) {
  std::vector<Atom> atoms(12, line());
  atoms[8].notes = {0};
  const typeset::Parts parts = note_of(2);
  const auto plans = typeset::paginate(atoms, parts, room);
  ASSERT_EQ(plans.size(), 2U);
  EXPECT_EQ(plans[0].end, 8U);  // with its note, the ninth line no longer fits
  EXPECT_TRUE(plans[0].notes.empty());
  ASSERT_EQ(plans[1].notes.size(), 1U);
  EXPECT_EQ(plans[1].notes[0].last, 2U);
}

TEST(Paginate, CarriesOverANoteLongerThanAPage) {
  std::vector<Atom> atoms(2, line());
  atoms[0].notes = {0};
  const typeset::Parts parts = note_of(25);
  std::size_t placed = 0;
  for (const auto& plan : typeset::paginate(atoms, parts, room)) {
    for (const auto& part : plan.notes) {
      EXPECT_EQ(part.first, placed);
      placed = part.last;
    }
  }
  EXPECT_EQ(placed, 25U);
}

// Kept whole, it would leave the first page empty under its sixth line.
TEST(Paginate, BeginsALongNoteOnThePageOfItsCall) {
  std::vector<Atom> atoms(12, line());
  atoms[6].notes = {0};
  const typeset::Parts parts = note_of(5);
  const auto plans = typeset::paginate(atoms, parts, room);
  ASSERT_EQ(plans.size(), 2U);
  EXPECT_EQ(plans[0].end, 7U);
  ASSERT_EQ(plans[0].notes.size(), 1U);
  EXPECT_EQ(plans[0].notes[0].last, 3U);
  ASSERT_EQ(plans[1].notes.size(), 1U);
  EXPECT_EQ(plans[1].notes[0].first, 3U);
  EXPECT_EQ(plans[1].notes[0].last, 5U);
}

TEST(Paginate, LeavesAPageToTheRestOfANoteRatherThanSeverAHeading) {
  std::vector<Atom> atoms(5, line());
  atoms[0].notes = {0};
  atoms[1].page_before = true;
  atoms[1].tie = Tie::next;
  const typeset::Parts parts = note_of(18);  // nine lines under the call, nine under the heading
  EXPECT_EQ(ends(atoms, parts), (std::vector<std::size_t>{1, 1, 5}));
}

TEST(Paginate, LeavesRoomForTheRepeatedHeadOfATable) {
  std::vector<Atom> atoms(19, line());
  for (auto& atom : atoms) atom.table = 0;
  typeset::Parts parts;
  parts.heads.push_back({{}, 20});
  EXPECT_EQ(ends(atoms, parts), (std::vector<std::size_t>{10, 18, 19}));
}

TEST(Paginate, FixedBlocksTakeNoRoom) {
  std::vector<Atom> atoms(12, line());
  atoms[0].fixed = atoms[1].fixed = true;
  EXPECT_EQ(ends(atoms), (std::vector<std::size_t>{12}));
}

TEST(Paginate, TightensSpacesToSaveAPageAlmostEmpty) {
  std::vector<Atom> atoms(9, line());
  for (auto& atom : atoms) atom.before = 1;
  atoms[8].height = 13;  // 8 × 10 + 13 + 8 = 101, one too many
  EXPECT_EQ(typeset::paginate(atoms, {}, room).size(), 2U);
  auto rigid = atoms;
  EXPECT_EQ(typeset::paginate_tightly(rigid, {}, room, 100).size(), 2U);
  EXPECT_EQ(rigid[3].before, 1);
  EXPECT_EQ(typeset::paginate_tightly(atoms, {}, room, 50).size(), 1U);
}

TEST(Paginate, TightensEachSectionOnItsOwn) {
  std::vector<Atom> atoms(14, line());
  for (auto& atom : atoms) atom.before = 2;
  atoms[5].page_before = true;  // five lines, then nine: 9 × 10 + 8 × 2 = 106
  EXPECT_EQ(typeset::paginate(atoms, {}, room).size(), 3U);
  EXPECT_EQ(typeset::paginate_tightly(atoms, {}, room, 50).size(), 2U);
  EXPECT_EQ(atoms[3].before, 2);
  EXPECT_EQ(atoms[9].before, 1);
}

TEST(Paginate, LeavesSpacesAloneWhenTheLastPageIsUseful) {
  std::vector<Atom> atoms(14, line());
  for (auto& atom : atoms) atom.before = 1;
  EXPECT_EQ(typeset::paginate_tightly(atoms, {}, room, 1).size(), 2U);
  EXPECT_EQ(atoms[3].before, 1);
}

}  // namespace
