#include "writers/pandoc_ast.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "document/links.hpp"
#include "writers/column_widths.hpp"
#include "writers/directions.hpp"
#include "writers/headings.hpp"
#include "writers/office_contents.hpp"
#include "writers/pandoc_nodes.hpp"
#include "writers/style_choice.hpp"
#include "writers/wide_tables.hpp"

namespace writers {
namespace {

using document::Attributes;
using document::Block;
using document::Blocks;
using document::Inline;
using document::Inlines;
using nlohmann::json;

bool may_be_linked(std::string_view target) {
  const auto kind = document::link_kind(target);
  return kind == document::LinkKind::web || kind == document::LinkKind::mail ||
         kind == document::LinkKind::anchor;
}

class Builder {
 public:
  explicit Builder(const AstOptions& options) : options_(options), choice_(options) {}

  // The blocks of the document, whose pages may turn.
  json whole(const Blocks& content) {
    const std::vector<bool> turned = choice_.turned(content);
    json result = contents(content, options_);
    for (std::size_t begin = 0, end = 0; begin < content.size(); begin = end) {
      while (end < content.size() && turned[end] == turned[begin]) ++end;
      if (turned[begin]) result.push_back(raw("RawBlock", turned_mark));
      if (begin > 0 && !turned[begin]) result.push_back(raw("RawBlock", upright_mark));
      for (json& block : blocks(content, begin, end, {})) result.push_back(std::move(block));
    }
    return result;
  }

  json blocks(const Blocks& content, const Place& place) {
    return blocks(content, 0, content.size(), place);
  }

  json inlines(const Inlines& content) {
    json result = json::array();
    for (const Inline& one : content) {
      std::visit([&](const auto& data) { append(result, data); }, one.data);
    }
    return result;
  }

 private:
  json blocks(const Blocks& content, std::size_t begin, std::size_t end, const Place& place) {
    json result = json::array();
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t framed = choice_.framed_from(content, i);
      if (framed > 0) {
        append_frames(result, content, i, framed);
        i += framed - 1;
        continue;
      }
      Place here = place;
      if (i + 1 < content.size()) choice_.style_before(content[i], content[i + 1], here);
      std::visit([&](const auto& data) { append(result, data, here); }, content[i].data);
    }
    return result;
  }

  // ---- inlines ----
  void append(json& to, const document::Text& text) {
    if (text.utf8.empty()) return;
    if (!text.verbatim || !base::has_right_to_left(text.utf8)) {
      to.push_back(node("Str", text.utf8));
      return;
    }
    for (json& one : turned_inlines(text.utf8, options_.format)) to.push_back(std::move(one));
  }
  void append(json& to, const document::LineBreak&) { to.push_back(node("LineBreak")); }
  void append(json& to, const document::Emphasis& emphasis) {
    wrap(to, "Emph", inlines(emphasis.content));
  }
  void append(json& to, const document::Strong& strong) {
    wrap(to, "Strong", inlines(strong.content));
  }
  void append(json& to, const document::Superscript& superscript) {
    to.push_back(node("Superscript", inlines(superscript.content)));
  }
  void append(json& to, const document::Note& note) {
    to.push_back(node("Note", blocks(note.content, {})));
  }
  void append(json& to, const document::Link& link) {
    if (!may_be_linked(link.target)) {
      for (json& one : inlines(link.content)) to.push_back(std::move(one));
      return;
    }
    to.push_back(node("Link", json::array({no_attributes(), inlines(link.content),
                                           json::array({link.target, link.title})})));
  }
  void append(json& to, const document::Span& span) {
    name_place(span.attributes);
    append_bookmarks(to);
    const std::string style = choice_.style_of(span.attributes);
    if (!style.empty() && options_.format == Format::odt) {
      // Pandoc's OpenDocument writer leaves the style of a span out. Style names are NCNames:
      // nothing to escape.
      to.push_back(raw("RawInline", "<text:span text:style-name=\"" + style + "\">"));
      for (json& one : inlines(span.content)) to.push_back(std::move(one));
      to.push_back(raw("RawInline", "</text:span>"));
      return;
    }
    to.push_back(
        node("Span", json::array({attributes(span.attributes, style), inlines(span.content)})));
  }

