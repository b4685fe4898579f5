#include <algorithm>
#include <array>
#include <string_view>

#include "writers/docx_parts.hpp"
#include "writers/pandoc_ast.hpp"
#include "writers/xml_edit.hpp"

namespace writers::docx {
namespace {

// The bookmark of the last page of what is sent, for « page x/y ».
constexpr std::string_view bookmark =
    "<w:bookmarkStart w:id=\"1\" w:name=\"derniere_page\"/><w:bookmarkEnd w:id=\"1\"/>";

enum class Kind { upright, turned, detached };

struct Mark {
  std::size_t at = std::string::npos, size = 0;
  Kind kind = Kind::upright;
};

Mark next_mark(std::string_view content, std::size_t from) {
  Mark first;
  for (const auto& [text, kind] :
       {std::pair(upright_mark, Kind::upright), std::pair(turned_mark, Kind::turned),
        std::pair(detached_mark, Kind::detached)}) {
    const std::size_t at = content.find(text, from);
    if (at < first.at) first = {at, text.size(), kind};
  }
  return first;
}

// How Pandoc called the parts of the reference document that are heads and feet.
class Relations {
 public:
  explicit Relations(const Archive& archive) {
    const auto file = std::find_if(archive.begin(), archive.end(), [](const ArchiveEntry& entry) {
      return entry.name == "word/_rels/document.xml.rels";
    });
    if (file != archive.end()) xml_ = file->content;
  }
  [[nodiscard]] std::string id(const std::string& target) const {
    const std::size_t at = xml_.find("Target=\"" + target + "\"");
    if (at == std::string::npos) return {};
    return std::string(attribute_after(xml_, " Id=\"", xml_.rfind("<Relationship ", at)));
  }

 private:
  std::string xml_;
};

std::string page_size(const OfficePage& page, bool turned) {
  const typeset::Length width = turned ? page.height : page.width;
  const typeset::Length height = turned ? page.width : page.height;
  return "<w:pgSz w:w=\"" + twips(width) + "\" w:h=\"" + twips(height) + "\"" +
         (turned ? " w:orient=\"landscape\"" : "") + "/><w:pgMar w:top=\"" + twips(page.top) +
         "\" w:right=\"" + twips(page.right) + "\" w:bottom=\"" + twips(page.bottom) +
         "\" w:left=\"" + twips(page.left) + "\" w:header=\"" + twips(page.head) +
         "\" w:footer=\"" + twips(page.foot) + "\" w:gutter=\"0\"/>";
}

// Writes the properties of the sections, in their order.
class Sections {
 public:
  Sections(const OfficePage& page, const Archive& archive) : page_(page), relations_(archive) {}

  std::string next(Kind kind) {
    const bool detached = kind == Kind::detached;
    const bool head = page_.running_title && !detached;
    std::string xml = "<w:sectPr>";
    if (detached) xml += refer("header", "default", "header2.xml");
    if (head) xml += refer("header", "default", "header1.xml");
    xml += refer("footer", "default", detached ? "footer3.xml" : "footer1.xml");
    const bool has_first = head && first_;
    if (has_first) {
      xml += refer("header", "first", "header3.xml") +
             refer("footer", "first", page_.cover ? "footer3.xml" : "footer2.xml");
    }
    first_ = false;
    xml += page_size(page_, kind == Kind::turned);
    return xml + (has_first ? "<w:titlePg/></w:sectPr>" : "</w:sectPr>");
  }

 private:
  [[nodiscard]] std::string refer(const char* part, const char* type, const char* target) const {
    return std::string("<w:") + part + "Reference w:type=\"" + type + "\" r:id=\"" +
           relations_.id(target) + "\"/>";
  }

  const OfficePage& page_;
  Relations relations_;
  bool first_ = true;
};

// Where the last paragraph or table before `at` ends: bookmarks may stand between.
std::size_t end_of_text(std::string_view content, std::size_t at) {
  while (at > 0) {
    const std::size_t element = content.rfind('<', at - 1);
    if (!content.substr(element).starts_with("<w:bookmark")) return at;
    at = element;
  }
  return at;
}

// Writes the properties of the section that ends at `at`, and gives by how much the text grew.
std::size_t end_section(std::string& content, std::size_t at, std::string_view last,
                        const std::string& properties) {
  const std::size_t before = content.size();
  std::size_t end = end_of_text(content, at);
  if (!std::string_view(content).substr(0, end).ends_with("</w:p>")) {
    constexpr std::string_view after_table =
        "<w:p><w:pPr><w:pStyle w:val=\"fin-de-section\" /></w:pPr></w:p>";
    content.insert(end, after_table);
    end += after_table.size();
  }
  const std::size_t inside = end - std::string_view("</w:p>").size();
  content.insert(inside, last);
  content.insert(content.find("</w:pPr>", content.rfind("<w:p>", inside)), properties);
  return content.size() - before;
}

}  // namespace

bool divide(std::string& content, const OfficePage& page, const Archive& archive) {
  const std::size_t written = content.rfind("<w:sectPr>");
  if (page.width == 0 || written == std::string::npos) return false;
  Sections sections(page, archive);
  Kind kind = Kind::upright;
  bool apart = false;
  std::size_t text = content.find("<w:body>") + std::string_view("<w:body>").size();
  for (Mark mark = next_mark(content, 0); mark.at != std::string::npos;
       mark = next_mark(content, mark.at)) {
    content.erase(mark.at, mark.size);
    const bool detached = mark.kind == Kind::detached;
    apart = apart || detached;
    // Where pages of this kind have nothing on them, they are none.
    if (end_of_text(content, mark.at) > text) {
      mark.at += end_section(content, mark.at, detached ? bookmark : "", sections.next(kind));
      text = mark.at;
    }
    kind = mark.kind;
  }
  const std::size_t last = content.rfind("<w:sectPr>");
  const std::size_t end = content.find("</w:sectPr>", last) + 11;
  content.replace(last, end - last, sections.next(kind));
  return apart;
}

}  // namespace writers::docx
