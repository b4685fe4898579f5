#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unictype.h>

#include "base/text.hpp"
#include "documents/examples.hpp"
#include "support/hold_together.hpp"
#include "support/page_lines.hpp"
#include "typeset/layout.hpp"

// Every line of every page of every example: within the margins, hyphens within their limits,
// nothing cut that must hold together.
namespace {

using page_lines::Block;
using page_lines::Line;

struct Laid {
  typeset::Pages pages;
  typeset::Style style;
};

Laid lay(const examples::Example& example) {
  Laid laid;
  base::Diagnostics diagnostics;
  const auto prepared =
      app::prepare(examples::engine(), example.document,
                   {example.path, examples::content(example.path)}, {}, diagnostics);
  if (!prepared) return laid;
  const auto document = app::make_document(examples::engine(), *prepared, {}, diagnostics);
  if (!document) return laid;
  laid.style =
      typeset::read_style(examples::engine().files(), document->metadata.style, diagnostics)
          .value_or(typeset::Style{});
  laid.pages = typeset::layout(*document, laid.style, examples::engine().fonts(), {}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << examples::messages(diagnostics);
  return laid;
}

// The letters at the end of a text.
std::size_t letters_at_end(const std::string& text) {
  const std::u32string all = base::to_utf32(text);
  std::size_t count = 0;
  while (count < all.size() && uc_is_alpha(all[all.size() - 1 - count])) ++count;
  return count;
}
std::size_t letters_at_start(const std::string& text) {
  const std::u32string all = base::to_utf32(text);
  std::size_t count = 0;
  while (count < all.size() && uc_is_alpha(all[count])) ++count;
  return count;
}

std::string without_hyphen(std::string text) {
  if (text.ends_with("\u00AD")) text.resize(text.size() - 2);
  return text;
}

void stand_within_margins(const std::vector<Block>& blocks, const typeset::Style& style) {
  constexpr typeset::Length rounding = 5;
  for (const Block& block : blocks) {
    for (const Line& line : block.lines) {
      typeset::Length left = style.left, right = style.page_width - style.right;
      for (const auto& [name, look] : style.blocks) {
        const bool inside = line.page == 0 && look.place && line.x >= look.place->x - rounding &&
                            line.y > look.place->y && line.y < style.top + typeset::points(260);
        if (inside) right = std::max(right, look.place->x + look.place->width);
      }
      EXPECT_GE(line.x, left - rounding) << line.text;
      // Half of a hyphen hangs in the margin.
      const typeset::Length hanging = line.hyphenated() ? style.text.size / 5 : 0;
      EXPECT_LE(line.right - hanging, right + rounding) << line.text;
      EXPECT_GE(line.y, style.top) << line.text;
      EXPECT_LE(line.y, style.page_height - style.bottom) << line.text;
    }
  }
}

void hyphenate_within_limits(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    std::size_t running = 0;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      const Line& line = block.lines[i];
      if (!line.hyphenated()) {
        running = 0;
        continue;
      }
      EXPECT_LE(++running, 2U) << line.text;
      ASSERT_LT(i + 1, block.lines.size()) << line.text;
      const Line& next = block.lines[i + 1];
      EXPECT_GE(letters_at_end(without_hyphen(line.text)), 3U) << line.text;
      EXPECT_GE(letters_at_start(next.text), 3U) << next.text;
      EXPECT_EQ(next.page, line.page) << "coupé au pied d’une page : " << line.text;
    }
  }
}

void cut_nothing_that_holds_together(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    for (std::size_t i = 0; i + 1 < block.lines.size(); ++i) {
      EXPECT_FALSE(support::must_hold_together(block.lines[i].text, block.lines[i + 1].text))
          << block.lines[i].text << " | " << block.lines[i + 1].text;
    }
  }
}

class EveryLine : public testing::TestWithParam<examples::Example> {};

TEST_P(EveryLine, KeepsItsLimits) {
  const Laid laid = lay(GetParam());
  ASSERT_FALSE(laid.pages.pages.empty());
  const std::vector<Block> blocks = page_lines::read(laid.pages);
  ASSERT_GT(blocks.size(), 8U);
  stand_within_margins(blocks, laid.style);
  hyphenate_within_limits(blocks);
  cut_nothing_that_holds_together(blocks);
}

std::vector<examples::Example> documents() {
  std::vector<examples::Example> found;
  for (const examples::Example& example : examples::all()) {
    if (example.document != "guide") found.push_back(example);
  }
  return found;
}

std::string name_of(const testing::TestParamInfo<examples::Example>& info) {
  std::string name;
  for (const char c : info.param.path.substr(info.param.path.rfind('/') + 1)) {
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Examples, EveryLine, testing::ValuesIn(documents()), name_of);

// Sometimes the only other way is a line full of holes.
TEST(Examples, SeldomCutTheWordBeforeTheLastLine) {
  std::size_t paragraphs = 0, cut = 0;
  for (const examples::Example& example : documents()) {
    for (const Block& block : page_lines::read(lay(example).pages)) {
      const std::size_t count = block.lines.size();
      if (block.in_table || count < 2) continue;
      ++paragraphs;
      cut += block.lines[count - 2].hyphenated() ? 1U : 0U;
    }
  }
  EXPECT_GT(paragraphs, 1500U);
  EXPECT_LE(cut * 80, paragraphs);
}

TEST(HoldTogether, SeesWhatIsCut) {
  for (const auto& [line, next] :
       std::vector<std::pair<const char*, const char*>>{{"le 22 ", "mai 2026"},
                                                        {"le 22 mai ", "2026"},
                                                        {"à l’art. ", "L. 2123-35"},
                                                        {"art. L. ", "2123-35"},
                                                        {"art. L. 2123-", "35"},
                                                        {"1 ", "250 €"},
                                                        {"1 250 ", "€"},
                                                        {"avec M. ", "Dupont"},
                                                        {"à 18 h ", "30"},
                                                        {"le 1er ", "juin"},
                                                        {"pièce n° ", "4"},
                                                        {"il dit « ", "oui"},
                                                        {"oui ", "; non"},
                                                        {"l’article ", "40-4-1 du"},
                                                        {"30 ", "% des"},
                                                        {"le 7 sep­", "tembre 2026"}}) {
    EXPECT_TRUE(support::must_hold_together(line, next)) << line << "|" << next;
  }
  EXPECT_FALSE(support::must_hold_together("la commune ", "de Valmont"));
  EXPECT_FALSE(support::must_hold_together("en 2026, ", "1 250 €"));
}

}  // namespace
