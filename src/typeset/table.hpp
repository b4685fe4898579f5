#pragma once

#include <vector>

#include "document/document.hpp"
#include "typeset/composer.hpp"

namespace typeset {

// Sets one table: widths of the columns, rows, repeated head, logical structure.
class TableComposer {
 public:
  TableComposer(Composer& composer, const document::Table& table, const Column& column);
  void compose(Flow& flow);

 private:
  struct Extent {
    Length least = 0;    // the longest word
    Length natural = 0;  // everything on one line
  };
  struct RowLook {
    bool header = false, total = false;
  };

  void caption(Flow& flow);
  void find_widths();
  void widen(Extent& extent, const document::Blocks& cell, const TextStyle& text);
  void row(const document::Row& cells, const RowLook& look, std::size_t parent, Flow& flow);
  [[nodiscard]] std::vector<Atom> cell(const document::Cell& content, std::size_t column,
                                       const RowLook& look, std::size_t row_element, Length x,
                                       std::vector<std::size_t>& attach);
  [[nodiscard]] TextStyle cell_text(std::size_t column, const RowLook& look) const;
  void decorate(Atom& atom, const RowLook& look, bool first, bool last) const;
  void repeat_head(const Flow& flow, std::size_t first_atom);

  Composer& composer_;
  const document::Table& table_;
  const Column& column_;
  const TableStyle& look_;
  TextStyle text_;
  std::size_t element_ = 0;
  std::size_t head_ = no_index;
  std::vector<Length> widths_;
};

// Widths of columns that fill `available`: in proportion to `parts` when one of them is not zero,
// else by content; no column is narrower than its longest word while another has room to give.
[[nodiscard]] std::vector<Length> column_widths(const std::vector<Length>& least,
                                                const std::vector<Length>& natural,
                                                const std::vector<int>& parts, Length available);

}  // namespace typeset
