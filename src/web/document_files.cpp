#include "web/document_files.hpp"

#include <array>

#include "app/formats.hpp"
#include "law/ics.hpp"
#include "writers/archive.hpp"
#include "writers/html.hpp"

namespace web {
namespace {

struct MediaType {
  const char *extension, *type;
};
constexpr std::array<MediaType, 9> media_types = {
    {{"pdf", "application/pdf"},
     {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
     {"odt", "application/vnd.oasis.opendocument.text"},
     {"html", "text/html; charset=utf-8"},
     {"txt", "text/plain; charset=utf-8"},
     {"ics", "text/calendar; charset=utf-8"},
     {"yaml", "application/yaml; charset=utf-8"},
     {"epub", "application/epub+zip"},
     {"zip", "application/zip"}}};

app::GenerateOptions options_of(const Asked& asked) {
  app::GenerateOptions options;
  options.draft = asked.draft;
  options.default_date = asked.today;
  return options;
}

std::optional<app::Prepared> prepared_case(app::Engine& engine, const Asked& asked,
                                           base::Diagnostics& diagnostics) {
  return app::prepare(engine, asked.form->id, {"dossier.yaml", asked.yaml}, options_of(asked),
                      diagnostics);
}

std::string calendar_of(app::Engine& engine, const app::Prepared& prepared, calendar::Date today,
                        base::Diagnostics& diagnostics) {
  const auto deadlines =
      app::deadlines_of(engine, {prepared.form, prepared.dossier, prepared.today}, diagnostics);
  return law::ics(deadlines, today,
                  [&](std::string_view id) { return engine.law().citation_text(id, diagnostics); });
}

MadeFile named(const Asked& asked, const std::string& extension, std::string bytes) {
  const std::string name = extension == "yaml" ? std::string("dossier") : asked.form->id;
  return {name + "." + extension, media_type(extension), std::move(bytes)};
}

std::optional<MadeFile> make_archive(app::Engine& engine, const Asked& asked,
                                     const app::Prepared& prepared,
                                     base::Diagnostics& diagnostics) {
  const auto files = app::write_all(
      engine, prepared, options_of(asked),
      {app::Format::pdf, app::Format::docx, app::Format::odt, app::Format::html, app::Format::text},
      diagnostics);
  if (files.empty()) return std::nullopt;
  writers::Archive archive;
  std::string note;
  for (const app::OutputFile& file : files) {
    archive.push_back(
        {asked.form->id + "." + std::string(app::extension(file.format)), file.bytes});
  }
  for (const base::Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.kind == base::Kind::tool) note += base::to_string(diagnostic) + "\n";
  }
  if (!note.empty()) archive.push_back({"A-LIRE.txt", note});
  archive.push_back({"agenda.ics", calendar_of(engine, prepared, asked.today, diagnostics)});
  archive.push_back({"dossier.yaml", asked.yaml});
  return named(asked, "zip", writers::zip(std::move(archive)));
}

}  // namespace

std::string media_type(const std::string& extension) {
  for (const MediaType& each : media_types) {
    if (extension == each.extension) return each.type;
  }
  return "application/octet-stream";
}

std::optional<MadeFile> make_file(app::Engine& engine, const Asked& asked,
                                  const std::string& format, base::Diagnostics& diagnostics) {
  if (format == "yaml") return named(asked, "yaml", asked.yaml);
  std::optional<app::Format> document_format;
  if (format != "ics" && format != "zip") {
    document_format = app::format_named(format, diagnostics);
    if (!document_format) return std::nullopt;
  }
  Asked wanted = asked;
  // A deadline needs its starting day, not every field of the letter.
  if (format == "ics") wanted.draft = true;
  const auto prepared = prepared_case(engine, wanted, diagnostics);
  if (!prepared) return std::nullopt;
  if (format == "ics") {
    return named(asked, "ics", calendar_of(engine, *prepared, asked.today, diagnostics));
  }
  if (format == "zip") return make_archive(engine, asked, *prepared, diagnostics);
  auto files =
      app::write_all(engine, *prepared, options_of(asked), {*document_format}, diagnostics);
  if (files.empty()) return std::nullopt;
  return named(asked, format, std::move(files.front().bytes));
}

std::optional<std::string> letter_fragment(app::Engine& engine, const Asked& asked,
                                           base::Diagnostics& diagnostics) {
  const auto prepared = prepared_case(engine, asked, diagnostics);
  if (!prepared) return std::nullopt;
  const auto document = app::make_document(engine, *prepared, options_of(asked), diagnostics);
  if (!document) return std::nullopt;
  writers::HtmlOptions options;
  options.first_heading = 3;
  options.id_prefix = "lettre-";
  options.inline_styles = false;
  return writers::html_fragment(*document, options);
}

Response attachment(MadeFile file) {
  Response response;
  response.type = std::move(file.type);
  response.body = std::move(file.bytes);
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + file.name + "\"");
  return response;
}

}  // namespace web
