// The guide of the repository, in the law of three days; what its links and its index say.
#include "app/guide.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/citations.hpp"
#include "app/cited_articles.hpp"
#include "app/glossary.hpp"
#include "document/read.hpp"
#include "document/words.hpp"
#include "project.hpp"

namespace {

using namespace std::chrono;

using project::engine;
using project::messages;

// The words of the guide, one space between two.
std::string guide_words(std::optional<calendar::Date> day) {
  base::Diagnostics diagnostics;
  const auto guide = app::make_guide(engine(), day, diagnostics);
  EXPECT_TRUE(guide) << messages(diagnostics);
  std::string text;
  for (const std::string& word : document::words(guide.value_or(document::Document{}))) {
    text += word + " ";
  }
  return text;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Guide, IsMadeInTheLawOfTheEdition) {
  const std::string text = guide_words(std::nullopt);
  // Act of 21 March 2024: 222-14-5 I 2°, five years instead of three (222-13).
  EXPECT_TRUE(holds(text,
                    "Violences contre un élu huit jours d incapacité au plus art 222 14 5 C pén "
                    "trois ans d emprisonnement et 45 000 d amende cinq ans d emprisonnement et "
                    "75 000 d amende"));
  EXPECT_FALSE(holds(text, "Entre les deux ont changé"));
  EXPECT_FALSE(holds(text, "pas en vigueur"));
}

TEST(Guide, ShowsTheFormerPenaltyBeforeTheActOf2024) {
  const std::string text = guide_words(sys_days(year(2024) / January / 15));
  EXPECT_TRUE(holds(text,
                    "Violences contre un élu huit jours d incapacité au plus art 222 13 C pén "
                    "trois ans d emprisonnement et 45 000 d amende trois ans d emprisonnement et "
                    "45 000 d amende"));
  EXPECT_TRUE(holds(text, "Entre les deux ont changé"));
  EXPECT_TRUE(holds(text, "23 mars 2024 article 222 14 5 du code pénal"));
}

TEST(Guide, BetweenTheTwoActsSaysWhatTheSecondChanged) {
  const std::string text = guide_words(sys_days(year(2025) / June / 1));
  EXPECT_TRUE(holds(text, "cinq ans d emprisonnement et 75 000 d amende"));
  // Loi n° 2025-1249, in force on 24 December 2025, changed article L. 2123-35.
  EXPECT_TRUE(holds(text, "24 décembre 2025 article L 2123 35"));
  EXPECT_TRUE(holds(text, "loi n 2025 1249 du 22 décembre 2025 pas en vigueur le 1 er juin 2025") ||
              holds(text, "loi n 2025 1249 du 22 décembre 2025 pas en vigueur le 1er juin 2025"));
}

document::Document read(const std::string& markdown) {
  base::Diagnostics diagnostics;
  return document::read(markdown, "chapitre.md", diagnostics);
}

// The target of the first link of the first paragraph, or nothing if there is none left.
std::optional<std::string> first_target(const document::Document& document) {
  const auto& paragraph = std::get<document::Paragraph>(document.blocks.back().data);
  for (const document::Inline& part : paragraph.content) {
    if (const auto* link = std::get_if<document::Link>(&part.data)) return link->target;
  }
  return std::nullopt;
}

TEST(Citations, ATermLeadsToTheGlossaryOnlyWhereItStands) {
  base::Diagnostics diagnostics;
  document::Document alone = read("Une [faute](terme:faute-detachable) grave.\n");
  app::resolve_law_citations(engine(), alone, "chapitre.md", sys_days(year(2026) / May / 1),
                             diagnostics);
  EXPECT_EQ(first_target(alone), std::nullopt);
  document::Document with = read(
      "::: {#terme-faute-detachable .terme}\nFaute.\n:::\n\nUne "
      "[faute](terme:faute-detachable).\n");
  app::resolve_law_citations(engine(), with, "chapitre.md", sys_days(year(2026) / May / 1),
                             diagnostics);
  EXPECT_EQ(first_target(with), "#terme-faute-detachable");
  EXPECT_FALSE(diagnostics.has_errors()) << messages(diagnostics);
}

TEST(Citations, AnUnknownTermNamesTheNearest) {
  base::Diagnostics diagnostics;
  document::Document document = read("Une [faute](terme:faute-detachabl).\n");
  app::resolve_law_citations(engine(), document, "chapitre.md", sys_days(year(2026) / May / 1),
                             diagnostics);
  ASSERT_TRUE(diagnostics.has_errors());
  EXPECT_TRUE(holds(diagnostics.all().front().message, "faute-detachable"))
      << messages(diagnostics);
}

TEST(Citations, AreShortBetweenParenthesesWhereAskedOnly) {
  const std::string markdown = "Par l’[](droit:cgct/L2123-35) ([](droit:cpp/801)).\n";
  const auto words = [&](app::Citing citing) {
    base::Diagnostics diagnostics;
    document::Document document = read(markdown);
    app::resolve_law_citations(engine(), document, "chapitre.md", sys_days(year(2026) / May / 1),
                               {}, citing, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors()) << messages(diagnostics);
    return document::plain_text(
        std::get<document::Paragraph>(document.blocks.front().data).content);
  };
  const std::string open =
      "Par l’article L.\u00A0"
      "2123-35 du code général des collectivités "
      "territoriales (";
  EXPECT_EQ(words(app::Citing::short_in_parentheses), open +
                                                          "art.\u00A0"
                                                          "801 CPP).");
  EXPECT_EQ(words(app::Citing::long_form), open + "article 801 du code de procédure pénale).");
}

TEST(Citations, TheFirstOfEachArticleIsAPlaceToLeadTo) {
  document::Document document =
      read("Un [](droit:cpp/801).\n\nDeux [](droit:cpp/801), [](droit:cpp/7).\n");
  app::name_first_citations(document.blocks, "essai");
  std::vector<std::string> places;
  for (const document::Block& block : document.blocks) {
    for (const document::Inline& part : std::get<document::Paragraph>(block.data).content) {
      const auto* span = std::get_if<document::Span>(&part.data);
      if (span != nullptr) places.push_back(span->attributes.id);
    }
  }
  EXPECT_EQ(places, (std::vector<std::string>{app::citation_place("essai", "cpp/801"),
                                              app::citation_place("essai", "cpp/7")}));
  EXPECT_EQ(app::citation_place("essai", "cpp/801"), "cite-essai-cpp-801");
}

TEST(Citations, AnArticleNotYetInForceSaysSo) {
  base::Diagnostics diagnostics;
  document::Document document = read("Selon l’[](droit:code-electoral/L52-18-1).\n");
  // Loi n° 2024-247, article 12: in force one year after its promulgation, 21 March 2025.
  app::resolve_law_citations(engine(), document, "chapitre.md", sys_days(year(2025) / March / 20),
                             diagnostics);
  const auto& paragraph = std::get<document::Paragraph>(document.blocks.front().data);
  EXPECT_TRUE(holds(document::plain_text(paragraph.content),
                    "pas en vigueur le 20\u00A0mars\u00A0"
                    "2025"));
}

const templating::Value& member(const templating::Value& value, std::string_view name) {
  const auto& record = std::get<templating::Record>(value.data);
  return std::find_if(record.begin(), record.end(),
                      [&](const auto& entry) { return entry.first == name; })
      ->second;
}

TEST(ArticleIndex, ReadsNumbersAsNumbersAndNamesEveryChapter) {
  app::ArticleIndex index;
  index.add({"un", "Un"}, {"cgct/L2121-10", "cgct/L2121-9", "code-penal/222-13"});
  index.add({"deux", "Deux"}, {"cgct/L2121-10"});
  const templating::Value values = index.values(engine());
  const auto& texts = std::get<templating::List>(values.data);
  ASSERT_EQ(texts.size(), 2U);  // cgct then code pénal, by title
  const auto& articles = std::get<templating::List>(member(texts[0], "articles").data);
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(std::get<templating::Text>(member(articles[0], "citation").data).utf8, "cgct/L2121-9");
  EXPECT_EQ(std::get<templating::Text>(member(articles[1], "citation").data).utf8, "cgct/L2121-10");
  EXPECT_EQ(std::get<templating::List>(member(articles[1], "chapitres").data).size(), 2U);
}

TEST(Glossary, RefusesTermsTwiceOrOutOfOrder) {
  for (const char* content : {"termes:\n  - { id: a, terme: A, définition: Un. }\n"
                              "  - { id: a, terme: B, définition: Deux. }\n",
                              "termes:\n  - { id: b, terme: B, définition: Un. }\n"
                              "  - { id: a, terme: A, définition: Deux. }\n"}) {
    base::Diagnostics diagnostics;
    std::map<std::string, std::string, std::less<>> files;
    files["content/glossaire.yaml"] = content;
    EXPECT_EQ(app::read_glossary(base::MemoryFiles(files), diagnostics).size(), 2U);
    EXPECT_TRUE(diagnostics.has_errors()) << content;
  }
}

}  // namespace
