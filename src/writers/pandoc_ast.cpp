#include "writers/pandoc_ast.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "document/links.hpp"
#include "writers/column_widths.hpp"

namespace writers {
namespace {

using document::Attributes;
using document::Block;
using document::Blocks;
using document::Inline;
using document::Inlines;
using nlohmann::json;

json node(const char* type) { return {{"t", type}}; }
json node(const char* type, json content) { return {{"t", type}, {"c", std::move(content)}}; }

json no_attributes() { return json::array({"", json::array(), json::array()}); }

bool may_be_linked(std::string_view target) {
  const auto kind = document::link_kind(target);
  return kind == document::LinkKind::web || kind == document::LinkKind::mail ||
         kind == document::LinkKind::anchor;
}

// Where a block stands: what its paragraphs must look like.
struct Place {
  std::string style;       // Pandoc's name of the style of the nearest styled div, or empty
  std::string class_name;  // the class that has this style
  bool tight = false;      // alone in its cell or list item: no space around
  bool strong = false;     // in a row of sums, or the head of a row
};

class Builder {
 public:
  explicit Builder(const AstOptions& options) : options_(options) {}

  json blocks(const Blocks& content, const Place& place) {
    json result = json::array();
    for (const Block& block : content) {
      std::visit([&](const auto& data) { append(result, data, place); }, block.data);
    }
    return result;
  }

  json inlines(const Inlines& content) {
    json result = json::array();
    for (const Inline& one : content) {
      std::visit([&](const auto& data) { append(result, data); }, one.data);
    }
    return result;
  }