  // Pandoc's OpenDocument writer keeps the identifiers of headings alone: a link to a block or a
  // span would lead nowhere. The next words have them as bookmarks.
  void name_place(const Attributes& attributes) {
    if (options_.format != Format::odt || attributes.id.empty()) return;
    bookmarks_ += "<text:bookmark text:name=\"" + base::escape_xml(attributes.id) + "\"/>";
  }
  void append_bookmarks(json& to) {
    if (!bookmarks_.empty()) to.push_back(raw("RawInline", std::exchange(bookmarks_, {})));
  }
  json named_inlines(const Inlines& content) {
    json result = json::array();
    append_bookmarks(result);
    for (json& one : inlines(content)) result.push_back(std::move(one));
    return result;
  }

  // Notes stay outside: in OpenDocument, Pandoc would give their text the face of their call.
  static void wrap(json& to, const char* type, json content) {
    json group = json::array();
    const auto close = [&] {
      if (!group.empty()) to.push_back(node(type, std::exchange(group, json::array())));
    };
    for (json& one : content) {
      if (one["t"] != "Note") {
        group.push_back(std::move(one));
        continue;
      }
      close();
      to.push_back(std::move(one));
    }
    close();
  }

  // ---- blocks ----
  void append(json& to, const document::Paragraph& paragraph, const Place& place) {
    json content = named_inlines(paragraph.content);
    if (place.strong) {
      json strong = json::array();
      wrap(strong, "Strong", std::move(content));
      content = std::move(strong);
    }
    // Pandoc forgets the style of a Plain.
    const bool plain = place.tight && place.style.empty();
    json block = node(plain ? "Plain" : "Para", std::move(content));
    to.push_back(place.style.empty() ? std::move(block) : styled(place.style, std::move(block)));
  }
  void append(json& to, const document::Heading& heading, const Place&) {
    json own = attributes(heading.attributes, {});
    // Pandoc makes no EPUB of a heading without identifier.
    if (options_.format == Format::epub && heading.attributes.id.empty()) {
      own[0] = "titre-sans-nom-" + std::to_string(++unnamed_headings_);
    }
    to.push_back(node("Header", json::array({std::clamp(heading.level, 1, 6), std::move(own),
                                             named_inlines(heading.content)})));
  }
  void append(json& to, const document::BulletList& list, const Place& place) {
    const Place inside = choice_.list_place(place, "liste-puces");
    if (const std::string* style = choice_.list_style(place, "-puces")) {
      append_items(to, *style, 0, list.items, inside);
      return;
    }
    to.push_back(node("BulletList", items(list.items, inside)));
  }
  void append(json& to, const document::OrderedList& list, const Place& place) {
    const Place inside = choice_.list_place(place, "liste-numeros");
    if (const std::string* style = choice_.list_style(place, "-numeros")) {
      append_items(to, *style, list.start, list.items, inside);
      return;
    }
    to.push_back(
        node("OrderedList", json::array({json::array({list.start, node("Decimal"), node("Period")}),
                                         items(list.items, inside)})));
  }
  void append(json& to, const document::Quote& quote, const Place& place) {
    to.push_back(node("BlockQuote", blocks(quote.content, {place.style, place.class_name})));
  }
  void append(json& to, const document::Div& div, const Place& place) {
    if (choice_.is_detached(div.attributes)) to.push_back(raw("RawBlock", detached_mark));
    name_place(div.attributes);
    Place inside = place;
    if (const auto* own = choice_.styled_class(div.attributes)) {
      inside.class_name = own->first;
      inside.style = own->second;
    } else if (div.attributes.has_class("titre-encadre")) {
      const auto title = options_.styles.find(place.class_name + "-titre");
      if (title != options_.styles.end()) inside.style = title->second;
    }
    to.push_back(
        node("Div", json::array({attributes(div.attributes, {}), blocks(div.content, inside)})));
  }
  void append(json& to, const document::ThematicBreak&, const Place&) {
    // For Word, Pandoc draws a VML rectangle, that LibreOffice does not show.
    if (options_.format == Format::docx && options_.styles.contains("filet")) {
      to.push_back(empty_paragraph("filet"));
      return;
    }
    to.push_back(node("HorizontalRule"));
  }
  void append(json& to, const document::Figure& figure, const Place&) {
    const std::optional<std::string> file =
        options_.picture ? options_.picture(figure) : std::nullopt;
    if (!file) return;
    json size = json::array({"", json::array(), json::array({json::array({"width", "100%"})})});
    json image =
        node("Image", json::array({std::move(size), json::array({node("Str", figure.alternative)}),
                                   json::array({*file, ""})}));
    json drawn = node("Para", json::array({std::move(image)}));
    const auto style = options_.styles.find("Figure");
    to.push_back(style == options_.styles.end() ? std::move(drawn)
                                                : styled(style->second, std::move(drawn)));
  }
  void append(json& to, const document::Table& table, const Place& place) {
    if (options_.format == Format::epub && choice_.is_turned(table)) {
      json list = blocks(as_list(table), place);
      to.push_back(node("Div", json::array({attributes(table.attributes, {}), std::move(list)})));
      return;
    }
    name_place(table.attributes);
    to.push_back(node("Table", json::array({attributes(table.attributes, {}), caption(table),
                                            columns(table), head(table), body(table),
                                            json::array({no_attributes(), json::array()})})));
  }

