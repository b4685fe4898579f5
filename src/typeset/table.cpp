#include "typeset/table.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>

#include "base/amount.hpp"
#include "document/words.hpp"
#include "typeset/carried_sums.hpp"
#include "typeset/tokens.hpp"

namespace typeset {
namespace {

// A word (an address, often) may ask for no more than this part of the table's width, in fifths.
constexpr Length widest_word_fifths = 2;

// Figures of the same size but of another weight differ by less than this part of their width.
constexpr Length decimals_margin = 12;

// A row taller than this part of the page may be cut between its lines.
constexpr Length uncut_part = 3;

// What a cell of plain text says.
std::string text_of(const document::Cell& cell) {
  std::string text;
  for (const auto& block : cell) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.data);
    if (paragraph != nullptr) text += document::plain_text(paragraph->content);
  }
  return text;
}

// The distances from the top of the row at which no cell has a line.
std::set<Length> seams(const std::vector<std::vector<Atom>>& cells, Length height) {
  std::set<Length> places;
  for (const auto& cell : cells) {
    Length y = 0;
    for (const Atom& atom : cell) {
      places.insert(y + atom.before);
      y += atom.before + atom.height;
      places.insert(y);
    }
  }
  for (const auto& cell : cells) {
    Length y = 0;
    for (const Atom& atom : cell) {
      const Length top = y + atom.before, bottom = top + atom.height;
      for (auto place = places.upper_bound(top); place != places.end() && *place < bottom;) {
        place = places.erase(place);
      }
      y = bottom;
    }
  }
  places.insert(height);
  return places;
}

void append(Atom& whole, Atom&& part) {
  const auto move_all = [](auto& from, auto& to) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  };
  move_all(part.marks, whole.marks);
  move_all(part.links, whole.links);
  move_all(part.notes, whole.notes);
  move_all(part.anchors, whole.anchors);
  move_all(part.attach, whole.attach);
}

constexpr int tall_row_lines = 3;

}  // namespace

TableComposer::TableComposer(Composer& composer, const document::Table& table, const Column& column)
    : composer_(composer), table_(table), column_(column), look_(composer.style.table) {
  text_ = apply(composer.style, column.text, look_.text);
  text_.indent = 0;
  text_.tabular = true;
  if (text_.align == Align::justified) text_.align = Align::start;
}

void TableComposer::compose(Flow& flow) {
  if (table_.columns.empty()) {
    composer_.report("un tableau n’a pas de colonne");
    return;
  }
  element_ = composer_.structure.add(Role::table, column_.element);
  find_widths();
  turn_if_needed();
  flow.space(look_.text.before);
  const std::size_t first_atom = flow.atoms.size();
  caption(flow);
  const std::size_t first_row = flow.atoms.size();
  if (!table_.header.empty()) {
    const std::size_t head = composer_.structure.add(Role::table_head, element_);
    const std::size_t first = flow.atoms.size();
    row(table_.header, {true, false}, head, flow);
    repeat_head(flow, first);
    for (std::size_t i = first; i < flow.atoms.size(); ++i) flow.atoms[i].tie = Tie::next;
  }
  const std::size_t body = composer_.structure.add(Role::table_body, element_);
  for (std::size_t i = 0; i < table_.rows.size(); ++i) {
    const bool total = is_total(i);
    if (total && i > 0) flow.tie_last(Tie::next);  // a sum never stands alone on a page
    const std::size_t first = flow.atoms.size();
    row(table_.rows[i], {false, total}, body, flow);
    if (!total) read_amounts(table_.rows[i], flow, first);
    if (i == 0 && table_.rows.size() > 1 && is_short(flow, first)) flow.tie_last(Tie::lines);
  }
  for (std::size_t i = first_row; i < flow.atoms.size(); ++i) flow.atoms[i].table = head_;
  flow.space(look_.text.after);
  if (turned_) turn(flow, first_atom);
}

// A short first row needs another under it; a tall one stands by itself, rather than leave a third
// of a page empty.
bool TableComposer::is_short(const Flow& flow, std::size_t first) const {
  Length height = 0;
  for (std::size_t i = first; i < flow.atoms.size(); ++i) height += flow.atoms[i].height;
  return height < tall_row_lines * text_.leading;
}

bool TableComposer::turns() {
  if (table_.columns.empty()) return false;
  find_widths();
  return needs_a_turned_page();
}

bool TableComposer::needs_a_turned_page() const {
  const Style& style = composer_.style;
  const bool in_the_page = column_.x == style.left && column_.width == style.text_width();
  return in_the_page && (table_.attributes.has_class("paysage") || least_ >= column_.width);
}

void TableComposer::turn_if_needed() {
  if (!needs_a_turned_page()) return;
  const Style& style = composer_.style;
  turned_ = true;
  column_.width = style.page_height - style.left - style.right;
  find_widths();
}

// The headings that announce the table go with it.
void TableComposer::turn(Flow& flow, std::size_t first_atom) {
  while (first_atom > 0 && flow.atoms[first_atom - 1].tie == Tie::next) --first_atom;
  for (std::size_t i = first_atom; i < flow.atoms.size(); ++i) flow.atoms[i].landscape = true;
}

