#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "writers/pandoc_ast.hpp"
#include "writers/polish.hpp"
#include "writers/xml_edit.hpp"

namespace writers {
namespace {

// The bookmark of the last page of what is sent, for « page x/y ».
constexpr std::string_view bookmark =
    "<w:bookmarkStart w:id=\"1\" w:name=\"derniere_page\"/><w:bookmarkEnd w:id=\"1\"/>";

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

// A row stays whole on its page, and a picture at the margin: without these distances, LibreOffice
// leaves 3 mm on each side of it.
void settle_rows_and_pictures(std::string& content) {
  replace_all(content, "<w:tr><w:trPr>", "<w:tr><w:trPr><w:cantSplit/>");
  replace_all(content, "<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>");
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

// A table tells screen readers that its first column names the rows.
void mark_row_headers(std::string& content) {
  constexpr std::string_view look = "w:firstColumn=\"0\"";
  for (std::size_t at = content.find("<w:tbl>"); at != std::string::npos;
       at = content.find("<w:tbl>", at + 1)) {
    const std::size_t last_row = content.rfind("<w:tr>", content.find("</w:tbl>", at));
    const std::size_t second_row = content.find("<w:tr>", content.find("</w:tr>", at));
    const std::size_t flag = content.find(look, at);
    if (flag == std::string::npos || second_row == std::string::npos || second_row > last_row)
      continue;
    const auto style = attribute_after(content, "<w:pStyle w:val=\"", second_row);
    if (style.starts_with("cellule-forte"))
      content.replace(flag, look.size(), "w:firstColumn=\"1\"");
  }
}

// Word has no space below a table, makes one table of two that touch, and wants a paragraph after
// the last.
void leave_room_after_tables(std::string& content) {
  constexpr std::string_view closing = "</w:tbl>";
  constexpr std::string_view body = "<w:p><w:pPr><w:pStyle w:val=\"BodyText\" />";
  constexpr std::string_view after = "<w:p><w:pPr><w:pStyle w:val=\"apres-tableau\" />";
  for (std::size_t at = content.find(closing); at != std::string::npos;
       at = content.find(closing, at)) {
    at += closing.size();
    constexpr std::string_view nothing = "<w:p />";  // that Pandoc writes between two tables
    if (content.compare(at, nothing.size(), nothing) == 0) content.erase(at, nothing.size());
    const std::string_view next = std::string_view(content).substr(at);
    if (next.starts_with(body)) {
      content.replace(at, body.size(), after);
    } else if (!next.starts_with("<w:p>") && !next.starts_with("<w:bookmarkStart")) {
      content.insert(at, std::string(after) + "</w:pPr></w:p>");
    }
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

std::string page_size(const OfficePage& page) {
  return "<w:pgSz w:w=\"" + twips(page.width) + "\" w:h=\"" + twips(page.height) +
         "\"/><w:pgMar w:top=\"" + twips(page.top) + "\" w:right=\"" + twips(page.right) +
         "\" w:bottom=\"" + twips(page.bottom) + "\" w:left=\"" + twips(page.left) +
         "\" w:header=\"" + twips(page.head) + "\" w:footer=\"" + twips(page.foot) +
         "\" w:gutter=\"0\"/>";
}

// How Pandoc called the parts of the reference document that are heads and feet.
class Relations {
 public:
  explicit Relations(Archive& archive) {
    if (const std::string* file = find_entry(archive, "word/_rels/document.xml.rels")) xml_ = *file;
  }
  [[nodiscard]] std::string id(const std::string& target) const {
    const std::size_t at = xml_.find("Target=\"" + target + "\"");
    if (at == std::string::npos) return {};
    return std::string(attribute_after(xml_, " Id=\"", xml_.rfind("<Relationship ", at)));
  }

 private:
  std::string xml_;
};

std::string section(const OfficePage& page, const Relations& relations, bool detached) {
  std::string xml = "<w:sectPr>";
  const auto refer = [&](const char* part, const char* type, const char* target) {
    xml += std::string("<w:") + part + "Reference w:type=\"" + type + "\" r:id=\"" +
           relations.id(target) + "\"/>";
  };
  const bool head = page.running_title && !detached;
  if (detached) refer("header", "default", "header2.xml");
  if (head) refer("header", "default", "header1.xml");
  refer("footer", "default", detached ? "footer3.xml" : "footer1.xml");
  if (head) {
    refer("header", "first", "header3.xml");
    refer("footer", "first", "footer2.xml");
  }
  return xml + page_size(page) + (head ? "<w:titlePg/></w:sectPr>" : "</w:sectPr>");
}

// The end of the last paragraph before `at`, and the place of its properties' end.
void end_section(std::string& content, std::size_t at, const std::string& properties) {
  if (!std::string_view(content).substr(0, at).ends_with("</w:p>")) {
    content.insert(at, "<w:p><w:pPr><w:pStyle w:val=\"apres-tableau\" /></w:pPr></w:p>");
    at = content.find("</w:p>", at) + 6;
  }
  const std::size_t end = at - 6;
  content.insert(end, bookmark);
  const std::size_t start = content.rfind("<w:p>", end);
  content.insert(content.find("</w:pPr>", start), properties);
}

// Whether some pages are apart.
bool divide(std::string& content, const OfficePage& page, const Relations& relations) {
  const std::size_t last = content.rfind("<w:sectPr>");
  if (page.width == 0 || last == std::string::npos) return false;
  const std::size_t end = content.find("</w:sectPr>", last) + 11;
  const std::size_t mark = content.find(detached_mark);
  const bool apart = mark != std::string::npos;
  content.replace(last, end - last, section(page, relations, apart));
  if (apart) {
    content.erase(mark, std::string_view(detached_mark).size());
    end_section(content, mark, section(page, relations, false));
  }
  return apart;
}

// The colours of headings and links, and the size of tables, in the styles.
void restyle(std::string& styles, const OfficePage& page) {
  const auto set = [&](const std::string& id, const std::string& colour) {
    const std::size_t style = styles.find("w:styleId=\"" + id + "\"");
    if (style == std::string::npos) return;
    constexpr std::string_view opening = "<w:color w:val=\"";
    const std::size_t at = styles.find(opening, style);
    if (at < styles.find("</w:style>", style)) styles.replace(at + opening.size(), 6, colour);
  };
  for (std::size_t i = 0; i < page.heading_colours.size(); ++i) {
    set("Heading" + std::to_string(i + 1), page.heading_colours[i]);
  }
  if (page.width == 0) return;
  const std::string half_points = std::to_string((page.table_size + 250) / 500);
  const std::size_t cell = styles.find("w:styleId=\"cellule\"");
  if (cell != std::string::npos) {
    std::string rest = styles.substr(cell);
    for (const std::string_view name : {"<w:sz w:val=\"", "<w:szCs w:val=\""}) {
      const std::size_t at = rest.find(name) + name.size();
      rest.replace(at, rest.find('"', at) - at, half_points);
    }
    styles.replace(cell, std::string::npos, rest);
  }
  const std::size_t chapter = styles.find("w:styleId=\"Heading1\"");
  if (page.chapters && chapter != std::string::npos) {
    constexpr std::string_view keep = "<w:keepLines/>";
    styles.insert(styles.find(keep, chapter) + keep.size(), "<w:pageBreakBefore/>");
  }
  set("Hyperlink", page.link_colour);
  if (!page.underline_links) replace_all(styles, "<w:u w:val=\"single\"/>", "");
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
  if (std::string* styles = find_entry(archive, "word/styles.xml")) restyle(*styles, page);
  if (std::string* numbering = find_entry(archive, "word/numbering.xml")) indent_lists(*numbering);
  if (std::string* notes = find_entry(archive, "word/footnotes.xml")) name_styles(*notes);
  std::string* content = find_entry(archive, "word/document.xml");
  if (content == nullptr) return;
  put_paragraph_styles_first(*content);
  name_styles(*content);
  settle_rows_and_pictures(*content);
  unlabel_following_paragraphs(*content);
  mark_row_headers(*content);
  leave_room_after_tables(*content);
  place_frames(*content, page);
  const bool apart = divide(*content, page, Relations(archive));
  for (ArchiveEntry& entry : archive) {
    if (entry.name.starts_with("word/header")) {
      replace_all(entry.content, "{titre}", base::escape_xml(metadata.title));
    } else if (apart && entry.name.starts_with("word/footer")) {
      replace_all(entry.content, " NUMPAGES ", " PAGEREF derniere_page ");
    }
  }
}

}  // namespace writers
