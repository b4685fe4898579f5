#include "writers/polish.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace writers {
namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string element(std::string_view name, std::string_view content,
                    std::string_view attributes = {}) {
  if (content.empty()) return {};
  std::string result = "<";
  result.append(name).append(attributes).append(">").append(xml_escape(content));
  return result.append("</").append(name).append(">");
}

void put(Archive& archive, std::string_view name, std::string content) {
  if (std::string* entry = find_entry(archive, name)) *entry = std::move(content);
}

std::string midnight(const std::string& date) {
  return date.empty() ? std::string() : date + "T00:00:00Z";
}

// ---- DOCX ----

std::string core_properties(const document::Metadata& metadata) {
  constexpr std::string_view w3c = " xsi:type=\"dcterms:W3CDTF\"";
  std::string xml(declaration);
  xml +=
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
      "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";
  xml += element("dc:title", metadata.title);
  xml += element("dc:subject", metadata.subject);
  xml += element("dc:creator", metadata.author);
  xml += element("dc:language", metadata.language);
  xml += element("dcterms:created", midnight(metadata.date), w3c);
  xml += element("dcterms:modified", midnight(metadata.date), w3c);
  return xml + "</cp:coreProperties>\n";
}

std::string extended_properties() {
  return std::string(declaration) +
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

// A row stays whole on its page, and a picture at the margin: without these distances, LibreOffice
// leaves 3 mm on each side of it.
void settle_rows_and_pictures(std::string& content) {
  replace_all(content, "<w:tr><w:trPr>", "<w:tr><w:trPr><w:cantSplit/>");
  replace_all(content, "<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>");
  replace_all(content, "<wp:inline>",
              "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
}

// ---- ODT ----

std::string odt_meta(const document::Metadata& metadata) {
  std::string xml(declaration);
  xml +=
      "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
      "office:version=\"1.2\"><office:meta><meta:generator>Égide</meta:generator>";
  xml += element("dc:title", metadata.title);
  xml += element("dc:subject", metadata.subject);
  xml += element("meta:initial-creator", metadata.author);
  xml += element("dc:creator", metadata.author);
  xml += element("dc:language", metadata.language);
  xml += element("meta:creation-date", midnight(metadata.date));
  xml += element("dc:date", midnight(metadata.date));
  return xml + "</office:meta></office:document-meta>\n";
}

// Pandoc gives all cells the two styles below, without any rule: a table would be hard to follow.
void draw_table_rules(std::string& content) {
  constexpr std::string_view bare = "<style:table-cell-properties fo:border=\"none\" />";
  constexpr std::string_view around =
      "fo:padding=\"1.2mm\" fo:border-left=\"none\" fo:border-right=\"none\" ";
  const auto restyle = [&](std::string_view name, const std::string& properties) {
    const std::size_t style = content.find(name);
    const std::size_t at = style == std::string::npos ? style : content.find(bare, style);
    if (at == std::string::npos) return;
    content.replace(at, bare.size(),
                    "<style:table-cell-properties " + std::string(around) + properties + "/>");
  };
  restyle("style:name=\"TableHeaderRowCell\"",
          "fo:border-top=\"1pt solid #1f3864\" fo:border-bottom=\"1pt solid #1f3864\" "
          "fo:background-color=\"#eaf0f8\" style:vertical-align=\"bottom\"");
  restyle("style:name=\"TableRowCell\"",
          "fo:border-top=\"none\" fo:border-bottom=\"0.5pt solid #bfbfbf\"");
}

void leave_room_around_tables(std::string& content) {
  replace_all(content, "<style:table-properties ",
              "<style:table-properties fo:margin-top=\"1mm\" fo:margin-bottom=\"3.5mm\" ");
}

void describe_pictures(std::string& content, const std::vector<std::string>& alternatives) {
  std::size_t at = 0;
  for (const std::string& alternative : alternatives) {
    at = content.find("</draw:frame>", at);
    if (at == std::string::npos) return;
    const std::string description = element("svg:desc", alternative);
    content.insert(at, description);
    at += description.size() + 1;
  }
}

// ---- EPUB ----

std::string accessibility(bool has_pictures) {
  std::string xml;
  const auto meta = [&](std::string_view property, std::string_view value) {
    xml += "    <meta property=\"schema:" + std::string(property) + "\">" + xml_escape(value) +
           "</meta>\n";
  };
  meta("accessMode", "textual");
  if (has_pictures) meta("accessMode", "visual");
  meta("accessModeSufficient", "textual");
  for (const char* feature :
       {"displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"}) {
    meta("accessibilityFeature", feature);
  }
  if (has_pictures) meta("accessibilityFeature", "alternativeText");
  meta("accessibilityHazard", "none");
  meta("accessibilitySummary",
       "Texte structuré par des titres, tableaux avec en-têtes ; toute figure est doublée d’un "
       "tableau ou d’un texte.");
  return xml;
}

void scope_table_headers(std::string& page) {
  constexpr std::string_view opening = "<th";
  for (std::size_t at = page.find(opening); at != std::string::npos;
       at = page.find(opening, at + 1)) {
    const char next = at + opening.size() < page.size() ? page[at + opening.size()] : '\0';
    if (next != ' ' && next != '>') continue;  // <thead>
    const std::size_t body = page.rfind("<tbody", at);
    const std::size_t table = page.rfind("<table", at);
    const bool in_body = body != std::string::npos && body > table;
    page.insert(at + opening.size(), in_body ? " scope=\"row\"" : " scope=\"col\"");
  }
}

// Takes the date off the title page: Pandoc writes it as a machine would (2026-05-22).
void drop_title_date(std::string& page) {
  constexpr std::string_view opening = "  <p class=\"date\">";
  constexpr std::string_view closing = "</p>\n";
  const std::size_t at = page.find(opening);
  if (at == std::string::npos) return;
  page.erase(at, page.find(closing, at) + closing.size() - at);
}

void polish_page(std::string& page) {
  scope_table_headers(page);
  replace_all(page, "class=\"footnote-back\"",
              "class=\"footnote-back\" aria-label=\"Retour au texte\"");
}

void polish_navigation(std::string& page) {
  replace_all(page, ">Title Page<", ">Page de titre<");
  replace_all(page, ">Table of Contents<", ">Sommaire<");
  replace_all(page, ">Cover<", ">Couverture<");
}

}  // namespace

std::string xml_escape(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default: {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 || c == '\t' || c == '\n') result += c;
      }
    }
  }
  return result;
}

