#include <string_view>

#include "writers/docx_parts.hpp"
#include "writers/xml_edit.hpp"

namespace writers::docx {
namespace {

// The styles of a file, changed one at a time.
class Styles {
 public:
  explicit Styles(std::string& xml) : xml_(xml) {}

  // The value of the first attribute that `opening` begins in the style, if there is one.
  void set(const std::string& id, std::string_view opening, const std::string& value) {
    const auto [begin, end] = find(id);
    const std::size_t at = xml_.find(opening, begin);
    if (at >= end) return;
    const std::size_t from = at + opening.size();
    xml_.replace(from, xml_.find('"', from) - from, value);
  }
  void insert_after(const std::string& id, std::string_view element, std::string_view added) {
    const auto [begin, end] = find(id);
    const std::size_t at = xml_.find(element, begin);
    if (at < end) xml_.insert(at + element.size(), added);
  }
  void set_size(const std::string& id, typeset::Length size) {
    const std::string halves = std::to_string((size + 250) / 500);
    set(id, "<w:sz w:val=\"", halves);
    set(id, "<w:szCs w:val=\"", halves);
  }
  void set_spaces(const std::string& id, typeset::Length before, typeset::Length after) {
    set(id, " w:before=\"", twips(before));
    set(id, " w:after=\"", twips(after));
  }

 private:
  [[nodiscard]] std::pair<std::size_t, std::size_t> find(const std::string& id) const {
    const std::size_t begin = xml_.find("w:styleId=\"" + id + "\"");
    if (begin == std::string::npos) return {begin, 0};
    return {begin, xml_.find("</w:style>", begin)};
  }

  std::string& xml_;
};

}  // namespace

void restyle(std::string& xml, const OfficePage& page) {
  Styles styles(xml);
  for (std::size_t i = 0; i < page.headings.size(); ++i) {
    const std::string id = "Heading" + std::to_string(i + 1);
    const OfficeHeading& heading = page.headings[i];
    styles.set(id, "<w:color w:val=\"", heading.colour);
    styles.set_size(id, heading.size);
    styles.set_spaces(id, heading.before, heading.after);
  }
  if (page.width == 0) return;
  styles.set_size("cellule", page.table_size);
  if (page.chapters) styles.insert_after("Heading1", "<w:keepLines/>", "<w:pageBreakBefore/>");
  // A frame has its own place: no space around what it holds.
  for (const OfficeFrame& frame : page.frames) styles.set_spaces(frame.class_name, 0, 0);
  styles.set("Hyperlink", "<w:color w:val=\"", page.link_colour);
  if (!page.underline_links) replace_all(xml, "<w:u w:val=\"single\"/>", "");
}

}  // namespace writers::docx
