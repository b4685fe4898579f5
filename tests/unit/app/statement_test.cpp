#include <gmock/gmock.h>

#include "project.hpp"

// What the statement of expenses checks of its sums.
namespace {

using testing::HasSubstr;
using testing::Not;

std::string said(const std::string& content) {
  base::Diagnostics diagnostics;
  EXPECT_TRUE(
      app::prepare(project::engine(), "depenses-securite", {"d.yaml", content}, {}, diagnostics));
  return project::messages(diagnostics);
}

const char* const one_nature = "forms/exemples/depenses-securite-une-nature.yaml";
const char* const ceiling = "dépasse le plafond";
const char* const sum = "n’est pas la somme";

TEST(Statement, SaysNothingOfRightSums) {
  const std::string messages = said(project::file(one_nature));
  EXPECT_THAT(messages, Not(HasSubstr(ceiling)));
  EXPECT_THAT(messages, Not(HasSubstr(sum)));
}

TEST(Statement, WarnsOfAnInvoiceWhoseSumIsWrongByOneCent) {
  const std::string content = project::file("forms/exemples/depenses-securite-a-revoir.yaml");
  EXPECT_THAT(said(content), Not(HasSubstr(sum)));
  const std::string messages = said(project::with(content, "\"1080,00\"", "\"1080,01\""));
  EXPECT_THAT(messages, HasSubstr("avertissement"));
  EXPECT_THAT(messages, HasSubstr(sum));
}

// R. 39-13 of the code électoral: 15 000 € at level 1, 75 000 € at level 2.
TEST(Statement, WarnsOfATotalAboveTheCeilingOfItsLevel) {
  std::string content = project::file("forms/exemples/depenses-securite-a-revoir.yaml");
  const auto with_total = [&](const std::string& net, const std::string& gross) {
    std::string changed = project::with(content, "\"2150,00\"", net);
    return project::with(changed, "\"2580,00\"", gross);
  };
  // 1 080,00 + 13 920,00 = 15 000,00
  EXPECT_THAT(said(with_total("\"13490,00\"", "\"13920,00\"")), Not(HasSubstr(ceiling)));
  EXPECT_THAT(said(with_total("\"13490,01\"", "\"13920,01\"")), HasSubstr(ceiling));
  content = project::with(content, "niveau: niveau_1", "niveau: niveau_2");
  EXPECT_THAT(said(with_total("\"13490,01\"", "\"13920,01\"")), Not(HasSubstr(ceiling)));
  EXPECT_THAT(said(with_total("\"73490,01\"", "\"73920,01\"")), HasSubstr(ceiling));
}

}  // namespace
