#include "base/amount.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Amount, IsWrittenWithTwoDecimalsAndNarrowSpaces) {
  EXPECT_EQ(base::written_amount(0), "0,00");
  EXPECT_EQ(base::written_amount(5), "0,05");
  EXPECT_EQ(base::written_amount(125000), "1\u202F250,00");
  EXPECT_EQ(base::written_amount(-123456789), "−1\u202F234\u202F567,89");
  EXPECT_EQ(base::written_number(75000), "75\u202F000");
}

TEST(Amount, IsReadAsItIsWritten) {
  for (const std::int64_t cents : {0LL, 1LL, 99LL, 100LL, 123456789LL, -5LL, -250000LL}) {
    EXPECT_EQ(base::read_written_amount(base::written_amount(cents)), cents);
  }
  EXPECT_EQ(base::read_written_amount("1 250,00 €"), 125000);
}

TEST(Amount, NothingElseIsRead) {
  for (const char* text : {"", "12", "12,5", "12,500", ",50", "douze", "1.250,00", "12,00 € TTC",
                           "12,00 3", "--1,00", "1234567890123456,00"}) {
    EXPECT_FALSE(base::read_written_amount(text)) << text;
  }
}

}  // namespace
