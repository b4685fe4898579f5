#include "document/captions.hpp"

#include "document/words.hpp"

namespace document {
namespace {

// The first words of a table: lines of a filled template are not those of its file.
std::string first_words(const Table& table) {
  std::string words;
  for (const Cell& cell : table.header) {
    const auto* paragraph = cell.empty() ? nullptr : std::get_if<Paragraph>(&cell.front().data);
    if (paragraph == nullptr) continue;
    words += (words.empty() ? "" : " | ") + plain_text(paragraph->content);
  }
  return words;
}

class CaptionCheck {
 public:
  CaptionCheck(const std::string& file, base::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  void blocks(const Blocks& list) const {
    for (const Block& block : list) std::visit(*this, block.data);
  }

  void operator()(const Table& table) const {
    if (!table.caption.empty()) return;
    const std::string words = first_words(table);
    diagnostics_.error(
        base::Kind::content, {file_, table.line, 0},
        "ce tableau n’a pas de légende" + (words.empty() ? "." : " : « " + words + " »."),
        "Entourez-le de ::: {.tableau legende=\"…\"} : ce qu’il contient, en quelques mots.");
  }
  void operator()(const Div& div) const { blocks(div.content); }
  void operator()(const Quote& quote) const { blocks(quote.content); }
  void operator()(const BulletList& list) const { items(list.items); }
  void operator()(const OrderedList& list) const { items(list.items); }
  template <typename Other>
  void operator()(const Other& /*unused*/) const {}

 private:
  void items(const std::vector<Blocks>& list) const {
    for (const Blocks& item : list) blocks(item);
  }

  const std::string& file_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void check_captions(const Document& document, const std::string& file,
                    base::Diagnostics& diagnostics) {
  CaptionCheck(file, diagnostics).blocks(document.blocks);
}

}  // namespace document
