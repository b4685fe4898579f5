#pragma once

#include "document/document.hpp"

namespace document {

// Calls `inlines(Inlines&)` for every run of inlines that a block holds directly (paragraphs,
// headings, captions), in reading order; what is inside a note is left to the caller.
// The depth of the calls is that of the tree, bounded by the reader.
template <typename AnyBlocks, typename Function>
void for_each_run(AnyBlocks& blocks, const Function& inlines) {
  const auto all = [&](auto& list) {
    for (auto& item : list) for_each_run(item, inlines);
  };
  for (auto& block : blocks) {
    std::visit(
        [&](auto& data) {
          if constexpr (requires { data.header; }) {
            if (!data.caption.empty()) inlines(data.caption);
            all(data.header);
            for (auto& row : data.rows) all(row);
          } else if constexpr (requires { data.items; }) {
            all(data.items);
          } else if constexpr (requires { data.content.front().data; }) {
            using Element = std::remove_cvref_t<decltype(data.content.front())>;
            if constexpr (std::is_same_v<Element, Inline>) {
              inlines(data.content);
            } else {
              for_each_run(data.content, inlines);
            }
          }
        },
        block.data);
  }
}

}  // namespace document
