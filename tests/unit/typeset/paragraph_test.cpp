#include "typeset/paragraph.hpp"
#include "typeset/rivers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>

namespace {

using typeset::Length;
using typeset::points;

class ParagraphTest : public testing::Test {
 protected:
  typeset::InlineText text(const std::string& utf8, bool verbatim = false) {
    typeset::InlineText result;
    typeset::Format format;
    format.face = shaper_.face("Noto Serif", false, false, false);
    format.size = points(11);
    format.verbatim = verbatim;
    result.utf8 = utf8;
    result.formats = {format};
    result.stretches = {{0, utf8.size(), 0}};
    return result;
  }

  std::vector<typeset::Line> lines(const typeset::InlineText& words, Length measure,
                                   typeset::Align align = typeset::Align::justified,
                                   bool hyphenate = true) {
    typeset::ParagraphShape shape;
    shape.measure = measure;
    shape.align = align;
    shape.hyphenate = hyphenate;
    return maker_.lines(words, shape);
  }

  static std::string said(const typeset::Line& line) {
    std::string result;
    for (const auto& run : line.runs) {
      std::string words;
      for (const auto& glyph : run.run.glyphs) {
        words = run.run.right_to_left ? std::string(glyph.text) + words
                                      : words + std::string(glyph.text);
      }
      result += words;
    }
    return result;
  }
  // The characters as they stand from left to right.
  static std::string seen(const typeset::Line& line) {
    auto runs = line.runs;
    std::stable_sort(runs.begin(), runs.end(),
                     [](const auto& a, const auto& b) { return a.run.x < b.run.x; });
    std::string result;
    for (const auto& run : runs) {
      for (const auto& glyph : run.run.glyphs) result += glyph.text;
    }
    return result;
  }
  static std::string said(const std::vector<typeset::Line>& all) {
    std::string result;
    for (const auto& line : all) result += said(line);
    return result;
  }
  static std::string without_soft_hyphens(std::string words) {
    for (auto at = words.find("\u00AD"); at != std::string::npos; at = words.find("\u00AD")) {
      words.erase(at, 2);
    }
    return words;
  }

  typeset::FontSet fonts_;
  base::Diagnostics diagnostics_;
  typeset::Shaper shaper_{fonts_, {}, diagnostics_};
  typeset::Hyphenator hyphenator_;
  typeset::LineMaker maker_{shaper_, hyphenator_, diagnostics_};
};

const std::string prose =
    "La collectivité est tenue de protéger ses élus contre les violences, menaces ou outrages "
    "dont ils pourraient être victimes à l’occasion ou du fait de leurs fonctions, et de réparer, "
    "le cas échéant, le préjudice qui en est résulté ; elle est subrogée aux droits de la "
    "victime pour obtenir des auteurs de ces infractions la restitution des sommes versées.";

TEST_F(ParagraphTest, JustifiesEveryLineButTheLast) {
  const auto all = lines(text(prose), points(330));
  ASSERT_GT(all.size(), 3U);
  for (std::size_t i = 0; i + 1 < all.size(); ++i) EXPECT_EQ(all[i].width, points(330));
  EXPECT_LE(all.back().width, points(330));
}

TEST_F(ParagraphTest, SaysExactlyTheWordsItWasGiven) {
  for (const Length measure : {points(120), points(200), points(333), points(470)}) {
    for (const auto align : {typeset::Align::justified, typeset::Align::start}) {
      EXPECT_EQ(without_soft_hyphens(said(lines(text(prose), measure, align))), prose);
    }
  }
}

TEST_F(ParagraphTest, IsNeverWiderThanItsMeasure) {
  for (Length measure = points(60); measure < points(500); measure += 7777) {
    for (const auto& line : lines(text(prose), measure)) EXPECT_LE(line.width, measure);
  }
}

TEST_F(ParagraphTest, HangsHalfOfAHyphenInTheMargin) {
  bool seen = false;
  for (const Length measure : {points(120), points(150), points(180)}) {
    for (const auto& line : lines(text(prose), measure)) {
      if (!line.hyphenated) continue;
      seen = true;
      if (line.width < measure) continue;  // too few spaces to reach the edge
      const auto& last = line.runs.back();
      const Length right = last.run.x + last.width, hyphen = last.run.glyphs.back().advance;
      EXPECT_EQ(right - measure, hyphen / 2);
    }
  }
  EXPECT_TRUE(seen);
}

TEST_F(ParagraphTest, LeavesNoRiverWhereAnotherBreakingHasNone) {
  int rivers = 0, paragraphs = 0;
  for (Length measure = points(250); measure < points(470); measure += 1111) {
    ++paragraphs;
    if (typeset::find_river(lines(text(prose + " " + prose), measure))) ++rivers;
  }
  EXPECT_LT(rivers * 20, paragraphs);  // a quarter of them before
}

TEST_F(ParagraphTest, FindsARiverOnlyWhereFourSpacesStandOneUnderAnother) {
  // Every line is the same words: their spaces fall one under another.
  const std::string column = "la mairie de la ville\n";
  for (const std::size_t count : {3U, 4U}) {
    std::string same;
    for (std::size_t i = 0; i < count; ++i) same += column;
    const auto set = lines(text(same), points(300), typeset::Align::start, false);
    EXPECT_EQ(typeset::find_river(set).has_value(), count == 4U) << count;
  }
}

TEST_F(ParagraphTest, EndsALineBrokenAtASpaceWithAnInvisibleSpace) {
  const auto all = lines(text(prose), points(330), typeset::Align::start, false);
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    const auto& last = all[i].runs.back().run.glyphs.back();
    EXPECT_EQ(last.text, " ");
    EXPECT_EQ(last.advance, 0);
  }
}

