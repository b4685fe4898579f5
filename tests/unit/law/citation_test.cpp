#include "law/citation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law_fixture.hpp"

namespace {

using ::testing::HasSubstr;

TEST(Citation, RefusesWhatCouldNameAnotherFile) {
  for (const char* id : {"", "cgct/", "/L1", "../secret", "cgct/../x", "cgct/L1/2", "c gct/L1",
                         "cgct/L-", "code-pénal/222-12"}) {
    EXPECT_FALSE(law::parse_citation(id)) << id;
  }
}

TEST(Citation, SeparatesTextAndNumber) {
  const auto article = law::parse_citation("code-penal/222-14-5");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "code-penal");
  EXPECT_EQ(article->number, "222-14-5");
  EXPECT_EQ(law::parse_citation("loi-2024-247")->number, "");
}

TEST(Citation, SpacesNumbersAsFrenchLawyersDo) {
  EXPECT_EQ(law::spaced_number("L2123-35"), "L.\u00A02123-35");
  EXPECT_EQ(law::spaced_number("R39-13"), "R.\u00A039-13");
  EXPECT_EQ(law::spaced_number("D8-2-1"), "D.\u00A08-2-1");
  EXPECT_EQ(law::spaced_number("222-14-5"), "222-14-5");
  EXPECT_EQ(law::spaced_number("1"), "1er");
}

TEST(Citation, WritesArticlesWithTheRightDeterminer) {
  RepositoryLibrary law;
  EXPECT_EQ(law.library.citation_text("cgct/L2123-35", law.diagnostics),
            "article L.\u00A02123-35 du code général des collectivités territoriales");
  EXPECT_EQ(law.library.citation_text("loi-1881/65", law.diagnostics),
            "article 65 de la loi du 29 juillet 1881 sur la liberté de la presse");
  EXPECT_EQ(law.library.citation_text("loi-2024-247", law.diagnostics),
            "loi n°\u00A02024-247 du 21 mars 2024");
  EXPECT_EQ(law.library.short_citation("cgct/L2123-35", law.diagnostics),
            "art.\u00A0L.\u00A02123-35 CGCT");
  EXPECT_TRUE(law.diagnostics.empty()) << messages(law.diagnostics);
}

TEST(Citation, GroupsEnumerationsByText) {
  RepositoryLibrary law;
  EXPECT_EQ(law.library.citation_list({"code-penal/222-12", "loi-1881/65", "code-penal/222-14-5",
                                       "code-penal/222-12", "loi-2025-1249"},
                                      law.diagnostics),
            "articles 222-12 et 222-14-5 du code pénal, article 65 de la loi du 29 juillet 1881 "
            "sur la liberté de la presse et loi n°\u00A02025-1249 du 22 décembre 2025");
  EXPECT_TRUE(law.diagnostics.empty()) << messages(law.diagnostics);
}

TEST(Citation, UnknownArticleIsAnErrorThatNamesTheNearest) {
  RepositoryLibrary law;
  EXPECT_EQ(law.library.citation_text("cgct/L2123-36", law.diagnostics,
                                      {{"guide.md", 12, 4}, base::Kind::content}),
            "");
  EXPECT_THAT(messages(law.diagnostics), HasSubstr("guide.md:12:4"));
  EXPECT_THAT(messages(law.diagnostics), HasSubstr("« cgct/L2123-3"));
}

TEST(Citation, UnknownTextIsAnErrorThatNamesTheNearest) {
  RepositoryLibrary law;
  EXPECT_EQ(law.library.article("cgc/L2123-35", law.diagnostics), nullptr);
  EXPECT_THAT(messages(law.diagnostics), HasSubstr("cgct"));
}

TEST(Citation, AddressIsThatOfTheVersionWhenItsNumberIsKnown) {
  RepositoryLibrary law;
  EXPECT_EQ(law.library.address("code-penal/433-3-1", day("2026-11-23")),
            "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043972355");
  EXPECT_EQ(law.library.address("cgct/L2123-35", day("2026-11-23")),
            "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070633");
  EXPECT_EQ(law.library.address("decret-2026-8"), "");
}

}  // namespace
