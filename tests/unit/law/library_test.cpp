#include "law/library.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law_fixture.hpp"

namespace {

using ::testing::HasSubstr;

TEST(Library, VersionChangesOnTheFirstDayOfTheNewLaw) {
  // Loi n° 2024-247, JO du 22 mars 2024 : en vigueur le lendemain (article 1er du code civil).
  RepositoryLibrary law;
  const auto* before = law.library.version("cgct/L2123-35", day("2024-03-22"), law.diagnostics);
  const auto* after = law.library.version("cgct/L2123-35", day("2024-03-23"), law.diagnostics);
  ASSERT_NE(before, nullptr);
  ASSERT_NE(after, nullptr);
  EXPECT_NE(before, after);
  EXPECT_EQ(calendar::iso(after->provenance.since), "2024-03-23");
  // Loi n° 2025-1249 : en vigueur le 24 décembre 2025.
  EXPECT_EQ(law.library.version("cgct/L2123-35", day("2025-12-23"), law.diagnostics), after);
  EXPECT_NE(law.library.version("cgct/L2123-35", day("2025-12-24"), law.diagnostics), after);
  EXPECT_TRUE(law.diagnostics.empty()) << messages(law.diagnostics);
}

TEST(Library, TheTextOfDecember2025IsNotGivenAsCertain) {
  RepositoryLibrary law;
  const auto* version = law.library.version("cgct/L2123-35", day("2026-11-23"), law.diagnostics);
  ASSERT_NE(version, nullptr);
  EXPECT_EQ(version->provenance.confidence, law::Confidence::probable);
}

TEST(Library, DateBeforeTheFirstVersionIsRefused) {
  RepositoryLibrary law;
  EXPECT_EQ(law.library.version("code-electoral/L52-18-1", day("2025-03-20"), law.diagnostics),
            nullptr);
  EXPECT_THAT(messages(law.diagnostics), HasSubstr("droit non couvert"));
}

TEST(Library, CriminalProcedureIsRefusedFromItsRenumbering) {
  // Ordonnance n° 2025-1091 : 1er janvier 2029.
  RepositoryLibrary law;
  EXPECT_NE(law.library.version("cpp/85", day("2028-12-31"), law.diagnostics), nullptr);
  EXPECT_TRUE(law.library.in_force_on("cpp/85", day("2028-12-31")));
  EXPECT_TRUE(law.diagnostics.empty());
  EXPECT_EQ(law.library.version("cpp/85", day("2029-01-01"), law.diagnostics), nullptr);
  EXPECT_FALSE(law.library.in_force_on("cpp/85", day("2029-01-01")));
  EXPECT_THAT(messages(law.diagnostics), HasSubstr("1er janvier 2029"));
}

TEST(Library, ReadsOneFileOnDemand) {
  // Only two files exist: nothing else may be looked at.
  const base::MemoryFiles files({
      {"d/textes/t/_texte.yaml",
       "texte: t\ntitre: texte d’essai\nforme_courte: T\ndéterminant: du\nnature: code\n"
       "depuis: 2020-01-01\nvérifié_le: 2026-01-01\nconfiance: certain\n"
       "sources:\n  - titre: essai\n"},
      {"d/textes/t/1.yaml",
       "article: t/1\nobjet: essai\nversions:\n  - depuis: 2020-01-01\n    résumé: essai\n"
       "    vérifié_le: 2026-01-01\n    confiance: certain\n    sources:\n      - titre: essai\n"},
  });
  const law::Library library(files, "d");
  base::Diagnostics diagnostics;
  EXPECT_EQ(library.citation_text("t/1", diagnostics), "article 1er du texte d’essai");
  EXPECT_TRUE(diagnostics.empty()) << messages(diagnostics);
}

TEST(Library, FileAtFaultIsReportedWhereItIsAndNotProposedAsANearName) {
  std::map<std::string, std::string, std::less<>> contents;
  contents["d/textes/t/_texte.yaml"] = "texte: t\nsurprise: oui\n";
  const base::MemoryFiles files(contents);
  const law::Library library(files, "d");
  base::Diagnostics diagnostics;
  EXPECT_EQ(library.citation_text("t", diagnostics), "");
  EXPECT_THAT(messages(diagnostics), HasSubstr("d/textes/t/_texte.yaml:2:1"));
  EXPECT_THAT(messages(diagnostics), HasSubstr("ne peut pas être lu"));
  EXPECT_THAT(messages(diagnostics), testing::Not(HasSubstr("Vouliez-vous dire « t »")));
}

TEST(Library, ProtectionRegimeFollowsTheDayOfReceipt) {
  RepositoryLibrary law;
  const auto regime = [&](const char* date) {
    const auto* version =
        law.library.parameter_on("protection-fonctionnelle", day(date), law.diagnostics);
    std::string which;
    for (const char* key : {"régime_1", "régime_2", "régime_3"}) {
      which += version->values.at(key).yes ? "1" : "0";
    }
    return which;
  };
  EXPECT_EQ(regime("2024-03-22"), "100");
  EXPECT_EQ(regime("2024-03-23"), "010");
  EXPECT_EQ(regime("2025-12-23"), "010");
  EXPECT_EQ(regime("2025-12-24"), "001");
}

TEST(Library, AmountsAreKeptInCents) {
  // Code électoral, article R. 39-13 : 15 000 € et 75 000 € par candidat.
  RepositoryLibrary law;
  const auto* caps =
      law.library.parameter_on("plafonds-depenses-securite", day("2026-03-15"), law.diagnostics);
  ASSERT_NE(caps, nullptr);
  EXPECT_EQ(caps->values.at("niveau_1").number, 1'500'000);
  EXPECT_EQ(caps->values.at("niveau_2").number, 7'500'000);
  // The decree of 8 January 2026 entered into force on the 10th.
  EXPECT_EQ(
      law.library.parameter_on("plafonds-depenses-securite", day("2026-01-09"), law.diagnostics),
      nullptr);
}

TEST(Library, OpenPointsSayWhatIsDoneMeanwhile) {
  RepositoryLibrary law;
  const auto& points = law.library.open_points(law.diagnostics);
  EXPECT_GE(points.size(), 30U);
  EXPECT_TRUE(law.diagnostics.empty()) << messages(law.diagnostics);
}

}  // namespace
