#include "pdf/write.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "pdf/colour_profile.hpp"
#include "pdf/compact.hpp"
#include "pdf/deflate.hpp"
#include "pdf/embedded_font.hpp"
#include "pdf/font_program.hpp"
#include "pdf/metadata.hpp"
#include "pdf/navigation.hpp"
#include "pdf/object_writer.hpp"
#include "pdf/page_content.hpp"
#include "pdf/structure.hpp"
#include "pdf/tokens.hpp"
#include "pdf/trees.hpp"

namespace pdf {

namespace {

bool check_run(const typeset::GlyphRun& run, std::set<const typeset::Font*>& fonts,
               base::Diagnostics& diagnostics) {
  if (run.font == nullptr || run.size <= 0) {
    diagnostics.error(base::Kind::internal, {},
                      "Un texte du PDF n’a pas de police ou pas de taille.");
    return false;
  }
  if (fonts.insert(run.font).second && !has_truetype_outlines(*run.font)) {
    diagnostics.error(
        base::Kind::tool, {run.font->path(), 0, 0},
        "Cette police n’a pas de contours TrueType ; le PDF ne peut pas l’incorporer.",
        "Choisissez une police au format TrueType (.ttf).");
    return false;
  }
  return true;
}

bool check_path(const typeset::Path& path, base::Diagnostics& diagnostics) {
  std::size_t points = 0;
  for (const auto command : path.commands) {
    points += command == typeset::PathCommand::cubic   ? 3
              : command == typeset::PathCommand::close ? 0
                                                       : 1;
  }
  const bool good = points == path.points.size();
  if (!good) {
    diagnostics.error(base::Kind::internal, {}, "Un tracé du PDF est incomplet.");
  }
  return good;
}

bool check_marks(const typeset::Pages& pages, base::Diagnostics& diagnostics) {
  std::set<const typeset::Font*> fonts;
  for (const auto& page : pages.pages) {
    if (page.width <= 0 || page.height <= 0) {
      diagnostics.error(base::Kind::internal, {}, "Une page du PDF n’a pas de dimensions.");
      return false;
    }
    for (const auto& content : page.contents) {
      const bool good =
          std::all_of(content.glyphs.begin(), content.glyphs.end(),
                      [&](const auto& run) { return check_run(run, fonts, diagnostics); }) &&
          std::all_of(content.paths.begin(), content.paths.end(),
                      [&](const auto& path) { return check_path(path, diagnostics); });
      if (!good) {
        return false;
      }
    }
  }
  return true;
}

// Each stage adds to the same file; the order fixes the numbers of the objects.
class DocumentWriter {
 public:
  DocumentWriter(const typeset::Pages& pages, const Options& options)
      : pages_(&pages), options_(&options) {}

  // Empty, with a mistake added, if a font lacks a glyph that is asked of it.
  std::string write(base::Diagnostics& diagnostics) {
    write_pages();
    if (!fonts_.sound()) {
      diagnostics.error(base::Kind::internal, {},
                        "Un caractère du PDF n’a pas de dessin dans sa police.");
      return {};
    }
    write_fonts();
    write_links(writer_, *pages_, objects_);
    fill_pages();
    write_catalog();
    writer_.information(information_entries(pages_->metadata));
    return writer_.finish();
  }

 private:
  void write_pages();
  void write_fonts();
  void fill_pages();
  void write_catalog();
  Reference write_output_intent();
  Reference write_attachment();

