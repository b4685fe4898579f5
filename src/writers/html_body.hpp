#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "writers/html.hpp"

// Internal to the HTML writer: the document's tree as HTML.
namespace writers {

class HtmlBody {
 public:
  // `shift` is added to the level of every heading.
  HtmlBody(const HtmlOptions& options, int shift) : options_(options), shift_(shift) {}

  // The blocks, then the footnotes that they call.
  [[nodiscard]] std::string write(const document::Blocks& blocks);
  // How many they were.
  [[nodiscard]] std::size_t notes_written() const { return notes_.size(); }

  void operator()(const document::Paragraph& paragraph);
  void operator()(const document::Heading& heading);
  void operator()(const document::BulletList& list);
  void operator()(const document::OrderedList& list);
  void operator()(const document::Quote& quote);
  void operator()(const document::Table& table);
  void operator()(const document::Div& div);
  void operator()(const document::ThematicBreak& rule);
  void operator()(const document::Figure& figure);

  void operator()(const document::Text& text);
  void operator()(const document::LineBreak& line_break);
  void operator()(const document::Emphasis& emphasis);
  void operator()(const document::Strong& strong);
  void operator()(const document::Superscript& superscript);
  void operator()(const document::Link& link);
  void operator()(const document::Note& note);
  void operator()(const document::Span& span);

 private:
  void blocks(const document::Blocks& list);
  void inlines(const document::Inlines& list);
  void element(const char* name, const document::Inlines& content);
  // The content of an item or a cell: a lone paragraph needs no element of its own.
  void flow(const document::Blocks& list);
  void items(const std::vector<document::Blocks>& list);
  void row(const document::Table& table, const document::Row& cells, bool header, bool total);
  void columns(const document::Table& table);
  void box(const document::Div& div);
  void notes();
  void numbers(std::string_view text);
  [[nodiscard]] std::string address(const std::string& target) const;
  [[nodiscard]] std::string made_id(const char* name, std::size_t number) const;

  const HtmlOptions& options_;
  int shift_;
  std::string out_;
  std::vector<const document::Note*> notes_;
  std::size_t tables_ = 0;
  std::size_t boxes_ = 0;
  bool citing_ = false;  // in a link, or a citation that leads nowhere
};

}  // namespace writers
