#include <string_view>

#include "writers/odt_parts.hpp"
#include "writers/xml_edit.hpp"

namespace writers::odt {
namespace {

using typeset::Length;

// A piece of a style sheet that begins with `opening` and ends before `closing`, changed in place.
class Piece {
 public:
  Piece(std::string& xml, std::string_view opening, std::string_view closing) : xml_(xml) {
    start_ = xml.find(opening);
    if (start_ == std::string::npos) return;
    piece_ = xml.substr(start_, xml.find(closing, start_) - start_);
    size_ = piece_.size();
  }
  Piece(const Piece&) = delete;
  Piece& operator=(const Piece&) = delete;
  ~Piece() {
    if (size_ > 0) xml_.replace(start_, size_, piece_);
  }

  // Of the first element so named that has this attribute.
  void set(std::string_view element, std::string_view name, const std::string& value,
           std::size_t from = 0) {
    const std::size_t start = piece_.find(element, from);
    if (start == std::string::npos) return;
    const std::string opening = " " + std::string(name) + "=\"";
    const std::size_t at = piece_.find(opening, start);
    if (at == std::string::npos || at > piece_.find('>', start)) return;
    const std::size_t begin = at + opening.size();
    piece_.replace(begin, piece_.find('"', begin) - begin, value);
  }
  void set_size(const std::string& size) {
    for (const char* name : {"fo:font-size", "style:font-size-asian", "style:font-size-complex"}) {
      set("<style:text-properties", name, size);
    }
  }
  void set_spaces(Length before, Length after) {
    set("<style:paragraph-properties", "fo:margin-top", millimetres(before));
    set("<style:paragraph-properties", "fo:margin-bottom", millimetres(after));
  }
  void replace(std::string_view from, std::string_view to) { replace_all(piece_, from, to); }
  [[nodiscard]] std::size_t find(std::string_view text) const { return piece_.find(text); }

 private:
  std::string& xml_;
  std::string piece_;
  std::size_t start_ = 0, size_ = 0;
};

Piece style_of(std::string& styles, const std::string& name) {
  return {styles, "<style:style style:name=\"" + name + "\"", "</style:style>"};
}

// Head and foot stand inside the margins of OpenDocument, which begin beyond them.
void lay_out(std::string& styles, const OfficePage& page, const std::string& name, bool turned,
             bool bare) {
  Piece layout(styles, "style:name=\"" + name + "\"", "</style:page-layout>");
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
    Piece style = style_of(styles, "Heading_20_" + std::to_string(i + 1));
    style.set("<style:text-properties", "fo:color", "#" + heading.colour);
    style.set_size(half_points(heading.size));
    style.set_spaces(heading.before, heading.after);
    if (i == 0 && page.chapters) {
      style.replace("<style:paragraph-properties ",
                    "<style:paragraph-properties fo:break-before=\"page\" ");
    }
  }
}

void restyle_links(std::string& styles, const OfficePage& page) {
  for (const char* name : {"Internet_20_link", "Definition"}) {
    Piece style = style_of(styles, name);
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
  constexpr std::string_view opening = "<style:footer-first>";
  const std::size_t at = styles.find(opening);
  if (at == std::string::npos) return;
  const std::size_t begin = at + opening.size();
  styles.replace(begin, styles.find("</style:footer-first>", begin) - begin,
                 "<text:p text:style-name=\"Footer\"/>");
}

}  // namespace

void restyle(std::string& styles, const OfficePage& page) {
  restyle_headings(styles, page);
  if (page.width == 0) return;
  lay_out(styles, page, "A4", false, false);
  lay_out(styles, page, "A4-paysage", true, false);
  lay_out(styles, page, "A4-a-part", false, true);
  style_of(styles, "cellule").set_size(half_points(page.table_size));
  // A frame has its own place: no space around what it holds.
  for (const OfficeFrame& frame : page.frames) style_of(styles, frame.class_name).set_spaces(0, 0);
  for (const char* name : {"Contents_20_1", "Contents_20_2"}) {
    style_of(styles, name)
        .set("<style:tab-stop", "style:position", millimetres(page.text_width(false)));
  }
  restyle_links(styles, page);
  fill_heads(styles, page);
}

}  // namespace writers::odt
