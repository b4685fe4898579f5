#include <algorithm>

#include "base/text.hpp"
#include "dossier/scalar.hpp"
#include "law/evaluate.hpp"
#include "web/deadline_view.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"

namespace web {
namespace {

Record document_record(const dossier::Form& form) {
  return {{"id", text(form.id)},
          {"titre", prose(form.title)},
          {"pour", prose(form.audience)},
          {"description", prose(form.description)}};
}

std::vector<Record> situation_documents(const Site& site, const Situation& situation) {
  std::vector<Record> records;
  for (const SituationDocument& document : situation.documents) {
    const dossier::Form* form = site.form(document.id);
    if (form == nullptr) continue;
    Record record = document_record(*form);
    record.emplace_back("quand", prose(document.when));
    records.push_back(std::move(record));
  }
  return records;
}

// The deadlines that run from the day of the facts, the nearest first.
std::vector<Record> first_deadlines(const Site& site, const Situation& situation,
                                    calendar::Date facts) {
  const auto engine = site.engine();
  base::Diagnostics diagnostics;
  std::vector<law::Deadline> found;
  for (const std::string& rule : situation.rules) {
    law::Question question;
    question.rule = rule;
    question.start = law::Moment{facts, std::nullopt};
    auto deadline = law::evaluate(question, engine->rules(), diagnostics);
    if (deadline && deadline->date) found.push_back(std::move(*deadline));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return *a.date < *b.date; });
  return deadline_records(found, engine->law(), site.today(), diagnostics);
}

}  // namespace

Response home_page(const Site& site) {
  std::vector<Record> situations;
  for (const Situation& situation : site.situations().all) {
    situations.push_back({{"id", text(situation.id)},
                          {"titre", prose(situation.title)},
                          {"description", prose(situation.description)}});
  }
  return page(site, {"Que s’est-il passé\u202F?", "/", 200}, "accueil",
              {{"situations", list(std::move(situations))}});
}

Response situation_page(const Site& site, const std::string& id, const Request& request) {
  const Situation* situation = site.situations().find(id);
  if (situation == nullptr) return not_found_page(site);
  std::vector<Record> gestures;
  for (const std::string& gesture : situation->gestures) {
    gestures.push_back({{"phrase", prose(gesture)}});
  }
  const std::string typed(base::trim(request.form_value("faits")));
  std::string problem;
  std::vector<Record> deadlines;
  if (request.method == "POST") {
    const auto parsed = dossier::parse_date(typed);
    if (typed.empty()) {
      problem = "La date des faits manque.";
    } else if (!parsed.value) {
      problem = parsed.problem;
    } else if (*parsed.value > site.today()) {
      problem = "Cette date est à venir.";
    } else {
      deadlines = first_deadlines(site, *situation, *parsed.value);
    }
  }
  const std::string title = situation->title;
  return page(site, {(problem.empty() ? "" : "Erreur – ") + title, "/", 200}, "situation",
              {{"id", text(situation->id)},
               {"titre", prose(title)},
               {"gestes", list(std::move(gestures))},
               {"documents", list(situation_documents(site, *situation))},
               {"a_délais", Value(!situation->rules.empty())},
               {"faits", text(typed)},
               {"problème", prose(problem)},
               {"échéances", list(std::move(deadlines))}});
}

Response documents_page(const Site& site) {
  std::vector<Record> documents;
  for (const dossier::Form& form : site.forms()) documents.push_back(document_record(form));
  return page(site, {"Tous les documents", "/documents", 200}, "documents",
              {{"documents", list(std::move(documents))}});
}

Response not_found_page(const Site& site) {
  return message_page(site, 404, "Page introuvable",
                      "Cette adresse ne mène à aucune page. Rien n’est perdu : revenez à "
                      "l’accueil, ou à la page précédente.");
}

Response text_page(const Site& site, const std::string& name, const std::string& title) {
  return page(site, {title, {}, 200}, name, {{"version", text(site.version())}});
}

}  // namespace web
