#include "app/batch.hpp"

#include <gmock/gmock.h>

#include "project.hpp"
#include "yaml/overlay.hpp"

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

dossier::Form form() {
  base::Diagnostics diagnostics;
  return dossier::load_form(project::engine().files(), "plainte", diagnostics).value();
}

yaml::Node shared(const std::string& content) {
  base::Diagnostics diagnostics;
  return yaml::parse(content, "commun.yaml", base::Kind::dossier, diagnostics);
}

std::vector<app::BatchItem> table(const std::string& content, const yaml::Node& common = {}) {
  base::Diagnostics diagnostics;
  auto items = app::batch_of_table(form(), {"t.csv", content}, common, diagnostics);
  EXPECT_EQ(project::messages(diagnostics), "");
  return items.value_or(std::vector<app::BatchItem>{});
}

std::string text(const app::BatchItem& item, const char* path) {
  return yaml::at(item.root, path).text();
}

TEST(Batch, ARowStandsOverTheSharedCase) {
  const auto items = table("faits.date;faits.lieu;fichier\n2026-11-14;;un\n;mairie;\n",
                           shared("faits: { date: 2026-01-02, lieu: place }\n"));
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].name, "un");
  EXPECT_EQ(text(items[0], "faits.date"), "2026-11-14");
  EXPECT_EQ(text(items[0], "faits.lieu"), "place");
  EXPECT_EQ(items[1].name, "0002");
  EXPECT_EQ(text(items[1], "faits.date"), "2026-01-02");
  EXPECT_EQ(text(items[1], "faits.lieu"), "mairie");
}

TEST(Batch, FillsListsAndSeveralValues) {
  const auto items = table(
      "faits.catégories;témoins.1.nom;témoins.2.nom;témoins.2.prénom\n"
      "violences | menaces;;Roux;Ève\n",
      shared("pièces: [{ titre: photo }]\n"));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_THAT(items[0].problems.all(), IsEmpty());
  EXPECT_EQ(text(items[0], "faits.catégories.2"), "menaces");
  EXPECT_EQ(yaml::at(items[0].root, "témoins").items().size(), 1U);
  EXPECT_EQ(text(items[0], "témoins.1.nom"), "Roux");
  EXPECT_EQ(text(items[0], "témoins.1.prénom"), "Ève");
}

TEST(Batch, RefusesAWrongTitle) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(app::batch_of_table(
      form(), {"t.csv", "faits.dat;témoins.nom;faits.lieu;faits.lieu\n1;2;3;4\n"}, {},
      diagnostics));
  const std::string messages = project::messages(diagnostics);
  EXPECT_THAT(messages, HasSubstr("t.csv:1:1 "));
  EXPECT_THAT(messages, HasSubstr("« faits.date »"));
  EXPECT_THAT(messages, HasSubstr("témoins.1.nom"));
  EXPECT_THAT(messages, HasSubstr("deux fois"));
}

TEST(Batch, RefusesNamesThatLeaveTheFolderOrMeet) {
  const auto items = table("fichier;faits.lieu\n../x;a\nok;a\nOK;a\n=1;a\n");
  ASSERT_EQ(items.size(), 4U);
  EXPECT_TRUE(items[0].problems.has_errors());
  EXPECT_FALSE(items[1].problems.has_errors());
  EXPECT_TRUE(items[2].problems.has_errors());
  EXPECT_TRUE(items[3].problems.has_errors());
}

TEST(Batch, MakesGoodRowsAndPlacesTheMistakesOfTheOthers) {
  const yaml::Node common = shared(project::file("forms/exemples/plainte.yaml"));
  auto items = table("demandeur.nom;faits.date\nDupont;2026-11-14\nDurand;31/02/2026\n", common);
  ASSERT_EQ(items.size(), 2U);
  const auto make = [&](app::BatchItem& item) {
    return app::make_batch_item(project::engine(), form(), {}, {app::Format::text}, item);
  };
  const auto good = make(items[0]);
  ASSERT_EQ(good.size(), 1U) << project::messages(items[0].problems);
  EXPECT_THAT(good.front().bytes, HasSubstr("Dupont"));
  EXPECT_THAT(make(items[1]), IsEmpty());
  const std::string messages = project::messages(items[1].problems);
  EXPECT_THAT(messages, HasSubstr("t.csv:3:8 "));
  EXPECT_THAT(messages, HasSubstr("faits.date"));
  EXPECT_THAT(messages, Not(HasSubstr("31/02/2026")));
}

TEST(Batch, ReportsEachRow) {
  app::BatchResult refused;
  refused.line = 3;
  refused.state = app::BatchResult::State::refused;
  refused.problems.error(base::Kind::dossier, {"t.csv", 3}, "une case ; manque.");
  refused.problems.warning(base::Kind::dossier, {"t.csv", 3}, "à relire.");
  EXPECT_EQ(app::batch_report({{2, {"un.pdf"}, app::BatchResult::State::made, {}}, refused}),
            "\xEF\xBB\xBFligne;fichier;état;erreurs\r\n2;un.pdf;fait;\r\n"
            "3;;refusé;\"une case ; manque.\"\r\n");
}

}  // namespace