  // ---- parts ----
  // The frames hang on one paragraph, below which the text goes on.
  void append_frames(json& to, const Blocks& content, std::size_t at, std::size_t count) {
    std::string opening = R"(<text:p text:style-name="cadre">)";
    for (std::size_t i = at; i < at + count; ++i) {
      const OfficeFrame& frame = *choice_.frame_of(content[i]);
      opening += "<draw:frame draw:style-name=\"cadre-a-place-fixe\" draw:name=\"" +
                 frame.class_name + "\" text:anchor-type=\"paragraph\" svg:x=\"" +
                 millimetres(frame.place.x) + "\" svg:y=\"" + millimetres(frame.place.y) +
                 "\" svg:width=\"" + millimetres(frame.place.width) +
                 "\"><draw:text-box fo:min-height=\"" + millimetres(frame.place.height) + "\">";
      to.push_back(raw("RawBlock", opening));
      std::visit([&](const auto& data) { append(to, data, Place{}); }, content[i].data);
      opening = "</draw:text-box></draw:frame>";
    }
    to.push_back(raw("RawBlock", opening + "</text:p>"));
  }

  // A list of OpenDocument with a style of the reference document: Pandoc knows only its own.
  void append_items(json& to, const std::string& style, int start, const std::vector<Blocks>& list,
                    const Place& place) {
    to.push_back(raw("RawBlock", "<text:list text:style-name=\"" + style + "\">"));
    std::string opening = "<text:list-item>";
    if (start > 0)
      opening.insert(opening.size() - 1, " text:start-value=\"" + std::to_string(start) + "\"");
    for (const Blocks& item : list) {
      to.push_back(raw("RawBlock", opening));
      for (json& block : blocks(item, {place.style, place.class_name}))
        to.push_back(std::move(block));
      to.push_back(raw("RawBlock", "</text:list-item>"));
      opening = "<text:list-item>";
    }
    to.push_back(raw("RawBlock", "</text:list>"));
  }

  json items(const std::vector<Blocks>& list, const Place& place) {
    Place inside{place.style, place.class_name};
    inside.tight = std::all_of(list.begin(), list.end(), [](const Blocks& item) {
      return std::count_if(item.begin(), item.end(), [](const Block& block) {
               return std::holds_alternative<document::Paragraph>(block.data);
             }) <= 1;
    });
    json result = json::array();
    for (const Blocks& item : list) result.push_back(blocks(item, inside));
    return result;
  }

  json caption(const document::Table& table) {
    json content = json::array();
    if (!table.caption.empty()) content.push_back(node("Plain", inlines(table.caption)));
    return json::array({nullptr, std::move(content)});
  }

