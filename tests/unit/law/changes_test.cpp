#include "law/changes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "law_fixture.hpp"

namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> ids(const std::vector<law::Change>& changes) {
  std::vector<std::string> list;
  for (const law::Change& change : changes) list.push_back(change.id);
  return list;
}

TEST(Changes, TheReformOfMarch2024) {
  RepositoryLibrary law;
  const auto list =
      law::changes(law.library, day("2024-03-22"), day("2024-03-23"), law.diagnostics);
  EXPECT_TRUE(law.diagnostics.empty()) << messages(law.diagnostics);
  for (const law::Change& change : list) EXPECT_EQ(calendar::iso(change.on), "2024-03-23");
  for (const char* id : {"loi-2024-247", "code-penal/222-14-5", "cgct/L2123-35",
                         "violences-elu-sans-itt", "protection-fonctionnelle"}) {
    EXPECT_THAT(ids(list), testing::Contains(id));
  }
  EXPECT_THAT(ids(list), Not(testing::Contains("code-penal/222-7")));
}

TEST(Changes, FirstDayIsExcludedAndLastDayIncluded) {
  RepositoryLibrary law;
  EXPECT_THAT(law::changes(law.library, day("2024-03-23"), day("2024-03-23"), law.diagnostics),
              IsEmpty());
  EXPECT_THAT(law::changes(law.library, day("2024-03-21"), day("2024-03-22"), law.diagnostics),
              IsEmpty());
}

TEST(Changes, BeginningOfOurKnowledgeIsNotAChange) {
  // Article 222-7 is described from 1 March 2017, but did not change that day.
  RepositoryLibrary law;
  EXPECT_THAT(ids(law::changes(law.library, day("2017-02-28"), day("2017-03-01"), law.diagnostics)),
              Not(testing::Contains("code-penal/222-7")));
}

TEST(Changes, RenumberingOfCriminalProcedureIsAnnounced) {
  RepositoryLibrary law;
  const auto list =
      law::changes(law.library, day("2028-12-31"), day("2029-01-01"), law.diagnostics);
  EXPECT_THAT(ids(list), testing::Contains("cpp"));
}

TEST(Changes, DatesInTheWrongOrderAreRefused) {
  RepositoryLibrary law;
  EXPECT_THAT(law::changes(law.library, day("2025-01-01"), day("2024-01-01"), law.diagnostics),
              IsEmpty());
  EXPECT_TRUE(law.diagnostics.has_errors());
}

TEST(Changes, JsonHasOneObjectForEachChange) {
  RepositoryLibrary law;
  const auto list =
      law::changes(law.library, day("2025-12-23"), day("2025-12-24"), law.diagnostics);
  ASSERT_FALSE(list.empty());
  const auto json = nlohmann::json::parse(law::to_json(list));
  ASSERT_EQ(json.size(), list.size());
  for (const auto& object : json) {
    EXPECT_EQ(object.at("date"), "2025-12-24");
    for (const char* key : {"genre", "id", "titre", "changement", "confiance"}) {
      EXPECT_FALSE(object.at(key).get<std::string>().empty()) << key;
    }
  }
}

TEST(Changes, ArticleOfOneDayInText) {
  RepositoryLibrary law;
  const std::string before =
      law::article_text(law.library, "cgct/L2123-35", day("2025-06-01"), law.diagnostics);
  EXPECT_THAT(before, HasSubstr("cinq jours francs"));
  EXPECT_THAT(plain(before), HasSubstr("jusqu’à la modification du 24 décembre 2025"));
  const std::string since =
      law::article_text(law.library, "cgct/L2123-35", day("2026-06-01"), law.diagnostics);
  EXPECT_THAT(since, HasSubstr("dix jours"));
  EXPECT_THAT(plain(since), HasSubstr("Confiance : probable"));
  EXPECT_THAT(plain(since), HasSubstr("Source : "));
}

TEST(Changes, ArticleOfOneDayInJson) {
  RepositoryLibrary law;
  const auto json = nlohmann::json::parse(
      law::article_json(law.library, "code-penal/222-14-5", day("2026-06-01"), law.diagnostics));
  EXPECT_EQ(json.at("citation"), "article 222-14-5 du code pénal");
  EXPECT_EQ(json.at("depuis"), "2024-03-23");
  EXPECT_TRUE(json.at("prochaine_modification").is_null());
  EXPECT_GE(json.at("sources").size(), 1U);
}

TEST(Changes, UnknownArticleGivesNothingAndSaysSo) {
  RepositoryLibrary law;
  EXPECT_EQ(law::article_json(law.library, "cgct/L9999", day("2026-06-01"), law.diagnostics), "");
  EXPECT_TRUE(law.diagnostics.has_errors());
}

TEST(Changes, ListingNamesEveryArticle) {
  RepositoryLibrary law;
  const auto json = nlohmann::json::parse(law::listing_json(law.library, law.diagnostics));
  std::size_t articles = 0;
  for (const std::string& text : law.library.text_ids()) {
    articles += law.library.article_ids(text).size();
  }
  EXPECT_EQ(json.size(), articles);
  EXPECT_THAT(law::listing_text(law.library, law.diagnostics), HasSubstr("cgct/L2123-35"));
}

}  // namespace
