#include "app/affair_files.hpp"
#include "dossier/write_case.hpp"
#include "law/ics.hpp"
#include "web/case_state.hpp"
#include "web/deadline_view.hpp"
#include "web/document_files.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "writers/archive.hpp"

namespace web {
namespace {

app::GenerateOptions options_on(calendar::Date today) {
  app::GenerateOptions options;
  options.default_date = today;
  return options;
}

// The case of the hidden fields, or of a file brought by the user.
std::optional<std::string> case_text(const Site& site, const Request& request,
                                     base::Diagnostics& diagnostics) {
  const std::string_view brought = request.form_value("fichier");
  if (request.form_value("dossier").empty() && brought.empty()) {
    diagnostics.error(base::Kind::usage, {}, "Choisissez le fichier « dossier.yaml ».");
    return std::nullopt;
  }
  const auto answers =
      brought.empty() ? sealed_answers(request, site.seal()) : read_answers(brought, diagnostics);
  if (!answers && !diagnostics.has_errors()) {
    diagnostics.error(base::Kind::usage, {},
                      "Le service a été redémarré : reprenez votre fichier « dossier.yaml ».");
  }
  if (!answers) return std::nullopt;
  return dossier::write_case(*answers);
}

std::vector<Record> called_records(const std::vector<app::CalledDocument>& documents) {
  std::vector<Record> records;
  for (const app::CalledDocument& called : documents) {
    records.push_back({{"id", text(called.id)},
                       {"titre", prose(called.title)},
                       {"pourquoi", prose(called.because)},
                       {"prêt", Value(!called.missing.has_errors())}});
  }
  return records;
}

}  // namespace

Response affair_page(const Site& site, const Request& request) {
  base::Diagnostics diagnostics;
  const auto yaml = case_text(site, request, diagnostics);
  std::vector<Record> documents, deadlines, timeline;
  if (yaml) {
    const auto engine = site.engine();
    const app::CaseFile file{"dossier.yaml", *yaml};
    const auto options = options_on(site.today());
    if (const auto plan = app::plan_affair(*engine, file, options, diagnostics)) {
      documents = called_records(plan->documents);
      // A form that cannot be read says nothing here: its deadlines are those of the plan.
      base::Diagnostics aside;
      const auto found = app::case_deadlines(*engine, file, options, aside);
      deadlines = deadline_records(found, engine->law(), site.today(), diagnostics);
      timeline = timeline_records(found, site.today());
    }
  }
  const bool refused = diagnostics.has_errors();
  const bool known = !documents.empty() || !deadlines.empty();
  Record values = {
      {"erreurs", list(mistake_records(diagnostics))}, {"a_erreurs", Value(refused)},
      {"a_dossier", Value(yaml.has_value() && known)}, {"a_documents", Value(!documents.empty())},
      {"documents", list(std::move(documents))},       {"a_échéances", Value(!deadlines.empty())},
      {"a_frise", Value(!timeline.empty())},           {"frise", list(std::move(timeline))},
      {"échéances", list(std::move(deadlines))}};
  add_sealed(site, yaml.value_or(""), values);
  return page(site, {(refused ? "Erreur – " : "") + std::string("Votre affaire"), "/delais", 200},
              "affaire", values);
}

Response affair_file(const Site& site, const Request& request) {
  base::Diagnostics diagnostics;
  const auto yaml = case_text(site, request, diagnostics);
  if (yaml) {
    const auto engine = site.engine();
    const app::CaseFile file{"dossier.yaml", *yaml};
    const auto options = options_on(site.today());
    const auto plan = app::plan_affair(*engine, file, options, diagnostics);
    if (plan && request.form_value("format") == "ics") {
      const law::CitationText cite = [&](std::string_view id) {
        return engine->law().citation_text(id, diagnostics);
      };
      return attachment(
          {"agenda.ics", media_type("ics"), law::ics(plan->deadlines, site.today(), cite)});
    }
    if (plan) {
      std::vector<app::CompletedField> completed;
      writers::Archive archive = {{"dossier.yaml", *yaml}};
      for (app::AffairFile& made :
           app::affair_files(*engine, *plan, file, options, {app::Format::pdf, app::Format::docx},
                             completed, diagnostics)) {
        archive.push_back({std::move(made.name), std::move(made.bytes)});
      }
      return attachment({"affaire.zip", media_type("zip"), writers::zip(std::move(archive))});
    }
  }
  return page(site, {"Ce fichier n’a pas pu être fait", {}, 422}, "refus",
              {{"erreurs", list(mistake_records(diagnostics))}});
}

}  // namespace web
