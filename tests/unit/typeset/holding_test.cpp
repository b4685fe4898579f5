#include <gtest/gtest.h>

#include "base/text.hpp"
#include "document/typography.hpp"
#include "sample_layout.hpp"
#include "support/hold_together.hpp"
#include "support/page_lines.hpp"

// What must not be cut, at every place of a line: the column narrows a little at a time.
namespace {

constexpr const char* words =
    "Le 22 mai 2026, vers 18 h 30, M. Dupont (art. L. 2123-35 du code) a réclamé 1 250 € à la "
    "commune, puis 12 000 € le 1er juin 2026 ; voir la pièce n° 4, l’article 40-4-1 et "
    "Mme Vasseur : « Vous paierez ! » dit-il, p. 12, le 3 novembre 2026.";

std::size_t cuts(const std::string& markdown) {
  std::size_t lines = 0;
  for (int right = 22; right < 130; right += 1) {
    typeset::Style style = sample::style("lettre");
    style.right = typeset::tenths_of_millimetre(right * 10);
    base::Diagnostics diagnostics;
    const auto pages = sample::pages(markdown, style, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    for (const auto& block : page_lines::read(pages)) {
      lines += block.lines.size();
      for (std::size_t i = 0; i + 1 < block.lines.size(); ++i) {
        EXPECT_FALSE(support::must_hold_together(block.lines[i].text, block.lines[i + 1].text))
            << block.lines[i].text << " | " << block.lines[i + 1].text;
        // Half of a hyphen hangs in the margin.
        const typeset::Length hanging = block.lines[i].hyphenated() ? style.text.size / 5 : 0;
        EXPECT_LE(block.lines[i].right - hanging, style.page_width - style.right + 3);
      }
    }
  }
  return lines;
}

// As a template writes it: the typographic pass binds the words.
TEST(Holding, OfTheWordsOfTheProject) {
  EXPECT_GT(cuts(document::typography(std::string(words))), 400U);
}

// As a user types it: not a character may be changed.
TEST(Holding, OfTheWordsOfAUser) {
  std::string typed = words;
  for (const char* space : {"\u00A0", "\u202F"}) {
    for (auto at = typed.find(space); at != std::string::npos; at = typed.find(space)) {
      typed.replace(at, std::string(space).size(), " ");
    }
  }
  std::string text;
  base::append_utf8(text, base::verbatim_begin);
  for (const char c : typed) {
    if (std::string_view("!().-:;").find(c) != std::string_view::npos) text += '\\';
    text += c;
  }
  base::append_utf8(text, base::verbatim_end);
  EXPECT_GT(cuts(text), 400U);
}

}  // namespace
