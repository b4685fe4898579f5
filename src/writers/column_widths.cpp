#include "writers/column_widths.hpp"

#include <algorithm>
#include <numeric>
#include <variant>

#include "base/text.hpp"

namespace writers {
namespace {

// A column is never narrower than a date nor wider than a line of text, in characters.
constexpr int least = 10;
constexpr int most = 45;

int length_of(const document::Inlines& content);

struct InlineLength {
  int operator()(const document::Text& text) const {
    return static_cast<int>(base::length(text.utf8));
  }
  int operator()(const document::LineBreak&) const { return 0; }
  int operator()(const document::Note&) const { return 1; }
  template <class Container>
  int operator()(const Container& container) const {
    return length_of(container.content);
  }
};

int length_of(const document::Inlines& content) {
  return std::accumulate(content.begin(), content.end(), 0,
                         [](int sum, const document::Inline& one) {
                           return sum + std::visit(InlineLength{}, one.data);
                         });
}

int length_of(const document::Cell& cell) {
  int longest = 0;
  for (const document::Block& block : cell) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.data);
    longest = std::max(longest, paragraph != nullptr ? length_of(paragraph->content) : most);
  }
  return longest;
}

std::vector<int> weights(const document::Table& table) {
  std::vector<int> result;
  for (const document::Column& column : table.columns) result.push_back(column.width);
  if (std::any_of(result.begin(), result.end(), [](int width) { return width > 0; })) {
    for (int& width : result) width = std::max(width, 1);
    return result;
  }
  std::fill(result.begin(), result.end(), least);
  const auto widen = [&](const document::Row& row) {
    for (std::size_t i = 0; i < row.size() && i < result.size(); ++i) {
      result[i] = std::clamp(length_of(row[i]), result[i], most);
    }
  };
  widen(table.header);
  for (const document::Row& row : table.rows) widen(row);
  return result;
}

}  // namespace

std::vector<int> column_widths(const document::Table& table) {
  std::vector<int> widths = weights(table);
  if (widths.empty()) return widths;
  const int whole = std::accumulate(widths.begin(), widths.end(), 0);
  for (int& width : widths) width = width * 1000 / whole;
  widths.back() += 1000 - std::accumulate(widths.begin(), widths.end(), 0);
  return widths;
}

}  // namespace writers
