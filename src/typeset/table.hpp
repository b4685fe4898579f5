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
  // Whether `compose` sets it on a page turned on its side.
  [[nodiscard]] bool turns();

 private:
  struct Extent {
    Length least = 0;     // the longest word
    Length natural = 0;   // everything on one line
    Length decimals = 0;  // of amounts, the comma and what follows
  };
  struct RowLook {
    bool header = false, total = false;
  };

  // Whether the class « paysage » asks for a page turned on its side, or the columns would cut
  // their words.
  [[nodiscard]] bool needs_a_turned_page() const;
  // Gives the table the width of such a page.
  void turn_if_needed();
  static void turn(Flow& flow, std::size_t first_atom);
  void caption(Flow& flow);
  void find_widths();
  void widen(Extent& extent, const document::Blocks& cell, const TextStyle& text);
  // Room for the sum of a carried column.
  void widen_for_sum(Extent& extent, std::size_t column);
  // Amounts are aligned on their comma, whatever the weight of their figures: the width from the
  // comma to the end of a text; 0 if it is not an amount.
  [[nodiscard]] Length decimals(const std::string& text, const TextStyle& look);
  void row(const document::Row& cells, const RowLook& look, std::size_t parent, Flow& flow);
  [[nodiscard]] std::vector<Atom> cell(const document::Cell& content, std::size_t column,
                                       const RowLook& look, std::size_t row_element, Length x,
                                       std::vector<std::size_t>& attach);
  [[nodiscard]] bool is_total(std::size_t row) const;
  [[nodiscard]] bool is_short(const Flow& flow, std::size_t first) const;
  [[nodiscard]] TextStyle cell_text(std::size_t column, const RowLook& look) const;
  void decorate(Atom& atom, const RowLook& look, bool first, bool last) const;
  // Reads the amounts of a row whose sums are carried; the row begins at `first_atom`.
  void read_amounts(const document::Row& cells, Flow& flow, std::size_t first_atom);
  void repeat_head(const Flow& flow, std::size_t first_atom);

  Composer& composer_;
  const document::Table& table_;
  Column column_;
  const TableStyle& look_;
  TextStyle text_;
  std::size_t element_ = 0;
  bool turned_ = false;
  Length least_ = 0;  // the width below which words are cut
  std::size_t head_ = no_index;
  std::vector<Length> widths_;
  std::vector<Length> decimals_;  // the widest of each column
};

// Widths of columns that fill `available`: in proportion to `parts` when one of them is not zero,
// else by content; no column is narrower than its longest word while another has room to give.
[[nodiscard]] std::vector<Length> column_widths(const std::vector<Length>& least,
                                                const std::vector<Length>& natural,
                                                const std::vector<int>& parts, Length available);

}  // namespace typeset
