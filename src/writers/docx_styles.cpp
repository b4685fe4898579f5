#include <string>

#include "writers/docx_parts.hpp"
#include "writers/xml_edit.hpp"

namespace writers::docx {
namespace {

using typeset::Length;

XmlPiece style_of(std::string& styles, const std::string& id) {
  return {styles, "w:styleId=\"" + id + "\"", "</w:style>"};
}

void set_size(XmlPiece&& style, Length size) {
  const std::string halves = std::to_string((size + 250) / 500);
  style.set("<w:sz ", "w:val", halves);
  style.set("<w:szCs ", "w:val", halves);
}

void set_spaces(XmlPiece&& style, Length before, Length after) {
  style.set("<w:spacing ", "w:before", twips(before));
  style.set("<w:spacing ", "w:after", twips(after));
}

}  // namespace

void restyle(std::string& styles, const OfficePage& page) {
  for (std::size_t i = 0; i < page.headings.size(); ++i) {
    const std::string id = "Heading" + std::to_string(i + 1);
    const OfficeHeading& heading = page.headings[i];
    style_of(styles, id).set("<w:color ", "w:val", heading.colour);
    set_size(style_of(styles, id), heading.size);
    set_spaces(style_of(styles, id), heading.before, heading.after);
  }
  if (page.width == 0) return;
  set_size(style_of(styles, "cellule"), page.table_size);
  if (page.chapters)
    style_of(styles, "Heading1").add_after("<w:keepLines/>", "<w:pageBreakBefore/>");
  // A frame has its own place: no space around what it holds.
  for (const OfficeFrame& frame : page.frames) {
    set_spaces(style_of(styles, frame.class_name), 0, 0);
  }
  style_of(styles, "Hyperlink").set("<w:color ", "w:val", page.link_colour);
  if (!page.underline_links) replace_all(styles, "<w:u w:val=\"single\"/>", "");
}

}  // namespace writers::docx
