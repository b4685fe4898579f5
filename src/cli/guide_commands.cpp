#include <algorithm>
#include <filesystem>

#include "app/generate.hpp"
#include "app/guide.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace cli {
namespace {

constexpr const char* site_format = "site";

// All the pages or none: a folder half replaced would lead from new pages to old ones.
void put_site(Session& session, const document::Document& document, const std::string& folder,
              bool replace) {
  const auto files = app::write_site(session.engine, document, session.diagnostics);
  if (!files) return;
  const std::filesystem::path place(folder);
  std::error_code error;
  const bool there = std::any_of(files->begin(), files->end(), [&](const auto& file) {
    return std::filesystem::exists(place / file.first, error);
  });
  if (there && !replace) {
    session.diagnostics.error(
        base::Kind::output, {folder}, "ce dossier contient déjà des pages du site.",
        "Ajoutez « --remplacer » pour les remplacer, ou choisissez un autre dossier.");
    return;
  }
  for (const auto& [name, bytes] : *files) {
    if (!put(session, (place / name).string(), bytes, replace)) return;
  }
  tell(session, (place / "index.html").string());
}

// Several files: a folder of their own beside the other formats, or the one named if alone.
std::string site_folder(const std::string& output, bool single) {
  if (single && !output.empty()) return output;
  return (std::filesystem::path(output) / "guide-site").string();
}

}  // namespace

void guide(Session& session, const GuideOptions& options) {
  std::vector<std::string> names = options.formats;
  const bool site = std::erase(names, site_format) > 0;
  const bool single = site && names.empty();
  const auto formats =
      single ? std::vector<app::Format>() : formats_of(session, names, {app::Format::pdf});
  const auto day = date_option(session, options.date, "--au");
  if (site && options.output == "-") {
    session.diagnostics.error(base::Kind::usage, {}, "le site est fait de plusieurs fichiers.",
                              "Donnez un dossier à « -o ».");
  }
  if (session.diagnostics.has_errors()) return;
  const auto document = app::make_guide(session.engine, day, session.diagnostics);
  if (!document) return;
  app::FormatOptions how;
  how.source = "guide";
  how.archive = options.archive;
  for (const app::OutputFile& file :
       app::write_formats(session.engine, *document, formats, how, session.diagnostics)) {
    const std::string path =
        path_for(options.output, "guide", file.format, !site && formats.size() == 1);
    if (put(session, path, file.bytes, options.replace) && path != "-") tell(session, path);
  }
  if (site) put_site(session, *document, site_folder(options.output, single), options.replace);
}

}  // namespace cli
