#include "web/interview.hpp"

#include <gtest/gtest.h>

#include "dossier/write_case.hpp"
#include "site_fixture.hpp"

namespace web {
namespace {

const char* first_page = "document";

// Posts the page `bloc` of the complaint with the case carried by `page`.
Response go(const std::string& page, const std::string& bloc, const std::string& action,
            std::vector<FormValue> fields = {}) {
  std::vector<FormValue> form = {{"dossier", hidden(page, "dossier")},
                                 {"sceau", hidden(page, "sceau")},
                                 {"étape", bloc},
                                 {"action", action}};
  form.insert(form.end(), fields.begin(), fields.end());
  return respond(test_site(), post("/document/plainte", form));
}

std::string first() { return respond(test_site(), get("/document/plainte")).body; }

TEST(Interview, BeginsWithTheDayOfTheDocument) {
  const std::string page = first();
  EXPECT_EQ(hidden(page, "étape"), first_page);
  EXPECT_TRUE(holds(page, "value=\"23/11/2026\""));
}

TEST(Interview, AMissingFieldIsToldAtTheTopAndBesideIt) {
  const std::string page = go(first(), "document", "suivant",
                              {{"document.fait_à", ""}, {"document.fait_le", "31/02/2026"}})
                               .body;
  EXPECT_EQ(hidden(page, "étape"), "document");
  EXPECT_TRUE(holds(page, "<title>Erreur"));
  EXPECT_TRUE(holds(page, "href=\"#c-document.fait_à\""));
  EXPECT_TRUE(holds(page, "id=\"messages-c-document.fait_à\""));
  // What was typed is still there, although it is not a day.
  EXPECT_TRUE(holds(page, "value=\"31/02/2026\""));
}

TEST(Interview, AWrongAnswerIsKeptWhenOneGoesElsewhere) {
  const std::string review =
      go(first(), "document", "relire", {{"document.fait_le", "31/02/2026"}}).body;
  EXPECT_TRUE(holds(review, "31/02/2026"));
  EXPECT_TRUE(holds(review, "à corriger"));
  const std::string back = go(review, "", "aller:document").body;
  EXPECT_TRUE(holds(back, "value=\"31/02/2026\""));
}

TEST(Interview, PagesFollowTheConditionsOfTheForm) {
  std::string page = go(first(), "document", "suivant",
                        {{"document.fait_à", "X"}, {"document.fait_le", "1/11/2026"}})
                         .body;
  EXPECT_EQ(hidden(page, "étape"), "demandeur.1");
  EXPECT_FALSE(holds(page, "value=\"aller:candidature.1\""));
  page = go(page, "demandeur.1", "passer",
            {{"_", "demandeur.qualité"}, {"demandeur.qualité", "candidat"}})
             .body;
  EXPECT_TRUE(holds(page, "value=\"aller:candidature.1\""));
  EXPECT_FALSE(holds(page, "value=\"aller:mandat\""));
}

TEST(Interview, ItemsAreAddedFilledAndTakenAway) {
  std::string page = go(first(), "document", "aller:témoins").body;
  page = go(page, "témoins", "ajouter:témoins", {{"_", "témoins"}}).body;
  EXPECT_TRUE(holds(page, "name=\"témoins.1.nom\""));
  page = go(page, "témoins", "ajouter:témoins",
            {{"_", "témoins"}, {"_", "témoins.1"}, {"témoins.1.nom", "Un"}})
             .body;
  page = go(page, "témoins", "retirer:témoins.1",
            {{"_", "témoins"},
             {"_", "témoins.1"},
             {"témoins.1.nom", "Un"},
             {"_", "témoins.2"},
             {"témoins.2.nom", "Deux"}})
             .body;
  EXPECT_TRUE(holds(page, "value=\"Deux\""));
  EXPECT_FALSE(holds(page, "value=\"Un\""));
  EXPECT_FALSE(holds(page, "témoins.2.nom"));
}

TEST(Interview, AnUncheckedBoxIsNoLongerAnAnswer) {
  const std::string page = go(first(), "document", "aller:faits").body;
  const std::string checked =
      go(page, "faits.2", "relire", {{"_", "faits.catégories"}, {"faits.catégories", "menaces"}})
          .body;
  EXPECT_TRUE(holds(hidden(checked, "dossier"), "menaces"));
  const std::string unchecked = go(checked, "faits.2", "relire", {{"_", "faits.catégories"}}).body;
  EXPECT_FALSE(holds(hidden(unchecked, "dossier"), "menaces"));
}

TEST(Interview, APageThatDoesNotShowAFieldLeavesIt) {
  const std::string page =
      go(first(), "document", "relire", {{"document.fait_à", "Aubremont"}}).body;
  const std::string later = go(page, "faits.1", "relire", {{"faits.lieu", "la mairie"}}).body;
  EXPECT_TRUE(holds(hidden(later, "dossier"), "Aubremont"));
  EXPECT_TRUE(holds(hidden(later, "dossier"), "la mairie"));
}

TEST(Interview, WhatIsTypedIsNeverHtml) {
  const std::string page =
      go(first(), "document", "relire", {{"document.fait_à", "<script>alert(1)</script>\"'"}}).body;
  EXPECT_FALSE(holds(page, "<script>alert"));
  EXPECT_TRUE(holds(page, "&lt;script&gt;"));
}

TEST(Interview, ALongNarrativePasses) {
  std::string narrative;
  for (int i = 0; i < 60'000; ++i) narrative += "é";
  const std::string page = go(first(), "faits.4", "relire", {{"faits.récit", narrative}}).body;
  EXPECT_TRUE(holds(hidden(page, "dossier"), narrative));
}

TEST(Interview, AChangedCaseIsGivenBackAndNotUsed) {
  const std::string page = first();
  const Response response = respond(
      test_site(), post("/document/plainte", {{"dossier", hidden(page, "dossier") + "faits: {}\n"},
                                              {"sceau", hidden(page, "sceau")},
                                              {"action", "relire"}}));
  EXPECT_EQ(response.status, 409);
  EXPECT_TRUE(holds(response.body, "faits: {}"));
}

TEST(Interview, AfterARestartWhatThePageAddsIsGivenBackToo) {
  const std::string page = first();
  const Response response =
      respond(test_site(), post("/document/plainte", {{"dossier", hidden(page, "dossier")},
                                                      {"sceau", "d’une autre vie"},
                                                      {"étape", "document"},
                                                      {"document.fait_à", "Aubremont"},
                                                      {"action", "suivant"}}));
  EXPECT_EQ(response.status, 409);
  EXPECT_TRUE(holds(response.body, "Aubremont"));
}

TEST(Interview, TheCaseComesBackWithTheLineEndsOfBrowsers) {
  const std::string page = go(first(), "faits.4", "relire", {{"faits.récit", "a\r\nb"}}).body;
  std::string sent;
  for (const char c : hidden(page, "dossier"))
    sent += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const Response response =
      respond(test_site(),
              post("/document/plainte",
                   {{"dossier", sent}, {"sceau", hidden(page, "sceau")}, {"action", "relire"}}));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(hidden(response.body, "dossier"), hidden(page, "dossier"));
}

TEST(Interview, ACommuneIsKnownByItsName) {
  const auto with = [](const std::string& typed) {
    std::vector<FormValue> form = {{"étape", "collectivité.1"},
                                   {"action", "relire"},
                                   {"_", "collectivité.code_insee"},
                                   {"collectivité.code_insee", typed}};
    return respond(test_site(), post("/document/protection-commune", form)).body;
  };
  // One commune is called Nantes; several are called Saint-Denis, which stays to be chosen.
  EXPECT_TRUE(holds(hidden(with("nantes"), "dossier"), "44109"));
  const std::string several = with("Saint-Denis");
  EXPECT_TRUE(holds(hidden(several, "dossier"), "Saint-Denis"));
}

// A page is one question or one small group, whatever the form.
TEST(Interview, NoPageAsksMoreThanEightQuestions) {
  for (const dossier::Form& form : test_site().forms()) {
    const CaseState state =
        examine(test_site().directory(), form, dossier::Answer(dossier::Answer::Entries{}),
                test_site().today());
    for (const Step& step : steps(form, state, test_site().today())) {
      if (step.bloc->is_list()) continue;
      EXPECT_LE(step.fields().size(), 8u) << form.id << ' ' << step.id();
    }
  }
}

TEST(Interview, APageWithoutAQuestionToAskIsLeftOut) {
  const std::string page = go(first(), "document", "aller:demandeur").body;
  EXPECT_FALSE(holds(page, "value=\"aller:demandeur.3\""));
  const std::string family =
      go(page, "demandeur.1", "relire", {{"demandeur.qualité", "famille"}}).body;
  EXPECT_TRUE(holds(family, "value=\"aller:demandeur.3\""));
}

// The address of the commune is asked by an answer of the last page, once it is given.
TEST(Interview, WhatTheLastPageCallsForIsAskedBeforeTheReview) {
  const std::string page =
      respond(test_site(),
              post("/reprendre",
                   {{"fichier", test_site().files().read("forms/exemples/plainte.yaml").value()},
                    {"document", "plainte"}}))
          .body;
  std::string sealed = hidden(page, "dossier");
  const auto begin = sealed.find("collectivité:");
  ASSERT_NE(begin, std::string::npos);
  sealed.erase(begin, sealed.find("\nparquet:") + 1 - begin);
  const Response next =
      respond(test_site(), post("/document/plainte", {{"dossier", sealed},
                                                      {"sceau", test_site().seal().of(sealed)},
                                                      {"étape", "plainte.3"},
                                                      {"action", "suivant"}}));
  EXPECT_EQ(hidden(next.body, "étape"), "collectivité.1");
  EXPECT_EQ(hidden(next.body, "rattrapage"), "oui");
  EXPECT_FALSE(holds(next.body, "<title>Erreur"));
}

TEST(Interview, EveryAnswerOfTheReviewLeadsToItsField) {
  const std::string review =
      go(first(), "document", "relire", {{"document.fait_à", "Aubremont"}}).body;
  EXPECT_TRUE(holds(review, "formaction=\"/document/plainte#c-document.fait_à\""));
  const std::string back = go(review, "", "aller:document.fait_à").body;
  EXPECT_TRUE(holds(back, "id=\"c-document.fait_à\""));
}

TEST(Interview, OddActionsDoNoHarm) {
  for (const char* action : {"", "ajouter:", "ajouter:x.y.z", "retirer:témoins.99", "retirer:",
                             "aller:nulle-part", "ajouter:document.fait_le.1", "inconnu:x"}) {
    const Response response = go(first(), "document", action, {{"document.fait_à", "X"}});
    EXPECT_EQ(response.status, 200) << action;
    EXPECT_TRUE(holds(hidden(response.body, "dossier"), "fait_à: \"X\"")) << action;
  }
  EXPECT_EQ(go(first(), "étape-inconnue", "suivant").status, 200);
}

}  // namespace
}  // namespace web
