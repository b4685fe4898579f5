#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "writers/odt_parts.hpp"
#include "writers/pandoc_ast.hpp"
#include "writers/xml_edit.hpp"

namespace writers::odt {
namespace {

constexpr std::string_view bookmark = "<text:bookmark text:name=\"derniere-page\"/>";

struct Mark {
  std::size_t at = std::string::npos, size = 0;
  std::string_view master;  // of the pages that begin
};

Mark next_mark(std::string_view content, std::size_t from) {
  Mark first;
  for (const auto& [text, master] :
       {std::pair<std::string_view, std::string_view>(upright_mark, "Suite"),
        {turned_mark, "Paysage"},
        {detached_mark, "A-part"}}) {
    const std::size_t at = content.find(text, from);
    if (at < first.at) first = {at, text.size(), master};
  }
  return first;
}

// Declares styles of its own for the paragraphs that begin pages: those of the text stay as they
// are.
class Styles {
 public:
  explicit Styles(std::string& content) : content_(content) {}

  // Changes the paragraph, heading or table that begins at or after `at`.
  void begin_pages(std::size_t at, std::string_view master) {
    const std::string asked = " style:master-page-name=\"" + std::string(master) + "\"";
    const std::size_t paragraph = first_paragraph(at);
    const std::size_t table = content_.find("<table:table ", at);
    if (table < paragraph) {
      const std::string name(attribute_after(content_, "table:name=\"", table));
      insert_after("<style:style style:name=\"" + name + "\" style:family=\"table\"", asked);
      return;
    }
    constexpr std::string_view attribute = "text:style-name=\"";
    if (paragraph == std::string::npos) return;
    const std::string parent(attribute_after(content_, attribute, paragraph));
    const std::string name = "page" + std::to_string(++count_);
    const std::size_t value = content_.find(attribute, paragraph) + attribute.size();
    content_.replace(value, parent.size(), name);
    insert_after("<office:automatic-styles>",
                 "<style:style style:name=\"" + name +
                     "\" style:family=\"paragraph\" style:parent-style-name=\"" + parent + "\"" +
                     asked + "/>");
  }

 private:
  [[nodiscard]] std::size_t first_paragraph(std::size_t at) const {
    return std::min(content_.find("<text:p ", at), content_.find("<text:h ", at));
  }
  void insert_after(std::string_view text, std::string_view added) {
    const std::size_t at = content_.find(text);
    if (at != std::string::npos) content_.insert(at + text.size(), added);
  }

  std::string& content_;
  int count_ = 0;
};

// The end of the last paragraph or heading before `at`, where its last words are; 0 if none.
std::size_t end_of_words(std::string_view content, std::size_t at) {
  std::size_t end = 0;
  for (const std::string_view closing : {"</text:p>", "</text:h>"}) {
    const std::size_t found = content.rfind(closing, at);
    if (found != std::string_view::npos) end = std::max(end, found);
  }
  return end;
}

}  // namespace

bool divide(std::string& content) {
  Styles styles(content);
  bool apart = false;
  for (Mark mark = next_mark(content, 0); mark.at != std::string::npos;
       mark = next_mark(content, 0)) {
    content.erase(mark.at, mark.size);
    const std::size_t next = content.find_first_not_of(" \n", mark.at);
    const bool nothing_there = content.compare(next, 4, "<!--") == 0;
    const bool last = content.compare(next, 14, "</office:text>") == 0;
    if (mark.master == "A-part") {
      const std::size_t end = end_of_words(content, mark.at);
      apart = end > 0;
      if (apart) content.insert(end, bookmark);
      mark.at += apart ? bookmark.size() : 0;
    }
    if (!nothing_there && !last) styles.begin_pages(mark.at, mark.master);
  }
  return apart;
}

}  // namespace writers::odt
