#include "documents/goldens.hpp"

#include <algorithm>
#include <filesystem>

#include "app/checked_pdf.hpp"
#include "base/disk.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "documents/examples.hpp"
#include "documents/pictures.hpp"
#include "typeset/layout.hpp"
#include "writers/text.hpp"

namespace goldens {

namespace {

// The first line that differs, with its number; empty if the texts are the same.
std::string different_line(const std::string& accepted, const std::string& made) {
  const auto expected = base::split(accepted, '\n');
  const auto actual = base::split(made, '\n');
  for (std::size_t i = 0; i < std::max(expected.size(), actual.size()); ++i) {
    const std::string left = i < expected.size() ? expected[i] : "(fin)";
    const std::string right = i < actual.size() ? actual[i] : "(fin)";
    if (left != right) {
      return "ligne " + std::to_string(i + 1) + "\n  accepté : " + left + "\n  produit : " + right;
    }
  }
  return {};
}

std::string different_picture(const File& file, const std::string& accepted,
                              const std::string& differences) {
  const auto before = pictures::read_png(accepted), now = pictures::read_png(file.content);
  const std::size_t count = pictures::different_pixels(before, now);
  if (count <= pictures::tolerated_pixels) return {};
  std::filesystem::create_directories(differences);
  const std::string path = differences + "/" + file.name;
  (void)base::write_file(path, pictures::write_png(pictures::difference(before, now)),
                         base::Overwrite::replace);
  return std::to_string(count) + " points diffèrent ; accepté, produit et différence : " + path;
}

std::string output_of(const std::string& program, const std::vector<std::string>& arguments,
                      const std::string& folder, std::string& problem) {
  const auto result = base::run_process(program, arguments, "", folder, {});
  if (!result.started || result.status != 0) problem = program + " : " + result.err;
  return result.out;
}

}  // namespace

std::vector<File> made(const std::string& id, bool picture, std::string& problem) {
  auto& engine = examples::engine();
  const std::string path = "forms/exemples/" + id + ".yaml";
  base::Diagnostics diagnostics;
  const auto failed = [&] {
    problem = examples::messages(diagnostics);
    return std::vector<File>();
  };
  const auto prepared = app::prepare(engine, id, {path, examples::content(path)}, {}, diagnostics);
  if (!prepared) return failed();
  const auto document = app::make_document(engine, *prepared, {}, diagnostics);
  if (!document) return failed();
  const auto style = typeset::read_style(engine.files(), document->metadata.style, diagnostics);
  if (!style) return failed();
  typeset::Options options;
  options.hyphenator = engine.hyphenator();
  const auto pages = typeset::layout(*document, *style, engine.fonts(), options, diagnostics);
  const auto bytes = app::checked_pdf(pages, {}, diagnostics);
  if (!bytes) return failed();
  const base::TemporaryFolder folder;
  const std::string pdf = folder.path() + "/document.pdf";
  if (!base::write_file(pdf, *bytes, base::Overwrite::refuse)) return failed();
  std::vector<File> files{
      {"texte.txt", writers::text(*document)},
      {"pages.txt", typeset::dump(pages)},
      {"structure.txt", output_of("pdfinfo", {"-struct-text", pdf}, folder.path(), problem)}};
  if (picture) {
    const std::string image = output_of(
        "pdftoppm", {"-r", "72", "-gray", "-png", "-f", "1", "-l", "1", "-singlefile", pdf},
        folder.path(), problem);
    files.push_back({"page-1.png", pictures::write_png(pictures::read_png(image))});
  }
  return files;
}

std::vector<std::string> compared(const std::vector<File>& files, const std::string& folder,
                                  const std::string& differences) {
  std::vector<std::string> different;
  for (const File& file : files) {
    const auto accepted = base::read_file(folder + "/" + file.name);
    std::string how = "manque : relancez avec EGIDE_ACCEPTER=1, puis relisez-le";
    if (accepted) {
      how = file.name.ends_with(".png") ? different_picture(file, *accepted, differences)
                                        : different_line(*accepted, file.content);
    }
    if (!how.empty()) different.push_back(file.name + " : " + how);
  }
  return different;
}

void accept(const std::vector<File>& files, const std::string& folder) {
  std::filesystem::create_directories(folder);
  for (const File& file : files) {
    (void)base::write_file(folder + "/" + file.name, file.content, base::Overwrite::replace);
  }
}

}  // namespace goldens