void polish_docx(Archive& archive, const document::Metadata& metadata) {
  put(archive, "docProps/core.xml", core_properties(metadata));
  put(archive, "docProps/app.xml", extended_properties());
  if (std::string* content = find_entry(archive, "word/document.xml")) {
    put_paragraph_styles_first(*content);
    settle_rows_and_pictures(*content);
  }
}

void polish_odt(Archive& archive, const document::Metadata& metadata, std::string style_sheet,
                const std::vector<std::string>& alternatives) {
  put(archive, "meta.xml", odt_meta(metadata));
  put(archive, "styles.xml", std::move(style_sheet));
  std::string* content = find_entry(archive, "content.xml");
  if (content == nullptr) return;
  draw_table_rules(*content);
  leave_room_around_tables(*content);
  describe_pictures(*content, alternatives);
}

void polish_epub(Archive& archive, bool has_pictures) {
  for (ArchiveEntry& entry : archive) {
    if (entry.name.ends_with("content.opf")) {
      const std::size_t at = entry.content.find("</metadata>");
      if (at != std::string::npos) entry.content.insert(at, accessibility(has_pictures));
    } else if (entry.name.ends_with("nav.xhtml")) {
      polish_navigation(entry.content);
    } else if (entry.name.ends_with("title_page.xhtml")) {
      drop_title_date(entry.content);
    } else if (entry.name.ends_with(".xhtml")) {
      polish_page(entry.content);
    }
  }
}

}  // namespace writers
