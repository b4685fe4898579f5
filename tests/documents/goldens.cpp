#include "documents/goldens.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/checked_pdf.hpp"
#include "app/citations.hpp"
#include "app/guide.hpp"
#include "base/disk.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "document/visit.hpp"
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

constexpr std::string_view chapter_prefix = "guide-";

bool is_chapter(const std::string& id) { return id.starts_with(chapter_prefix); }

std::optional<document::Document> example(const std::string& id, base::Diagnostics& diagnostics) {
  auto& engine = examples::engine();
  const std::string path = "forms/exemples/" + id + ".yaml";
  const auto prepared = app::prepare(engine, id, {path, examples::content(path)}, {}, diagnostics);
  if (!prepared) return std::nullopt;
  return app::make_document(engine, *prepared, {}, diagnostics);
}

// A link that leads to another chapter is only its words.
void cut_links(document::Inlines& run, const std::set<std::string>& known) {
  for (document::Inline& part : run) {
    std::visit(
        [&](auto& data) {
          if constexpr (requires { data.content; }) {
            if constexpr (std::is_same_v<decltype(data.content), document::Inlines>) {
              cut_links(data.content, known);
            } else {
              document::for_each_run(data.content,
                                     [&](document::Inlines& inner) { cut_links(inner, known); });
            }
          }
        },
        part.data);
    auto* link = std::get_if<document::Link>(&part.data);
    const bool inside =
        link == nullptr || link->target[0] != '#' || known.contains(link->target.substr(1));
    if (!inside) part = {document::Span{{}, std::move(link->content)}};
  }
}

// One chapter of the guide as a document of its own.
std::optional<document::Document> chapter(const std::string& id, base::Diagnostics& diagnostics) {
  auto guide = app::make_guide(examples::engine(), std::nullopt, diagnostics);
  if (!guide) return std::nullopt;
  bool inside = false;
  document::Blocks blocks;
  for (document::Block& block : guide->blocks) {
    const auto* heading = std::get_if<document::Heading>(&block.data);
    if (heading != nullptr && heading->level == 1) inside = heading->attributes.id == id;
    if (inside) blocks.push_back(std::move(block));
  }
  const auto known = app::anchors(blocks);
  document::for_each_run(blocks, [&](document::Inlines& run) { cut_links(run, known); });
  guide->blocks = std::move(blocks);
  return guide;
}

}  // namespace

std::vector<File> made(const std::string& id, bool picture, std::string& problem) {
  auto& engine = examples::engine();
  base::Diagnostics diagnostics;
  const auto failed = [&] {
    problem = examples::messages(diagnostics);
    return std::vector<File>();
  };
  const auto document = is_chapter(id) ? chapter(id.substr(chapter_prefix.size()), diagnostics)
                                       : example(id, diagnostics);
  if (!document) return failed();
  auto style = typeset::read_style(engine.files(), document->metadata.style, diagnostics);
  if (!style) return failed();
  if (is_chapter(id)) {  // its own pages only
    style->cover = false;
    style->contents_levels = 0;
  }
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
