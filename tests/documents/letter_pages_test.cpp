#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/text.hpp"
#include "documents/examples.hpp"
#include "support/page_lines.hpp"
#include "typeset/layout.hpp"

// A real letter whose account grows line by line over two pages: wherever its parts fall, the
// signature has text before it, no heading ends a page, no line of a paragraph is alone.
namespace {

using page_lines::Block;
using typeset::Role;

// The complaint, its account replaced by `account` (one line of YAML).
std::string complaint(const std::string& account) {
  std::string content = examples::content("forms/exemples/plainte.yaml");
  const auto begin = content.find("  récit: |");
  EXPECT_NE(begin, std::string::npos);
  std::size_t end = content.find('\n', begin) + 1;
  while (end < content.size() && (content[end] == '\n' || content.compare(end, 3, "   ") == 0)) {
    end = content.find('\n', end) + 1;
  }
  return content.substr(0, begin) + account + content.substr(end);
}

std::string sentences(std::size_t words) {
  static const std::vector<std::string> list{"le",      "conseil", "siégeait", "quand",
                                             "l’homme", "est",     "entré",    "et",
                                             "a",       "menacé",  "chacun",   "d’entre"};
  std::string text = "Ce soir,";
  for (std::size_t i = 0; i < words; ++i) text += " " + list[i % list.size()];
  return text + " nous.";
}

struct Laid {
  typeset::Pages pages;
  typeset::Style style;
  base::Diagnostics diagnostics;
};

Laid lay(const std::string& content, bool draft = false) {
  Laid laid;
  app::GenerateOptions options;
  options.draft = draft;
  const auto prepared = app::prepare(examples::engine(), "plainte", {"plainte.yaml", content},
                                     options, laid.diagnostics);
  if (!prepared) return laid;
  const auto document =
      app::make_document(examples::engine(), *prepared, options, laid.diagnostics);
  if (!document) return laid;
  laid.style = typeset::read_style(examples::engine().files(), "lettre", laid.diagnostics)
                   .value_or(typeset::Style{});
  laid.pages =
      typeset::layout(*document, laid.style, examples::engine().fonts(), {}, laid.diagnostics);
  return laid;
}

bool is_heading(const Block& block) {
  return block.role >= Role::heading1 && block.role <= Role::heading6;
}

// How the parts of a letter must stand on its pages.
void expect_sound_pages(const Laid& laid, const std::string& what) {
  ASSERT_FALSE(laid.diagnostics.has_errors()) << examples::messages(laid.diagnostics);
  const std::vector<Block> blocks = page_lines::read(laid.pages);
  std::size_t signature_page = 0;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    ASSERT_FALSE(block.lines.empty()) << what;
    for (const auto& line : block.lines) {
      EXPECT_LE(line.right, laid.style.page_width - laid.style.right + typeset::points(24)) << what;
      EXPECT_LE(line.y, laid.style.page_height - laid.style.bottom) << what << line.text;
    }
    if (is_heading(block) && b + 1 < blocks.size()) {
      EXPECT_EQ(block.lines.back().page, blocks[b + 1].lines.front().page)
          << what << " : titre au pied d’une page : " << block.lines.back().text;
    }
    // Neither the first nor the last line of a paragraph is alone on its page.
    std::map<std::size_t, std::size_t> lines_on;
    for (const auto& line : block.lines) ++lines_on[line.page];
    for (const auto& [page, count] : lines_on) {
      EXPECT_GE(count, std::min<std::size_t>(2, block.lines.size()))
          << what << " : " << block.lines.front().text << page;
    }
    if (block.lines.back().text.find("signature manuscrite") != std::string::npos) {
      signature_page = block.lines.back().page;
      EXPECT_EQ(block.lines.front().page, signature_page) << what;
      std::size_t before = 0;
      for (std::size_t other = 0; other < b; ++other) {
        for (const auto& line : blocks[other].lines)
          before += line.page == signature_page ? 1U : 0U;
      }
      EXPECT_GE(before, 2U) << what << " : la signature est seule";
    }
  }
  EXPECT_GT(signature_page, 0U) << what;
}

