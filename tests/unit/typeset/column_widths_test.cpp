#include <gtest/gtest.h>

#include <numeric>

#include "typeset/table.hpp"

namespace {

using Widths = std::vector<typeset::Length>;

int total(const Widths& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

TEST(ColumnWidths, FollowTheGivenParts) {
  EXPECT_EQ(typeset::column_widths({1, 1, 1}, {5, 5, 5}, {3, 1, 1}, 500), (Widths{300, 100, 100}));
}

TEST(ColumnWidths, FollowTheContentWhenNoneIsGiven) {
  EXPECT_EQ(typeset::column_widths({1, 1}, {100, 300}, {0, 0}, 800), (Widths{200, 600}));
}

TEST(ColumnWidths, MakeRoomForTheLongestWord) {
  const auto widths = typeset::column_widths({150, 10, 10}, {150, 400, 400}, {1, 4, 5}, 500);
  EXPECT_GE(widths[0], 150);
  EXPECT_GE(widths[1], 10);
  EXPECT_EQ(total(widths), 500);
}

TEST(ColumnWidths, ShareFairlyWhenNothingFits) {
  EXPECT_EQ(typeset::column_widths({400, 400}, {900, 900}, {1, 9}, 500), (Widths{250, 250}));
}

TEST(ColumnWidths, LoseNothing) {
  for (int available = 100; available < 140; ++available) {
    EXPECT_EQ(total(typeset::column_widths({7, 9, 11}, {70, 90, 110}, {0, 0, 0}, available)),
              available);
  }
}

}  // namespace
