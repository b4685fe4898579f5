#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "writers/odt_parts.hpp"
#include "writers/office_contents.hpp"
#include "writers/polish.hpp"
#include "writers/xml_edit.hpp"

namespace writers {
namespace {

std::string odt_meta(const document::Metadata& metadata) {
  std::string xml(xml_declaration);
  xml +=
      "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
      "office:version=\"1.3\"><office:meta><meta:generator>Égide</meta:generator>";
  xml += xml_element("dc:title", metadata.title);
  xml += xml_element("dc:subject", metadata.subject);
  xml += xml_element("meta:initial-creator", metadata.author);
  xml += xml_element("dc:creator", metadata.author);
  xml += xml_element("dc:language", metadata.language);
  xml += xml_element("meta:creation-date", midnight(metadata.date));
  xml += xml_element("dc:date", midnight(metadata.date));
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
    const std::string description = xml_element("svg:desc", alternative);
    content.insert(at, description);
    at += description.size() + 1;
  }
}

// Styles of formulas, that Pandoc always writes, from one that it does not define.
void drop_formula_styles(std::string& content) {
  constexpr std::string_view closing = "</style:style>";
  for (const std::string_view opening :
       {"<style:style style:name=\"fr1\"", "<style:style style:name=\"fr2\""}) {
    const std::size_t at = content.find(opening);
    if (at == std::string::npos) continue;
    content.erase(at, content.find(closing, at) + closing.size() - at);
  }
}

// The styles of our own, and of LibreOffice, that stand for those that Pandoc names.
void name_styles(std::string& content) {
  replace_all(content, "\"First_20_paragraph\"", "\"Text_20_body\"");
  replace_all(content, "\"TableCaption\"", "\"Caption\"");
}

}  // namespace

void polish_odt(Archive& archive, const document::Metadata& metadata, const OfficePage& page,
                std::string style_sheet, const std::vector<std::string>& alternatives) {
  put(archive, "meta.xml", odt_meta(metadata));
  bool apart = false;
  if (std::string* content = find_entry(archive, "content.xml")) {
    name_styles(*content);
    drop_formula_styles(*content);
    draw_table_rules(*content);
    leave_room_around_tables(*content);
    describe_pictures(*content, alternatives);
    plain_entries(*content, Format::odt);
    apart = odt::divide(*content);
  }
  odt::restyle(style_sheet, page);
  replace_all(style_sheet, "{titre}", page.running_title ? base::escape_xml(metadata.title) : "");
  if (apart) {
    replace_all(style_sheet, "<text:page-count>1</text:page-count>",
                "<text:bookmark-ref text:reference-format=\"page\" "
                "text:ref-name=\"derniere-page\">1</text:bookmark-ref>");
  }
  put(archive, "styles.xml", std::move(style_sheet));
  // Heads and feet of a first page came with this version.
  for (const char* name : {"content.xml", "META-INF/manifest.xml"}) {
    if (std::string* entry = find_entry(archive, name)) {
      replace_all(*entry, "version=\"1.2\"", "version=\"1.3\"");
    }
  }
}

}  // namespace writers
