#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;

TEST(Text, FindsTheFirstInvalidByte) {
  EXPECT_EQ(base::invalid_utf8("été 🏛"), std::nullopt);
  EXPECT_EQ(base::invalid_utf8(""), std::nullopt);
  EXPECT_EQ(base::invalid_utf8("a\xE9t\xE9"), 1U);        // Latin-1
  EXPECT_EQ(base::invalid_utf8("ab\xC0\xAF"), 2U);        // overlong "/"
  EXPECT_EQ(base::invalid_utf8("\xED\xA0\x80"), 0U);      // a surrogate
  EXPECT_EQ(base::invalid_utf8("abc\xE2\x82"), 3U);       // cut short
  EXPECT_EQ(base::invalid_utf8("\xF4\x90\x80\x80"), 0U);  // past U+10FFFF
  EXPECT_EQ(base::invalid_utf8(std::string("a\0b", 3)), std::nullopt);
}

TEST(Text, ComposesAccents) {
  EXPECT_EQ(base::nfc("e\u0301te\u0301"), "été");
  EXPECT_EQ(base::nfc("Ngu\u0079e\u0302\u0303n"), "Nguyễn");
  EXPECT_EQ(base::nfc("été"), "été");
  EXPECT_EQ(base::nfc(""), "");
}

TEST(Text, ReadsAndWritesCodePoints) {
  const std::string text = "aé€🏛";
  std::size_t offset = 0;
  std::u32string read;
  while (offset < text.size()) read += base::next_code_point(text, offset);
  EXPECT_EQ(read, U"aé€🏛");
  EXPECT_EQ(base::to_utf32(text), U"aé€🏛");
  EXPECT_EQ(base::length(text), 4U);
  std::string written;
  for (const char32_t c : read) base::append_utf8(written, c);
  EXPECT_EQ(written, text);
}

TEST(Text, FindsWhatIsWrittenFromRightToLeft) {
  for (const std::string text :
       {"", "élève", "’ – € … 🙂 ﬁ", "Հայկ", "ไทย", "à 12 h\u202F30"}) {
    EXPECT_FALSE(base::has_right_to_left(text)) << text;
  }
  for (const std::string text :
       {"é א", "ب", "ߒ", "ܐ", "ﷲ", "\u08A0", "\U00010840", "\U0001E900", "١"}) {
    EXPECT_TRUE(base::has_right_to_left(text)) << text;
  }
  EXPECT_TRUE(base::is_right_to_left(U'א'));
  EXPECT_FALSE(base::is_right_to_left(U'١'));  // a figure
}

TEST(Text, FoldsCaseAccentsAndLigatures) {
  EXPECT_EQ(base::fold("Élu"), "elu");
  EXPECT_EQ(base::fold("ŒUVRE"), "oeuvre");
  EXPECT_EQ(base::fold("Lætitia"), "laetitia");
  EXPECT_EQ(base::fold("L’été"), "l'ete");
  EXPECT_EQ(base::fold("Đặng"), base::fold("đặng"));
}

TEST(Text, SuggestsTheNearestName) {
  const std::vector<std::string> names = {"date", "date_publication", "lieu", "récit"};
  EXPECT_EQ(base::nearest("date_publiction", names), "date_publication");
  EXPECT_EQ(base::nearest("recit", names), "récit");
  EXPECT_EQ(base::nearest("leiu", names), std::nullopt) << "two changes in four letters";
  EXPECT_EQ(base::nearest("lieux", names), "lieu");
  EXPECT_EQ(base::nearest("montant", names), std::nullopt);
  EXPECT_EQ(base::nearest("", {}), std::nullopt);
}

TEST(Text, SuggestionIsASentenceOrNothing) {
  EXPECT_EQ(base::did_you_mean("lieux", {"lieu"}), " Vouliez-vous dire « lieu » ?");
  EXPECT_EQ(base::did_you_mean("montant", {"lieu"}), "");
}

TEST(Text, DescribesCharacters) {
  EXPECT_EQ(base::describe_character(U'é'), "U+00E9 « é »");
  EXPECT_EQ(base::describe_character(U'\U0001F600'), "U+1F600 « 😀 »");
  EXPECT_EQ(base::describe_character(U'\u0007'), "U+0007");
}

TEST(Text, TrimsSplitsAndJoins) {
  EXPECT_EQ(base::trim("  a b\r\n"), "a b");
  EXPECT_EQ(base::trim(" \t\n"), "");
  EXPECT_EQ(base::trim(""), "");
  EXPECT_THAT(base::split("a,,b,", ','), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(base::split("", ','), ElementsAre(""));
  EXPECT_EQ(base::join({"a", "b", "c"}, ", "), "a, b, c");
  EXPECT_EQ(base::join({}, ", "), "");
}

TEST(EscapeXml, LeavesNothingThatMarkupWouldRead) {
  EXPECT_EQ(base::escape_xml("a < b & \"c\" > 'd'"),
            "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  EXPECT_EQ(base::escape_xml("é\t\n\x01\x1F."), "é\t\n.");
}

}  // namespace
