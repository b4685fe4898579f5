#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "typeset/flow.hpp"
#include "typeset/layout.hpp"
#include "typeset/page_references.hpp"
#include "typeset/paragraph.hpp"
#include "typeset/setting_memory.hpp"
#include "typeset/structure.hpp"
#include "typeset/style.hpp"

namespace typeset {

// Where blocks are set: a column, the element they belong to, and their text.
struct Column {
  Length x = 0, width = 0;
  std::size_t element = 0;
  TextStyle text;
};

// The destination of the link from a note back to its call.
[[nodiscard]] std::string call_place(std::size_t note);

// Turns blocks into atoms: lines, rows, figures. One composer a document; it knows nothing of
// pages.
class Composer {
 public:
  // `words` and `memory` may have served another composer of the same document.
  Composer(const Style& style, const Options& options, Shaper& words, SettingMemory& memory,
           const PageReferences& references, base::Diagnostics& diagnostics);

  void blocks(const document::Blocks& blocks, const Column& column, Flow& flow);
  // One paragraph of plain text in the role given; used for covers and contents pages.
  std::size_t plain(const std::string& text, Role role, const Column& column, Flow& flow);

  // The lines of a paragraph as atoms; its element is `element`.
  void paragraph(const InlineText& text, const Column& column, std::size_t element, Flow& flow);
  // Inlines laid end to end. `element` is the paragraph's. While only measuring, links and notes
  // leave no trace.
  [[nodiscard]] InlineText inline_text(const document::Inlines& inlines, const TextStyle& text,
                                       std::size_t element, bool measuring = false);
  [[nodiscard]] InlineText plain_text(const std::string& text, const TextStyle& style);

  // The whole document, in the column of the pages.
  void document(const document::Blocks& content, Flow& flow);
  // Reports the internal links that lead nowhere.
  void check_destinations();
  void report(const std::string& message, const std::string& hint = {});

  // The lowest edge of the blocks that have their own place on the first page; 0: none.
  [[nodiscard]] Length placed_bottom() const { return placed_bottom_; }
  // From the top of a line to its baseline.
  [[nodiscard]] Length baseline(const TextStyle& text);

  Structure structure;
  Parts parts;
  Shaper& shaper;
  const Style& style;

 private:
  friend class InlineWriter;
  friend class TableComposer;

  void block(const document::Block& block, const Column& column, Flow& flow);
  void text_block(const document::Paragraph& paragraph, const Column& column, Flow& flow);
  void heading(const document::Heading& heading, const Column& column, Flow& flow);
  void list(const std::vector<document::Blocks>& items, int start, bool numbered,
            const Column& column, Flow& flow);
  void quote(const document::Quote& quote, const Column& column, Flow& flow);
  void division(const document::Div& division, const Column& column, Flow& flow);
  void boxed(const document::Div& division, const BlockStyle& look, const Column& column,
             Flow& flow);
  void placed(const document::Div& division, const BlockStyle& look, const std::string& name,
              Flow& flow);
  void figure(const document::Figure& data, const Column& column, Flow& flow);
  void rule(const Column& column, Flow& flow);

  [[nodiscard]] const BlockStyle* look_of(const document::Attributes& attributes,
                                          std::string& name) const;
  void label(const std::string& text, const Column& column, std::size_t element, Atom& atom);
  // Ties a block to at least two lines of text before it.
  static void tie_to_previous_lines(Flow& flow, std::size_t first_atom);
  void add_anchor(const document::Attributes& attributes, Flow& flow, std::size_t first_atom);
  [[nodiscard]] bool register_id(const std::string& id);
  std::size_t add_note(const document::Note& note, std::size_t paragraph, int number);
  // The number at the head of a note, a link back to its call, in the margin of this width.
  void note_label(std::size_t note, Column column, Length width, std::size_t element, Atom& first);
  // Between a note and its call.
  std::size_t add_note_link(std::size_t parent, std::string destination, std::string description);
  [[nodiscard]] Format format_of(const TextStyle& text);

  const Options& options_;
  const PageReferences& references_;
  base::Diagnostics& diagnostics_;
  LineMaker lines_;
  SettingMemory& memory_;
  int heading_level_ = 0;  // of the last heading
  int top_level_ = 1;      // of the highest heading of the document: it becomes H1
  int note_count_ = 0;
  int heading_count_ = 0;
  Length placed_bottom_ = 0;
  std::set<std::string> ids_;
  std::vector<std::string> destinations_;  // asked for by internal links
};

}  // namespace typeset
