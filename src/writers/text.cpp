#include "writers/text.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "document/links.hpp"

namespace writers {
namespace {

using document::Blocks;
using document::Inlines;

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

// Writes lines under prefixes: "- " then blanks for an item, "> " for a quote, "| " for a box.
class TextWriter {
 public:
  std::string write(const Blocks& list) {
    blocks(list);
    notes();
    return std::move(out_);
  }

  void operator()(const document::Paragraph& paragraph) { wrap(flat(paragraph.content)); }
  void operator()(const document::Heading& heading);
  void operator()(const document::BulletList& list) {
    for (const Blocks& item : list.items) nested(item, "- ", "  ");
    separate();
  }
  void operator()(const document::OrderedList& list) {
    int number = list.start;
    for (const Blocks& item : list.items) {
      const std::string mark = std::to_string(number++) + ". ";
      nested(item, mark, std::string(mark.size(), ' '));
    }
    separate();
  }
  void operator()(const document::Quote& quote) {
    nested(quote.content, "> ", "> ");
    separate();
  }
  void operator()(const document::ThematicBreak&) { wrap(repeated("-", 24)); }
  void operator()(const document::Figure&) {}
  void operator()(const document::Div& div);
  void operator()(const document::Table& table);

 private:
  void blocks(const Blocks& list) {
    for (const auto& block : list) {
      std::visit(*this, block.data);
      separate();
    }
  }
  void nested(const Blocks& content, const std::string& first, const std::string& others);
  void write_line(std::string text);
  void line(std::string_view text);
  template <typename Content>
  void hanging(const std::string& first, const std::string& others, const Content& content);
  void wrap(const std::string& text);
  // A blank line before whatever comes next, if something was written.
  void separate() { blank_due_ = !out_.empty(); }
  std::string flat(const Inlines& list);
  void flat(const document::Inline& part, std::string& out);
  std::string flat(const Blocks& cell);
  void notes();
  void aligned(const document::Table& table, const std::vector<std::vector<std::string>>& rows,
               const std::vector<std::size_t>& widths);
  void listed(const document::Table& table, const std::vector<std::vector<std::string>>& rows);

  std::string out_;
  std::string prefix_;               // of every line
  std::optional<std::string> mark_;  // in its place, for the next line only
  bool blank_due_ = false;
  std::vector<const document::Note*> notes_;
};

void TextWriter::write_line(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  out_ += text + "\n";
  blank_due_ = false;
}

void TextWriter::line(std::string_view text) {
  if (blank_due_ && !mark_) write_line(prefix_);
  write_line(mark_.value_or(prefix_) + std::string(text));
  mark_.reset();
}

// Writes something whose first line begins with `first` and the others with `others`.
template <typename Content>
void TextWriter::hanging(const std::string& first, const std::string& others,
                         const Content& content) {
  const std::string outer = prefix_;
  if (blank_due_ && !mark_) write_line(prefix_);
  // An item that begins with an item shows both marks on its line.
  mark_ = mark_.value_or(prefix_) + first;
  prefix_ += others;
  content();
  if (mark_) line("");
  prefix_ = outer;
}

// Cuts at ordinary spaces only. A longer word stays whole.
void TextWriter::wrap(const std::string& text) {
  for (const std::string& part : base::split(text, '\n')) {
    const std::size_t room = text_columns - std::min(text_columns - 20, base::length(prefix_));
    std::string current;
    std::size_t used = 0;
    for (const std::string& word : base::split(part, ' ')) {
      const std::size_t size = base::length(word);
      if (used > 0 && used + 1 + size > room) {
        line(current);
        current.clear();
        used = 0;
      }
      current += (used > 0 || !current.empty() ? " " : "") + word;
      used = base::length(current);
    }
    line(current);
  }
}

void TextWriter::nested(const Blocks& content, const std::string& first,
                        const std::string& others) {
  hanging(first, others, [&] { blocks(content); });
  // Short items follow each other; longer ones are set apart.
  blank_due_ = content.size() > 1;
}

void TextWriter::operator()(const document::Heading& heading) {
  const std::string title = flat(heading.content);
  wrap(title);
  if (heading.level > 2) return;
  const std::size_t width = std::min(base::length(title), text_columns);
  line(repeated(heading.level == 1 ? "=" : "-", width));
}

void TextWriter::operator()(const document::Div& div) {
  const auto* first =
      div.content.empty() ? nullptr : std::get_if<document::Div>(&div.content.front().data);
  if (first != nullptr && first->attributes.has_class("titre-encadre")) {
    nested(div.content, "| ", "| ");
  } else {
    blocks(div.content);
  }
}

// ---- Inlines -------------------------------------------------------------------------------

std::string TextWriter::flat(const Inlines& list) {
  std::string result;
  for (const auto& part : list) flat(part, result);
  return result;
}

void TextWriter::flat(const document::Inline& part, std::string& out) {
  if (const auto* text = std::get_if<document::Text>(&part.data)) {
    out += text->utf8;
  } else if (std::holds_alternative<document::LineBreak>(part.data)) {
    out += '\n';
  } else if (const auto* note = std::get_if<document::Note>(&part.data)) {
    notes_.push_back(note);
    out += "[" + std::to_string(notes_.size()) + "]";
  } else {
    std::visit(
        [&](const auto& data) {
          if constexpr (requires { data.content.front(); }) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(data.content)>, Inlines>) {
              out += flat(data.content);
            }
          }
        },
        part.data);
  }
  const auto* link = std::get_if<document::Link>(&part.data);
  if (link == nullptr) return;
  const auto kind = document::link_kind(link->target);
  const bool mail = kind == document::LinkKind::mail;
  if (!mail && kind != document::LinkKind::web) return;
  const std::string address = mail ? link->target.substr(7) : link->target;
  if (flat(link->content) != address) out += " (" + address + ")";
}

