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

// What the user typed for one of the dates of a situation.
struct TypedDate {
  const SituationDate* asked = nullptr;
  std::string typed, problem;
  std::optional<calendar::Date> day;
};

std::vector<TypedDate> typed_dates(const Situation& situation, const Request& request,
                                   calendar::Date today) {
  std::vector<TypedDate> dates;
  bool none = true;
  for (const SituationDate& asked : situation.dates) {
    TypedDate date{&asked, std::string(base::trim(request.form_value(asked.id))), {}, {}};
    if (!date.typed.empty()) {
      none = false;
      const auto parsed = dossier::parse_date(date.typed);
      if (!parsed.value) {
        date.problem = parsed.problem;
      } else if (*parsed.value > today && !asked.may_come) {
        date.problem = "Cette date est à venir.";
      } else {
        date.day = parsed.value;
      }
    }
    dates.push_back(std::move(date));
  }
  if (none && !dates.empty() && request.method == "POST") dates.front().problem = "La date manque.";
  return dates;
}

// The deadlines that run from these days, the nearest first.
std::vector<law::Deadline> first_deadlines(app::Engine& engine, const std::vector<TypedDate>& dates,
                                           base::Diagnostics& diagnostics) {
  std::vector<law::Deadline> found;
  for (const TypedDate& date : dates) {
    if (!date.day) continue;
    for (const std::string& rule : date.asked->rules) {
      law::Question question;
      question.rule = rule;
      question.start = law::Moment{*date.day, std::nullopt};
      auto deadline = law::evaluate(question, engine.rules(), diagnostics);
      if (deadline && deadline->date) found.push_back(std::move(*deadline));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return *a.date < *b.date; });
  return found;
}

std::vector<Record> date_records(const std::vector<TypedDate>& dates) {
  std::vector<Record> records;
  for (const TypedDate& date : dates) {
    records.push_back({{"champ", text(date.asked->id)},
                       {"question", prose(date.asked->title)},
                       {"valeur", text(date.typed)},
                       {"problème", prose(date.problem)}});
  }
  return records;
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
  const auto dates = typed_dates(*situation, request, site.today());
  const bool refused = std::any_of(dates.begin(), dates.end(),
                                   [](const TypedDate& date) { return !date.problem.empty(); });
  std::vector<Record> deadlines, timeline;
  if (std::any_of(dates.begin(), dates.end(), [](const TypedDate& date) { return date.day; })) {
    const auto engine = site.engine();
    base::Diagnostics diagnostics;
    const auto found = first_deadlines(*engine, dates, diagnostics);
    deadlines = deadline_records(found, engine->law(), site.today(), diagnostics);
    timeline = timeline_records(found, site.today());
  }
  const std::string title = situation->title;
  return page(site, {(refused ? "Erreur – " : "") + title, "/", 200}, "situation",
              {{"id", text(situation->id)},
               {"titre", prose(title)},
               {"gestes", list(std::move(gestures))},
               {"documents", list(situation_documents(site, *situation))},
               {"a_dates", Value(!dates.empty())},
               {"dates", list(date_records(dates))},
               {"en_erreur", Value(refused)},
               {"a_frise", Value(deadlines.size() > 1)},
               {"frise", list(std::move(timeline))},
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
