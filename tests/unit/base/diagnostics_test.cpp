#include "base/diagnostics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::Diagnostics;
using base::Kind;

TEST(Diagnostics, WarningsAreNotErrors) {
  Diagnostics list;
  EXPECT_TRUE(list.empty());
  list.warning(Kind::dossier, {}, "attention");
  EXPECT_FALSE(list.empty());
  EXPECT_FALSE(list.has_errors());
  EXPECT_EQ(list.exit_status(), 0);
}

TEST(Diagnostics, EachKindHasItsDocumentedStatus) {
  EXPECT_EQ(base::exit_status(Kind::internal), 1);
  EXPECT_EQ(base::exit_status(Kind::usage), 2);
  EXPECT_EQ(base::exit_status(Kind::dossier), 3);
  EXPECT_EQ(base::exit_status(Kind::content), 4);
  EXPECT_EQ(base::exit_status(Kind::tool), 5);
  EXPECT_EQ(base::exit_status(Kind::output), 6);
}

// internal, content, tool, output, dossier, usage: from the gravest.
TEST(Diagnostics, StatusIsThatOfTheGravestKind) {
  Diagnostics list;
  const auto status_with = [&](Kind kind) {
    list.error(kind, {}, "erreur");
    return list.exit_status();
  };
  EXPECT_EQ(status_with(Kind::usage), 2);
  EXPECT_EQ(status_with(Kind::dossier), 3);
  EXPECT_EQ(status_with(Kind::output), 6);
  EXPECT_EQ(status_with(Kind::tool), 5);
  EXPECT_EQ(status_with(Kind::content), 4);
  EXPECT_EQ(status_with(Kind::internal), 1);
  EXPECT_EQ(status_with(Kind::usage), 1);
}

TEST(Diagnostics, AGraveWarningDoesNotHideALighterError) {
  Diagnostics list;
  list.warning(Kind::internal, {}, "avertissement");
  list.error(Kind::dossier, {}, "erreur");
  EXPECT_EQ(list.exit_status(), 3);
}

TEST(Diagnostics, SortsByPlaceThenAsFoundAndKeepsEqualMessagesOnce) {
  Diagnostics list;
  list.error(Kind::dossier, {"b.yaml", 1, 1}, "b");
  list.error(Kind::dossier, {"a.yaml", 10, 2}, "dixième");
  list.error(Kind::dossier, {"a.yaml", 9, 7}, "neuvième, loin");
  list.error(Kind::dossier, {"a.yaml", 9, 2}, "neuvième");
  list.error(Kind::dossier, {"a.yaml", 9, 2}, "neuvième");
  list.error(Kind::dossier, {"a.yaml", 9, 2}, "autre");
  std::vector<std::string> messages;
  for (const auto& one : list.sorted()) messages.push_back(one.message);
  EXPECT_THAT(messages,
              testing::ElementsAre("neuvième", "autre", "neuvième, loin", "dixième", "b"));
  EXPECT_EQ(list.all().size(), 6U);
  EXPECT_EQ(list.all()[0].message, "b");
}

TEST(Diagnostics, SayWhereWhatAndHow) {
  base::Diagnostic one;
  one.position = {"dossier.yaml", 12, 3};
  one.message = "La date est postérieure à aujourd’hui.";
  EXPECT_EQ(base::to_string(one),
            "dossier.yaml:12:3 : erreur : La date est postérieure à aujourd’hui.");
  one.field = "faits.date";
  one.hint = "Corrigez l’année.";
  one.severity = base::Severity::warning;
  one.position.column = 0;
  EXPECT_EQ(base::to_string(one),
            "dossier.yaml:12 : avertissement : [faits.date] La date est postérieure à "
            "aujourd’hui. Corrigez l’année.");
  one.position = {};
  one.field.clear();
  one.hint.clear();
  EXPECT_EQ(base::to_string(one), "avertissement : La date est postérieure à aujourd’hui.");
}

}  // namespace
