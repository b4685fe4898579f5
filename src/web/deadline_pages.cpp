#include <algorithm>

#include "base/text.hpp"
#include "dossier/scalar.hpp"
#include "web/deadline_view.hpp"
#include "web/interview.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"

namespace web {
namespace {

std::vector<Record> rule_records(app::Engine& engine, std::string_view chosen) {
  base::Diagnostics diagnostics;
  std::vector<std::pair<std::string, Record>> found;
  for (const std::string& id : engine.rules().ids()) {
    const law::Rule* rule = engine.rules().rule(id, diagnostics);
    if (rule == nullptr) continue;
    found.emplace_back(
        base::fold(rule->title),
        Record{{"id", text(id)}, {"titre", prose(rule->title)}, {"choisi", Value(id == chosen)}});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Record> records;
  for (auto& [title, record] : found) records.push_back(std::move(record));
  return records;
}

std::vector<Record> territory_records(app::Engine& engine, std::string_view chosen) {
  base::Diagnostics diagnostics;
  std::vector<Record> records;
  for (const calendar::Territory& each : engine.rules().holidays(diagnostics).territories()) {
    const bool selected = chosen.empty() ? each.id == "metropole" : each.id == chosen;
    records.push_back(
        {{"id", text(each.id)}, {"titre", text(each.name)}, {"choisi", Value(selected)}});
  }
  return records;
}

struct Mistakes {
  std::vector<Record> summary;  // {ancre, message}
  Record by_field = {{"erreur_règle", text("")}, {"erreur_depuis", text("")}};

  void add(const std::string& field, const std::string& message) {
    summary.push_back({{"ancre", text(field)}, {"message", text(message)}});
    for (auto& [name, value] : by_field) {
      if (name == "erreur_" + field) value = text(message);
    }
  }
};

std::optional<law::Deadline> compute(app::Engine& engine, const Request& request,
                                     Mistakes& mistakes) {
  const std::string rule(request.form_value("regle"));
  const std::string length(base::trim(request.form_value("duree")));
  const auto since = dossier::parse_date(base::trim(request.form_value("depuis")));
  if (rule.empty() == length.empty()) {
    mistakes.add("règle",
                 "Choisissez un délai dans la liste, ou écrivez une durée, l’un des deux.");
  }
  if (!since.value) {
    mistakes.add("depuis", base::trim(request.form_value("depuis")).empty()
                               ? "La date de départ manque."
                               : "Date de départ\u00A0: " + since.problem);
  }
  if (!mistakes.summary.empty()) return std::nullopt;
  base::Diagnostics diagnostics;
  calendar::Place place;
  if (const auto territory = request.form_value("territoire"); !territory.empty()) {
    place.territory = std::string(territory);
  }
  std::optional<law::Deadline> found;
  if (!engine.rules().knows(place, diagnostics)) {
    mistakes.add("règle", "Ce territoire est inconnu.");
  } else if (rule.empty()) {
    found = law::count_freely({length, {*since.value, std::nullopt}, false, std::nullopt, place},
                              engine.rules(), diagnostics);
  } else {
    const law::Question question{rule, law::Moment{*since.value, std::nullopt}, {}, {}, false,
                                 place};
    found = law::evaluate(question, engine.rules(), diagnostics);
  }
  if (mistakes.summary.empty()) {
    for (const base::Diagnostic& diagnostic : diagnostics.sorted()) {
      if (diagnostic.severity == base::Severity::error) {
        mistakes.add("règle", page_message(diagnostic));
      }
    }
  }
  return found;
}

}  // namespace

Response deadlines_page(const Site& site, const Request& request) {
  const auto engine = site.engine();
  Mistakes mistakes;
  std::vector<Record> results;
  if (request.method == "POST") {
    const auto deadline = compute(*engine, request, mistakes);
    base::Diagnostics diagnostics;
    if (deadline) {
      results = deadline_records({*deadline}, engine->law(), site.today(), diagnostics);
    }
  }
  const bool refused = !mistakes.summary.empty();
  Record values = {
      {"règles", list(rule_records(*engine, request.form_value("regle")))},
      {"territoires", list(territory_records(*engine, request.form_value("territoire")))},
      {"durée", text(std::string(request.form_value("duree")))},
      {"depuis", text(std::string(request.form_value("depuis")))},
      {"en_erreur", Value(refused)},
      {"erreurs", list(mistakes.summary)},
      {"échéances", list(std::move(results))}};
  values.insert(values.end(), mistakes.by_field.begin(), mistakes.by_field.end());
  return page(site, {std::string(refused ? "Erreur – " : "") + "Calculer un délai", "/delais", 200},
              "delais", values);
}

}  // namespace web
