#include "document/read.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>
#include <mutex>
#include <set>

#include "document/read_context.hpp"

namespace document {
namespace {

struct Free {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

Owned<cmark_node> parse(const std::string& markdown) {
  // The library keeps its extensions in a list of its own, filled at the first call.
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  const Owned<cmark_parser> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return Owned<cmark_node>(cmark_parser_finish(parser.get()));
}

bool is_leaf(cmark_node_type type) {
  return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_THEMATIC_BREAK ||
         type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK ||
         type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE;
}

// The line of the first node deeper than the limit, or 0: all that follows calls itself on the
// children of a node, and so may the writers.
int too_deep(cmark_node* root) {
  const Owned<cmark_iter> iterator(cmark_iter_new(root));
  int depth = 0;
  int line = 1;
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (is_leaf(cmark_node_get_type(node))) continue;
    depth += event == CMARK_EVENT_ENTER ? 1 : -1;
    if (cmark_node_get_start_line(node) > 0) line = cmark_node_get_start_line(node);
    if (depth > maximum_depth) return line;
  }
  return 0;
}

// Puts the parser's top-level blocks and the div lines, both in order of line, together.
class TreeReader {
 public:
  explicit TreeReader(ReadContext& context) : context_(context) { open_.push_back({}); }

  Blocks read(cmark_node* root);

 private:
  void fences_before(int line);

  struct OpenDiv {
    const Fence* fence = nullptr;  // none for the document itself
    Blocks content;
  };
  ReadContext& context_;
  std::vector<OpenDiv> open_;
  std::size_t next_fence_ = 0;
};

void TreeReader::fences_before(int line) {
  const std::vector<Fence>& fences = context_.lines.fences;
  for (; next_fence_ < fences.size() && fences[next_fence_].line < line; ++next_fence_) {
    const Fence& fence = fences[next_fence_];
    if (fence.opens) {
      open_.push_back({&fence, {}});
      continue;
    }
    OpenDiv closed = std::move(open_.back());
    open_.pop_back();
    open_.back().content.push_back(read_div(*closed.fence, std::move(closed.content), context_));
  }
}

Blocks TreeReader::read(cmark_node* root) {
  std::set<int> fence_lines;
  for (const Fence& fence : context_.lines.fences) fence_lines.insert(fence.line);
  for (cmark_node* child = cmark_node_first_child(root); child != nullptr;
       child = cmark_node_next(child)) {
    if (cmark_node_get_type(child) == CMARK_NODE_FOOTNOTE_DEFINITION) continue;
    const int line = cmark_node_get_start_line(child);
    fences_before(line);
    if (fence_lines.count(line) == 0) read_block(child, true, context_, open_.back().content);
  }
  fences_before(static_cast<int>(context_.lines.markdown.size()) + 2);
  return std::move(open_.front().content);
}

void find_notes(cmark_node* root, ReadContext& context) {
  std::set<int> called;
  for (cmark_node* child = cmark_node_first_child(root); child != nullptr;
       child = cmark_node_next(child)) {
    if (cmark_node_get_type(child) != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
    context.notes.push_back(child);
    called.insert(cmark_node_get_start_line(child));
  }
  context.called.resize(context.notes.size());
  for (const auto& [label, line] : context.lines.definitions) {
    if (called.count(line) == 0) {
      context.error(line, "la note « " + label + " » n’est jamais appelée.");
    }
  }
}

}  // namespace

Document read(std::string_view markdown, const std::string& file, base::Diagnostics& diagnostics) {
  Document document;
  const Lines lines = read_lines(markdown, file, diagnostics);
  if (!lines.usable) return document;
  const Owned<cmark_node> root = parse(lines.markdown);
  ReadContext context{file, diagnostics, lines, {}, {}};
  if (const int line = too_deep(root.get())) {
    context.error(line, "plus de " + std::to_string(maximum_depth) + " éléments emboîtés.");
    return document;
  }
  find_notes(root.get(), context);
  document.blocks = TreeReader(context).read(root.get());
  return document;
}

}  // namespace document
