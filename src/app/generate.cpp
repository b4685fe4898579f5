#include "app/generate.hpp"

#include <algorithm>

#include "app/citations.hpp"
#include "app/closing_lines.hpp"
#include "app/facts.hpp"
#include "app/fixed_fields.hpp"
#include "app/guide.hpp"
#include "app/law_values.hpp"
#include "app/printable.hpp"
#include "app/recipient.hpp"
#include "app/redaction.hpp"
#include "base/sha256.hpp"
#include "document/links.hpp"
#include "document/read.hpp"
#include "document/typography.hpp"
#include "dossier/check.hpp"
#include "templating/render.hpp"

namespace app {

namespace {

// The day of the document: the one asked, else the one that the case file writes.
std::optional<calendar::Date> day_of(const dossier::Case& dossier, const GenerateOptions& options) {
  if (options.date) return options.date;
  const dossier::FieldValue* written = dossier.at(document_date_field);
  if (written == nullptr) return options.default_date;
  return std::get<calendar::Date>(written->data);
}

std::string full_name(const dossier::Case& dossier) {
  std::string name;
  for (const char* field : {"demandeur.prénom", "demandeur.nom"}) {
    const dossier::FieldValue* value = dossier.at(field);
    if (value == nullptr) continue;
    if (!name.empty()) name += ' ';
    name += std::get<std::string>(value->data);
  }
  return name;
}

}  // namespace

std::optional<Prepared> prepare(Engine& engine, const std::string& document, const CaseFile& file,
                                const GenerateOptions& options, base::Diagnostics& diagnostics) {
  auto form = dossier::load_form(engine.files(), document, diagnostics);
  yaml::Node root = yaml::parse(file.content, file.name, base::Kind::dossier, diagnostics);
  if (!form || diagnostics.has_errors()) return std::nullopt;
  auto prepared =
      prepare(engine, std::move(*form), std::move(root), file.name, options, diagnostics);
  if (prepared && options.mention) prepared->digest = base::sha256(file.content);
  return prepared;
}

std::optional<Prepared> prepare(Engine& engine, dossier::Form form, yaml::Node root,
                                const std::string& file, const GenerateOptions& options,
                                base::Diagnostics& diagnostics) {
  const std::optional<calendar::Date> known = options.date ? options.date : options.default_date;
  CompletedCase completed = complete_from_place(engine, form, std::move(root), diagnostics);
  auto dossier = dossier::check(
      completed.root, form,
      {options.draft, options.controls, known, numbers_of_the_law(engine, diagnostics)},
      diagnostics);
  if (!dossier) return std::nullopt;
  check_printable(engine, *dossier, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const auto today = day_of(*dossier, options);
  if (!today) {
    base::Diagnostic missing;
    missing.kind = base::Kind::dossier;
    missing.position.file = file;
    missing.field = document_date_field;
    missing.message = "la date du document manque.";
    missing.hint = "Écrivez-la dans le dossier, ou donnez-la par « --au ».";
    diagnostics.add(std::move(missing));
    return std::nullopt;
  }
  return Prepared{std::move(form), std::move(*dossier), *today, std::move(completed.fields), {}};
}

std::optional<document::Document> make_document(Engine& engine, const Prepared& prepared,
                                                const GenerateOptions& options,
                                                base::Diagnostics& diagnostics) {
  if (prepared.form.is_guide) return make_guide(engine, prepared.today, diagnostics);
  std::optional<Redaction> redaction;
  if (options.redacted) {
    redaction.emplace(engine.files(), prepared.form, prepared.dossier, diagnostics);
    redaction->warn(diagnostics);
  }
  const Affair affair{prepared.form, prepared.dossier, prepared.today,
                      redaction ? &*redaction : nullptr};
  const templating::Value values = facts(engine, affair, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const auto markdown = templating::render(prepared.form.template_id, engine.files(), values,
                                           {options.draft}, diagnostics);
  if (!markdown) return std::nullopt;
  const std::string source = "templates/" + prepared.form.template_id + ".md";
  document::Document document = document::read(*markdown, source, diagnostics);
  document.metadata.title = document::typography(prepared.form.title);
  document.metadata.style = prepared.form.style;
  document.metadata.author = full_name(prepared.dossier);
  document.metadata.subject = document::typography(prepared.form.description);
  document.metadata.date = calendar::iso(prepared.today);
  resolve_law_citations(engine, document, source, prepared.today, diagnostics);
  if (options.redacted) document.metadata.title += " (copie caviardée)";
  add_closing_lines(engine, prepared, options, document, diagnostics);
  document::typography(document);
  document::check_structure(document, source, diagnostics);
  check_recipient(document, prepared.dossier.file, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return document;
}

std::vector<OutputFile> write_formats(const Engine& engine, const document::Document& document,
                                      const std::vector<Format>& formats,
                                      const FormatOptions& options,
                                      base::Diagnostics& diagnostics) {
  std::vector<OutputFile> files;
  for (const Format format : formats) {
    auto bytes = write(engine, document, format, options, diagnostics);
    if (bytes) files.push_back({format, std::move(*bytes)});
  }
  const bool only_tools = std::all_of(
      diagnostics.all().begin(), diagnostics.all().end(), [](const base::Diagnostic& d) {
        return d.severity == base::Severity::warning || d.kind == base::Kind::tool;
      });
  if (!only_tools) files.clear();
  return files;
}

std::vector<OutputFile> write_all(Engine& engine, const Prepared& prepared,
                                  const GenerateOptions& options,
                                  const std::vector<Format>& formats,
                                  base::Diagnostics& diagnostics) {
  if (std::find(formats.begin(), formats.end(), Format::pdf) != formats.end()) {
    check_order(engine, prepared.dossier, diagnostics);
    if (diagnostics.has_errors()) return {};
  }
  const auto document = make_document(engine, prepared, options, diagnostics);
  if (!document) return {};
  FormatOptions how;
  how.source = prepared.dossier.file;
  how.archive = options.archive;
  if (options.attached) {
    how.attachment = {options.attached->name, "application/yaml",
                      "Dossier dont ce document est tiré", options.attached->content};
  }
  return write_formats(engine, *document, formats, how, diagnostics);
}

}  // namespace app
