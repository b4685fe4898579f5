#include "typeset/break_lines.hpp"

#include <gtest/gtest.h>

namespace {

using typeset::Break;
using typeset::Piece;

Piece word(typeset::Length width, Break after = Break::space) {
  Piece piece;
  piece.width = width;
  piece.after = after;
  piece.space = after == Break::space ? 1000 : 0;
  if (after == Break::hyphen) piece.hyphen = 500;
  return piece;
}

typeset::LineShape shape(typeset::Length measure, bool justified = true) {
  return {measure, measure, justified, 2000};
}

TEST(BreakLines, KeepsEverythingOnOneLineThatFits) {
  const std::vector<Piece> pieces{word(5000), word(5000), word(5000, Break::forced)};
  EXPECT_EQ(typeset::break_lines(pieces, shape(17'000)).last, (std::vector<std::size_t>{2}));
}

TEST(BreakLines, EndsALineAtEachForcedBreak) {
  const std::vector<Piece> pieces{word(2000, Break::forced), word(2000), word(2000, Break::forced)};
  EXPECT_EQ(typeset::break_lines(pieces, shape(50'000)).last, (std::vector<std::size_t>{0, 2}));
}

TEST(BreakLines, NeverBreaksAtANoBreakSpace) {
  std::vector<Piece> pieces{word(6000), word(3000, Break::none), word(3000), word(3000)};
  pieces[1].space = 1000;
  pieces.push_back(word(3000, Break::forced));
  for (const auto last : typeset::break_lines(pieces, shape(10'000)).last) EXPECT_NE(last, 1U);
}

// First fit would put three words on the first line and leave the second one gaping.
TEST(BreakLines, PrefersEvenLinesToAFullFirstLine) {
  const std::vector<Piece> pieces{word(9000), word(9000), word(2000), word(14'000),
                                  word(9000, Break::forced)};
  const auto lines = typeset::break_lines(pieces, shape(22'000, false)).last;
  EXPECT_EQ(lines, (std::vector<std::size_t>{1, 3, 4}));
}

TEST(BreakLines, EndsNoMoreThanTwoLinesRunningWithAHyphen) {
  std::vector<Piece> pieces;
  for (int i = 0; i < 200; ++i) {
    pieces.push_back(word(2500 + 300 * (i % 3), Break::hyphen));
    pieces.push_back(word(2900 + 250 * (i % 7)));
  }
  pieces.push_back(word(3000, Break::forced));
  int running = 0, most = 0;
  for (const auto last : typeset::break_lines(pieces, shape(17'000)).last) {
    running = pieces[last].after == Break::hyphen ? running + 1 : 0;
    most = std::max(most, running);
  }
  EXPECT_EQ(most, 2);  // the limit is felt
}

TEST(BreakLines, SaysThatAWordIsTooWide) {
  const std::vector<Piece> pieces{word(30'000), word(2000, Break::forced)};
  const auto broken = typeset::break_lines(pieces, shape(10'000));
  EXPECT_TRUE(broken.overfull);
  EXPECT_EQ(broken.last, (std::vector<std::size_t>{0, 1}));
}

TEST(BreakLines, StaysOverfullButCompleteWhenOnlyHyphensAreLeft) {
  std::vector<Piece> pieces(9, word(9000, Break::hyphen));
  pieces.push_back(word(9000, Break::forced));
  const auto broken = typeset::break_lines(pieces, shape(10'000));
  ASSERT_FALSE(broken.last.empty());
  EXPECT_EQ(broken.last.back(), 9U);
}

TEST(BreakLines, UsesTheMeasureOfTheFirstLine) {
  const std::vector<Piece> pieces{word(4000), word(4000), word(4000), word(4000, Break::forced)};
  typeset::LineShape narrow_first = shape(19'000, false);
  narrow_first.first_measure = 5000;
  EXPECT_EQ(typeset::break_lines(pieces, narrow_first).last, (std::vector<std::size_t>{0, 3}));
}

TEST(BreakLines, DoesNotDependOnAnythingButItsArguments) {
  std::vector<Piece> pieces;
  for (int i = 0; i < 500; ++i) pieces.push_back(word(1000 + 37 * (i % 71)));
  pieces.push_back(word(1000, Break::forced));
  const auto once = typeset::break_lines(pieces, shape(31'000)).last;
  EXPECT_EQ(once, typeset::break_lines(pieces, shape(31'000)).last);
}

}  // namespace