TEST_F(ParagraphTest, MarksTheHyphensItAdds) {
  bool seen = false;
  for (Length measure = points(90); measure < points(160); measure += points(5)) {
    int running = 0;
    for (const auto& line : lines(text(prose), measure)) {
      const bool soft = said(line).ends_with("\u00AD");
      EXPECT_EQ(soft, line.hyphenated);
      running = soft ? running + 1 : 0;
      EXPECT_LE(running, 2);
      seen = seen || soft;
    }
  }
  EXPECT_TRUE(seen);
}

TEST_F(ParagraphTest, NeverHyphenatesTheWordsOfAUser) {
  for (const auto& line : lines(text(prose, true), points(110))) EXPECT_FALSE(line.hyphenated);
}

TEST_F(ParagraphTest, KeepsFrenchPunctuationWithItsWordEvenAcrossOrdinarySpaces) {
  const std::string words =
      "Il a dit : « tu verras » ; puis il est parti ! Pourquoi ? Nul ne sait : 10 % des cas.";
  for (Length measure = points(60); measure < points(300); measure += 3333) {
    for (const auto& line : lines(text(words), measure, typeset::Align::start)) {
      const std::string said_here = said(line);
      for (const std::string sign : {":", ";", "!", "?", "»", "%"}) {
        EXPECT_FALSE(said_here.starts_with(sign)) << said_here;
      }
      EXPECT_FALSE(said_here.ends_with("« ")) << said_here;
    }
  }
}

TEST_F(ParagraphTest, NeverBreaksAtNoBreakSpaces) {
  const std::string words = "le 22\u00A0mai\u00A02026 à 18\u00A0h\u00A030 pour 1\u202F250\u00A0€";
  for (Length measure = points(80); measure < points(200); measure += points(3)) {
    for (const auto& line : lines(text(words), measure, typeset::Align::start)) {
      EXPECT_FALSE(said(line).ends_with("22 "));
      EXPECT_FALSE(said(line).ends_with("1"));
    }
  }
}

TEST_F(ParagraphTest, KeepsTheFiguresOfANumberTogether) {
  const std::string words = "au numéro 01 99 00 77 01 ou pour 1 250 euros";
  for (Length measure = points(90); measure < points(260); measure += points(3)) {
    for (const auto& line : lines(text(words), measure, typeset::Align::start)) {
      EXPECT_FALSE(said(line).ends_with("99 "));
      EXPECT_FALSE(said(line).ends_with("pour 1 "));
    }
  }
}

TEST_F(ParagraphTest, GivesWayWhenNothingButNoBreakSpacesFillTheLine) {
  std::string words = "a";
  for (int i = 0; i < 400; ++i) words += "\u00A0mot";
  const auto all = lines(text(words), points(200));
  EXPECT_GT(all.size(), 10U);
  for (const auto& line : all) EXPECT_LE(line.width, points(200));
}

TEST_F(ParagraphTest, GivesTheNarrowSpaceItsOwnWidth) {
  const auto all = lines(text("a\u202Fb"), points(100), typeset::Align::start);
  ASSERT_EQ(all.size(), 1U);
  bool seen = false;
  for (const auto& glyph : all[0].runs[0].run.glyphs) {
    if (glyph.text != "\u202F") continue;
    seen = true;
    EXPECT_GE(glyph.advance, 1760);  // 0.16 em of 11 points
    EXPECT_LE(glyph.advance, 2200);  // 0.20 em
  }
  EXPECT_TRUE(seen);
}

TEST_F(ParagraphTest, KeepsTheHyphenOfACompoundAtTheEndOfALine) {
  const std::string words = "un porte-monnaie";
  for (Length measure = points(50); measure < points(120); measure += points(1)) {
    EXPECT_EQ(said(lines(text(words), measure, typeset::Align::start)), words);
  }
}

TEST_F(ParagraphTest, CutsAWordTooLongForTheLineWithoutAddingAnything) {
  const std::string address = "https://exemple.fr/" + std::string(400, 'x') + "?a=1";
  const auto all = lines(text(address, true), points(200));
  EXPECT_GT(all.size(), 5U);
  EXPECT_EQ(said(all), address);
  for (const auto& line : all) EXPECT_LE(line.width, points(200));
}

