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

// ---- The page ----

// The bookmark of the last page of what is sent, for « page x/y »; then the first heading of what
// is kept has a style whose page is another.
bool divide(std::string& content) {
  const std::size_t mark = content.find(detached_mark);
  if (mark == std::string::npos) return false;
  content.erase(mark, std::string_view(detached_mark).size());
  constexpr std::string_view style = "text:style-name=\"Heading_20_";
  const std::size_t heading = content.find(style, mark);
  const std::size_t next = content.find_first_not_of(" \n", mark);
  if (heading != std::string::npos && content.compare(next, 8, "<text:h ") == 0) {
    content.insert(content.find('"', heading + style.size()), "_a-part");
  } else {
    content.insert(mark, "<text:p text:style-name=\"a-part\"/>");
  }
  const std::size_t before =
      std::max(content.rfind("</text:p>", mark) + 1, content.rfind("</text:h>", mark) + 1);
  if (before > 0) content.insert(before - 1, "<text:bookmark text:name=\"derniere-page\"/>");
  return before > 0;
}

void set_attribute(std::string& xml, std::string_view element, std::string_view name,
                   const std::string& value) {
  const std::size_t start = xml.find(element);
  if (start == std::string::npos) return;
  const std::string opening = " " + std::string(name) + "=\"";
  const std::size_t at = xml.find(opening, start);
  if (at == std::string::npos || at > xml.find('>', start)) return;
  const std::size_t begin = at + opening.size();
  xml.replace(begin, xml.find('"', begin) - begin, value);
}

// Head and foot stand inside the margins of OpenDocument, which begin beyond them.
void lay_out(std::string& styles, const OfficePage& page) {
  for (const std::string_view layout : {"style:name=\"A4\"", "style:name=\"A4-a-part\""}) {
    const std::size_t start = styles.find(layout);
    if (start == std::string::npos) continue;
    std::string rest = styles.substr(start);
    const auto set = [&](std::string_view name, typeset::Length length) {
      set_attribute(rest, "<style:page-layout-properties", name, millimetres(length));
    };
    const bool apart = layout.find("a-part") != std::string_view::npos;
    set("fo:page-width", page.width);
    set("fo:page-height", page.height);
    set("fo:margin-left", page.left);
    set("fo:margin-right", page.right);
    set("fo:margin-top", apart ? page.top : page.head);
    set("fo:margin-bottom", apart ? page.bottom : page.foot);
    if (!apart) {
      set_attribute(rest, "<style:header-footer-properties", "svg:height",
                    millimetres(page.top - page.head));
      const std::size_t footer = rest.find("<style:footer-style>");
      std::string foot = rest.substr(footer);
      set_attribute(foot, "<style:header-footer-properties", "svg:height",
                    millimetres(page.bottom - page.foot));
      rest.replace(footer, std::string::npos, foot);
    }
    styles.replace(start, std::string::npos, rest);
  }
}

void colour_and_size(std::string& styles, const OfficePage& page) {
  const auto restyle = [&](const std::string& name, const auto& change) {
    const std::size_t start = styles.find("<style:style style:name=\"" + name + "\"");
    if (start == std::string::npos) return;
    const std::size_t size = styles.find("</style:style>", start) - start;
    std::string style = styles.substr(start, size);
    change(style);
    styles.replace(start, size, style);
  };
  for (std::size_t i = 0; i < page.heading_colours.size(); ++i) {
    restyle("Heading_20_" + std::to_string(i + 1), [&](std::string& style) {
      set_attribute(style, "<style:text-properties", "fo:color", "#" + page.heading_colours[i]);
    });
  }
  if (page.width == 0) return;
  if (page.chapters) {
    restyle("Heading_20_1", [&](std::string& style) {
      replace_all(style, "<style:paragraph-properties ",
                  "<style:paragraph-properties fo:break-before=\"page\" ");
    });
  }
  restyle("cellule", [&](std::string& style) {
    const std::string size = std::to_string(page.table_size / 1000) + "." +
                             std::to_string(page.table_size % 1000 / 100) + "pt";
    for (const char* name : {"fo:font-size", "style:font-size-asian", "style:font-size-complex"}) {
      set_attribute(style, "<style:text-properties", name, size);
    }
  });
  for (const char* name : {"Internet_20_link", "Definition"}) {
    restyle(name, [&](std::string& style) {
      set_attribute(style, "<style:text-properties", "fo:color", "#" + page.link_colour);
      if (!page.underline_links)
        set_attribute(style, "<style:text-properties", "style:text-underline-style", "none");
    });
  }
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
    apart = divide(*content);
  }
  if (page.width > 0) lay_out(style_sheet, page);
  colour_and_size(style_sheet, page);
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
