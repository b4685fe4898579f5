#include <algorithm>

#include "app/fixed_fields.hpp"
#include "base/text.hpp"
#include "dossier/write_case.hpp"
#include "web/document_files.hpp"
#include "web/interview.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/review_page.hpp"

namespace web {
namespace {

// One request about one document.
struct Visit {
  const Site& site;
  const dossier::Form& form;
  CaseState state;
  std::vector<Step> pages;
};

// By the name of a step, of its bloc, or of a field that it asks. None: the number of pages.
std::size_t position_of(const std::vector<Step>& pages, std::string_view name) {
  const auto first = [&](const auto& fits) {
    return static_cast<std::size_t>(std::find_if(pages.begin(), pages.end(), fits) - pages.begin());
  };
  const std::size_t exact = first([&](const Step& step) { return step.id() == name; });
  if (exact < pages.size()) return exact;
  return first([&](const Step& step) { return step.bloc->name == name || step.shows(name); });
}

std::size_t mistakes_in(const Step& step, const CaseState& state) {
  const auto messages = messages_of(step, state);
  return static_cast<std::size_t>(std::count_if(
      messages.begin(), messages.end(),
      [](const base::Diagnostic* message) { return message->severity == base::Severity::error; }));
}

std::vector<Record> step_records(const Visit& visit, std::size_t current) {
  std::vector<Record> records;
  for (std::size_t i = 0; i < visit.pages.size(); ++i) {
    const Step& step = visit.pages[i];
    const bool started = step.started(visit.state.answers);
    const std::size_t missing = mistakes_in(step, visit.state);
    std::string status = missing == 0 ? (started ? "complet" : "facultatif") : "à remplir";
    if (i == current) {
      status = "en cours";
    } else if (missing > 0 && started) {
      status = std::to_string(missing) + (missing == 1 ? " point à revoir" : " points à revoir");
    }
    records.push_back({{"étape", text(step.id())},
                       {"groupe", prose(step.part > 0 && step.first ? step.bloc->title : "")},
                       {"partie", Value(step.part > 0)},
                       {"titre", prose(step.title())},
                       {"état", text(status)},
                       {"fait", Value(missing == 0 && started && i != current)},
                       {"courant", Value(i == current)}});
  }
  return records;
}

struct Shown {
  bool mistakes = false;  // those of the page are told
  std::string new_item;   // path of the list that has one more item
  bool catching_up = false;
};

Response show_question(const Visit& visit, std::size_t index, const Shown& shown) {
  const Step& step = visit.pages[index];
  const PageFields fields =
      page_fields(step, visit.state, visit.site.field_texts(), visit.site.today(), shown.mistakes);
  const bool refused = !fields.summary.empty();
  Record values = {{"id", text(visit.form.id)},
                   {"document", prose(visit.form.title)},
                   {"étape", text(step.id())},
                   {"titre", prose(step.title())},
                   {"groupe", prose(step.part > 0 ? step.bloc->title : "")},
                   // A list shows its own help, in its group.
                   {"aide", prose(step.bloc->is_list() || !step.first ? "" : step.bloc->help)},
                   {"numéro", text(std::to_string(index + 1))},
                   {"nombre", text(std::to_string(visit.pages.size()))},
                   {"facultative", Value(step.optional())},
                   {"première", Value(index == 0)},
                   {"nouveau", text(shown.new_item)},
                   {"rattrapage", Value(shown.catching_up)},
                   {"en_erreur", Value(refused)},
                   {"erreurs", list(fields.summary)},
                   {"remarques", list(fields.remarks)},
                   {"champs", list(fields.fields)},
                   {"étapes", list(step_records(visit, index))}};
  add_sealed(visit.site, visit.state.yaml, values);
  return page(visit.site,
              {std::string(refused ? "Erreur – " : "") + step.title() + " – " + visit.form.title,
               "/documents", 200},
              "question", values);
}

// « ajouter:témoins » → {"ajouter", "témoins"}
std::pair<std::string, std::string> action_of(const Request& request) {
  const std::string action(request.form_value("action"));
  const auto colon = action.find(':');
  if (colon == std::string::npos) return {action, {}};
  return {action.substr(0, colon), action.substr(colon + 1)};
}

// The first page, with the day of the document already there: it is today unless said otherwise.
dossier::Answer first_answers(const Site& site, const dossier::Form& form) {
  dossier::Answer answers{dossier::Answer::Entries{}};
  const std::string path(app::document_date_field);
  const dossier::Request* request = form.request(path.substr(0, path.find('.')));
  const std::string field = path.substr(path.find('.') + 1);
  if (request != nullptr &&
      std::find(request->fields.begin(), request->fields.end(), field) != request->fields.end()) {
    (void)dossier::set_answer(answers, path, dossier::Answer(calendar::iso(site.today())));
  }
  return answers;
}

void add_item(dossier::Answer& answers, const std::string& path) {
  const dossier::Answer* before = dossier::answer_at(answers, path);
  const std::size_t count =
      before == nullptr || before->items() == nullptr ? 0 : before->items()->size();
  dossier::Answer item{dossier::Answer::Entries{}};
  if (count == 0) {
    (void)dossier::set_answer(answers, path, dossier::Answer(std::vector<dossier::Answer>{item}));
  } else {
    (void)dossier::set_answer(answers, path + "." + std::to_string(count + 1), std::move(item));
  }
}

// True if `path` is a list of this page, or the item of one: the only things that the buttons
// « Ajouter » and « Retirer » may touch.
bool is_list_of(const Step& step, const std::string& path) {
  const dossier::Field* field = step.form->field(without_positions(path));
  return field != nullptr && field->is_list() &&
         (path == step.bloc->name || path.starts_with(step.bloc->name + "."));
}

Visit visit_of(const Site& site, const dossier::Form& form, dossier::Answer answers) {
  Visit visit{site, form, examine(site.directory(), form, std::move(answers), site.today()), {}};
  visit.pages = steps(form, visit.state, site.today());
  return visit;
}

// The first page from `from` on that still lacks something, and that nobody began.
std::size_t first_missing(const Visit& visit, std::size_t from) {
  while (from < visit.pages.size() && (visit.pages[from].started(visit.state.answers) ||
                                       mistakes_in(visit.pages[from], visit.state) == 0)) {
    ++from;
  }
  return from;
}

// What the buttons at the bottom of a page do. An answer may call for a page that stands before
// it: once the last page is filled, what misses is asked, then only that (`catching_up`).
Response go_on(const Visit& visit, const std::string& current, const std::string& action,
               const std::string& target, bool catching_up) {
  const std::size_t here = position_of(visit.pages, current);
  if (action == "suivant" && here < visit.pages.size() &&
      mistakes_in(visit.pages[here], visit.state) > 0) {
    return show_question(visit, here, {true, {}, catching_up});
  }
  std::size_t next = visit.pages.size();
  if (action == "aller") {
    next = position_of(visit.pages, target);
  } else if (action == "precedent") {
    next = here == 0 || here >= visit.pages.size() ? 0 : here - 1;
  } else if (action == "suivant" || action == "passer") {
    next = here >= visit.pages.size() ? 0 : here + 1;
    if (catching_up) {
      next = first_missing(visit, next);
    } else if (next == visit.pages.size() && action == "suivant") {
      next = first_missing(visit, 0);
      catching_up = true;
    }
  } else if (action != "relire") {
    next = 0;
  }
  if (next < visit.pages.size()) {
    // A page seen again shows its mistakes; one never filled in does not.
    const bool seen = action == "aller" && visit.pages[next].started(visit.state.answers);
    return show_question(visit, next, {seen, {}, catching_up});
  }
  return review_page(visit.site, visit.form, visit.state, visit.pages);
}

// The service was started again since the page was made: the case, with what this page adds, is
// given back as a file to resume, and is trusted no more than one.
Response lost_seal(const Site& site, const dossier::Form& form, const Request& request) {
  std::string content = with_plain_line_ends(request.form_value("dossier"));
  base::Diagnostics diagnostics;
  if (auto answers = uploaded_answers(content, form, diagnostics)) {
    const Visit visit = visit_of(site, form, *answers);
    const std::size_t here = position_of(visit.pages, request.form_value("étape"));
    if (here < visit.pages.size()) {
      take_page(request, visit.pages[here], site.places(), *answers);
      content = dossier::write_case(dossier::without_blanks(std::move(*answers)));
    }
  }
  return page(site, {"Dossier à reprendre", {}, 409}, "sceau",
              {{"id", text(form.id)}, {"contenu", text(content)}});
}

}  // namespace

Response question_page(const Site& site, const std::string& id, const Request& request) {
  const dossier::Form* form = site.form(id);
  if (form == nullptr) return not_found_page(site);
  if (request.method != "POST") {
    return show_question(visit_of(site, *form, first_answers(site, *form)), 0, {});
  }
  auto answers = sealed_answers(request, site.seal());
  if (!answers) return lost_seal(site, *form, request);
  auto [action, target] = action_of(request);
  const std::string current(request.form_value("étape"));
  const bool catching_up = request.form_value("rattrapage") == "oui";
  // Which fields the page shows depends on the case as it was when it was written.
  const Visit before = visit_of(site, *form, *answers);
  const std::size_t here = position_of(before.pages, current);
  if (here < before.pages.size()) take_page(request, before.pages[here], site.places(), *answers);
  const bool about_list = action == "ajouter" || action == "retirer";
  if (about_list && (here >= before.pages.size() || !is_list_of(before.pages[here], target))) {
    action = "aller";
    target = current;
  }
  if (action == "ajouter") {
    add_item(*answers, target);
  } else if (action == "retirer") {
    dossier::remove_answer(*answers, target);
  } else {
    *answers = dossier::without_blanks(std::move(*answers));
  }
  if (action == "enregistrer") {
    return attachment(
        {"dossier.yaml", "application/yaml; charset=utf-8", dossier::write_case(*answers)});
  }
  const Visit visit = visit_of(site, *form, std::move(*answers));
  if ((action == "ajouter" || action == "retirer") && here < visit.pages.size()) {
    return show_question(visit, position_of(visit.pages, current),
                         {false, action == "ajouter" ? target : std::string(), catching_up});
  }
  return go_on(visit, current, action, target, catching_up);
}

Response preview(const Site& site, const std::string& id, const Request& request) {
  const dossier::Form* form = site.form(id);
  if (form == nullptr) return not_found_page(site);
  auto answers = sealed_answers(request, site.seal());
  if (!answers) return plain_text(409, "Dossier à reprendre.\n");
  const Visit before = visit_of(site, *form, *answers);
  const std::size_t here = position_of(before.pages, request.form_value("étape"));
  if (here < before.pages.size()) take_page(request, before.pages[here], site.places(), *answers);
  const CaseState state =
      examine(site.directory(), *form, dossier::without_blanks(std::move(*answers)), site.today());
  Response response;
  response.body = site.templates().render("apercu", letter_values(site, *form, state));
  return response;
}

Response resume_page(const Site& site, const Request& request) {
  std::vector<Record> documents, mistakes;
  const std::string chosen(request.form_value("document"));
  for (const dossier::Form& form : site.forms()) {
    documents.push_back({{"id", text(form.id)},
                         {"titre", prose(form.title)},
                         {"choisi", Value(form.id == chosen)}});
  }
  if (request.method == "POST") {
    base::Diagnostics diagnostics;
    const dossier::Form* form = site.form(chosen);
    if (form == nullptr) {
      diagnostics.error(base::Kind::usage, {}, "Choisissez le document à préparer.");
    } else if (request.form_value("fichier").empty()) {
      diagnostics.error(base::Kind::usage, {}, "Choisissez le fichier « dossier.yaml ».");
    } else if (auto answers = uploaded_answers(request.form_value("fichier"), *form, diagnostics)) {
      const Visit visit = visit_of(site, *form, std::move(*answers));
      return review_page(site, *form, visit.state, visit.pages);
    }
    for (const base::Diagnostic& diagnostic : diagnostics.sorted()) {
      const std::string place =
          diagnostic.position.line == 0
              ? std::string()
              : "Ligne\u00A0" + std::to_string(diagnostic.position.line) + "\u00A0: ";
      mistakes.push_back({{"message", text(place + page_message(diagnostic))}});
    }
  }
  const bool refused = !mistakes.empty();
  return page(site, {std::string(refused ? "Erreur – " : "") + "Reprendre un dossier", {}, 200},
              "reprendre",
              {{"documents", list(std::move(documents))},
               {"en_erreur", Value(refused)},
               {"erreurs", list(std::move(mistakes))}});
}

}  // namespace web
