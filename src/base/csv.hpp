#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace base {

struct CsvCell {
  std::string text;  // UTF-8
  int line = 0;      // where the cell begins, from 1, in characters
  int column = 0;
};

struct CsvRow {
  int line = 0;
  std::vector<CsvCell> cells;
  std::string problem;  // French; empty if the row is well formed
};

// The first row that is not blank is the header; blank rows are left out.
struct CsvTable {
  CsvRow header;
  std::vector<CsvRow> rows;
};

// Reads a table as spreadsheets write them (RFC 4180, and « ; » as well as « , »: the one that
// appears most in the header, outside quotes; « ; » if none does). UTF-8 with or without a byte
// order mark; a text that is not UTF-8 is taken as Windows-1252. Line ends LF, CR LF or CR.
// A row that is badly quoted, or has more or fewer cells than the header, carries its `problem`.
// Nothing, with a mistake of Kind::dossier, if the whole cannot be read: another encoding, a
// quote that never closes, no header, more than 100 000 rows.
[[nodiscard]] std::optional<CsvTable> read_csv(std::string_view bytes, const std::string& file,
                                               Diagnostics& diagnostics);

// One line of a table separated by « ; », cells quoted where needed, ended by CR LF.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace base
