#include "app/affair.hpp"

#include <algorithm>

#include "app/citations.hpp"
#include "app/law_values.hpp"
#include "app/values.hpp"
#include "document/links.hpp"
#include "document/read.hpp"
#include "document/typography.hpp"
#include "dossier/check.hpp"
#include "dossier/condition.hpp"
#include "templating/render.hpp"

namespace app {
namespace {

bool called(const Prepared& prepared) {
  if (!prepared.form.called_if) return false;
  const dossier::Evaluation evaluation{prepared.form, prepared.dossier, nullptr, prepared.today};
  return dossier::evaluate(*prepared.form.called_if, evaluation);
}

void merge(std::vector<law::Deadline>& into, std::vector<law::Deadline> more) {
  for (law::Deadline& deadline : more) {
    // One rule may run from two days in two documents: both dates are kept.
    const auto same = [&](const law::Deadline& known) {
      return known.id == deadline.id && known.date == deadline.date;
    };
    if (std::none_of(into.begin(), into.end(), same)) into.push_back(std::move(deadline));
  }
}

std::vector<law::Deadline> by_date(std::vector<law::Deadline> deadlines) {
  std::vector<law::Deadline> undated;
  for (const law::Deadline& deadline : deadlines) {
    if (!deadline.date) undated.push_back(deadline);
  }
  std::vector<law::Deadline> sorted = dated(std::move(deadlines));
  sorted.insert(sorted.end(), undated.begin(), undated.end());
  return sorted;
}

// Visits every form, with the case as it sees it: without asking that every field it needs be
// there, nor that its controls hold.
template <typename Visit>
void each_form(Engine& engine, const CaseFile& file, const GenerateOptions& options,
               base::Diagnostics& diagnostics, Visit visit) {
  GenerateOptions lenient = options;
  lenient.draft = true;
  lenient.controls = false;
  const yaml::Node root = yaml::parse(file.content, file.name, base::Kind::dossier, diagnostics);
  if (diagnostics.has_errors()) return;
  for (dossier::Form& form : dossier::load_forms(engine.files(), diagnostics)) {
    base::Diagnostics own;
    const auto prepared = prepare(engine, std::move(form), root, file.name, lenient, own);
    for (const base::Diagnostic& diagnostic : own.all()) {
      // A warning about one document is told when that document is made.
      if (diagnostic.severity == base::Severity::error) diagnostics.add(diagnostic);
    }
    if (prepared) visit(*prepared);
  }
}

}  // namespace

std::optional<AffairPlan> plan_affair(Engine& engine, const CaseFile& file,
                                      const GenerateOptions& options,
                                      base::Diagnostics& diagnostics) {
  AffairPlan plan;
  std::vector<std::pair<std::int64_t, CalledDocument>> found;
  each_form(engine, file, options, diagnostics, [&](const Prepared& prepared) {
    if (!called(prepared)) return;
    const dossier::Form& form = prepared.form;
    CalledDocument document{form.id, form.title, form.audience, form.called_because, {}};
    (void)prepare(engine, form.id, file, options, document.missing);
    merge(plan.deadlines,
          deadlines_of(engine, {form, prepared.dossier, prepared.today}, diagnostics));
    found.emplace_back(form.order, std::move(document));
  });
  if (diagnostics.has_errors()) return std::nullopt;
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [order, document] : found) plan.documents.push_back(std::move(document));
  plan.deadlines = by_date(std::move(plan.deadlines));
  return plan;
}

std::vector<law::Deadline> case_deadlines(Engine& engine, const CaseFile& file,
                                          const GenerateOptions& options,
                                          base::Diagnostics& diagnostics) {
  std::vector<law::Deadline> deadlines;
  each_form(engine, file, options, diagnostics, [&](const Prepared& prepared) {
    auto found =
        deadlines_of(engine, {prepared.form, prepared.dossier, prepared.today}, diagnostics);
    // What misses is told only for a document that the case calls for.
    if (!called(prepared)) std::erase_if(found, [](const law::Deadline& d) { return !d.date; });
    merge(deadlines, std::move(found));
  });
  return by_date(std::move(deadlines));
}

namespace {

// What keeps a document from being made, field by field.
std::vector<std::string> missing_fields(const base::Diagnostics& missing) {
  std::vector<std::string> lines;
  for (const base::Diagnostic& diagnostic : missing.sorted()) {
    if (diagnostic.severity != base::Severity::error) continue;
    lines.push_back((diagnostic.field.empty() ? "" : diagnostic.field + " : ") +
                    diagnostic.message);
  }
  return lines;
}

}  // namespace

std::optional<document::Document> affair_index(Engine& engine, const AffairPlan& plan,
                                               calendar::Date today,
                                               base::Diagnostics& diagnostics) {
  std::vector<templating::Record> documents;
  for (const CalledDocument& called : plan.documents) {
    documents.push_back(
        with_presence({{"id", project_text(called.id)},
                       {"titre", project_text(called.title)},
                       {"pour", project_text(called.audience)},
                       {"pourquoi", project_text(called.because)},
                       {"complet", templating::Value(!called.missing.has_errors())},
                       {"manque", text_list(missing_fields(called.missing), false)}}));
  }
  std::vector<templating::Record> deadlines;
  for (const law::Deadline& deadline : dated(plan.deadlines)) {
    deadlines.push_back(deadline_record(engine, deadline, diagnostics));
  }
  const templating::Value values = with_presence({{"établi_le", date_value(today)},
                                                  {"documents", ranked(std::move(documents))},
                                                  {"délais", ranked(std::move(deadlines))}});
  const auto markdown = templating::render("affaire", engine.files(), values, {}, diagnostics);
  if (!markdown) return std::nullopt;
  document::Document index = document::read(*markdown, "templates/affaire.md", diagnostics);
  index.metadata.title = "Votre affaire : documents et délais";
  index.metadata.style = "note";
  index.metadata.date = calendar::iso(today);
  resolve_law_citations(engine, index, "templates/affaire.md", today, diagnostics);
  document::typography(index);
  if (diagnostics.has_errors()) return std::nullopt;
  return index;
}

}  // namespace app
