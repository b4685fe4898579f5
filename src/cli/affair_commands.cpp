#include <chrono>
#include <filesystem>
#include <iostream>

#include "app/affair_files.hpp"
#include "app/catalogue.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace cli {
namespace {

// The documents that will not be made, and why.
void tell_missing(Session& session, const app::AffairPlan& plan) {
  for (const app::CalledDocument& document : plan.documents) {
    if (!document.missing.has_errors()) continue;
    tell(session, document.id + " : à compléter, il manque :");
    for (const base::Diagnostic& missing : document.missing.sorted()) {
      tell(session, "  " + base::to_string(missing));
    }
  }
}

}  // namespace

void affair(Session& session, const AffairOptions& options) {
  const auto formats = formats_of(session, options.formats, {app::Format::pdf, app::Format::docx});
  const auto date = date_option(session, options.date, "--au");
  const auto content = file_content(session, options.case_file);
  if (session.diagnostics.has_errors()) return;
  const app::CaseFile file{options.case_file, *content};
  app::GenerateOptions asked;
  asked.draft = options.draft;
  asked.date = date;
  asked.default_date = session.default_date;
  asked.redacted = options.redacted;
  asked.archive = options.archive;
  if (options.mention) asked.mention = session.version;
  const auto plan = app::plan_affair(session.engine, file, asked, session.diagnostics);
  if (!plan) return;
  if (!asked.draft) tell_missing(session, *plan);
  std::vector<app::CompletedField> completed;
  // The bytes stay in memory until every document is made.
  const auto files = app::affair_files(session.engine, *plan, file, asked, formats, completed,
                                       session.diagnostics);
  tell_completed(session, completed);
  if (session.diagnostics.has_errors()) return;
  const std::filesystem::path folder =
      options.output.empty() ? stem(options.case_file) + "-affaire" : options.output;
  for (const app::AffairFile& each : files) {
    const std::string path = (folder / each.name).string();
    if (put(session, path, each.bytes, options.replace)) std::cout << path << '\n';
  }
}

namespace {

// Makes one document of ./run and says how long it took.
void make_example(Session& session, const app::CatalogueEntry& entry,
                  const std::filesystem::path& folder, bool replace) {
  const auto content = session.engine.files().read(entry.example);
  if (!content) {
    session.diagnostics.error(base::Kind::content, {entry.example}, "cet exemple n’existe pas.");
    return;
  }
  const auto begin = std::chrono::steady_clock::now();
  app::GenerateOptions asked;
  asked.default_date = session.default_date;
  const auto prepared =
      app::prepare(session.engine, entry.id, {entry.example, *content}, asked, session.diagnostics);
  if (!prepared) return;
  const std::vector<app::Format> formats = {app::Format::pdf, app::Format::docx, app::Format::odt,
                                            app::Format::html, app::Format::text};
  std::string made;
  for (const app::OutputFile& file :
       app::write_all(session.engine, *prepared, asked, formats, session.diagnostics)) {
    const std::string extension(app::extension(file.format));
    const std::string path = (folder / (entry.id + "." + extension)).string();
    if (put(session, path, file.bytes, replace)) made += " " + extension;
  }
  const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - begin);
  std::cout << (folder / entry.id).string() << " :" << made << " (" << taken.count() << " ms)\n";
}

}  // namespace

void examples(Session& session, const ExamplesOptions& options) {
  const auto begin = std::chrono::steady_clock::now();
  const std::filesystem::path folder = options.output;
  for (const app::CatalogueEntry& entry : app::catalogue(session.engine, session.diagnostics)) {
    make_example(session, entry, folder, options.replace);
  }
  const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - begin);
  tell(session, "Fait en " + std::to_string(taken.count()) + " ms, dans " + folder.string() + ".");
}

}  // namespace cli
