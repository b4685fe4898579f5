#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "document/read_context.hpp"

namespace document {
namespace {

int line_of(cmark_node* node) { return cmark_node_get_start_line(node); }

Paragraph read_paragraph(cmark_node* node, ReadContext& context) {
  Paragraph paragraph{read_inlines(node, context)};
  if (paragraph.content.empty()) context.error(line_of(node), "paragraphe vide.");
  return paragraph;
}

Heading read_heading(cmark_node* node, bool top_level, ReadContext& context) {
  Heading heading;
  heading.level = cmark_node_get_heading_level(node);
  const auto found = context.lines.headings.find(line_of(node));
  if (found != context.lines.headings.end()) heading.attributes = found->second;
  heading.content = read_inlines(node, context);
  if (heading.content.empty()) context.error(line_of(node), "titre vide.");
  if (!top_level) {
    context.error(line_of(node),
                  "un titre ne peut pas être dans une liste, une citation ou une note.");
  }
  return heading;
}

std::vector<Blocks> read_items(cmark_node* list, ReadContext& context) {
  std::vector<Blocks> items;
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr;
       item = cmark_node_next(item)) {
    items.push_back(read_blocks(item, context));
    if (items.back().empty()) context.error(line_of(item), "élément de liste vide.");
  }
  return items;
}

Block read_list(cmark_node* node, ReadContext& context) {
  if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) {
    return {BulletList{read_items(node, context)}};
  }
  return {OrderedList{cmark_node_get_list_start(node), read_items(node, context)}};
}

Row read_row(cmark_node* node, ReadContext& context) {
  Row row;
  for (cmark_node* cell = cmark_node_first_child(node); cell != nullptr;
       cell = cmark_node_next(cell)) {
    Inlines content = read_inlines(cell, context);
    row.emplace_back();
    if (!content.empty()) row.back().push_back({Paragraph{std::move(content)}});
  }
  return row;
}

Block read_table(cmark_node* node, ReadContext& context) {
  Table table;
  table.line = line_of(node);
  const auto columns = cmark_gfm_extensions_get_table_columns(node);
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
  for (std::size_t i = 0; i < columns; ++i) {
    const char letter = static_cast<char>(alignments[i]);
    table.columns.push_back({letter == 'r'   ? Alignment::end
                             : letter == 'c' ? Alignment::center
                                             : Alignment::start,
                             0});
  }
  for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
    Row cells = read_row(row, context);
    cells.resize(columns);
    if (cmark_gfm_extensions_get_table_row_is_header(row) == 0) {
      table.rows.push_back(std::move(cells));
      continue;
    }
    bool blank = true;
    for (const Cell& cell : cells) blank = blank && cell.empty();
    if (!blank) table.header = std::move(cells);
  }
  return {std::move(table)};
}

}  // namespace

Blocks read_blocks(cmark_node* container, ReadContext& context) {
  Blocks blocks;
  for (cmark_node* child = cmark_node_first_child(container); child != nullptr;
       child = cmark_node_next(child)) {
    read_block(child, false, context, blocks);
  }
  return blocks;
}

void read_block(cmark_node* node, bool top_level, ReadContext& context, Blocks& blocks) {
  const cmark_node_type type = cmark_node_get_type(node);
  const int line = line_of(node);
  if (type == CMARK_NODE_PARAGRAPH) {
    blocks.push_back({read_paragraph(node, context)});
  } else if (type == CMARK_NODE_HEADING) {
    blocks.push_back({read_heading(node, top_level, context)});
  } else if (type == CMARK_NODE_LIST) {
    blocks.push_back(read_list(node, context));
  } else if (type == CMARK_NODE_BLOCK_QUOTE) {
    blocks.push_back({Quote{read_blocks(node, context)}});
  } else if (type == CMARK_NODE_THEMATIC_BREAK) {
    blocks.push_back({ThematicBreak{}});
  } else if (std::string_view(cmark_node_get_type_string(node)) == "table") {
    blocks.push_back(read_table(node, context));
  } else if (type == CMARK_NODE_CODE_BLOCK) {
    context.error(line, "les blocs de code ne sont pas admis.",
                  "Un paragraphe ne commence pas par quatre espaces ni par ``` ou ~~~.");
  } else if (type == CMARK_NODE_HTML_BLOCK) {
    context.error(line, "le HTML n’est pas admis.", "Écrivez « \\< » pour le signe lui-même.");
  } else {
    context.error(line, "élément non admis.");
  }
}

}  // namespace document