 private:
  // ---- inlines ----
  void append(json& to, const document::Text& text) {
    if (!text.utf8.empty()) to.push_back(node("Str", text.utf8));
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
    const std::string style = style_of(span.attributes);
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
    json content = inlines(paragraph.content);
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
                                             inlines(heading.content)})));
  }
  void append(json& to, const document::BulletList& list, const Place& place) {
    if (const std::string* style = list_style(place, "-puces")) {
      append_items(to, *style, 0, list.items, place);
      return;
    }
    to.push_back(node("BulletList", items(list.items, place)));
  }
  void append(json& to, const document::OrderedList& list, const Place& place) {
    if (const std::string* style = list_style(place, "-numeros")) {
      append_items(to, *style, list.start, list.items, place);
      return;
    }
    to.push_back(
        node("OrderedList", json::array({json::array({list.start, node("Decimal"), node("Period")}),
                                         items(list.items, place)})));
  }
  void append(json& to, const document::Quote& quote, const Place& place) {
    to.push_back(node("BlockQuote", blocks(quote.content, {place.style, place.class_name})));
  }
  void append(json& to, const document::Div& div, const Place& place) {
    begin(to, div.attributes);
    Place inside = place;
    if (const auto* own = styled_class(div.attributes)) {
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
  void append(json& to, const document::Timeline& timeline, const Place&) {
    const std::optional<std::string> file =
        options_.picture ? options_.picture(timeline) : std::nullopt;
    if (!file) return;
    json size = json::array({"", json::array(), json::array({json::array({"width", "100%"})})});
    json image = node(
        "Image", json::array({std::move(size), json::array({node("Str", timeline.alternative)}),
                              json::array({*file, ""})}));
    to.push_back(node("Para", json::array({std::move(image)})));
  }
  void append(json& to, const document::Table& table, const Place&) {
    to.push_back(node("Table", json::array({attributes(table.attributes, {}), caption(table),
                                            columns(table), head(table), body(table),
                                            json::array({no_attributes(), json::array()})})));
    // Word makes one table of two that touch.
    if (options_.format == Format::docx && options_.styles.contains("apres-tableau")) {
      to.push_back(empty_paragraph("apres-tableau"));
    }
  }

  // ---- parts ----
  const std::string* list_style(const Place& place, const char* suffix) const {
    if (options_.format != Format::odt || place.style.empty()) return nullptr;
    const auto found = options_.styles.find(place.style + suffix);
    return found == options_.styles.end() ? nullptr : &found->second;
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

  static json columns(const document::Table& table) {
    const std::vector<int> widths = column_widths(table);
    json result = json::array();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      // Thousandths written as a decimal number: what the reader parses is the same everywhere.
      result.push_back(json::array(
          {alignment(table.columns[i].alignment), node("ColWidth", widths[i] / 1000.0)}));
    }
    return result;
  }

  json row(const document::Row& row, bool strong, bool row_header) {
    json cells = json::array();
    for (std::size_t i = 0; i < row.size(); ++i) {
      Place place;
      place.tight = row[i].size() == 1;
      // In EPUB the head of a row is a <th>, bold by itself.
      place.strong = strong || (row_header && i == 0 && options_.format != Format::epub);
      cells.push_back(
          json::array({no_attributes(), node("AlignDefault"), 1, 1, blocks(row[i], place)}));
    }
    return json::array({no_attributes(), std::move(cells)});
  }

  json head(const document::Table& table) {
    json rows = json::array();
    if (!table.header.empty()) rows.push_back(row(table.header, false, false));
    return json::array({no_attributes(), std::move(rows)});
  }

  json body(const document::Table& table) {
    json rows = json::array();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const bool total =
          std::find(table.total_rows.begin(), table.total_rows.end(), i) != table.total_rows.end();
      rows.push_back(row(table.rows[i], total, table.row_headers));
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
    return json::array({from.id, from.classes, std::move(others)});
  }

  json styled(const std::string& style, json block) const {
    return node("Div", json::array({attributes({}, style), json::array({std::move(block)})}));
  }

  // An empty paragraph, that Pandoc would leave out. Names of styles have nothing to escape.
  json empty_paragraph(const std::string& style) const {
    return raw("RawBlock", options_.format == Format::docx
                               ? "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr></w:p>"
                               : "<text:p text:style-name=\"" + style + "\"/>");
  }

  void begin(json& to, const Attributes& from) const {
    if (options_.format == Format::epub) return;
    for (const std::string& name : from.classes) {
      if (options_.styles.contains(name + "-avant")) to.push_back(empty_paragraph(name + "-avant"));
    }
  }

  json raw(const char* type, const std::string& text) const {
    return node(type,
                json::array({options_.format == Format::docx ? "openxml" : "opendocument", text}));
  }

  // The first class that has a style, and this style.
  const StyleNames::value_type* styled_class(const Attributes& from) const {
    if (options_.format == Format::epub) return nullptr;
    for (const std::string& name : from.classes) {
      const auto found = options_.styles.find(name);
      if (found != options_.styles.end()) return &*found;
    }
    return nullptr;
  }

  std::string style_of(const Attributes& from) const {
    const auto* found = styled_class(from);
    return found == nullptr ? std::string() : found->second;
  }

  const AstOptions& options_;
  int unnamed_headings_ = 0;
};

json metadata(const document::Metadata& from, const AstOptions& options) {
  json meta = json::object();
  const auto set = [&](const char* name, const std::string& value) {
    if (!value.empty()) meta[name] = node("MetaInlines", json::array({node("Str", value)}));
  };
  set("lang", from.language);
  if (options.format != Format::epub && !options.title_block) return meta;
  set("title", from.title);
  set("author", from.author);
  set("date", from.date);
  if (options.format == Format::epub) set("subject", from.subject);
  return meta;
}

}  // namespace

std::string pandoc_json(const document::Document& document, ApiVersion version,
                        const AstOptions& options) {
  Builder builder(options);
  const json tree = {{"pandoc-api-version", json::array({version.major, version.minor})},
                     {"meta", metadata(document.metadata, options)},
                     {"blocks", builder.blocks(document.blocks, {})}};
  return tree.dump();
}

}  // namespace writers
