#include <gmock/gmock.h>

#include <map>

#include "sample_layout.hpp"

namespace {

std::string guide(int chapters, int sections) {
  std::string text;
  for (int chapter = 1; chapter <= chapters; ++chapter) {
    text += "# Chapitre " + std::to_string(chapter) + "\n\n" + sample::sentence(80) + "\n\n";
    for (int section = 1; section <= sections; ++section) {
      text += "## Section " + std::to_string(chapter) + "." + std::to_string(section) + "\n\n" +
              sample::sentence(60) + "\n\n";
    }
  }
  return text;
}

// The numbers printed in the table of contents, by title.
std::map<std::string, std::string> printed(const typeset::Pages& pages) {
  std::map<std::string, std::string> numbers;
  for (const auto& page : pages.pages) {
    for (const auto& link : page.links) {
      const auto comma = link.description.rfind(", page ");
      if (comma == std::string::npos) continue;
      numbers[link.description.substr(0, comma)] = link.description.substr(comma + 7);
    }
  }
  return numbers;
}

void expect_true_numbers(const typeset::Pages& pages) {
  const auto numbers = printed(pages);
  EXPECT_EQ(numbers.size(), pages.outline.size());
  for (const auto& entry : pages.outline) {
    ASSERT_TRUE(numbers.contains(entry.title)) << entry.title;
    EXPECT_EQ(numbers.at(entry.title), std::to_string(entry.page + 1)) << entry.title;
    EXPECT_THAT(sample::text_of(pages.pages[entry.page]), testing::HasSubstr(entry.title));
  }
}

TEST(Contents, GivesThePageOfEachHeading) {
  expect_true_numbers(sample::pages(guide(5, 3), "guide"));
}

TEST(Contents, CountsItsOwnPages) {
  const auto pages = sample::pages(guide(30, 6), "guide");
  std::size_t first_chapter = pages.pages.size();
  for (const auto& entry : pages.outline) first_chapter = std::min(first_chapter, entry.page);
  EXPECT_GE(first_chapter, 3U);  // the cover and at least two pages of contents
  expect_true_numbers(pages);
}

TEST(Contents, StandsBeforeTheChaptersInTheStructure) {
  const auto pages = sample::pages(guide(2, 1), "guide");
  std::size_t contents = 0, chapter = 0, position = 0;
  for (const auto& child : pages.structure[0].children) {
    ++position;
    if (child.kind != typeset::Child::Kind::element) continue;
    const auto role = pages.structure[child.element].role;
    if (role == typeset::Role::contents) contents = position;
    if (role == typeset::Role::heading1) chapter = position;  // the last one
  }
  EXPECT_GT(contents, 0U);
  EXPECT_GT(chapter, contents);
}

TEST(Contents, EachChapterStartsAPageAndNamesTheNextOnes) {
  const auto pages = sample::pages(guide(2, 12), "guide");
  for (const auto& entry : pages.outline) {
    if (entry.level == 1) {
      EXPECT_EQ(entry.y, sample::style("guide").top);
    }
  }
  const std::string text = typeset::dump(pages);
  EXPECT_THAT(text, testing::HasSubstr("artifact y="));
  std::size_t heads = 0;
  for (const auto& page : pages.pages) {
    for (const auto& content : page.contents) {
      if (content.element != typeset::artifact) continue;
      for (const auto& run : content.glyphs) heads += sample::text_of(run) == "Chapitre 1" ? 1 : 0;
    }
  }
  EXPECT_GE(heads, 1U);
}

TEST(Contents, TheCoverHasNoNumber) {
  const auto pages = sample::pages(guide(1, 1), "guide");
  for (const auto& content : pages.pages[0].contents) {
    for (const auto& run : content.glyphs) {
      EXPECT_THAT(sample::text_of(run), testing::Not(testing::HasSubstr("Page")));
    }
  }
  EXPECT_THAT(sample::text_of(pages.pages[0]), testing::HasSubstr("Titre du document"));
}

}  // namespace
