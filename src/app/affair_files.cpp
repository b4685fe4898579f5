#include "app/affair_files.hpp"

#include "law/ics.hpp"

namespace app {
namespace {

std::string numbered(std::size_t number, const std::string& name, Format format) {
  return (number < 10 ? "0" : "") + std::to_string(number) + "-" + name + "." +
         std::string(extension(format));
}

void add_index(Engine& engine, const AffairPlan& plan, calendar::Date today,
               std::vector<AffairFile>& files, base::Diagnostics& diagnostics) {
  const auto index = affair_index(engine, plan, today, diagnostics);
  if (!index) return;
  for (const Format format : {Format::html, Format::pdf}) {
    auto bytes = write(engine, *index, format, {"affaire"}, diagnostics);
    if (bytes) files.push_back({numbered(0, "affaire", format), std::move(*bytes)});
  }
  const law::CitationText cite = [&](std::string_view id) {
    return engine.law().citation_text(id, diagnostics);
  };
  files.push_back({"00-agenda.ics", law::ics(plan.deadlines, today, cite)});
}

}  // namespace

std::vector<AffairFile> affair_files(Engine& engine, const AffairPlan& plan, const CaseFile& file,
                                     const GenerateOptions& options,
                                     const std::vector<Format>& formats,
                                     std::vector<CompletedField>& completed,
                                     base::Diagnostics& diagnostics) {
  std::vector<AffairFile> files;
  add_index(engine, plan, options.date ? *options.date : *options.default_date, files, diagnostics);
  std::size_t number = 0;
  for (const CalledDocument& document : plan.documents) {
    ++number;
    if (document.missing.has_errors() && !options.draft) continue;
    const auto prepared = prepare(engine, document.id, file, options, diagnostics);
    if (!prepared) continue;
    add_completed(completed, prepared->completed);
    for (OutputFile& made : write_all(engine, *prepared, options, formats, diagnostics)) {
      files.push_back({numbered(number, document.id, made.format), std::move(made.bytes)});
    }
  }
  return files;
}

}  // namespace app
