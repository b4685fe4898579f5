#include "typeset/carried_sums.hpp"

#include "base/amount.hpp"

namespace typeset {
namespace {

void write(Composer& composer, const CarriedSums& sums, const CarriedSums::Place& place,
           const std::string& text, std::vector<Mark>& marks) {
  Column column;
  column.x = place.x;
  column.width = place.width;
  column.text = sums.text;
  Flow flow;
  (void)composer.plain(text, Role::paragraph, column, flow);
  for (Atom& atom : flow.atoms) {
    move_down(atom, sums.padding);
    for (Mark& mark : atom.marks) marks.push_back(std::move(mark));
  }
}

}  // namespace

std::optional<CarriedSums> place_of_sums(const document::Table& table, Length x,
                                         const std::vector<Length>& widths, const TextStyle& text,
                                         const TableStyle& look) {
  CarriedSums sums;
  sums.line.x = x;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].carried) {
      const Length padding = look.cell_padding_x;
      if (sums.columns.empty()) {
        sums.label = {sums.line.x + padding, x - sums.line.x - 2 * padding};
      }
      sums.columns.push_back({x + padding, widths[c] - 2 * padding});
    }
    x += widths[c];
  }
  if (sums.columns.empty()) return std::nullopt;
  sums.line.width = x - sums.line.x;
  sums.text = text;
  sums.text.italic = true;
  sums.text.align = Align::end;
  sums.padding = look.cell_padding_y;
  sums.height = text.leading + 2 * sums.padding;
  return sums;
}

std::vector<Mark> carried_line(Composer& composer, const CarriedSums& sums,
                               const std::string& label, const std::vector<std::int64_t>& cents) {
  const TableStyle& look = composer.style.table;
  std::vector<Mark> marks(1);
  marks.front().paths = {
      filled_rectangle({sums.line.x, 0, sums.line.width, sums.height}, look.total_background),
      filled_rectangle(
          {sums.line.x, sums.height - look.rule_width, sums.line.width, look.rule_width},
          look.rule)};
  write(composer, sums, sums.label, label, marks);
  for (std::size_t c = 0; c < sums.columns.size(); ++c) {
    write(composer, sums, sums.columns[c], base::written_amount(cents[c]), marks);
  }
  return marks;
}

}  // namespace typeset
