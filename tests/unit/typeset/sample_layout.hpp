#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "document/read.hpp"
#include "typeset/font.hpp"
#include "typeset/layout.hpp"

// What the tests of layout share: Markdown set in one of the project's own styles.
namespace sample {

inline typeset::Style style(const std::string& name) {
  base::Diagnostics diagnostics;
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  auto style = typeset::read_style(files, name, diagnostics);
  for (const auto& diagnostic : diagnostics.all()) ADD_FAILURE() << base::to_string(diagnostic);
  return style.value_or(typeset::Style{});
}

inline typeset::Pages pages(const std::string& markdown, const typeset::Style& style,
                            base::Diagnostics& diagnostics) {
  document::Document document = document::read(markdown, "essai.md", diagnostics);
  document.metadata.title = "Titre du document";
  document.metadata.author = "Mairie d’essai";
  const typeset::FontSet fonts;
  typeset::Options options;
  options.source = "essai.md";
  return typeset::layout(document, style, fonts, options, diagnostics);
}

inline typeset::Pages pages(const std::string& markdown, const std::string& style_name) {
  base::Diagnostics diagnostics;
  auto result = pages(markdown, style(style_name), diagnostics);
  for (const auto& diagnostic : diagnostics.all()) ADD_FAILURE() << base::to_string(diagnostic);
  return result;
}

inline std::vector<std::string> messages(const std::string& markdown,
                                         const std::string& style_name) {
  base::Diagnostics diagnostics;
  (void)pages(markdown, style(style_name), diagnostics);
  std::vector<std::string> list;
  for (const auto& diagnostic : diagnostics.all()) list.push_back(base::to_string(diagnostic));
  return list;
}

inline std::string text_of(const typeset::GlyphRun& run) {
  std::string text;
  for (const auto& glyph : run.glyphs) text += glyph.text;
  return text;
}

// All that a page says, artifacts left out.
inline std::string text_of(const typeset::Page& page) {
  std::string text;
  for (const auto& content : page.contents) {
    if (content.element == typeset::artifact) continue;
    for (const auto& run : content.glyphs) text += text_of(run);
    text += '\n';
  }
  return text;
}

inline typeset::Length right_of(const typeset::GlyphRun& run) {
  typeset::Length x = run.x;
  for (const auto& glyph : run.glyphs) x += glyph.advance;
  return x;
}

// Runs of a page, those of artifacts left out.
inline std::vector<typeset::GlyphRun> runs_of(const typeset::Page& page) {
  std::vector<typeset::GlyphRun> runs;
  for (const auto& content : page.contents) {
    if (content.element == typeset::artifact) continue;
    runs.insert(runs.end(), content.glyphs.begin(), content.glyphs.end());
  }
  return runs;
}

inline std::string sentence(int words) {
  static const std::vector<std::string> list{"la",       "commune", "protège",   "son",
                                             "maire",    "contre",  "les",       "menaces,",
                                             "outrages", "et",      "violences", "commises"};
  std::string text;
  for (int i = 0; i < words; ++i) {
    text += list[static_cast<std::size_t>(i) % list.size()] + " ";
  }
  return text + "aujourd’hui.";
}

inline std::string paragraphs(int count, int words) {
  std::string text;
  for (int i = 0; i < count; ++i) text += sentence(words) + "\n\n";
  return text;
}

// Every line of the text stands within the margins, measured on its glyphs.
inline void expect_within_margins(const typeset::Pages& pages, const typeset::Style& style) {
  for (const auto& page : pages.pages) {
    for (const auto& run : runs_of(page)) {
      EXPECT_GE(run.x, style.left) << text_of(run);
      // Half of a hyphen hangs in the margin.
      const bool hyphen = run.glyphs.back().text == "\u00AD";
      const typeset::Length hanging = hyphen ? run.glyphs.back().advance / 2 + 1 : 0;
      EXPECT_LE(right_of(run) - hanging, page.width - style.right) << text_of(run);
      EXPECT_GE(run.y, style.top);
      EXPECT_LE(run.y, page.height - style.bottom) << text_of(run);
    }
  }
}

}  // namespace sample