std::string TextWriter::flat(const Blocks& cell) {
  std::string result;
  for (const auto& block : cell) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.data);
    if (paragraph == nullptr) continue;
    result += (result.empty() ? "" : " ") + flat(paragraph->content);
  }
  std::replace(result.begin(), result.end(), '\n', ' ');
  return result;
}

void TextWriter::notes() {
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    separate();
    const std::string mark = "[" + std::to_string(i + 1) + "] ";
    nested(notes_[i]->content, mark, std::string(mark.size(), ' '));
  }
}

// ---- Tables --------------------------------------------------------------------------------

void TextWriter::operator()(const document::Table& table) {
  if (!table.caption.empty()) {
    wrap(flat(table.caption));
    separate();
  }
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const document::Row& row) {
    rows.emplace_back();
    for (const auto& cell : row) rows.back().push_back(flat(cell));
  };
  if (!table.header.empty()) add(table.header);
  for (const auto& row : table.rows) add(row);
  std::vector<std::size_t> widths(table.columns.size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], base::length(row[i]));
    }
  }
  std::size_t total = base::length(prefix_);
  for (const std::size_t width : widths) total += width + 2;
  if (total <= text_columns + 2) {
    aligned(table, rows, widths);
  } else {
    listed(table, rows);
  }
}

void TextWriter::aligned(const document::Table& table,
                         const std::vector<std::vector<std::string>>& rows,
                         const std::vector<std::size_t>& widths) {
  const bool headed = !table.header.empty();
  std::size_t whole = 0;
  for (const std::size_t width : widths) whole += width + 2;
  const std::string rule = repeated("-", whole < 2 ? 0 : whole - 2);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool total =
        !table.total_rows.empty() && r == table.total_rows.front() + (headed ? 1 : 0);
    if ((headed && r == 1) || total) line(rule);
    std::string text;
    for (std::size_t i = 0; i < rows[r].size() && i < widths.size(); ++i) {
      const std::string gap(widths[i] - base::length(rows[r][i]), ' ');
      const bool at_end = table.columns[i].alignment == document::Alignment::end;
      text += (i > 0 ? "  " : "") + (at_end ? gap + rows[r][i] : rows[r][i] + gap);
    }
    line(text);
  }
}

void TextWriter::listed(const document::Table& table,
                        const std::vector<std::vector<std::string>>& rows) {
  const auto pair = [&](const std::string& label, const std::string& value) {
    const bool both = !label.empty() && !value.empty();
    if (label.empty() && value.empty()) return;
    hanging("", "  ", [&] { wrap(both ? label + "\u00A0: " + value : label + value); });
  };
  if (table.columns.size() == 2) {
    for (const auto& row : rows) pair(row[0], row[1]);
    return;
  }
  const bool headed = !table.header.empty();
  for (std::size_t r = headed ? 1 : 0; r < rows.size(); ++r) {
    separate();
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      if (!rows[r][i].empty()) pair(headed ? rows[0][i] : std::string(), rows[r][i]);
    }
  }
}

}  // namespace

std::string text(const document::Document& document) { return TextWriter().write(document.blocks); }

}  // namespace writers
