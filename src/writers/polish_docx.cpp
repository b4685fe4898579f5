#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "writers/docx_parts.hpp"
#include "writers/office_contents.hpp"
#include "writers/pandoc_ast.hpp"
#include "writers/polish.hpp"
#include "writers/xml_edit.hpp"

namespace writers {
namespace {

// Twentieths of a point. A box begins at `box_indent`: the labels of lists stand there, so that
// the border of the box is not broken.
constexpr int box_indent = 240;
constexpr int item_indent = 320;

std::string core_properties(const document::Metadata& metadata) {
  constexpr std::string_view w3c = " xsi:type=\"dcterms:W3CDTF\"";
  std::string xml(xml_declaration);
  xml +=
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
      "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";
  xml += xml_element("dc:title", metadata.title);
  xml += xml_element("dc:subject", metadata.subject);
  xml += xml_element("dc:creator", metadata.author);
  xml += xml_element("dc:language", metadata.language);
  xml += xml_element("dcterms:created", midnight(metadata.date), w3c);
  xml += xml_element("dcterms:modified", midnight(metadata.date), w3c);
  return xml + "</cp:coreProperties>\n";
}

std::string extended_properties() {
  return std::string(xml_declaration) +
         "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
         "extended-properties\"><Application>Égide</Application></Properties>\n";
}

void put_paragraph_styles_first(std::string& content) {
  constexpr std::string_view opening = "<w:pPr>";
  constexpr std::string_view style = "<w:pStyle ";
  for (std::size_t at = content.find(opening); at != std::string::npos;
       at = content.find(opening, at)) {
    at += opening.size();
    const std::size_t end = content.find("</w:pPr>", at);
    const std::size_t found = content.find(style, at);
    if (end == std::string::npos) return;
    if (found == std::string::npos || found > end) continue;
    const std::size_t size = content.find('>', found) + 1 - found;
    std::rotate(content.begin() + static_cast<std::ptrdiff_t>(at),
                content.begin() + static_cast<std::ptrdiff_t>(found),
                content.begin() + static_cast<std::ptrdiff_t>(found + size));
  }
}

// The styles of our own that stand for those that Pandoc names.
void name_styles(std::string& content) {
  replace_all(content, "w:val=\"FirstParagraph\"", "w:val=\"BodyText\"");
  replace_all(content, "w:val=\"Compact\"", "w:val=\"BodyText\"");
  replace_all(content, "w:val=\"TableCaption\"", "w:val=\"Caption\"");
  // The styles of cells say how they are aligned.
  replace_all(content, "<w:jc w:val=\"left\" />", "");
  // ECMA-376, 17.3.2: what holds for complex scripts follows what holds for the others.
  replace_all(content, "<w:bCs /><w:b />", "<w:b /><w:bCs />");
  replace_all(content, "<w:iCs /><w:i />", "<w:i /><w:iCs />");
}

// A run in a style that names a language, which stands for no style, is in that language
// (ECMA-376, 17.3.2.20).
void tell_languages(std::string& content) {
  const std::string style = "<w:rStyle w:val=\"" + std::string(language_style);
  constexpr std::string_view end_of_value = "\" />", end_of_properties = "</w:rPr>";
  for (std::size_t at = content.find(style); at != std::string::npos;
       at = content.find(style, at)) {
    const std::string language(attribute_after(content, style, at));
    content.erase(at, style.size() + language.size() + end_of_value.size());
    const std::size_t end = content.find(end_of_properties, at);
    if (end == std::string::npos) return;
    content.insert(end, "<w:lang w:val=\"" + language + "\" />");
  }
}

// A picture at the margin: without these distances, LibreOffice leaves 3 mm on each side of it.
void settle_pictures(std::string& content) {
  replace_all(content, "<wp:inline>",
              "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
}

// What follows in an item of a list is no item: Pandoc gives it an empty label, which is heard.
void unlabel_following_paragraphs(std::string& content) {
  for (const std::string_view style : {"liste-puces", "liste-numeros"}) {
    const std::string before =
        "<w:pStyle w:val=\"" + std::string(style) + "\" /><w:numPr><w:ilvl w:val=\"";
    constexpr std::string_view after = "\" /><w:numId w:val=\"1000\" /></w:numPr>";
    for (std::size_t at = content.find(before); at != std::string::npos;
         at = content.find(before, at + 1)) {
      const std::size_t level = at + before.size();
      if (content.compare(level + 1, after.size(), after) != 0) continue;
      const int indent = item_indent * (content[level] - '0' + 1) + box_indent;
      content.replace(
          at, before.size() + 1 + after.size(),
          "<w:pStyle w:val=\"liste-suite\" /><w:ind w:left=\"" + std::to_string(indent) + "\" />");
    }
  }
}

void indent_lists(std::string& numbering) {
  for (int level = 0; level < 9; ++level) {
    const auto indent = [](int left, int hanging) {
      return "w:left=\"" + std::to_string(left) + "\" w:hanging=\"" + std::to_string(hanging) +
             "\"";
    };
    replace_all(numbering, indent(720 * (level + 1), 480),
                indent(box_indent + item_indent * (level + 1), item_indent));
  }
}

// ---- The page ----

// ECMA-376, 17.3.1.11: paragraphs that follow each other with the same properties make one frame.
// In a style, LibreOffice would not read them.
void place_frames(std::string& content, const OfficePage& page) {
  for (const OfficeFrame& frame : page.frames) {
    const std::string style = "<w:pStyle w:val=\"" + frame.class_name + "\" />";
    replace_all(content, style,
                style + "<w:framePr w:w=\"" + twips(frame.place.width) + "\" w:h=\"" +
                    twips(frame.place.height) +
                    "\" w:hRule=\"atLeast\" w:hSpace=\"0\" w:wrap=\"notBeside\" w:vAnchor=\"page\" "
                    "w:hAnchor=\"page\" w:x=\"" +
                    twips(frame.place.x) + "\" w:y=\"" + twips(frame.place.y) + "\"/>");
  }
}

}  // namespace

void polish_docx(Archive& archive, const document::Metadata& metadata, const OfficePage& page,
                 const Archive& reference) {
  for (const ArchiveEntry& entry : reference) {
    if (entry.name == "word/styles.xml" || entry.name == "word/settings.xml") {
      put(archive, entry.name, entry.content);
    }
  }
  put(archive, "docProps/core.xml", core_properties(metadata));
  put(archive, "docProps/app.xml", extended_properties());
  if (std::string* styles = find_entry(archive, "word/styles.xml")) docx::restyle(*styles, page);
  if (std::string* numbering = find_entry(archive, "word/numbering.xml")) indent_lists(*numbering);
  if (std::string* notes = find_entry(archive, "word/footnotes.xml")) {
    name_styles(*notes);
    tell_languages(*notes);
  }
  std::string* content = find_entry(archive, "word/document.xml");
  if (content == nullptr) return;
  put_paragraph_styles_first(*content);
  name_styles(*content);
  tell_languages(*content);
  plain_entries(*content, Format::docx);
  settle_pictures(*content);
  unlabel_following_paragraphs(*content);
  docx::settle_tables(*content, page);
  place_frames(*content, page);
  const bool apart = docx::divide(*content, page, archive);
  for (ArchiveEntry& entry : archive) {
    if (entry.name.starts_with("word/header")) {
      replace_all(entry.content, "{titre}", base::escape_xml(metadata.title));
      // The first heading of level 1 of the page, by a number that Word knows in every language.
      if (page.running_chapter) replace_all(entry.content, " TITLE ", " STYLEREF 1 ");
    } else if (apart && entry.name.starts_with("word/footer")) {
      replace_all(entry.content, " NUMPAGES ", " PAGEREF derniere_page ");
    }
  }
}

}  // namespace writers
