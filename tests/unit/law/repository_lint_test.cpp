// The law database of this repository, as it stands, has no error.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law/lint.hpp"

namespace {

constexpr int least_articles = 250;  // a folder read from the wrong place would hold none
constexpr int least_offences = 75;

TEST(RepositoryLaw, HasNoError) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  law::LintOptions options;
  options.today = *calendar::parse_iso("2026-11-23");
  base::Diagnostics diagnostics;
  const law::LintReport report = law::lint(files, options, diagnostics);
  for (const base::Diagnostic& one : diagnostics.sorted()) {
    EXPECT_NE(one.severity, base::Severity::error) << base::to_string(one);
  }
  EXPECT_GE(report.articles, least_articles);
  EXPECT_GE(report.offences, least_offences);
  EXPECT_GT(report.citations, report.articles);
}

}  // namespace