  const typeset::Pages* pages_;
  const Options* options_;
  ObjectWriter writer_;
  EmbeddedFonts fonts_;
  std::vector<PageObjects> objects_;
};

void DocumentWriter::write_pages() {
  DeflateQueue queue;
  for (const auto& page : pages_->pages) {
    PageContent content(page, fonts_);
    auto& objects = objects_.emplace_back();
    int marked_content = 0;
    for (const auto& part : page.contents) {
      if (part.element == typeset::artifact) {
        content.add_artifact(part);
        objects.marked_content.push_back(-1);
        continue;
      }
      content.add(part, structure_type(pages_->structure[part.element].role), marked_content);
      objects.marked_content.push_back(marked_content++);
    }
    queue.add(content.take());
  }
  const auto contents = queue.finish();
  for (std::size_t index = 0; index < contents.size(); ++index) {
    objects_[index].page = writer_.page(contents[index]);
  }
}

void DocumentWriter::write_fonts() {
  std::string resources = "/Font <<";
  for (std::size_t index = 0; index < fonts_.size(); ++index) {
    const auto reference = writer_.reserve();
    resources += "/F";
    append_integer(resources, static_cast<std::int64_t>(index));
    resources += ' ';
    append_reference(resources, reference);
    fonts_[index].write(writer_, reference);
  }
  std::string inherited = "/Resources ";
  append_reference(inherited, writer_.dictionary(resources + ">>"));
  writer_.page_tree(std::move(inherited));
}

void DocumentWriter::fill_pages() {
  for (std::size_t index = 0; index < objects_.size(); ++index) {
    const auto& page = pages_->pages[index];
    std::string entries = "/MediaBox ";
    append_box(entries, {0, 0, page.width, page.height}, page.height);
    entries += " /Tabs /S /StructParents ";
    append_integer(entries, static_cast<std::int64_t>(index));
    if (!objects_[index].links.empty()) {
      entries += " /Annots [";
      for (const auto& link : objects_[index].links) {
        for (const auto annotation : link) {
          append_reference(entries, annotation);
          entries += ' ';
        }
      }
      entries.back() = ']';
    }
    writer_.fill(objects_[index].page, std::move(entries));
  }
}

void DocumentWriter::write_catalog() {
  std::string entries =
      "/MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /Lang ";
  append_text(entries, pages_->metadata.language);
  const auto add = [&entries](std::string_view key, Reference reference) {
    if (reference.number != 0) {
      append_name(entries, key);
      entries += ' ';
      append_reference(entries, reference);
    }
  };
  add("StructTreeRoot", write_structure(writer_, *pages_, objects_));
  const auto outline = write_outline(writer_, *pages_, objects_);
  add("Outlines", outline);
  if (outline.number != 0) {
    entries += "/PageMode /UseOutlines";
  }
  add("PageLabels", write_page_labels(writer_, *pages_));
  add("Metadata", writer_.stream("/Type /Metadata /Subtype /XML ",
                                 xmp_packet(pages_->metadata,
                                            {options_->claims_pdf_ua, options_->claims_pdf_a}),
                                 ObjectWriter::Compression::none));
  if (options_->claims_pdf_a) {
    entries += "/OutputIntents [";
    append_reference(entries, write_output_intent());
    entries += "]";
  }
  const auto destinations = write_destinations(writer_, *pages_, objects_);
  const auto attachment = write_attachment();
  if (destinations.number != 0 || attachment.number != 0) {
    entries += "/Names <<";
    add("Dests", destinations);
    if (attachment.number != 0) {
      std::string value;
      append_reference(value, attachment);
      add("EmbeddedFiles",
          write_name_tree(writer_, {{options_->attachment->name, std::move(value)}}));
    }
    entries += ">>";
  }
  if (attachment.number != 0) {
    entries += "/AF [";
    append_reference(entries, attachment);
    entries += "]";
  }
  writer_.catalog(std::move(entries));
}

// ISO 19005-3, 6.2.3: the colours are numbers for the screen this profile describes.
Reference DocumentWriter::write_output_intent() {
  const auto profile = writer_.stream("/N 3 ", srgb_profile(), ObjectWriter::Compression::deflate);
  std::string entries =
      "/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
      "/Info (sRGB IEC61966-2.1) /DestOutputProfile ";
  append_reference(entries, profile);
  return writer_.dictionary(std::move(entries));
}

Reference DocumentWriter::write_attachment() {
  if (!options_->attachment) {
    return {};
  }
  const auto& file = *options_->attachment;
  std::string stream = "/Type /EmbeddedFile /Subtype ";
  append_name(stream, file.media_type);
  stream += " /Params <</Size ";
  append_integer(stream, static_cast<std::int64_t>(file.content.size()));
  if (!pages_->metadata.date.empty()) {
    stream += " /ModDate ";
    append_text(stream, date_text(pages_->metadata.date));
  }
  stream += ">> ";
  const auto content =
      writer_.stream(std::move(stream), file.content, ObjectWriter::Compression::deflate);
  // ISO 32000-2, 7.11.4: the source from which the document was made.
  std::string entries = "/Type /Filespec /AFRelationship /Source /F ";
  append_text(entries, file.name);
  entries += " /UF ";
  append_text(entries, file.name);
  entries += " /Desc ";
  append_text(entries, file.description);
  entries += " /EF <</F ";
  append_reference(entries, content);
  entries += " /UF ";
  append_reference(entries, content);
  return writer_.dictionary(entries + ">>");
}

}  // namespace

std::string write(const typeset::Pages& pages, const Options& options,
                  base::Diagnostics& diagnostics) {
  // All the faults are told at once.
  const bool structure = check_structure(pages, diagnostics);
  const bool links = check_links(pages, diagnostics);
  const bool metadata = check_metadata(pages.metadata, diagnostics);
  const bool marks = check_marks(pages, diagnostics);
  if (!structure || !links || !metadata || !marks) {
    return {};
  }
  auto bytes = DocumentWriter(pages, options).write(diagnostics);
  return options.compact && !bytes.empty() ? compacted(bytes) : bytes;
}

}  // namespace pdf
