#pragma once

#include <vector>

#include "document/document.hpp"

namespace writers {

// The width of each column in thousandths of the table, adding up to 1000. As asked by the
// columns; when none asks, by the longest line of each, so that a column of amounts does not take
// as much room as a column of sentences. A column aligned on its end is never too narrow for its
// longest amount, on a page 160 mm wide: office programs cut an amount that does not fit.
[[nodiscard]] std::vector<int> column_widths(const document::Table& table);

}  // namespace writers
