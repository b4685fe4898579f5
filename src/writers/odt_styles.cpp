#include <string_view>

#include "writers/odt_parts.hpp"
#include "writers/xml_edit.hpp"

namespace writers::odt {
namespace {

using typeset::Length;

XmlPiece style_of(std::string& styles, const std::string& name) {
  return {styles, "<style:style style:name=\"" + name + "\"", "</style:style>"};
}

void set_size(XmlPiece&& style, Length length) {
  for (const char* name : {"fo:font-size", "style:font-size-asian", "style:font-size-complex"}) {
    style.set("<style:text-properties", name, half_points(length));
  }
}

void set_spaces(XmlPiece&& style, Length before, Length after) {
  style.set("<style:paragraph-properties", "fo:margin-top", millimetres(before));
  style.set("<style:paragraph-properties", "fo:margin-bottom", millimetres(after));
}

// Head and foot stand inside the margins of OpenDocument, which begin beyond them.
void lay_out(std::string& styles, const OfficePage& page, const std::string& name, bool turned,
             bool bare) {
  XmlPiece layout(styles, "style:name=\"" + name + "\"", "</style:page-layout>");
  const auto set = [&](std::string_view attribute, Length length) {
    layout.set("<style:page-layout-properties", attribute, millimetres(length));
  };
  set("fo:page-width", turned ? page.height : page.width);
  set("fo:page-height", turned ? page.width : page.height);
  set("fo:margin-left", page.left);
  set("fo:margin-right", page.right);
  set("fo:margin-top", bare ? page.top : page.head);
  set("fo:margin-bottom", bare ? page.bottom : page.foot);
  if (bare) return;
  const auto set_height = [&](std::string_view part, Length length) {
    layout.set("<style:header-footer-properties", "svg:height", millimetres(length),
               layout.find(part));
  };
  set_height("<style:header-style>", page.top - page.head);
  set_height("<style:footer-style>", page.bottom - page.foot);
}

void restyle_headings(std::string& styles, const OfficePage& page) {
  for (std::size_t i = 0; i < page.headings.size(); ++i) {
    const OfficeHeading& heading = page.headings[i];
    const std::string name = "Heading_20_" + std::to_string(i + 1);
    style_of(styles, name).set("<style:text-properties", "fo:color", "#" + heading.colour);
    set_size(style_of(styles, name), heading.size);
    set_spaces(style_of(styles, name), heading.before, heading.after);
    if (i == 0 && page.chapters) {
      style_of(styles, name).add_after("<style:paragraph-properties", " fo:break-before=\"page\"");
    }
  }
}

void restyle_blocks(std::string& styles, const OfficePage& page) {
  set_size(style_of(styles, "cellule"), page.table_size);
  for (const char* name : {"Contents_20_1", "Contents_20_2"}) {
    style_of(styles, name)
        .set("<style:tab-stop ", "style:position", millimetres(page.text_width(false)));
  }
  // A frame has its own place: no space around what it holds.
  for (const OfficeFrame& frame : page.frames) {
    set_spaces(style_of(styles, frame.class_name), 0, 0);
  }
}

void restyle_links(std::string& styles, const OfficePage& page) {
  for (const char* name : {"Internet_20_link", "Definition"}) {
    XmlPiece style = style_of(styles, name);
    style.set("<style:text-properties", "fo:color", "#" + page.link_colour);
    if (!page.underline_links)
      style.set("<style:text-properties", "style:text-underline-style", "none");
  }
}

void fill_heads(std::string& styles, const OfficePage& page) {
  if (page.running_chapter) {
    replace_all(styles, "<text:title>{titre}</text:title>",
                "<text:chapter text:display=\"name\" text:outline-level=\"1\">{titre}"
                "</text:chapter>");
  }
  if (!page.cover) return;
  XmlPiece first(styles, "<style:master-page style:name=\"Standard\"", "</style:master-page>");
  first.fill("<style:footer>", "</style:footer>", "<text:p text:style-name=\"Footer\"/>");
}

}  // namespace

void restyle(std::string& styles, const OfficePage& page) {
  restyle_headings(styles, page);
  if (page.width == 0) return;
  lay_out(styles, page, "A4", false, false);
  lay_out(styles, page, "A4-paysage", true, false);
  lay_out(styles, page, "A4-a-part", false, true);
  restyle_blocks(styles, page);
  restyle_links(styles, page);
  fill_heads(styles, page);
}

}  // namespace writers::odt
