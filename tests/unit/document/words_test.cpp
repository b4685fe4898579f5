#include "document/words.hpp"

#include <gmock/gmock.h>

#include "document/read.hpp"

namespace {

using ::testing::ElementsAre;

TEST(Words, AreRunsOfLettersAndDigits) {
  EXPECT_THAT(document::words("L’élu, 1\u202F250\u00A0€ (art. L. 2123-35) : « œuvre »…"),
              ElementsAre("L", "élu", "1", "250", "art", "L", "2123", "35", "œuvre"));
  EXPECT_THAT(document::words("e\u0301te\u0301 été"), ElementsAre("été", "été"));
  EXPECT_THAT(document::words(""), ElementsAre());
}

TEST(Words, FollowReadingOrderWithNotesAtTheEnd) {
  base::Diagnostics diagnostics;
  const auto document = document::read(
      "# Un\n\ndeux[^n]*trois*\\\n[quatre](https://x.fr)\n\n::: {.tableau legende=\"cinq\"}\n"
      "| six | sept |\n|---|---|\n| huit | neuf |\n:::\n\n- dix\n- onze\n\n[^n]: douze\n",
      "essai.md", diagnostics);
  ASSERT_TRUE(diagnostics.empty());
  EXPECT_THAT(document::words(document),
              ElementsAre("Un", "deuxtrois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
                          "onze", "douze"));
}

}  // namespace
