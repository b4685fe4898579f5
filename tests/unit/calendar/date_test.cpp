#include "calendar/date.hpp"

#include <gtest/gtest.h>

namespace {

using calendar::Date;
using calendar::make_date;

TEST(CivilDate, RefusesDaysThatDoNotExist) {
  EXPECT_FALSE(make_date(2026, 2, 29));
  EXPECT_FALSE(make_date(1900, 2, 29));
  EXPECT_TRUE(make_date(2000, 2, 29));
  EXPECT_FALSE(make_date(2026, 0, 1));
  EXPECT_FALSE(make_date(2026, 13, 1));
  EXPECT_FALSE(make_date(2026, 4, 31));
  EXPECT_FALSE(make_date(2026, 4, 0));
  EXPECT_FALSE(make_date(999, 1, 1));
  EXPECT_FALSE(make_date(10'000, 1, 1));
  // 256 + 1 must not wrap into a valid day or month.
  EXPECT_FALSE(make_date(2026, 257, 1));
  EXPECT_FALSE(make_date(2026, 1, 257));
}

TEST(CivilDate, ReadsOnlyTheIsoForm) {
  EXPECT_EQ(calendar::parse_iso("2026-05-22"), make_date(2026, 5, 22));
  for (const char* wrong : {"", "2026-5-22", "2026/05/22", "22-05-2026", "2026-05-22 ",
                            " 2026-05-2", "2026-02-30", "+026-05-22", "2026-0a-22", "20260522"}) {
    EXPECT_FALSE(calendar::parse_iso(wrong)) << wrong;
  }
}

TEST(CivilDate, IsWrittenInFrench) {
  const Date day = *make_date(2026, 5, 22);
  EXPECT_EQ(calendar::iso(day), "2026-05-22");
  EXPECT_EQ(calendar::french(day), "22\u00A0mai\u00A02026");
  EXPECT_EQ(calendar::french_with_weekday(day), "vendredi 22\u00A0mai\u00A02026");
  EXPECT_EQ(calendar::french_numeric(day), "22/05/2026");
  EXPECT_EQ(calendar::french(*make_date(2026, 8, 1)), "1er\u00A0août\u00A02026");
  EXPECT_EQ(calendar::french_with_weekday(*make_date(2027, 2, 28)),
            "dimanche 28\u00A0février\u00A02027");
}

TEST(CivilDate, WritesAndReadsBackEveryDayOfFourCenturies) {
  for (Date day = *make_date(1800, 1, 1); day < *make_date(2200, 1, 1);
       day += std::chrono::days{1}) {
    ASSERT_EQ(calendar::parse_iso(calendar::iso(day)), day) << calendar::iso(day);
  }
}

}  // namespace