void TableComposer::caption(Flow& flow) {
  if (table_.caption.empty()) return;
  Column column = column_;
  column.text = apply(composer_.style, text_, composer_.style.caption);
  const std::size_t element = composer_.structure.add(Role::caption, element_);
  const std::size_t first = flow.atoms.size();
  composer_.paragraph(composer_.inline_text(table_.caption, column.text, element), column, element,
                      flow);
  for (std::size_t i = first; i < flow.atoms.size(); ++i) flow.atoms[i].tie = Tie::next;
  flow.space(composer_.style.caption.after);
}

void TableComposer::widen(Extent& extent, const document::Blocks& cell, const TextStyle& text) {
  for (const auto& block : cell) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.data);
    if (paragraph == nullptr) {
      // Lists and the like take the room that is left to them.
      extent.natural = std::max(extent.natural, column_.width / 2);
      continue;
    }
    const InlineText inlines = composer_.inline_text(paragraph->content, text, 0, true);
    const TextWidths widths = composer_.memory_.widths(inlines, composer_.shaper);
    const Length widest_word = column_.width / 5 * widest_word_fifths;
    extent.least = std::max(extent.least, std::min(widths.word, widest_word));
    extent.natural = std::max(extent.natural, widths.line);
  }
}

bool TableComposer::is_total(std::size_t row) const {
  const auto& rows = table_.total_rows;
  return std::find(rows.begin(), rows.end(), row) != rows.end();
}

Length TableComposer::decimals(const std::string& text, const TextStyle& look) {
  const auto comma = text.rfind(',');
  if (comma == std::string::npos || !base::read_written_amount(text)) return 0;
  const InlineText figures = composer_.plain_text(text, look);
  return measure(figures, composer_.shaper).width(comma, figures.utf8.size());
}

void TableComposer::widen_for_sum(Extent& extent, std::size_t column) {
  std::int64_t sum = 0;
  for (const auto& cells : table_.rows) {
    const auto cents =
        base::read_written_amount(column < cells.size() ? text_of(cells[column]) : "");
    sum += std::abs(cents.value_or(0));
  }
  const TextStyle text = cell_text(column, {false, true});
  const InlineText figures = composer_.plain_text(base::written_amount(sum), text);
  const MeasuredText measured = measure(figures, composer_.shaper);
  extent.least = std::max(extent.least, measured.width(0, figures.utf8.size()));
  extent.natural = std::max(extent.natural, extent.least);
  extent.decimals = std::max(extent.decimals, decimals(base::written_amount(sum), text));
}

void TableComposer::find_widths() {
  decimals_.clear();
  const std::size_t count = table_.columns.size();
  const Length padding = 2 * look_.cell_padding_x;
  std::vector<Length> least(count), natural(count);
  std::vector<int> parts(count);
  for (std::size_t c = 0; c < count; ++c) {
    Extent extent;
    if (c < table_.header.size()) widen(extent, table_.header[c], cell_text(c, {true, false}));
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const auto& cells = table_.rows[i];
      if (c >= cells.size()) continue;
      const TextStyle text = cell_text(c, {false, is_total(i)});
      widen(extent, cells[c], text);
      extent.decimals = std::max(extent.decimals, decimals(text_of(cells[c]), text));
    }
    if (table_.columns[c].carried) widen_for_sum(extent, c);
    // One thousandth more: widths are shared by whole numbers. Amounts moved to align their commas
    // need a little more.
    const Length moved = extent.decimals / decimals_margin;
    least[c] = extent.least + moved + padding + 1;
    natural[c] = extent.natural + moved + padding + 1;
    parts[c] = table_.columns[c].width;
    decimals_.push_back(extent.decimals);
  }
  least_ = std::accumulate(least.begin(), least.end(), Length{0});
  widths_ = column_widths(least, natural, parts, column_.width);
}

TextStyle TableComposer::cell_text(std::size_t column, const RowLook& look) const {
  TextStyle text = text_;
  if (look.header || look.total) text.bold = true;
  switch (table_.columns[column].alignment) {
    case document::Alignment::start:
      text.align = Align::start;
      break;
    case document::Alignment::center:
      text.align = Align::centre;
      break;
    case document::Alignment::end:
      text.align = Align::end;
      break;
  }
  return text;
}

std::vector<Atom> TableComposer::cell(const document::Cell& content, std::size_t column,
                                      const RowLook& look, std::size_t row_element, Length x,
                                      std::vector<std::size_t>& attach) {
  const bool names_row = table_.row_headers && column == 0 && !look.header;
  const bool header = look.header || names_row;
  const std::size_t element = composer_.structure.add(
      header ? Role::table_header_cell : Role::table_data_cell, row_element);
  if (header) composer_.structure[element].scope = look.header ? Scope::column : Scope::row;
  attach.push_back(element);
  Column inner;
  inner.x = x + look_.cell_padding_x;
  inner.width = std::max<Length>(widths_[column] - 2 * look_.cell_padding_x, points(1));
  inner.element = element;
  inner.text = cell_text(column, look);
  if (inner.text.align == Align::end) {
    const Length own = decimals(text_of(content), inner.text);
    if (own > 0) inner.width -= decimals_[column] - own;
  }
  Flow flow;
  composer_.blocks(content, inner, flow);
  if (!flow.atoms.empty()) flow.atoms.front().before = 0;
  return std::move(flow.atoms);
}

