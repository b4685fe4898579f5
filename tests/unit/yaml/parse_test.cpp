#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "yaml/node.hpp"

namespace {

using base::Diagnostics;
using base::Kind;
using testing::HasSubstr;

yaml::Node read(std::string_view text, Diagnostics& diagnostics) {
  return yaml::parse(text, "essai.yaml", Kind::dossier, diagnostics);
}

std::string only_message(std::string_view text) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read(text, diagnostics).absent());
  EXPECT_EQ(diagnostics.all().size(), 1U);
  return diagnostics.empty() ? "" : base::to_string(diagnostics.all().front());
}

TEST(Parse, KeepsTextsAsTypedAndTheirPlaces) {
  Diagnostics diagnostics;
  const auto root = read("maire:\n  code_postal: 01000\n  oui: NO\n  vide:\n", diagnostics);
  ASSERT_TRUE(diagnostics.empty());
  const auto& mayor = root["maire"];
  EXPECT_EQ(mayor["code_postal"].text(), "01000");
  EXPECT_EQ(mayor["oui"].text(), "NO");
  EXPECT_TRUE(mayor["vide"].absent());
  EXPECT_EQ(mayor["code_postal"].position().line, 2);
  EXPECT_EQ(mayor["code_postal"].position().column, 16);
  EXPECT_EQ(mayor.find("oui")->position().line, 3);
  EXPECT_EQ(mayor.find("oui")->position().column, 3);
}

TEST(Parse, DistinguishesNothingFromAnEmptyText) {
  Diagnostics diagnostics;
  const auto root = read("a: \"\"\nb: ~\nc: null\nd: 'null'\n", diagnostics);
  EXPECT_TRUE(root["a"].is_scalar());
  EXPECT_TRUE(root["b"].absent());
  EXPECT_TRUE(root["c"].absent());
  EXPECT_EQ(root["d"].text(), "null");
}

TEST(Parse, NormalisesToComposedForm) {
  Diagnostics diagnostics;
  const auto root = read("pre\xCC\x81nom: He\xCC\x81le\xCC\x80ne\n", diagnostics);
  EXPECT_EQ(root["prénom"].text(), "Hélène");
}

TEST(Parse, RefusesWhatIsNotPlain) {
  EXPECT_THAT(only_message("a: &x 1\n"), HasSubstr("ancres"));
  EXPECT_THAT(only_message("a: *x\n"), HasSubstr("erreur"));
  EXPECT_THAT(only_message("a: !!int 3\n"), HasSubstr("types YAML"));
  EXPECT_THAT(only_message("a: 1\na: 2\n"), HasSubstr("essai.yaml:2:1"));
  EXPECT_THAT(only_message("a: 1\n---\nb: 2\n"), HasSubstr("deuxième document"));
  EXPECT_THAT(only_message("? [a]\n: 1\n"), HasSubstr("simple texte"));
  EXPECT_THAT(only_message("objet: plainte: menaces\n"), HasSubstr("entre guillemets"));
  EXPECT_THAT(only_message("a: caf\xC3\x28\n"), HasSubstr("essai.yaml:1:7"));
}

TEST(Parse, BoundsDepth) {
  const std::string deep = std::string(500, '[') + std::string(500, ']');
  EXPECT_THAT(only_message(deep), HasSubstr("profondément"));
}

TEST(Parse, BoundsTheNumberOfValues) {
  Diagnostics diagnostics;
  yaml::Limits limits;
  limits.nodes = 10;
  std::string many = "[";
  for (int i = 0; i < 20; ++i) many += "1,";
  const auto root = yaml::parse(many + "1]", "essai.yaml", Kind::dossier, diagnostics, limits);
  EXPECT_TRUE(root.absent());
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(Keys, UnknownOnesAreAllReportedWithTheNearest) {
  Diagnostics diagnostics;
  const auto root = read("date_publiction: 1\nautre: 2\n", diagnostics);
  EXPECT_FALSE(yaml::check_keys(root, {"date_publication"}, Kind::dossier, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 2U);
  EXPECT_THAT(diagnostics.all()[0].hint, HasSubstr("date_publication"));
  EXPECT_EQ(diagnostics.exit_status(), 3);
}

TEST(Access, ReportsTheWrongShape) {
  Diagnostics diagnostics;
  const auto root = read("n: 08\nm: 12abc\no: oui\np: yes\nl: [a, b]\n", diagnostics);
  EXPECT_EQ(yaml::integer(root["n"], Kind::content, diagnostics), 8);
  EXPECT_FALSE(yaml::integer(root["m"], Kind::content, diagnostics).has_value());
  EXPECT_EQ(yaml::yes_no(root["o"], Kind::content, diagnostics), true);
  EXPECT_FALSE(yaml::yes_no(root["p"], Kind::content, diagnostics).has_value());
  EXPECT_EQ(yaml::text_list(root["l"], Kind::content, diagnostics).size(), 2U);
  EXPECT_EQ(yaml::required_text(root, "absent", Kind::content, diagnostics), "");
  EXPECT_EQ(diagnostics.all().size(), 3U);
}

}  // namespace
