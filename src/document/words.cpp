#include "document/words.hpp"

#include <unictype.h>

#include "base/text.hpp"

namespace document {
namespace {

// Collects the text of a tree, with a line break between blocks.
class Collector {
 public:
  void blocks(const Blocks& list) {
    for (const Block& block : list) {
      std::visit(*this, block.data);
      text_ += '\n';
    }
  }
  void inlines(const Inlines& list) {
    for (const Inline& part : list) std::visit(*this, part.data);
  }

  void operator()(const Text& text) { text_ += text.utf8; }
  void operator()(const LineBreak&) { text_ += ' '; }
  void operator()(const Emphasis& part) { inlines(part.content); }
  void operator()(const Strong& part) { inlines(part.content); }
  void operator()(const Superscript& part) { inlines(part.content); }
  void operator()(const Link& part) { inlines(part.content); }
  void operator()(const Span& part) { inlines(part.content); }
  void operator()(const Note& note) { notes_.push_back(&note); }

  void operator()(const Paragraph& paragraph) { inlines(paragraph.content); }
  void operator()(const Heading& heading) { inlines(heading.content); }
  void operator()(const BulletList& list) { items(list.items); }
  void operator()(const OrderedList& list) { items(list.items); }
  void operator()(const Quote& quote) { blocks(quote.content); }
  void operator()(const Div& div) { blocks(div.content); }
  void operator()(const ThematicBreak&) {}
  void operator()(const Figure&) {}
  void operator()(const Table& table) {
    inlines(table.caption);
    text_ += '\n';
    items(table.header);
    for (const Row& row : table.rows) items(row);
  }

  [[nodiscard]] std::string take_text() { return std::move(text_); }
  [[nodiscard]] std::string take_text_and_notes() {
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      text_ += '\n';
      blocks(notes_[i]->content);
    }
    return std::move(text_);
  }

 private:
  void items(const std::vector<Blocks>& list) {
    for (const Blocks& item : list) {
      blocks(item);
      text_ += '\n';
    }
  }

  std::string text_;
  std::vector<const Note*> notes_;
};

bool in_word(char32_t c) {
  return uc_is_general_category_withtable(
      static_cast<ucs4_t>(c), UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N);
}

}  // namespace

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) result.push_back(base::nfc(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (in_word(base::next_code_point(text, at))) {
      word += text.substr(start, at - start);
    } else {
      flush();
    }
  }
  flush();
  return result;
}

std::vector<std::string> words(const Document& document) {
  Collector collector;
  collector.blocks(document.blocks);
  return words(collector.take_text_and_notes());
}

std::string plain_text(const Inlines& inlines) {
  Collector collector;
  collector.inlines(inlines);
  return collector.take_text();
}

}  // namespace document
