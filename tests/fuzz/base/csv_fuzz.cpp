// Any bytes as a table: no crash, a table exactly when no error is reported, valid UTF-8 cells,
// and a sound row that is written comes back the same.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/csv.hpp"
#include "base/text.hpp"

namespace {

std::vector<std::string> texts(const base::CsvRow& row) {
  std::vector<std::string> result;
  for (const base::CsvCell& cell : row.cells) result.push_back(cell.text);
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  base::Diagnostics diagnostics;
  const auto table = base::read_csv(bytes, "t.csv", diagnostics);
  if (table.has_value() == diagnostics.has_errors()) std::abort();
  if (!table) return 0;
  for (const base::CsvRow& row : table->rows) {
    for (const base::CsvCell& cell : row.cells) {
      if (base::invalid_utf8(cell.text)) std::abort();
    }
    if (!row.problem.empty()) continue;
    // Two semicolons more, so that the separator is beyond doubt.
    std::vector<std::string> cells = texts(row);
    std::vector<std::string> header(cells.size(), "x");
    base::Diagnostics again;
    const auto back =
        base::read_csv(base::csv_line(header) + base::csv_line(cells), "t.csv", again);
    if (!back || back->rows.size() != 1 || texts(back->rows.front()) != cells) std::abort();
  }
  return 0;
}
