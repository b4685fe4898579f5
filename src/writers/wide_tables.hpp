#pragma once

#include "document/document.hpp"

namespace writers {

// A table too wide for a small screen, as text that flows: the caption, then a list with an item a
// row. The first cell names the item; the others follow it, each after the head of its column, and
// those that are empty are left out.
[[nodiscard]] document::Blocks as_list(const document::Table& table);

}  // namespace writers
