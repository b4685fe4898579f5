#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// The tree in the middle: every format is written from one Document, parsed once. A closed
// subset of Pandoc's own tree, so that it can be handed to Pandoc as JSON without loss.
namespace document {

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

// Identifier, classes and other attributes, as written in `::: classes key="value"` or
// `## Title {#id .class key="value"}`. Names are unaccented ASCII.
struct Attributes {
  std::string id;
  std::vector<std::string> classes;
  std::vector<std::pair<std::string, std::string>> others;

  [[nodiscard]] bool has_class(std::string_view name) const;
  // The value of an attribute, or an empty text.
  [[nodiscard]] std::string_view get(std::string_view name) const;
};

// ---- Inlines -------------------------------------------------------------------------------

// Words and their spaces. No newline. `verbatim` text was typed by a user, or is an exact
// quotation, and is never changed by the typographic pass.
struct Text {
  std::string utf8;
  bool verbatim = false;
};
struct LineBreak {};  // a break that the author wants
struct Emphasis {
  Inlines content;
};
struct Strong {
  Inlines content;
};
struct Superscript {  // ordinals: 1^er^, made by the typographic pass
  Inlines content;
};
// target: an absolute http(s): or mailto: address, or "#id" of a heading or block.
// The schemes of content (droit:, terme:…) are resolved before any writer sees the tree.
struct Link {
  Inlines content;
  std::string target;
  std::string title;  // what the link leads to, for those who do not see the page; may be empty
  int line = 0;       // of the link in the Markdown it was read from, for messages; 0: not known
};
struct Note {  // a footnote
  Blocks content;
};
struct Span {
  Attributes attributes;
  Inlines content;
};

struct Inline {
  std::variant<Text, LineBreak, Emphasis, Strong, Superscript, Link, Note, Span> data;
};

// ---- Blocks --------------------------------------------------------------------------------

struct Paragraph {
  Inlines content;
};
struct Heading {
  int level = 1;  // 1–6
  Attributes attributes;
  Inlines content;
};
struct BulletList {
  std::vector<Blocks> items;
};
struct OrderedList {
  int start = 1;
  std::vector<Blocks> items;
};
struct Quote {
  Blocks content;
};
enum class Alignment { start, center, end };
struct Column {
  Alignment alignment = Alignment::start;
  int width = 0;  // parts of the whole, relative to the other columns; 0 everywhere: by content
  bool carried = false;  // amounts whose sum is carried from page to page, where there are pages
};
using Cell = Blocks;
using Row = std::vector<Cell>;  // as many cells as columns
// A table with one header row, repeated on each page. A Div of class "total" has no meaning
// here: rows that are sums are named by `total_rows` (indexes into `rows`).
struct Table {
  Attributes attributes;
  Inlines caption;
  std::vector<Column> columns;
  Row header;  // one cell a column; may be empty (no header)
  std::vector<Row> rows;
  std::vector<std::size_t> total_rows;
  bool row_headers = false;  // the first cell of each row names the row
  int line = 0;              // in the Markdown it was read from, for messages; 0: not known
};
struct Div {
  Attributes attributes;
  Blocks content;
};
struct ThematicBreak {};
// ---- Figures: data that typeset draws. No layout here.

// Events in order, each placed by a date (AAAA-MM-JJ) or, in a timeline of steps, by free words
// (« Cinquième jour »).
struct TimelineEvent {
  std::string date;
  std::string label;  // short: « Transmission au préfet »
  std::string kind;   // "depart" (start event), "echeance" (deadline), "effet" (effect)
};
struct Timeline {
  std::vector<TimelineEvent> events;
};
// What a cell of the chart’s table says: `thousandths` of the unit (of a month for durations, so
// that « 6 mois » and « 5 ans » compare), or nothing where the cell is « — »; and how it is
// written.
struct Quantity {
  std::optional<std::int64_t> thousandths;  // 0 or more
  std::string written;
};
struct Bar {
  std::string label;
  std::vector<Quantity> values;  // one a series
  bool breaks_series = false;    // from here on, not counted as the bars before
};
struct BarChart {
  std::vector<std::string> series;  // names; one or two
  std::vector<Bar> bars;
};
// A question that has branches, or an answer that has none.
struct TreeNode {
  std::string answer;  // to the question above; may be empty
  std::string text;    // the next question, or what to do
  std::vector<TreeNode> branches;
};
struct DecisionTree {
  std::vector<TreeNode> roots;
};
// `alternative` says in words what the figure shows. The same facts always stand in a table or a
// list of the document as well, so the figure never carries them alone.
struct Figure {
  Attributes attributes;
  std::string alternative;
  std::variant<Timeline, BarChart, DecisionTree> content;
};

struct Block {
  std::variant<Paragraph, Heading, BulletList, OrderedList, Quote, Table, Div, ThematicBreak,
               Figure>
      data;
};

// ---- Document ------------------------------------------------------------------------------

struct Metadata {
  std::string title;
  std::string language = "fr-FR";
  std::string author;  // the sender, or the publisher; may be empty
  std::string subject;
  std::string date;   // AAAA-MM-JJ, or empty
  std::string style;  // the layout in templates/styles: "lettre", "note", "guide"…
};

struct Document {
  Metadata metadata;
  Blocks blocks;
};

}  // namespace document
