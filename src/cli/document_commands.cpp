#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "app/catalogue.hpp"
#include "app/generate.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace cli {

void documents(Session& session, const DocumentsOptions& options) {
  const auto entries = app::catalogue(session.engine, session.diagnostics);
  if (options.json) {
    std::cout << app::catalogue_json(entries);
    return;
  }
  for (const app::CatalogueEntry& entry : entries) {
    std::cout << entry.id << '\n'
              << "  " << entry.title << '\n'
              << "  Pour : " << entry.audience << '\n'
              << "  Exemple : " << entry.example << "\n\n";
  }
}

void check(Session& session, const CheckOptions& options) {
  const auto content = file_content(session, options.case_file);
  if (!content) return;
  app::GenerateOptions generate;
  generate.draft = options.draft;
  generate.default_date = session.default_date;
  const auto prepared = app::prepare(session.engine, options.document,
                                     {options.case_file, *content}, generate, session.diagnostics);
  if (!prepared) return;
  tell_completed(session, prepared->completed);
  // The whole line but the writing: what a template would refuse is said now.
  if (app::make_document(session.engine, *prepared, generate, session.diagnostics)) {
    tell(session, "Le dossier est complet pour ce document.");
  }
}

std::vector<app::Format> formats_of(Session& session, const std::vector<std::string>& names,
                                    std::vector<app::Format> by_default) {
  if (names.empty()) return by_default;
  std::vector<app::Format> formats;
  for (const std::string& name : names) {
    const auto format = app::format_named(base::trim(name), session.diagnostics);
    if (format) formats.push_back(*format);
  }
  return formats;
}

std::string path_for(const std::string& output, const std::string& name, app::Format format,
                     bool single) {
  const std::string file = name + "." + std::string(app::extension(format));
  if (output.empty()) return file;
  if (output == "-") return output;
  if (is_folder(output) || !single) return (std::filesystem::path(output) / file).string();
  return output;
}

// The whole case file goes with the PDF: said each time, and never with a redacted copy.
bool may_attach(Session& session, const GenerateOptions& options,
                const std::vector<app::Format>& formats) {
  if (options.redacted) {
    session.diagnostics.error(base::Kind::usage, {},
                              "une copie caviardée ne peut pas porter le dossier entier.",
                              "Retirez « --joindre-dossier » ou « --caviarder ».");
    return false;
  }
  if (std::find(formats.begin(), formats.end(), app::Format::pdf) == formats.end()) {
    session.diagnostics.error(base::Kind::usage, {}, "le dossier ne se joint qu’à un PDF.",
                              "Ajoutez « pdf » aux formats, ou retirez « --joindre-dossier ».");
    return false;
  }
  session.diagnostics.warning(
      base::Kind::dossier, {options.case_file},
      "le PDF porte ce dossier entier, avec ce que la lettre tait : notes, coordonnées, tiers.",
      "Gardez ce PDF pour vous ; envoyez celui qui est fait sans « --joindre-dossier ».");
  return true;
}

void generate(Session& session, const GenerateOptions& options) {
  const auto formats = formats_of(session, options.formats, {app::Format::pdf});
  const auto date = date_option(session, options.date, "--au");
  const auto content = file_content(session, options.case_file);
  if (options.output == "-" && formats.size() > 1) {
    session.diagnostics.error(base::Kind::usage, {}, "un seul format peut aller à l’écran.",
                              "Donnez un dossier à « -o ».");
  }
  if (session.diagnostics.has_errors()) return;
  app::GenerateOptions asked;
  asked.draft = options.draft;
  asked.date = date;
  asked.default_date = session.default_date;
  asked.redacted = options.redacted;
  asked.archive = options.archive;
  if (options.attach_case) {
    if (!may_attach(session, options, formats)) return;
    asked.attached = {std::filesystem::path(options.case_file).filename().string(), *content};
  }
  if (options.mention) asked.mention = session.version;
  const auto prepared = app::prepare(session.engine, options.document,
                                     {options.case_file, *content}, asked, session.diagnostics);
  if (!prepared) return;
  tell_completed(session, prepared->completed);
  const auto files = app::write_all(session.engine, *prepared, asked, formats, session.diagnostics);
  for (const app::OutputFile& file : files) {
    const std::string path =
        path_for(options.output, options.document, file.format, formats.size() == 1);
    if (put(session, path, file.bytes, options.replace) && path != "-") tell(session, path);
  }
}

}  // namespace cli
