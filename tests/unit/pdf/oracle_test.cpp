// What we write, read by programs that share no code with us.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "pdf/inspect.hpp"
#include "pdf/write.hpp"
#include "sample_pages.hpp"

namespace {

class Oracle : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    pdf::Options options;
    options.compact = GetParam();
    base::Diagnostics diagnostics;
    bytes_ = pdf::write(sample::letter(), options, diagnostics);
    ASSERT_TRUE(base::write_file(path(), bytes_, base::Overwrite::refuse));
  }

  [[nodiscard]] std::string path() const { return folder_.path() + "/lettre.pdf"; }

  base::ProcessResult run(const std::string& program, std::vector<std::string> arguments) {
    auto result = base::run_process(program, arguments, "", folder_.path(), {});
    EXPECT_EQ(result.status, result.started ? 0 : -1) << result.err;
    return result;
  }

  static std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> found;
    std::string spaced;
    for (const char character : text) {
      spaced += character == '\n' || character == '\f' ? ' ' : character;
    }
    for (const auto& word : base::split(spaced, ' ')) {
      if (!word.empty()) {
        found.push_back(word);
      }
    }
    return found;
  }

  std::string bytes_;
  base::TemporaryFolder folder_;
};

TEST_P(Oracle, QpdfFindsNoError) {
  const auto result = run("qpdf", {"--check", path()});
  if (!result.started) {
    GTEST_SKIP() << "qpdf is not installed";
  }
  EXPECT_THAT(result.out, testing::HasSubstr("PDF Version: 1.7"));
  EXPECT_EQ(result.err, "");
}

TEST_P(Oracle, PopplerReadsTheStructureWithItsWords) {
  const auto result = run("pdfinfo", {"-struct-text", path()});
  if (!result.started) {
    GTEST_SKIP() << "pdfinfo is not installed";
  }
  EXPECT_EQ(result.err, "");
  for (const auto* line :
       {"H1 (block)\n    \"Plainte pour menaces\"",
        "\"Une vérification officielle, le 12 mars 2026 : « œuvre » à 1 250 €, AVATAR.\"",
        "/Scope /Column", "\"Ce paragraphe commence ici \"\n    \"et finit à la page suivante.\"",
        "Link (inline)\n      \"Voir le code\""}) {
    EXPECT_THAT(result.out, testing::HasSubstr(line));
  }
}

TEST_P(Oracle, PopplerSeesATaggedDocumentWithItsTitle) {
  const auto result = run("pdfinfo", {path()});
  if (!result.started) {
    GTEST_SKIP() << "pdfinfo is not installed";
  }
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out, testing::ContainsRegex("Title: +Lettre d’essai\n"));
  EXPECT_THAT(result.out, testing::ContainsRegex("Tagged: +yes\n"));
  EXPECT_THAT(result.out, testing::ContainsRegex("JavaScript: +no\n"));
  EXPECT_THAT(result.out, testing::ContainsRegex("Page size: +595.276 x 841.89 pts .A4.\n"));
}

TEST_P(Oracle, PopplerExtractsTheSameWords) {
  const auto result = run("pdftotext", {path(), "-"});
  if (!result.started) {
    GTEST_SKIP() << "pdftotext is not installed";
  }
  EXPECT_EQ(result.err, "");
  const auto expected = words(
      "Plainte pour menaces Une vérification officielle, le 12 mars 2026 : « œuvre » "
      "à 1 250 €, AVATAR. • premier • second Ce paragraphe commence ici et finit à "
      "la page suivante. Dépenses Nature Montant Affiches 120,00 € Voir le code Voir "
      "le titre Page 2");
  EXPECT_EQ(words(result.out), expected);
}

TEST_P(Oracle, MupdfExtractsTheTextWithoutWarning) {
  const auto result = run("mutool", {"draw", "-q", "-F", "txt", path()});
  if (!result.started) {
    GTEST_SKIP() << "mutool is not installed";
  }
  EXPECT_THAT(result.out, testing::HasSubstr("vérification officielle, le 12"));
  EXPECT_THAT(result.out, testing::HasSubstr("« œuvre » à 1 250 €, AVATAR."));
  // Debian builds it without colour management and says so each time.
  for (const auto& line : base::split(result.err, '\n')) {
    EXPECT_TRUE(line.empty() || line == "warning: ICC support is not available") << line;
  }
}

TEST_P(Oracle, EveryFontIsEmbeddedReducedAndMapped) {
  const auto result = run("pdffonts", {path()});
  if (!result.started) {
    GTEST_SKIP() << "pdffonts is not installed";
  }
  EXPECT_EQ(result.err, "");
  const auto lines = base::split(result.out, '\n');
  ASSERT_GE(lines.size(), 4U);  // two of heading
  for (std::size_t index = 2; index + 1 < lines.size(); ++index) {
    EXPECT_THAT(lines[index], testing::ContainsRegex("CID TrueType +Identity-H +yes yes yes"));
  }
}

// Written again by other programs, the letter is the same to the inspection.
TEST_P(Oracle, InspectionFollowsWhatOthersRewrite) {
  const std::string other = folder_.path() + "/autre.pdf";
  const std::vector<std::pair<std::string, std::vector<std::string>>> programs{
      {"qpdf", {"--linearize", "--object-streams=generate", path(), other}},
      {"qpdf", {"--qdf", path(), other}},
      {"mutool", {"clean", "-gggz", path(), other}}};
  for (const auto& [program, arguments] : programs) {
    const auto result = run(program, arguments);
    if (!result.started) continue;
    const auto report = pdf::inspect(base::read_file(other).value_or(""));
    for (const auto& finding : report.findings) {
      EXPECT_NE(finding.outcome, pdf::Outcome::failed)
          << program << " : " << finding.id << testing::PrintToString(finding.details);
    }
    EXPECT_EQ(pdf::extract_words(base::read_file(other).value_or("")), pdf::extract_words(bytes_));
  }
}

INSTANTIATE_TEST_SUITE_P(PlainAndCompact, Oracle, testing::Bool());

}  // namespace
