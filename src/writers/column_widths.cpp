#include "writers/column_widths.hpp"

#include <algorithm>
#include <numeric>
#include <variant>

#include "base/text.hpp"
#include "document/words.hpp"

namespace writers {
namespace {

// A column is never narrower than a date nor wider than a line of text, in characters.
constexpr int least = 10;
constexpr int most = 45;

// What a column of figures needs, in thousandths of a page 160 mm wide: a digit in bold at 9 points
// (0.611 em in Liberation Sans and Arial) and the padding of the cell, rounded up. An office
// program breaks an amount anywhere rather than let it stick out.
constexpr int per_character = 13;
constexpr int padding = 26;
constexpr int most_for_figures = 700;

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

// The longest piece of a cell that no ordinary space breaks: an amount is one piece.
int longest_piece(const document::Cell& cell) {
  std::size_t longest = 0;
  for (const document::Block& block : cell) {
    const auto* paragraph = std::get_if<document::Paragraph>(&block.data);
    if (paragraph == nullptr) continue;
    for (const std::string& piece : base::split(document::plain_text(paragraph->content), ' ')) {
      longest = std::max(longest, base::length(piece));
    }
  }
  return static_cast<int>(longest);
}

// The least width of each column, 0 for those of text: only figures, aligned on their end, must
// hold on one line.
std::vector<int> least_widths(const document::Table& table) {
  std::vector<int> result(table.columns.size(), 0);
  const auto widen = [&](const document::Row& row) {
    for (std::size_t i = 0; i < row.size() && i < result.size(); ++i) {
      if (table.columns[i].alignment != document::Alignment::end) continue;
      result[i] = std::max(result[i], padding + per_character * longest_piece(row[i]));
    }
  };
  widen(table.header);
  for (const document::Row& row : table.rows) widen(row);
  // Too many figures for the page: better a table as it was asked than columns of text of no width.
  if (std::accumulate(result.begin(), result.end(), 0) > most_for_figures) {
    std::fill(result.begin(), result.end(), 0);
  }
  return result;
}

// Shares the thousandths by weight, after those columns that would be narrower than their least.
std::vector<int> shared(const std::vector<int>& weights, const std::vector<int>& least_of) {
  std::vector<bool> held(weights.size(), false);
  while (true) {
    int room = 1000;
    int whole = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (held[i]) room -= least_of[i];
      if (!held[i]) whole += weights[i];
    }
    std::vector<int> widths(weights.size());
    bool all_fit = true;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      widths[i] = held[i] ? least_of[i] : weights[i] * room / std::max(whole, 1);
      if (held[i] || widths[i] >= least_of[i]) continue;
      held[i] = true;
      all_fit = false;
    }
    if (all_fit) return widths;
  }
}

}  // namespace

std::vector<int> column_widths(const document::Table& table) {
  const std::vector<int> asked = weights(table);
  if (asked.empty()) return asked;
  std::vector<int> widths = shared(asked, least_widths(table));
  // What rounding leaves goes to the widest, which has the longest text.
  *std::max_element(widths.begin(), widths.end()) +=
      1000 - std::accumulate(widths.begin(), widths.end(), 0);
  return widths;
}

}  // namespace writers
