#include "document/dump.hpp"

namespace document {
namespace {

std::string attributes(const Attributes& given) {
  std::string result;
  const auto add = [&](const std::string& part) {
    if (!result.empty()) result += ' ';
    result += part;
  };
  if (!given.id.empty()) add("#" + given.id);
  for (const std::string& name : given.classes) add("." + name);
  for (const auto& [key, value] : given.others) {
    add(key + "=\"");
    result += value + "\"";
  }
  return result.empty() ? result : " {" + result + "}";
}

class Dump {
 public:
  void blocks(const Blocks& list) {
    for (const Block& block : list) std::visit(*this, block.data);
  }

  void operator()(const Paragraph& paragraph) { line("p " + to_string(paragraph.content)); }
  void operator()(const Heading& heading) {
    line("h" + std::to_string(heading.level) + attributes(heading.attributes) + " " +
         to_string(heading.content));
  }
  void operator()(const BulletList& list) { items("ul", list.items); }
  void operator()(const OrderedList& list) {
    items("ol " + std::to_string(list.start), list.items);
  }
  void operator()(const Quote& quote) { container("quote", quote.content); }
  void operator()(const Div& div) { container("div" + attributes(div.attributes), div.content); }
  void operator()(const ThematicBreak&) { line("rule"); }
  void operator()(const Table& table) {
    std::string head = "table" + attributes(table.attributes);
    for (const Column& column : table.columns) {
      constexpr const char* letters[] = {"start", "center", "end"};
      head += std::string(" ") + letters[static_cast<int>(column.alignment)];
      if (column.width > 0) head += ":" + std::to_string(column.width);
      if (column.carried) head += ":carried";
    }
    for (const std::size_t row : table.total_rows) head += " total=" + std::to_string(row);
    if (table.row_headers) head += " row-headers";
    line(head);
    ++depth_;
    if (!table.caption.empty()) line("caption " + to_string(table.caption));
    if (!table.header.empty()) row("header", table.header);
    for (const Row& cells : table.rows) row("row", cells);
    --depth_;
  }
  void operator()(const Figure& figure) {
    std::visit([&](const auto& content) { drawn(figure, content); }, figure.content);
  }

  std::string result;

 private:
  void head(const std::string& name, const Figure& figure) {
    line(name + attributes(figure.attributes) + " " + figure.alternative);
  }
  void drawn(const Figure& figure, const Timeline& timeline) {
    head("timeline", figure);
    ++depth_;
    for (const TimelineEvent& event : timeline.events) {
      line(event.date + " " + event.kind + " " + event.label);
    }
    --depth_;
  }
  void drawn(const Figure& figure, const BarChart& chart) {
    head("bars", figure);
    ++depth_;
    for (const std::string& name : chart.series) line("series " + name);
    for (const Bar& bar : chart.bars) {
      std::string text = bar.label + ":";
      for (const Quantity& value : bar.values) {
        text += " " + value.written;
        if (value.thousandths) text += "=" + std::to_string(*value.thousandths);
      }
      line(text + (bar.breaks_series ? " break" : ""));
    }
    --depth_;
  }
  void drawn(const Figure& figure, const DecisionTree& tree) {
    head("tree", figure);
    ++depth_;
    for (const TreeNode& root : tree.roots) node(root);
    --depth_;
  }
  void node(const TreeNode& given) {
    line("[" + given.answer + "] " + given.text);
    ++depth_;
    for (const TreeNode& branch : given.branches) node(branch);
    --depth_;
  }
  void line(const std::string& text) { result += std::string(depth_ * 2, ' ') + text + "\n"; }
  void container(const std::string& name, const Blocks& content) {
    line(name);
    ++depth_;
    blocks(content);
    --depth_;
  }
  void items(const std::string& name, const std::vector<Blocks>& list) {
    line(name);
    ++depth_;
    for (const Blocks& item : list) container("item", item);
    --depth_;
  }
  void row(const std::string& name, const Row& cells) {
    std::string text = name;
    for (const Cell& cell : cells) {
      text += " |";
      for (const Block& block : cell) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.data)) {
          text += " " + to_string(paragraph->content);
        }
      }
    }
    line(text);
  }

  std::size_t depth_ = 0;
};

struct InlineDump {
  std::string operator()(const Text& text) const {
    return text.verbatim ? "[" + text.utf8 + "]" : text.utf8;
  }
  std::string operator()(const LineBreak&) const { return "⏎"; }
  std::string operator()(const Emphasis& part) const { return "*" + to_string(part.content) + "*"; }
  std::string operator()(const Strong& part) const { return "**" + to_string(part.content) + "**"; }
  std::string operator()(const Superscript& part) const {
    return "^" + to_string(part.content) + "^";
  }
  std::string operator()(const Link& link) const {
    const std::string title = link.title.empty() ? "" : " \"" + link.title + "\"";
    return "(" + to_string(link.content) + " → " + link.target + title + ")";
  }
  std::string operator()(const Note& note) const {
    Dump dump;
    dump.blocks(note.content);
    if (!dump.result.empty()) dump.result.pop_back();
    return "⟦" + dump.result + "⟧";
  }
  std::string operator()(const Span& span) const {
    return "{" + to_string(span.content) + attributes(span.attributes) + "}";
  }
};

}  // namespace

std::string to_string(const Inlines& inlines) {
  std::string result;
  for (const Inline& part : inlines) result += std::visit(InlineDump{}, part.data);
  return result;
}

std::string to_string(const Document& document) {
  Dump dump;
  dump.blocks(document.blocks);
  return dump.result;
}

}  // namespace document