  static json alignment(document::Alignment alignment) {
    switch (alignment) {
      case document::Alignment::center:
        return node("AlignCenter");
      case document::Alignment::end:
        return node("AlignRight");
      case document::Alignment::start:
        return node("AlignLeft");
    }
    return node("AlignDefault");
  }

  json columns(const document::Table& table) const {
    const std::vector<int> widths = column_widths(table);
    const bool by_styles = options_.styles.contains("cellule");
    json result = json::array();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      // Thousandths written as a decimal number: what the reader parses is the same everywhere.
      result.push_back(
          json::array({by_styles ? node("AlignDefault") : alignment(table.columns[i].alignment),
                       node("ColWidth", widths[i] / 1000.0)}));
    }
    return result;
  }

  json row(const document::Table& table, const document::Row& row, bool header, bool total) {
    json cells = json::array();
    for (std::size_t i = 0; i < row.size(); ++i) {
      // In EPUB the head of a row is a <th>, bold by itself.
      const bool row_header = table.row_headers && i == 0 && options_.format != Format::epub;
      const std::string kind = header ? "-tete" : total || row_header ? "-forte" : "";
      Place place = choice_.cell_place(
          kind, i < table.columns.size() ? table.columns[i].alignment : document::Alignment::start);
      place.tight = row[i].size() == 1;
      cells.push_back(
          json::array({no_attributes(), node("AlignDefault"), 1, 1, blocks(row[i], place)}));
    }
    return json::array({no_attributes(), std::move(cells)});
  }

  json head(const document::Table& table) {
    json rows = json::array();
    if (!table.header.empty()) rows.push_back(row(table, table.header, true, false));
    return json::array({no_attributes(), std::move(rows)});
  }

  json body(const document::Table& table) {
    json rows = json::array();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const bool total =
          std::find(table.total_rows.begin(), table.total_rows.end(), i) != table.total_rows.end();
      rows.push_back(row(table, table.rows[i], false, total));
    }
    // Pandoc 2.17 leaves the heads of rows out of OpenDocument files.
    const bool row_headers = table.row_headers && options_.format == Format::epub;
    return json::array(
        {json::array({no_attributes(), row_headers ? 1 : 0, json::array(), std::move(rows)})});
  }

  json attributes(const Attributes& from, const std::string& style) const {
    json others = json::array();
    if (!style.empty() && options_.format != Format::epub) {
      others.push_back(json::array({"custom-style", style}));
    }
    const std::string_view language = from.get("lang");
    if (!language.empty()) others.push_back(json::array({"lang", language}));
    // Pandoc's writer of DOCX knows nothing of languages: see polish_docx.
    if (!language.empty() && style.empty() && options_.format == Format::docx) {
      others.push_back(json::array({"custom-style", std::string(language_style).append(language)}));
    }
    return json::array({from.id, from.classes, std::move(others)});
  }

  // An empty paragraph, that Pandoc would leave out. Names of styles have nothing to escape.
  json empty_paragraph(const std::string& style) const {
    return raw("RawBlock", options_.format == Format::docx
                               ? "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr></w:p>"
                               : "<text:p text:style-name=\"" + style + "\"/>");
  }

  json raw(const char* type, std::string_view text) const {
    return writers::raw(options_.format, type, text);
  }

  const AstOptions& options_;
  StyleChoice choice_;
  int unnamed_headings_ = 0;
  std::string bookmarks_;  // of the places that begin with the next words
};

}  // namespace

std::string pandoc_json(const document::Document& document, ApiVersion version,
                        const AstOptions& options) {
  Builder builder(options);
  // The table of contents leads to every heading.
  Blocks blocks = document.blocks;
  if (options.page.contents_levels > 0) name_headings(blocks);
  const json tree = {{"pandoc-api-version", json::array({version.major, version.minor})},
                     {"meta", metadata_nodes(document.metadata, options)},
                     {"blocks", builder.whole(blocks)}};
  return tree.dump();
}

}  // namespace writers