TEST_F(ParagraphTest, ObeysTheAuthorsBreaks) {
  const auto all = lines(text("Mairie\n4 place\nRENNES"), points(300), typeset::Align::start);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(said(all), "Mairie 4 place RENNES");
}

TEST_F(ParagraphTest, AlignsToTheRightAndInTheMiddle) {
  const auto at_right = lines(text("court"), points(300), typeset::Align::end);
  EXPECT_EQ(at_right.at(0).width, points(300));
  const auto centred = lines(text("court"), points(300), typeset::Align::centre);
  const Length left = centred.at(0).runs.at(0).run.x;
  EXPECT_NEAR(left, points(300) - centred.at(0).width, 1);
}

double seconds_for(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// A quadratic breaker takes minutes here; the bound leaves room for a slow machine.
TEST_F(ParagraphTest, SetsSixtyThousandCharactersInGoodTime) {
  std::string many;
  while (many.size() < 60'000) many += prose + " ";
  EXPECT_LT(seconds_for([&] { EXPECT_GT(lines(text(many), points(100)).size(), 1000U); }), 5.0);
  const std::string endless(60'000, 'a');
  EXPECT_LT(seconds_for([&] { EXPECT_EQ(said(lines(text(endless), points(400))), endless); }), 5.0);
}

TEST_F(ParagraphTest, OrdersALineByUax9) {
  const auto one = [&](const std::string& words) {
    return lines(text(words, true), points(400), typeset::Align::start);
  };
  for (const auto& [words, shown] :
       std::vector<std::pair<std::string, std::string>>{{"il dit סוף דבר.", "il dit רבד ףוס."},
                                                        {"סוף 123 (דבר)", ")רבד( 123 ףוס"},
                                                        {"a אב 12 גד e", "a דג 12 בא e"}}) {
    const auto all = one(words);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(seen(all[0]), shown);
    EXPECT_EQ(said(all), words);
  }
  EXPECT_TRUE(diagnostics_.empty());
}

const std::string arabic =
    "سوف نحرق بيتك وسيارتك ولن تنام بعد اليوم، نعرف أين يسكن أولادك وفي أي مدرسة يدرسون، ولدينا 3 "
    "رجال (على الأقل) يراقبونك منذ 15 يوما، فاستقل من منصبك قبل يوم الجمعة.";

TEST_F(ParagraphTest, OrdersEachLineOfALongQuotationByItself) {
  for (const auto align : {typeset::Align::justified, typeset::Align::start}) {
    const auto all = lines(text(arabic, true), points(200), align);
    ASSERT_GT(all.size(), 3U);
    EXPECT_EQ(said(all), arabic);
    for (std::size_t i = 0; i < all.size(); ++i) {
      EXPECT_LE(all[i].width, points(200));
      if (align == typeset::Align::justified && i + 1 < all.size()) {
        EXPECT_EQ(all[i].width, points(200));
      }
      // What is read first stands at the right end.
      Length right = 0;
      for (const auto& run : all[i].runs) right = std::max(right, run.run.x + run.width);
      EXPECT_EQ(all[i].runs.front().run.x + all[i].runs.front().width, right);
    }
  }
}

// Runs that meet, none over another.
TEST_F(ParagraphTest, LeavesNoGapBetweenTheRunsOfALine) {
  for (auto& line : lines(text("ab סוף (12) דבר! cd سوف 34 لا ef", true), points(150))) {
    std::stable_sort(line.runs.begin(), line.runs.end(),
                     [](const auto& a, const auto& b) { return a.run.x < b.run.x; });
    Length x = 0;
    for (const auto& run : line.runs) {
      EXPECT_EQ(run.run.x, x);
      x += run.width;
    }
    EXPECT_EQ(x, line.width);
  }
}

TEST_F(ParagraphTest, KeepsTheJoinedFormsOfAnArabicWordTooLongForTheLine) {
  std::string word;
  for (int i = 0; i < 60; ++i) word += "بَ";
  const auto all = lines(text(word, true), points(60));
  ASSERT_GT(all.size(), 3U);
  EXPECT_EQ(said(all), word);
  const auto of = [](const typeset::Line& line, std::size_t i) {
    return line.runs.front().run.glyphs[i];
  };
  for (const auto& line : all) {
    EXPECT_LE(line.width, points(60));
    // The vowels stand over the letters of their own line.
    for (const auto& glyph : line.runs.front().run.glyphs) {
      EXPECT_LT(std::abs(glyph.x_offset), points(60));
    }
  }
  EXPECT_NE(of(all[1], all[1].runs.front().run.glyphs.size() - 1).id,
            of(all[0], all[0].runs.front().run.glyphs.size() - 1).id);  // middle, initial
}

TEST_F(ParagraphTest, AnEmptyTextHasNoLine) { EXPECT_TRUE(lines(text(""), points(100)).empty()); }

}  // namespace
