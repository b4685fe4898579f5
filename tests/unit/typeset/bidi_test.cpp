#include "typeset/bidi.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace {

struct Part {
  std::string text;
  bool verbatim = false;
};

typeset::InlineText paragraph(const std::vector<Part>& parts) {
  typeset::InlineText result;
  for (const Part& part : parts) {
    typeset::Format format;
    format.verbatim = part.verbatim;
    const std::size_t begin = result.utf8.size();
    result.utf8 += part.text;
    result.stretches.push_back({begin, result.utf8.size(), result.formats.size()});
    result.formats.push_back(format);
  }
  return result;
}

// One digit a character.
std::string levels(const std::vector<Part>& parts) {
  const typeset::InlineText text = paragraph(parts);
  const auto found = typeset::bidi_levels(text);
  std::string result;
  for (std::size_t at = 0; at < found.size();) {
    result += static_cast<char>('0' + found[at]);
    (void)base::next_code_point(text.utf8, at);
  }
  return result;
}

// The characters of a line as they stand from left to right.
std::string seen(const std::vector<Part>& parts) {
  const typeset::InlineText text = paragraph(parts);
  const auto found = typeset::bidi_levels(text);
  std::vector<typeset::Level> of_characters;
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.utf8.size();) {
    const std::size_t here = at;
    of_characters.push_back(found[here]);
    (void)base::next_code_point(text.utf8, at);
    characters.push_back(text.utf8.substr(here, at - here));
  }
  std::string result;
  for (const std::size_t i : typeset::visual_order(of_characters)) result += characters[i];
  return result;
}

TEST(Bidi, CostsNothingToTextFromLeftToRight) {
  for (const std::string text : {"", "L’élève a payé 12 € — « oui » (art. 5).",
                                 "Łukasz, Ελένη, Юлія, Հայկ", "☐ 🙂 ﬁn"}) {
    EXPECT_TRUE(typeset::bidi_levels(paragraph({{text, true}})).empty()) << text;
  }
}

TEST(Bidi, TurnsLettersOfArabicAndHebrew) {
  EXPECT_EQ(levels({{"a אב c"}}), "001100");
  EXPECT_EQ(seen({{"a אב גד e"}}), "a דג בא e");
  EXPECT_EQ(seen({{"il dit سوف أقتلك."}}), "il dit كلتقأ فوس.");
}

// Rules W2 and I2: the figures of a number keep their order.
TEST(Bidi, KeepsNumbersFromLeftToRightInsideArabic) {
  EXPECT_EQ(levels({{"אב 123 ג", true}}), "11122211");
  EXPECT_EQ(seen({{"אב 123 ג", true}}), "ג 123 בא");
  EXPECT_EQ(seen({{"في 12/05/2026 ليلا", true}}), "اليل 12/05/2026 يف");
  EXPECT_EQ(seen({{"א 1,250.50 ב", true}}), "ב 1,250.50 א");
  EXPECT_EQ(seen({{"م ١٢٣ ن", true}}), "ن ١٢٣ م");
}

// Rule N0: both parentheses of a pair have the direction of what they hold or stand in.
TEST(Bidi, PairsParentheses) {
  EXPECT_EQ(levels({{"a (אב) c"}}), "00011000");
  EXPECT_EQ(levels({{"אב (ג) דה", true}}), "111111111");
  EXPECT_EQ(seen({{"אב (ג) דה", true}}), "הד )ג( בא");
}

TEST(Bidi, PutsForeignWordsInsideArabicInTheirOwnOrder) {
  EXPECT_EQ(levels({{"אב cd הו", true}}), "11122111");
  EXPECT_EQ(seen({{"אב cd ef הו", true}}), "וה cd ef בא");
}

// Without isolation the number of the form would follow the name into its direction.
TEST(Bidi, IsolatesWhatAUserTyped) {
  EXPECT_EQ(seen({{"M. "}, {"אב", true}, {", 12 rue"}}), "M. בא, 12 rue");
  EXPECT_EQ(seen({{"M. "}, {"אב", true}, {" 12 "}, {"גד", true}, {"."}}), "M. בא 12 דג.");
  EXPECT_EQ(seen({{"("}, {"אב", true}, {") ["}, {"ג!", true}, {"]"}}), "(בא) [!ג]");
}

TEST(Bidi, TakesTheDirectionOfAValueFromItsFirstLetter) {
  EXPECT_EQ(seen({{"dit "}, {"אב, cd!", true}, {"."}}), "dit !cd ,בא.");
  EXPECT_EQ(seen({{"dit "}, {"cd, אב!", true}, {"."}}), "dit cd, בא!.");
}

TEST(Bidi, GoesOnOverTheFormatsOfOneValue) {
  EXPECT_EQ(seen({{"אב ", true}, {"גד", true}, {" e"}}), "דג בא e");
}

TEST(Bidi, KeepsTheLinesOfAnAddressApart) {
  EXPECT_EQ(seen({{"אב", true}, {"\n"}, {"גד", true}}), "בא\nדג");
}

// The marks that only tell a direction act inside the value alone.
TEST(Bidi, GivesControlsOfDirectionNoEffectOutside) {
  for (const std::string control :
       {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
    std::string result = seen({{"ab "}, {control + "אב" + control, true}, {" cd 12"}});
    for (auto at = result.find(control); at != std::string::npos; at = result.find(control)) {
      result.erase(at, control.size());
    }
    EXPECT_EQ(result, "ab בא cd 12");
  }
  EXPECT_EQ(seen({{"ab "}, {"א\u200F!", true}, {" 12"}}), "ab !\u200Fא 12");
}

TEST(Bidi, TurnsRunsOfALineByTheirLevels) {
  using Order = std::vector<std::size_t>;
  const auto order = [](const std::vector<typeset::Level>& of) {
    return typeset::visual_order(of);
  };
  EXPECT_EQ(order({}), Order{});
  EXPECT_EQ(order({0, 0}), (Order{0, 1}));
  EXPECT_EQ(order({0, 1, 1, 0}), (Order{0, 2, 1, 3}));
  EXPECT_EQ(order({1, 2, 2, 1}), (Order{3, 1, 2, 0}));
  EXPECT_EQ(order({0, 1, 2, 3, 2, 1, 0}), (Order{0, 5, 2, 3, 4, 1, 6}));
}

}  // namespace