void TableComposer::row(const document::Row& cells, const RowLook& look, std::size_t parent,
                        Flow& flow) {
  const std::size_t row_element = composer_.structure.add(Role::table_row, parent);
  std::vector<std::vector<Atom>> contents;
  std::vector<std::size_t> attach;
  Length height = 0, x = column_.x;
  for (std::size_t c = 0; c < widths_.size() && c < cells.size(); ++c) {
    contents.push_back(cell(cells[c], c, look, row_element, x, attach));
    height = std::max(height, height_of(contents.back()));
    x += widths_[c];
  }
  if (height == 0) height = text_.leading;  // a row of empty cells still shows
  const Style& style = composer_.style;
  const Length page_height = turned_ ? style.page_width : style.page_height;
  const Length tall = (page_height - style.top - style.bottom) / uncut_part;
  std::set<Length> places = seams(contents, height);
  if (height <= tall) places = {height};

  std::vector<std::size_t> next(contents.size(), 0);
  std::vector<Length> reached(contents.size(), 0);
  Length top = 0;
  for (const Length bottom : places) {
    if (bottom <= top) continue;
    const bool first = top == 0, last = bottom == height;
    Atom atom;
    const Length above = first ? look_.cell_padding_y : 0;
    atom.height = bottom - top + above + (last ? look_.cell_padding_y : 0);
    if (first) atom.attach = attach;
    decorate(atom, look, first, last);
    for (std::size_t c = 0; c < contents.size(); ++c) {
      auto& list = contents[c];
      while (next[c] < list.size()) {
        Atom& part = list[next[c]];
        const Length before = next[c] == 0 ? 0 : part.before;
        const Length start = reached[c] + before;
        if (start + part.height > bottom) break;
        reached[c] = start + part.height;
        move_down(part, start - top + above);
        append(atom, std::move(part));
        ++next[c];
      }
    }
    flow.push(std::move(atom));
    top = bottom;
  }
}

void TableComposer::decorate(Atom& atom, const RowLook& look, bool first, bool last) const {
  Length width = 0;
  for (const Length column : widths_) width += column;
  Mark mark;
  mark.artifact_kind = ArtifactKind::layout;
  const Rectangle area{column_.x, 0, width, atom.height};
  if (look.header) mark.paths.push_back(filled_rectangle(area, look_.header_background));
  if (look.total) mark.paths.push_back(filled_rectangle(area, look_.total_background));
  const auto rule_at = [&](Length y, Length thickness) {
    mark.paths.push_back(filled_rectangle({column_.x, y, width, thickness}, look_.rule));
  };
  const bool strong = look.header || look.total;
  if (first && strong) rule_at(0, look_.rule_width * 2);
  if (last) rule_at(atom.height - look_.rule_width, look_.rule_width);
  if (!mark.paths.empty()) atom.marks.push_back(std::move(mark));
}

void TableComposer::read_amounts(const document::Row& cells, Flow& flow, std::size_t first_atom) {
  for (std::size_t c = 0; c < table_.columns.size() && c < cells.size(); ++c) {
    if (!table_.columns[c].carried) continue;
    const std::string text = text_of(cells[c]);
    const auto cents = base::read_written_amount(text);
    // A draft has marks in place of amounts; they add nothing.
    const bool figures = text.find_first_of("0123456789") != std::string::npos;
    if (!cents && figures) {
      composer_.report("la colonne " + std::to_string(c + 1) +
                           " d’un tableau est reportée d’une page à l’autre, et l’une de ses cases "
                           "n’est pas un montant",
                       "Écrivez-y un montant à deux décimales, ou ôtez la colonne de « reports ».");
    }
    flow.atoms[first_atom].amounts.push_back(cents.value_or(0));
  }
}

void TableComposer::repeat_head(const Flow& flow, std::size_t first_atom) {
  RepeatedHead head;
  for (std::size_t i = first_atom; i < flow.atoms.size(); ++i) {
    Atom copy = flow.atoms[i];
    move_down(copy, head.height);
    head.height += copy.height;
    for (Mark& mark : copy.marks) {
      mark.element = artifact;
      mark.artifact_kind = ArtifactKind::pagination;
      mark.note_element = no_index;
      head.marks.push_back(std::move(mark));
    }
  }
  head.sums = place_of_sums(table_, column_.x, widths_, text_, look_);
  if (head.sums) {
    const Length own = decimals(base::written_amount(0), head.sums->text);
    std::size_t rank = 0;
    for (std::size_t c = 0; c < decimals_.size(); ++c) {
      if (table_.columns[c].carried) head.sums->columns[rank++].width -= decimals_[c] - own;
    }
  }
  head_ = composer_.parts.heads.size();
  composer_.parts.heads.push_back(std::move(head));
}

}  // namespace typeset
