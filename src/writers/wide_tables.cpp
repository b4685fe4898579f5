#include "writers/wide_tables.hpp"

#include <utility>
#include <variant>

#include "document/words.hpp"

namespace writers {
namespace {

using document::Block;
using document::Blocks;
using document::Cell;
using document::Inline;
using document::Inlines;

Block strong(Inlines content) {
  return {document::Paragraph{{Inline{document::Strong{std::move(content)}}}}};
}

// The words of a cell that is one paragraph; else nothing.
Inlines words_of(const Cell& cell) {
  const auto* paragraph =
      cell.size() == 1 ? std::get_if<document::Paragraph>(&cell.front().data) : nullptr;
  return paragraph == nullptr ? Inlines{} : paragraph->content;
}

bool is_empty(const Cell& cell) {
  if (cell.empty()) return true;
  const auto* paragraph = std::get_if<document::Paragraph>(&cell.front().data);
  return cell.size() == 1 && paragraph != nullptr &&
         document::plain_text(paragraph->content).empty();
}

// « Head: » and the cell, in one paragraph if the cell begins with one.
Blocks labelled(const Cell& head, const Cell& cell) {
  Inlines label = words_of(head);
  if (label.empty()) return cell;
  label.push_back(Inline{document::Text{"\u00a0:"}});
  Inlines line = {Inline{document::Strong{std::move(label)}}, Inline{document::Text{" "}}};
  Blocks result = cell;
  if (auto* first = std::get_if<document::Paragraph>(&result.front().data)) {
    first->content.insert(first->content.begin(), line.begin(), line.end());
  } else {
    result.insert(result.begin(), Block{document::Paragraph{std::move(line)}});
  }
  return result;
}

Blocks item_of(const document::Table& table, const document::Row& row) {
  Blocks item;
  document::BulletList details;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (is_empty(row[i])) continue;
    const Inlines name = i == 0 ? words_of(row[i]) : Inlines{};
    if (!name.empty()) {
      item.push_back(strong(name));
    } else {
      details.items.push_back(labelled(i < table.header.size() ? table.header[i] : Cell{}, row[i]));
    }
  }
  if (!details.items.empty()) item.push_back({std::move(details)});
  return item;
}

}  // namespace

Blocks as_list(const document::Table& table) {
  Blocks result;
  if (!table.caption.empty()) result.push_back(strong(table.caption));
  document::BulletList list;
  for (const document::Row& row : table.rows) {
    Blocks item = item_of(table, row);
    if (!item.empty()) list.items.push_back(std::move(item));
  }
  result.push_back({std::move(list)});
  return result;
}

}  // namespace writers
