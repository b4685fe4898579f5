#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/batch.hpp"
#include "base/disk.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "dossier/form.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

// The case files of a folder, by name.
std::vector<app::CaseFile> case_files(Session& session, const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".yaml" || extension == ".yml") names.push_back(entry.path().string());
  }
  std::sort(names.begin(), names.end());
  if (names.empty()) {
    session.diagnostics.error(base::Kind::usage, {folder},
                              "ce répertoire n’a aucun dossier « .yaml ».");
  }
  std::vector<app::CaseFile> files;
  for (const std::string& name : names) {
    if (auto content = file_content(session, name)) files.push_back({name, std::move(*content)});
  }
  return files;
}

std::optional<std::vector<app::BatchItem>> items_of(Session& session, const BatchOptions& options,
                                                    const dossier::Form& form) {
  yaml::Node shared;
  if (!options.shared.empty()) {
    const auto content = file_content(session, options.shared);
    if (!content) return std::nullopt;
    shared = yaml::parse(*content, options.shared, base::Kind::dossier, session.diagnostics);
    if (session.diagnostics.has_errors()) return std::nullopt;
  }
  std::error_code error;
  if (fs::is_directory(options.source, error)) {
    const auto files = case_files(session, options.source);
    if (session.diagnostics.has_errors()) return std::nullopt;
    return app::batch_of_files(files, shared);
  }
  const auto content = file_content(session, options.source);
  if (!content) return std::nullopt;
  return app::batch_of_table(form, {options.source, *content}, shared, session.diagnostics);
}

class Batch {
 public:
  Batch(Session& session, const BatchOptions& options, app::GenerateOptions asked,
        std::vector<app::Format> formats)
      : session_(session),
        options_(options),
        asked_(std::move(asked)),
        formats_(std::move(formats)) {
    folder_ = options.output.empty() ? own_name(options.source) + "-lot" : options.output;
  }

  void run(const dossier::Form& form, std::vector<app::BatchItem>& items) {
    {
      Progress progress(items.size(), session_.quiet);
      int rank = 0;
      for (app::BatchItem& item : items) {
        results_.push_back(make(form, item, ++rank));
        progress.step();
      }
    }
    finish();
  }

 private:
  // « conseillers » for conseillers.csv, « dossiers » for dossiers/.
  static std::string own_name(std::string source) {
    while (source.size() > 1 && source.ends_with('/')) source.pop_back();
    return stem(source);
  }

  app::BatchResult make(const dossier::Form& form, app::BatchItem& item, int rank) {
    app::BatchResult result;
    result.line = item.position.line > 0 ? item.position.line : rank;
    std::vector<std::string> names;
    for (const app::Format format : formats_) {
      names.push_back(item.name + "." + std::string(app::extension(format)));
    }
    if (!options_.replace && !item.problems.has_errors() && all_there(names)) {
      result.state = app::BatchResult::State::already_made;
      result.files = names;
      return result;
    }
    const auto files = app::make_batch_item(session_.engine, form, asked_, formats_, item);
    for (const app::OutputFile& file : files) {
      const std::string name = item.name + "." + std::string(app::extension(file.format));
      // What an interrupted run left is made again: a row is done when all its files are.
      if (put(session_, (folder_ / name).string(), file.bytes, true)) result.files.push_back(name);
    }
    if (files.empty()) result.state = app::BatchResult::State::refused;
    if (!files.empty()) app::add_completed(completed_, item.completed);
    result.problems = std::move(item.problems);
    return result;
  }

  [[nodiscard]] bool all_there(const std::vector<std::string>& names) const {
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      std::error_code error;
      return fs::is_regular_file(folder_ / name, error);
    });
  }

  void finish() {
    std::size_t made = 0, kept = 0, refused = 0;
    for (const app::BatchResult& result : results_) {
      for (const base::Diagnostic& problem : result.problems.all()) {
        session_.diagnostics.add(problem);
      }
      made += result.state == app::BatchResult::State::made;
      kept += result.state == app::BatchResult::State::already_made;
      refused += result.state == app::BatchResult::State::refused;
    }
    const std::string report = (folder_ / "rapport.csv").string();
    if (!put(session_, report, app::batch_report(results_), true)) return;
    std::cout << report << '\n';
    tell_completed(session_, completed_);
    tell(session_, "Faits : " + std::to_string(made) + " ; déjà faits, laissés tels quels : " +
                       std::to_string(kept) + " ; refusés : " + std::to_string(refused) + ".");
    if (kept > 0) tell(session_, "« --remplacer » les refait.");
  }

  Session& session_;
  const BatchOptions& options_;
  app::GenerateOptions asked_;
  std::vector<app::Format> formats_;
  fs::path folder_;
  std::vector<app::BatchResult> results_;
  std::vector<app::CompletedField> completed_;
};

}  // namespace

void batch(Session& session, const BatchOptions& options) {
  const auto formats = formats_of(session, options.formats, {app::Format::pdf});
  const auto date = date_option(session, options.date, "--au");
  const auto form =
      dossier::load_form(session.engine.files(), options.document, session.diagnostics);
  if (!form || session.diagnostics.has_errors()) return;
  auto items = items_of(session, options, *form);
  if (!items) return;
  app::GenerateOptions asked;
  asked.date = date;
  asked.default_date = session.default_date;
  asked.redacted = options.redacted;
  asked.archive = options.archive;
  Batch(session, options, std::move(asked), formats).run(*form, *items);
}

}  // namespace cli
