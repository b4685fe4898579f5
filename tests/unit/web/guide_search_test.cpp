#include "web/guide_search.hpp"

#include <gtest/gtest.h>

namespace web {
namespace {

const std::vector<Passage>& passages() {
  static const std::vector<Passage> all = {
      {"a", "La plainte", "Agir", "L’élu menacé écrit au procureur de la République."},
      {"b", "La protection", "Agir", "Selon l’article L.\u00A02123-35, la commune protège l’élu."},
      {"c", "Les délais", "Compter",
       "La plainte ne suspend rien. La plainte, seule, ne suffit pas."}};
  return all;
}

std::string found(std::string_view words) {
  std::string anchors;
  for (const FoundPassage& each : search(passages(), words, 10)) anchors += each.passage->anchor;
  return anchors;
}

TEST(GuideSearch, AccentsCapitalsAndElisionsDoNotCount) {
  EXPECT_EQ(found("ELU procureur"), "a");
  EXPECT_EQ(found("l'elu"), "ab");
  EXPECT_EQ(found("republique"), "a");
}

TEST(GuideSearch, EveryWordMustBeginOne) {
  EXPECT_EQ(found("plainte absent"), "");
  EXPECT_EQ(found("lainte"), "");
  EXPECT_EQ(found("plaint"), "ac");  // the title counts more than the text
}

TEST(GuideSearch, ArticlesAreFoundHoweverTheyAreWritten) {
  EXPECT_EQ(found("L2123-35"), "b");
  EXPECT_EQ(found("L. 2123-35"), "b");
  EXPECT_EQ(found("2123"), "b");
}

TEST(GuideSearch, NothingToLookFor) {
  EXPECT_EQ(found(""), "");
  EXPECT_EQ(found("« ? »"), "");
  EXPECT_EQ(search(passages(), "la", 1).size(), 1u);
}

TEST(GuideSearch, TheExcerptMarksTheWords) {
  const auto results = search(passages(), "procureur", 1);
  ASSERT_EQ(results.size(), 1u);
  std::string marked;
  for (const ExcerptPart& part : results[0].excerpt) {
    if (part.found) marked += part.text;
  }
  EXPECT_EQ(marked, "procureur");
}

// A long text is cut around the words, which are in what is shown.
TEST(GuideSearch, TheExcerptOfALongTextHoldsTheWords) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "mot ";
  const std::vector<Passage> one = {{"a", "T", "C", text + "procureur " + text}};
  const auto results = search(one, "procureur", 1);
  ASSERT_EQ(results.size(), 1u);
  ASSERT_EQ(results[0].excerpt.size(), 3u);
  EXPECT_EQ(results[0].excerpt[1].text, "procureur");
  EXPECT_LT(results[0].excerpt[0].text.size() + results[0].excerpt[2].text.size(), 300u);
}

}  // namespace
}  // namespace web
