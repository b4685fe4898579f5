#include "law/deadline_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/files.hpp"

namespace {

using Json = nlohmann::json;

class DeadlineJson : public ::testing::Test {
 protected:
  law::Deadline deadline(const std::string& rule, const char* start) {
    law::Question question;
    question.rule = rule;
    if (start != nullptr) question.start = law::parse_moment(start);
    auto result = evaluate(question, rules, diagnostics);
    EXPECT_TRUE(result);
    return result.value_or(law::Deadline{});
  }
  base::DiskFiles files{EGIDE_SOURCE_DIR};
  law::DeadlineRules rules{files};
  base::Diagnostics diagnostics;
};

std::string cite(std::string_view id) { return "article de " + std::string(id); }

TEST_F(DeadlineJson, CalculGivesTheAgreedKeys) {
  const Json json =
      Json::parse(law::calcul_json(deadline("depot-depenses-securite", "2026-03-15"), cite));
  EXPECT_EQ(json["echeance"], "2026-05-22");
  EXPECT_EQ(json["heure"], "18:00");
  EXPECT_EQ(json["base"], "article de code-electoral/L52-18-3");
  EXPECT_TRUE(json["report"].is_null());
  ASSERT_TRUE(json["etapes"].is_array());
  EXPECT_FALSE(json["etapes"].empty());
}

TEST_F(DeadlineJson, AbsentIsNull) {
  const Json json = Json::parse(law::calcul_json(deadline("ancien-elu", "2026-03-22"), cite));
  EXPECT_TRUE(json["heure"].is_null());
  const Json unknown = Json::parse(law::calcul_json(deadline("ancien-elu", nullptr), cite));
  EXPECT_TRUE(unknown["echeance"].is_null());
  EXPECT_EQ(unknown["manque"], Json::array({"mandat.fin"}));
  law::FreeCount request;
  request.length = "5 jours francs";
  request.start = *law::parse_moment("2026-11-23");
  const auto free = count_freely(request, rules, diagnostics);
  EXPECT_TRUE(Json::parse(law::calcul_json(*free, cite))["base"].is_null());
}

TEST_F(DeadlineJson, ReportSaysWhy) {
  const Json json =
      Json::parse(law::calcul_json(deadline("recours-contentieux", "2007-10-01"), cite));
  EXPECT_EQ(json["echeance"], "2007-12-03");
  EXPECT_EQ(json["report"], "le 2\u00A0décembre\u00A02007 est un dimanche");
}

TEST_F(DeadlineJson, DelaisGiveTheAgreedKeys) {
  const Json list = Json::parse(law::delais_json(
      {deadline("information-conseil", "2026-11-23"), deadline("ancien-elu", nullptr)}, cite));
  ASSERT_EQ(list.size(), 2U);
  for (const Json& each : list) {
    for (const char* key :
         {"id", "libelle", "echeance", "heure", "qui", "base", "etapes", "perdu"}) {
      EXPECT_TRUE(each.contains(key)) << key;
    }
  }
  EXPECT_EQ(list[0]["autres_lectures"][0]["echeance"], "2026-12-03");
  EXPECT_EQ(list[0]["conseil"]["date"], "2026-11-27");
  EXPECT_EQ(list[0]["confiance"], "probable");
}

TEST_F(DeadlineJson, FeriesAreDatesAndNames) {
  const auto& holidays = rules.holidays(diagnostics);
  const Json list = Json::parse(law::feries_json(holidays.of_year(2026, "metropole")));
  ASSERT_EQ(list.size(), 11U);
  EXPECT_EQ(list[0], (Json{{"date", "2026-01-01"}, {"nom", "Jour de l’an"}}));
  EXPECT_EQ(list[4]["date"], "2026-05-14");
}

}  // namespace
