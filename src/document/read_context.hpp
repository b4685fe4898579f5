#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "document/read_lines.hpp"

struct cmark_node;

// Internal to the reader: what its parts share while one source is read.
namespace document {

struct ReadContext {
  const std::string& file;
  base::Diagnostics& diagnostics;
  const Lines& lines;
  std::vector<cmark_node*> notes;  // footnote definitions, in order of their first call
  std::vector<bool> called;        // one a footnote
  bool in_note = false;
  bool in_link = false;

  void error(int line, std::string message, std::string hint = {}) const {
    diagnostics.error(base::Kind::content, {file, line, 0}, std::move(message), std::move(hint));
  }
};

// The inlines of a paragraph, heading or cell.
[[nodiscard]] Inlines read_inlines(cmark_node* container, ReadContext& context);
// The blocks directly in a quote, list item or footnote.
[[nodiscard]] Blocks read_blocks(cmark_node* container, ReadContext& context);
// One block, or none if it was refused. `top_level`: not inside a list, quote or footnote.
void read_block(cmark_node* node, bool top_level, ReadContext& context, Blocks& blocks);

// What a closed div becomes: itself, a table, a figure, a box with its name.
[[nodiscard]] Block read_div(const Fence& fence, Blocks content, ReadContext& context);

// Widths, totals, sums carried and row headers, as the attributes of the div around a table say.
void shape_table(const Fence& fence, Table& table, ReadContext& context);

// Divs that are drawn (CONTRIBUTING.md, « Ajouter une figure »): the figure alone for a timeline
// of dates, else a div that holds its caption, the figure, and its data as a table or a list.
[[nodiscard]] bool is_figure(const Fence& fence);
[[nodiscard]] Block read_figure(const Fence& fence, Blocks content, ReadContext& context);

}  // namespace document