std::string account(std::size_t words) { return "  récit: \"" + sentences(words) + "\"\n"; }

TEST(LetterPages, AreSoundWhereverTheSignatureFalls) {
  std::set<std::size_t> counts;
  // About eleven words a line: two pages hold some ninety lines.
  for (std::size_t words = 20; words < 20 + 11 * 95; words += 11) {
    const Laid laid = lay(complaint(account(words)));
    expect_sound_pages(laid, std::to_string(words) + " mots");
    counts.insert(laid.pages.pages.size());
  }
  EXPECT_GE(counts.size(), 3U);  // the letter went over two page ends at least
}

TEST(LetterPages, AreSoundWhenTheAccountHasShortParagraphs) {
  for (std::size_t count = 1; count < 60; ++count) {
    std::string text = "  récit: |\n";
    for (std::size_t i = 0; i < count; ++i) {
      text += "    " + sentences(6 + 5 * (i % 7)) + "\n\n";
    }
    expect_sound_pages(lay(complaint(text)), std::to_string(count) + " paragraphes");
  }
}

TEST(LetterPages, HoldAnAccountOfTwelvePages) {
  std::string text = "  récit: |\n";
  for (std::size_t i = 0; i < 60; ++i) text += "    " + sentences(115) + "\n\n";
  const Laid laid = lay(complaint(text));
  expect_sound_pages(laid, "douze pages");
  EXPECT_GE(laid.pages.pages.size(), 14U);
  for (std::size_t i = 0; i < laid.pages.pages.size(); ++i) {
    std::string furniture;
    for (const auto& content : laid.pages.pages[i].contents) {
      if (content.element != typeset::artifact) continue;
      for (const auto& run : content.glyphs) {
        for (const auto& glyph : run.glyphs) furniture += glyph.text;
      }
    }
    // Page x/y on each, the title as a running head from the second; not on the sheet kept apart.
    const std::string number = "Page " + std::to_string(i + 1) + "/";
    if (furniture.empty()) continue;
    EXPECT_NE(furniture.find(number), std::string::npos) << furniture;
    EXPECT_EQ(furniture.find("Plainte au procureur") != std::string::npos, i > 0) << furniture;
  }
}

TEST(LetterPages, HoldAnAccountOfOneWordAndADraftWithoutAny) {
  expect_sound_pages(lay(complaint("  récit: Menacé.\n")), "un mot");
  const Laid draft = lay(complaint(""), true);
  expect_sound_pages(draft, "brouillon");
  std::string all;
  for (const Block& block : page_lines::read(draft.pages)) {
    for (const auto& line : block.lines) all += line.text;
  }
  EXPECT_NE(all.find("À COMPLÉTER"), std::string::npos);
}

// A sheet for one or two lines would be printed and kept for nothing.
TEST(LetterPages, NoExampleEndsWithAnAlmostEmptyPage) {
  auto& engine = examples::engine();
  for (const examples::Example& example : examples::all()) {
    if (example.document == "guide") continue;
    base::Diagnostics diagnostics;
    const auto prepared = app::prepare(
        engine, example.document, {example.path, examples::content(example.path)}, {}, diagnostics);
    ASSERT_TRUE(prepared) << examples::messages(diagnostics);
    const auto document = app::make_document(engine, *prepared, {}, diagnostics);
    ASSERT_TRUE(document) << examples::messages(diagnostics);
    const auto style = typeset::read_style(engine.files(), document->metadata.style, diagnostics);
    ASSERT_TRUE(style) << examples::messages(diagnostics);
    typeset::Options options;
    options.hyphenator = engine.hyphenator();
    const auto pages = typeset::layout(*document, *style, engine.fonts(), options, diagnostics);
    std::map<std::size_t, std::set<typeset::Length>> heights_on;  // a bullet stands on its line
    for (const Block& block : page_lines::read(pages)) {
      for (const auto& line : block.lines) heights_on[line.page].insert(line.y);
    }
    EXPECT_GE(heights_on.rbegin()->second.size(), 5U) << example.path;
  }
}

}  // namespace
