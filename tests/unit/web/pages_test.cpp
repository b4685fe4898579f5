#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "site_fixture.hpp"
#include "web/deadline_view.hpp"

namespace web {
namespace {

std::string example(const std::string& name) {
  return test_site().files().read("forms/exemples/" + name + ".yaml").value();
}

Response resumed(const std::string& content, const std::string& document) {
  return respond(test_site(), post("/reprendre", {{"fichier", content}, {"document", document}}));
}

TEST(Pages, ACaseBroughtBackIsReadyToDownload) {
  const Response review = resumed(example("plainte"), "plainte");
  ASSERT_EQ(review.status, 200);
  EXPECT_TRUE(holds(review.body, "Marchetti"));
  EXPECT_FALSE(holds(review.body, "Le dossier n’est pas complet"));
  const std::vector<FormValue> sealed = {{"dossier", hidden(review.body, "dossier")},
                                         {"sceau", hidden(review.body, "sceau")}};
  for (const auto& [format, beginning] :
       std::vector<std::pair<std::string, std::string>>{{"pdf", "%PDF-"},
                                                        {"docx", "PK"},
                                                        {"zip", "PK"},
                                                        {"ics", "BEGIN:VCALENDAR"},
                                                        {"yaml", "document:"},
                                                        {"html", "<!DOCTYPE html>"}}) {
    std::vector<FormValue> form = sealed;
    form.push_back({"format", format});
    const Response file = respond(test_site(), post("/document/plainte/telecharger", form));
    EXPECT_EQ(file.status, 200) << format;
    EXPECT_EQ(file.body.substr(0, beginning.size()), beginning) << format;
  }
}

TEST(Pages, AFileThatIsNotACaseIsRefusedWithTheReason) {
  EXPECT_TRUE(holds(resumed("a: [", "plainte").body, "Ce dossier n’a pas pu être repris"));
  EXPECT_TRUE(holds(resumed("- liste", "plainte").body, "n’est pas un dossier"));
  EXPECT_TRUE(holds(resumed("faits:\n  date_publiction: x\n", "plainte").body, "date_publiction"));
  EXPECT_TRUE(holds(resumed("", "plainte").body, "Choisissez le fichier"));
  EXPECT_TRUE(holds(resumed("a: b", "inconnu").body, "Choisissez le document"));
}

TEST(Pages, AnIncompleteCaseGivesADraftOnly) {
  const Response review = resumed("document:\n  fait_à: X\n", "plainte");
  EXPECT_TRUE(holds(review.body, "Le dossier n’est pas complet"));
  EXPECT_TRUE(holds(review.body, "À COMPLÉTER"));
  std::vector<FormValue> form = {{"dossier", hidden(review.body, "dossier")},
                                 {"sceau", hidden(review.body, "sceau")},
                                 {"format", "pdf"}};
  EXPECT_EQ(respond(test_site(), post("/document/plainte/telecharger", form)).status, 422);
  form.back().value = "brouillon-pdf";
  EXPECT_EQ(respond(test_site(), post("/document/plainte/telecharger", form)).body.substr(0, 5),
            "%PDF-");
}

// Article 65 of the act of 29 July 1881: three months from the first publication; 23 August 2026
// gives 23 November 2026, the day of the test.
TEST(Pages, TheFirstDeadlineOfADefamation) {
  const Response page =
      respond(test_site(), post("/situation/diffamation", {{"faits", "23 août 2026"}}));
  EXPECT_TRUE(holds(page.body, "23\u00A0novembre\u00A02026"));
  EXPECT_TRUE(holds(page.body, "c’est aujourd’hui"));
}

TEST(Pages, DeadlinesAreComputedAndMistakesTold) {
  // Five clear days from Monday 23 November 2026: neither the first day nor the last one count,
  // so the last is Saturday 28; the act may be done on the 29th, a Sunday.
  const Response page = respond(
      test_site(), post("/delais", {{"duree", "5 jours francs"}, {"depuis", "23/11/2026"}}));
  EXPECT_TRUE(holds(page.body, "29\u00A0novembre\u00A02026"));
  const Response wrong = respond(test_site(), post("/delais", {{"depuis", "x"}}));
  EXPECT_TRUE(holds(wrong.body, "<title>Erreur"));
  EXPECT_TRUE(holds(wrong.body, "href=\"#depuis\""));
}

TEST(Pages, TheTimelinePutsTodayAmongTheDays) {
  const auto dated = [](const char* iso) {
    law::Deadline deadline;
    if (iso != nullptr) deadline.date = calendar::parse_iso(iso).value();
    return deadline;
  };
  const auto order = [&](const std::vector<law::Deadline>& deadlines) {
    std::string marks;
    for (const Record& record : timeline_records(deadlines, test_site().today())) {
      for (const auto& [name, value] : record) {
        if (name == "aujourdhui") marks += std::get<bool>(value.data) ? 'A' : 'd';
      }
    }
    return marks;
  };
  EXPECT_EQ(order({}), "");
  EXPECT_EQ(order({dated(nullptr)}), "");
  EXPECT_EQ(order({dated("2026-11-24"), dated(nullptr), dated("2026-11-22")}), "dAd");
  EXPECT_EQ(order({dated("2026-11-23")}), "Ad");
  EXPECT_EQ(order({dated("2026-11-22")}), "dA");
}

TEST(Pages, AnAffairIsShownFromAFileAndGivenBackWhole) {
  const Response affair = respond(test_site(), post("/affaire", {{"fichier", example("affaire")}}));
  EXPECT_TRUE(holds(affair.body, "class=\"frise\""));
  EXPECT_TRUE(holds(affair.body, "Comment cette date est calculée"));
  std::vector<FormValue> form = {{"dossier", hidden(affair.body, "dossier")},
                                 {"sceau", hidden(affair.body, "sceau")},
                                 {"format", "ics"}};
  const Response calendar = respond(test_site(), post("/affaire/telecharger", form));
  EXPECT_EQ(calendar.body.substr(0, 15), "BEGIN:VCALENDAR");
  form[1].value = "faux";
  EXPECT_EQ(respond(test_site(), post("/affaire/telecharger", form)).status, 422);
  const Response wrong = respond(test_site(), post("/affaire", {{"fichier", "a: ["}}));
  EXPECT_TRUE(holds(wrong.body, "<title>Erreur"));
}

TEST(Pages, TheLawSaysWhatChanged) {
  const Response page = respond(test_site(), get("/droit/changements"));
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page.body, "href=\"/droit/cgct%2FL2123-35\"") ||
              holds(page.body, "href=\"/droit/cgct/L2123-35\""));
}

