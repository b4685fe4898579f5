#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "writers/pandoc_ast.hpp"

// Which style of a reference document each part of the text has.
namespace writers {

// Where a block stands: what its paragraphs must look like.
struct Place {
  std::string style;       // Pandoc's name of the style of the nearest styled div, or empty
  std::string class_name;  // the class that has this style
  bool tight = false;      // alone in its cell or list item: no space around
  bool strong = false;     // in a row of sums, or the head of a row, without a style for it
};

class StyleChoice {
 public:
  explicit StyleChoice(const AstOptions& options) : options_(options) {}

  // The first class that has a style, and this style; or nullptr.
  [[nodiscard]] const StyleNames::value_type* styled_class(const document::Attributes& from) const;
  [[nodiscard]] std::string style_of(const document::Attributes& from) const;

  // The list style, in OpenDocument, of the class of the place, else that of all lists.
  [[nodiscard]] const std::string* list_style(const Place& place, const std::string& suffix) const;
  // Items have the style `name`, but in a block whose style they keep.
  [[nodiscard]] Place list_place(const Place& place, const char* name) const;

  // What a cell is (`kind`: "", "-tete", "-forte") and how its column is aligned.
  [[nodiscard]] Place cell_place(const std::string& kind, document::Alignment alignment) const;

  // The last paragraph before a block of class X has the style "avant-X", if there is one: it
  // stays with the signature, that must not stand alone on its page. One that announces a list or a
  // quotation (« les suivants : ») has the style "avant-liste".
  void style_before(const document::Block& block, const document::Block& next, Place& place) const;

  // How many of the blocks that follow each other from `at` stand in frames of OpenDocument; for
  // Word, it is a property of their paragraphs (see polish.hpp).
  [[nodiscard]] std::size_t framed_from(const document::Blocks& content, std::size_t at) const;
  [[nodiscard]] const OfficeFrame* frame_of(const document::Block& block) const;

  // Which blocks of the document stand on pages turned on their side: tables, and the headings that
  // announce them.
  [[nodiscard]] std::vector<bool> turned(const document::Blocks& content) const;
  [[nodiscard]] bool is_turned(const document::Table& table) const;

  [[nodiscard]] bool is_detached(const document::Attributes& from) const;

 private:
  [[nodiscard]] const std::string* find(const std::string& name) const;

  const AstOptions& options_;
};

}  // namespace writers
