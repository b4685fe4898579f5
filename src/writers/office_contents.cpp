#include "writers/office_contents.hpp"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "writers/headings.hpp"
#include "writers/pandoc_nodes.hpp"
#include "writers/xml_edit.hpp"

namespace writers {

using nlohmann::json;

namespace {

constexpr std::string_view word_opening =
    "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
    "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>";
constexpr std::string_view word_closing = "</w:sdtContent></w:sdt>";
constexpr std::string_view odt_opening = "<text:table-of-content ";
constexpr std::string_view odt_closing = "</text:table-of-content>";

// What stands around the entries, in the words of each format.
struct Frame {
  std::string opening;       // a block, before the title
  std::string after_title;   // a block; may be empty
  std::string before_first;  // inside the first entry; may be empty
  std::string after_last;    // inside the last entry; may be empty
  std::string closing;       // a block, after the last entry
};

std::string title_style(Format format) {
  return format == Format::odt ? "Contents_20_Heading" : "TOCHeading";
}

// Level 1: the highest.
std::string entry_style(Format format, int level) {
  return (format == Format::odt ? "Contents_20_" : "TOC") + std::to_string(level);
}

std::string field(std::string_view type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
}

Frame word_frame(int highest, int lowest) {
  const std::string levels = std::to_string(highest) + "-" + std::to_string(lowest);
  Frame frame;
  frame.opening = word_opening;
  frame.before_first = field("begin") + R"(<w:r><w:instrText xml:space="preserve"> TOC \o ")" +
                       levels + R"(" \h \z </w:instrText></w:r>)" + field("separate");
  frame.after_last = field("end");
  frame.closing = word_closing;
  return frame;
}

// How LibreOffice writes an entry when it is asked to update the table.
std::string entry_template(int level) {
  return "<text:table-of-content-entry-template text:outline-level=\"" + std::to_string(level) +
         "\" text:style-name=\"" + entry_style(Format::odt, level) +
         "\"><text:index-entry-link-start text:style-name=\"Index_20_Link\"/>"
         "<text:index-entry-text/><text:index-entry-tab-stop style:type=\"right\" "
         "style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/>"
         "</text:table-of-content-entry-template>";
}

Frame odt_frame(std::string_view title, int lowest) {
  const std::string name = base::escape_xml(title);
  Frame frame;
  frame.opening = std::string(odt_opening) + "text:name=\"" + name +
                  "\" text:protected=\"true\"><text:table-of-content-source text:outline-level=\"" +
                  std::to_string(lowest) + "\"><text:index-title-template text:style-name=\"" +
                  title_style(Format::odt) + "\">" + name + "</text:index-title-template>";
  for (int level = 1; level <= lowest; ++level) frame.opening += entry_template(level);
  frame.opening +=
      "</text:table-of-content-source><text:index-body><text:index-title text:name=\"" + name +
      "_titre\">";
  frame.after_title = "</text:index-title>";
  frame.closing = "</text:index-body>" + std::string(odt_closing);
  return frame;
}

// What follows the words of an entry that leads to `id`: the number of its page. Nothing for Word,
// which would not update it on opening.
std::string entry_page(Format format, std::string_view id) {
  if (format != Format::odt) return {};
  return "<text:tab/><text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"" +
         base::escape_xml(id) + "\">…</text:bookmark-ref>";
}

// A paragraph of one of the styles above.
json line(const AstOptions& options, const std::string& style, json inlines) {
  json block = node("Para", std::move(inlines));
  const auto found = options.styles.find(style);
  return found == options.styles.end() ? block : styled(found->second, std::move(block));
}

json link(const HeadingEntry& entry) {
  return node("Link", json::array({no_attributes(), json::array({node("Str", entry.title)}),
                                   json::array({"#" + entry.id, ""})}));
}

}  // namespace

json contents(const document::Blocks& blocks, const AstOptions& options) {
  const Format format = options.format;
  const int levels = format == Format::epub ? 0 : options.page.contents_levels;
  const std::string& title = options.page.contents_title;
  json result = json::array();
  const std::vector<HeadingEntry> entries = heading_entries(blocks, levels);
  if (entries.empty()) return result;
  const int highest = heading_levels(blocks).highest;
  const Frame frame = format == Format::odt ? odt_frame(title, highest + levels - 1)
                                            : word_frame(highest, highest + levels - 1);
  result.push_back(raw(format, "RawBlock", frame.opening));
  result.push_back(line(options, title_style(format), json::array({node("Str", title)})));
  result.push_back(raw(format, "RawBlock", frame.after_title));
  for (const HeadingEntry& entry : entries) {
    json inlines = json::array();
    if (&entry == &entries.front()) inlines.push_back(raw(format, "RawInline", frame.before_first));
    inlines.push_back(link(entry));
    inlines.push_back(raw(format, "RawInline", entry_page(format, entry.id)));
    if (&entry == &entries.back()) inlines.push_back(raw(format, "RawInline", frame.after_last));
    result.push_back(line(options, entry_style(format, entry.level), std::move(inlines)));
  }
  result.push_back(raw(format, "RawBlock", frame.closing));
  return result;
}

void plain_entries(std::string& content, Format format) {
  const bool odt = format == Format::odt;
  const std::size_t begin = content.find(odt ? odt_opening : word_opening);
  if (begin == std::string::npos) return;
  const std::size_t size = content.find(odt ? odt_closing : word_closing, begin) - begin;
  std::string entries = content.substr(begin, size);
  if (odt) {
    replace_all(entries, "\"Definition\"", "\"Index_20_Link\"");
    replace_all(entries, "<text:a ",
                "<text:a text:style-name=\"Index_20_Link\" "
                "text:visited-style-name=\"Index_20_Link\" ");
  } else {
    replace_all(entries, "<w:rPr><w:rStyle w:val=\"Hyperlink\" /></w:rPr>", "");
  }
  content.replace(begin, size, entries);
}

}  // namespace writers
