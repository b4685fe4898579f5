#include <chrono>
#include <filesystem>
#include <iostream>

#include "app/affair.hpp"
#include "app/catalogue.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "law/ics.hpp"

namespace cli {
namespace {

std::string numbered(std::size_t number, const std::string& name, app::Format format) {
  return (number < 10 ? "0" : "") + std::to_string(number) + "-" + name + "." +
         std::string(app::extension(format));
}

// One more file of the folder: the bytes stay in memory until every document is made.
struct Pending {
  std::string name, bytes;
};

void add_index(Session& session, const app::AffairPlan& plan, calendar::Date today,
               std::vector<Pending>& files) {
  const auto index = app::affair_index(session.engine, plan, today, session.diagnostics);
  if (!index) return;
  for (const app::Format format : {app::Format::html, app::Format::pdf}) {
    auto bytes = app::write(session.engine, *index, format, {"affaire"}, session.diagnostics);
    if (bytes) files.push_back({numbered(0, "affaire", format), std::move(*bytes)});
  }
  const law::CitationText cite = [&](std::string_view id) {
    return session.engine.law().citation_text(id, session.diagnostics);
  };
  files.push_back({"00-agenda.ics", law::ics(plan.deadlines, today, cite)});
}

void add_documents(Session& session, const app::AffairPlan& plan, const app::CaseFile& file,
                   const app::GenerateOptions& asked, const std::vector<app::Format>& formats,
                   std::vector<Pending>& files) {
  std::size_t number = 0;
  std::vector<app::CompletedField> completed;
  for (const app::CalledDocument& document : plan.documents) {
    ++number;
    if (document.missing.has_errors() && !asked.draft) {
      tell(session, document.id + " : à compléter, il manque :");
      for (const base::Diagnostic& missing : document.missing.sorted()) {
        tell(session, "  " + base::to_string(missing));
      }
      continue;
    }
    const auto prepared =
        app::prepare(session.engine, document.id, file, asked, session.diagnostics);
    if (!prepared) continue;
    app::add_completed(completed, prepared->completed);
    for (app::OutputFile& made :
         app::write_all(session.engine, *prepared, asked, formats, session.diagnostics)) {
      files.push_back({numbered(number, document.id, made.format), std::move(made.bytes)});
    }
  }
  tell_completed(session, completed);
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
  std::vector<Pending> files;
  add_index(session, *plan, date.value_or(*session.default_date), files);
  add_documents(session, *plan, file, asked, formats, files);
  if (session.diagnostics.has_errors()) return;
  const std::filesystem::path folder =
      options.output.empty() ? stem(options.case_file) + "-affaire" : options.output;
  for (const Pending& each : files) {
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