TEST(Pages, UnknownAddressesAreSaid) {
  for (const char* path : {"/x", "/document/x", "/document/", "/document/plainte/x", "/situation/x",
                           "/droit/x", "/droit/../../forms", "/fichiers/style.css", "/affaire"}) {
    EXPECT_EQ(respond(test_site(), get(path)).status, 404) << path;
  }
}

TEST(Pages, AssetsMayBeKeptByTheBrowser) {
  for (const Asset& asset : test_site().assets()) {
    const Response response = respond(test_site(), get(asset.address));
    EXPECT_EQ(response.body, asset.content);
    EXPECT_TRUE(std::any_of(response.headers.begin(), response.headers.end(), [](const auto& h) {
      return h.first == "Cache-Control" && holds(h.second, "immutable");
    }));
  }
}

TEST(Pages, WhenEveryEngineIsAtWorkTheAnswerIs503) {
  const auto taken = test_site().engine();
  EXPECT_EQ(respond(test_site(), get("/delais")).status, 503);
  EXPECT_EQ(respond(test_site(), get("/")).status, 200);
}

Request yaml_post(const std::string& path, const std::string& body) {
  Request request = post(path, {});
  request.headers["content-type"] = "application/yaml";
  request.body = body;
  const auto question = path.find('?');
  request.path = path.substr(0, question);
  if (question != std::string::npos) request.query = {{"format", path.substr(question + 8)}};
  return request;
}

TEST(Api, VerifiesAndGenerates) {
  const auto good = nlohmann::json::parse(
      respond(test_site(), yaml_post("/api/verifier/plainte", example("plainte"))).body);
  EXPECT_TRUE(good["valable"].get<bool>());
  const auto bad = nlohmann::json::parse(
      respond(test_site(), yaml_post("/api/verifier/plainte", "faits:\n  date: x\n")).body);
  EXPECT_FALSE(bad["valable"].get<bool>());
  EXPECT_TRUE(std::any_of(bad["messages"].begin(), bad["messages"].end(), [](const auto& each) {
    return each["champ"] == "faits.date" && each["ligne"] == 2;
  }));
  const Response pdf =
      respond(test_site(), yaml_post("/api/generer/plainte?format=pdf", example("plainte")));
  EXPECT_EQ(pdf.body.substr(0, 5), "%PDF-");
  EXPECT_EQ(respond(test_site(), yaml_post("/api/generer/plainte?format=exe", "a: b")).status, 400);
  EXPECT_EQ(respond(test_site(), yaml_post("/api/generer/plainte?format=pdf", "a: b")).status, 422);
  EXPECT_EQ(respond(test_site(), yaml_post("/api/generer/plainte", "a: b")).status, 400);
  EXPECT_EQ(respond(test_site(), get("/api/generer/plainte")).status, 405);
  EXPECT_EQ(respond(test_site(), yaml_post("/api/verifier/plinte", "a: b")).status, 404);
}

TEST(Api, SuggestsCommunesWithTheirDepartment) {
  Request request = get("/api/communes");
  request.query = {{"nom", "saint-denis"}};
  const auto found = nlohmann::json::parse(respond(test_site(), request).body);
  ASSERT_GE(found.size(), 2u);
  EXPECT_NE(found[0]["departement"], found[1]["departement"]);
}

// Every address that the description names answers as it says, and no other exists.
TEST(Api, TheDescriptionIsThatOfTheServer) {
  const auto description =
      nlohmann::json::parse(respond(test_site(), get("/api/openapi.json")).body);
  EXPECT_EQ(description["openapi"], "3.0.3");
  std::set<std::string> described;
  for (const auto& [path, methods] : description["paths"].items()) {
    described.insert(path);
    std::string real = path;
    if (const auto at = real.find("{id}"); at != std::string::npos) real.replace(at, 4, "plainte");
    for (const auto& [method, operation] : methods.items()) {
      Request request = method == "post" ? yaml_post(real, example("plainte")) : get(real);
      for (const auto& parameter : operation.value("parameters", nlohmann::json::array())) {
        if (parameter["in"] == "query" && parameter.contains("example")) {
          request.query.push_back({parameter["name"], parameter["example"]});
        }
      }
      const Response response = respond(test_site(), request);
      EXPECT_EQ(response.status, 200) << method << ' ' << path << ' ' << response.body;
      const auto& types = operation["responses"]["200"]["content"];
      EXPECT_TRUE(types.contains(response.type.substr(0, response.type.find(';')))) << path;
    }
  }
  const std::set<std::string> served = {
      "/api/documents", "/api/schema/{id}", "/api/verifier/{id}", "/api/generer/{id}",
      "/api/delais",    "/api/calcul",      "/api/communes",      "/api/openapi.json"};
  EXPECT_EQ(described, served);
}

}  // namespace
}  // namespace web
