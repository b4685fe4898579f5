#include "app/checked_pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/inspect.hpp"
#include "project.hpp"
#include "unit/pdf/sample_pages.hpp"

namespace {

TEST(CheckedPdf, SaysPdfUaBecauseTheInspectionPassed) {
  base::Diagnostics diagnostics;
  const auto bytes = app::checked_pdf(sample::letter(), {}, diagnostics);
  ASSERT_TRUE(bytes) << project::messages(diagnostics);
  EXPECT_THAT(*bytes, testing::HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
  EXPECT_EQ(pdf::inspect(*bytes).find("declaration")->outcome, pdf::Outcome::passed);
}

TEST(CheckedPdf, RefusesAPdfThatFailsNamingTheRuleAndGivesNoByte) {
  auto pages = sample::letter();
  for (auto& element : pages.structure) {
    if (element.role == sample::Role::heading1) element.role = sample::Role::heading3;
  }
  base::Diagnostics diagnostics;
  EXPECT_FALSE(app::checked_pdf(pages, {}, diagnostics));
  EXPECT_EQ(diagnostics.exit_status(), 6);
  EXPECT_THAT(project::messages(diagnostics),
              testing::AllOf(testing::HasSubstr("« titres »"), testing::HasSubstr("14-002"),
                             testing::HasSubstr("Rien n’est écrit")));
}

TEST(CheckedPdf, TellsEveryRuleThatFails) {
  auto pages = sample::letter();
  for (auto& element : pages.structure) {
    if (element.role == sample::Role::heading1) element.role = sample::Role::heading3;
    element.alternative.clear();
    element.scope = typeset::Scope::none;
  }
  base::Diagnostics diagnostics;
  EXPECT_FALSE(app::checked_pdf(pages, {}, diagnostics));
  EXPECT_THAT(project::messages(diagnostics),
              testing::AllOf(testing::HasSubstr("« titres »"),
                             testing::HasSubstr("« figures-alternative »"),
                             testing::HasSubstr("« tableaux-entetes »")));
}

}  // namespace
