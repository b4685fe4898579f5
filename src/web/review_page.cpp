#include "web/review_page.hpp"

#include <algorithm>
#include <array>

#include "app/deadlines.hpp"
#include "web/deadline_view.hpp"
#include "web/document_files.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"

namespace web {
namespace {

struct Offered {
  const char *format, *title, *what;
};
constexpr std::array<Offered, 7> offered = {{{"pdf", "PDF", "à imprimer et à signer"},
                                             {"docx", "DOCX", "à modifier avec Word"},
                                             {"odt", "ODT", "à modifier avec LibreOffice"},
                                             {"txt", "Texte", "à coller dans un courriel"},
                                             {"html", "HTML", "page accessible"},
                                             {"ics", "Agenda", "les échéances, fichier .ics"},
                                             {"zip", "Tout", "tous les fichiers, en ZIP"}}};

std::vector<Record> offered_records() {
  std::vector<Record> records;
  for (const Offered& each : offered) {
    records.push_back(
        {{"format", text(each.format)}, {"titre", text(each.title)}, {"usage", text(each.what)}});
  }
  return records;
}

std::vector<Record> messages(const std::vector<const base::Diagnostic*>& found,
                             base::Severity severity) {
  std::vector<Record> records;
  for (const base::Diagnostic* message : found) {
    if (message->severity == severity) {
      records.push_back({{"message", text(page_message(*message))}});
    }
  }
  return records;
}

std::vector<Record> section_records(const Site& site, const CaseState& state,
                                    const std::vector<Step>& pages) {
  std::vector<Record> records;
  for (const Step& step : pages) {
    auto lines = review_lines(step, state, site.field_texts(), site.today());
    const auto found = messages_of(step, state);
    auto mistakes = messages(found, base::Severity::error);
    const bool empty = lines.empty();
    const std::string title =
        step.part == 0 ? step.bloc->title : step.bloc->title + "\u00A0: " + step.title();
    records.push_back({{"étape", text(step.id())},
                       {"ancre", text("r-" + step.id())},
                       {"titre", prose(title)},
                       {"vide", Value(empty && mistakes.empty())},
                       {"lignes", list(std::move(lines))},
                       {"a_lignes", Value(!empty)},
                       {"a_erreurs", Value(!mistakes.empty())},
                       {"erreurs", list(std::move(mistakes))},
                       {"avertissements", list(messages(found, base::Severity::warning))}});
  }
  return records;
}

// The next day to come, else the last one passed.
void add_first_deadline(const std::vector<law::Deadline>& dated, calendar::Date today,
                        Record& values) {
  const auto next = std::find_if(dated.begin(), dated.end(), [&](const law::Deadline& deadline) {
    return *deadline.date >= today;
  });
  const law::Deadline* first = next != dated.end() ? &*next
                               : dated.empty()     ? nullptr
                                                   : &dated.back();
  values.emplace_back("a_premier", Value(first != nullptr));
  values.emplace_back("titre_premier", prose(first == nullptr ? "" : first->title));
  values.emplace_back("nature_premier",
                      text(first == nullptr ? "" : capital(law::describe(first->nature))));
  values.emplace_back("date_premier",
                      text(first == nullptr ? "" : moment_text(*first->date, first->hour)));
  values.emplace_back("reste_premier",
                      text(first == nullptr ? "" : days_left(*first->date, today)));
}

}  // namespace

Record letter_values(const Site& site, const dossier::Form& form, const CaseState& state) {
  const auto engine = site.engine();
  const bool complete = !state.diagnostics.has_errors();
  const Asked asked{&form, state.yaml, site.today(), !complete};
  base::Diagnostics letter_diagnostics;
  const auto letter = letter_fragment(*engine, asked, letter_diagnostics);
  base::Diagnostics diagnostics;
  const auto dated =
      app::dated(app::deadlines_of(*engine, {form, state.readable, site.today()}, diagnostics));
  auto deadlines = deadline_records(dated, engine->law(), site.today(), diagnostics);
  Record values = {
      {"a_lettre", Value(letter.has_value())},
      {"brouillon", Value(!complete)},
      {"style", text(form.style)},
      {"html_lettre", html(letter.value_or(""))},
      {"empêchements", list(letter ? std::vector<Record>{} : mistake_records(letter_diagnostics))},
      {"a_échéances", Value(!deadlines.empty())},
      {"échéances", list(std::move(deadlines))},
      {"frise", list(timeline_records(dated, site.today()))}};
  add_first_deadline(dated, site.today(), values);
  return values;
}

Response review_page(const Site& site, const dossier::Form& form, const CaseState& state,
                     const std::vector<Step>& pages) {
  const bool complete = !state.diagnostics.has_errors();
  Record values = {
      {"id", text(form.id)},
      {"document", prose(form.title)},
      {"complet", Value(complete)},
      {"rubriques", list(section_records(site, state, pages))},
      {"ailleurs", list(messages(messages_elsewhere(pages, state), base::Severity::error))},
      {"formats", list(offered_records())}};
  add_sealed(site, state.yaml, values);
  Record letter = letter_values(site, form, state);
  values.insert(values.end(), letter.begin(), letter.end());
  return page(site, {"Relire et télécharger – " + form.title, "/documents", 200}, "relecture",
              values);
}

Response download(const Site& site, const std::string& id, const Request& request) {
  const dossier::Form* form = site.form(id);
  if (form == nullptr) return not_found_page(site);
  const auto answers = sealed_answers(request, site.seal());
  if (!answers) return question_page(site, id, request);
  const CaseState state = examine(site.directory(), *form, *answers, site.today());
  std::string format(request.form_value("format"));
  const bool draft = format.starts_with("brouillon-");
  if (draft) format = format.substr(10);
  base::Diagnostics diagnostics;
  const auto engine = site.engine();
  auto file = make_file(*engine, {form, state.yaml, site.today(), draft}, format, diagnostics);
  if (file) return attachment(std::move(*file));
  return page(site, {"Ce fichier n’a pas pu être fait", {}, 422}, "refus",
              {{"erreurs", list(mistake_records(diagnostics))}});
}

}  // namespace web
