#include "base/csv.hpp"

#include <algorithm>
#include <cstdlib>

#include <uniconv.h>

#include "base/text.hpp"

namespace base {
namespace {

constexpr std::size_t maximum_rows = 100'000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The text of a table from Windows; nothing for a byte that this encoding leaves undefined.
std::optional<std::string> from_windows_1252(std::string_view bytes) {
  std::size_t length = 0;
  std::uint8_t* converted = u8_conv_from_encoding("CP1252", iconveh_error, bytes.data(),
                                                  bytes.size(), nullptr, nullptr, &length);
  if (converted == nullptr) return std::nullopt;
  std::string text(reinterpret_cast<const char*>(converted), length);
  std::free(converted);
  return text;
}

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  // False if a quote never closes; `line` is then where it opens.
  bool read_row(CsvRow& row) {
    row = {line_, {}, {}};
    do {
      row.cells.push_back(read_cell(row.problem));
      if (unclosed_ > 0) return false;
    } while (take(separator_));
    if (!take('\n') && !at_end()) row.problem = "un guillemet est mal placé dans cette ligne.";
    return true;
  }

  [[nodiscard]] bool at_end() const { return offset_ >= text_.size(); }
  [[nodiscard]] int unclosed() const { return unclosed_; }

 private:
  static char separator_of(std::string_view text) {
    std::size_t semicolons = 0, commas = 0;
    bool quoted = false;
    for (const char c : text) {
      if (c == '"') quoted = !quoted;
      if (quoted) continue;
      if (c == '\n' && semicolons + commas > 0) break;
      if (c == ';') ++semicolons;
      if (c == ',') ++commas;
    }
    return commas > semicolons ? ',' : ';';
  }

  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[offset_]; }

  bool take(char wanted) {
    if (at_end() || peek() != wanted) return false;
    advance();
    return true;
  }

  void advance() {
    const char c = text_[offset_++];
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }

  CsvCell read_cell(std::string& problem) {
    CsvCell cell{{}, line_, column_};
    if (peek() == '"' && !at_end()) {
      read_quoted(cell);
      while (peek() == ' ') advance();
    }
    while (!at_end() && peek() != separator_ && peek() != '\n') {
      if (peek() == '"' || cell_was_quoted_) {
        problem = "un guillemet est mal placé dans cette ligne.";
      }
      cell.text += peek();
      advance();
    }
    cell_was_quoted_ = false;
    return cell;
  }

  void read_quoted(CsvCell& cell) {
    cell_was_quoted_ = true;
    advance();
    while (!at_end()) {
      if (peek() == '"') {
        advance();
        if (peek() != '"' || at_end()) return;
      }
      cell.text += peek();
      advance();
    }
    unclosed_ = cell.line;
  }

  std::string_view text_;
  char separator_;
  std::size_t offset_ = 0;
  int line_ = 1, column_ = 1, unclosed_ = 0;
  bool cell_was_quoted_ = false;
};

// One way to end lines, for CR LF and CR alone.
std::string with_plain_line_ends(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      result += '\n';
    }
  }
  return result;
}

bool is_blank(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const CsvCell& cell) { return trim(cell.text).empty(); });
}

std::optional<std::string> decoded(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return std::nullopt;
  if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
  if (invalid_utf8(bytes)) return from_windows_1252(bytes);
  return std::string(bytes);
}

}  // namespace

std::optional<CsvTable> read_csv(std::string_view bytes, const std::string& file,
                                 Diagnostics& diagnostics) {
  const auto text = decoded(bytes);
  if (!text) {
    diagnostics.error(Kind::dossier, {file, 1}, "ce tableau n’est ni en UTF-8 ni en Windows-1252.",
                      "Dans le tableur, enregistrez-le en « CSV UTF-8 ».");
    return std::nullopt;
  }
  const std::string plain = with_plain_line_ends(*text);
  CsvReader reader(plain);
  CsvTable table;
  while (!reader.at_end()) {
    CsvRow row;
    if (!reader.read_row(row)) {
      diagnostics.error(Kind::dossier, {file, reader.unclosed()},
                        "un guillemet est ouvert dans cette ligne et n’est jamais fermé.",
                        "Fermez-le, ou doublez-le s’il fait partie du texte.");
      return std::nullopt;
    }
    if (is_blank(row)) continue;
    if (table.header.cells.empty()) {
      table.header = std::move(row);
      continue;
    }
    if (row.problem.empty() && row.cells.size() != table.header.cells.size()) {
      row.problem = "cette ligne n’a pas autant de cases que la première.";
    }
    table.rows.push_back(std::move(row));
    if (table.rows.size() > maximum_rows) {
      diagnostics.error(Kind::dossier, {file}, "ce tableau a plus de 100 000 lignes.",
                        "Partagez-le en plusieurs.");
      return std::nullopt;
    }
  }
  if (table.header.cells.empty() || !table.header.problem.empty()) {
    diagnostics.error(Kind::dossier, {file, 1}, "la première ligne doit nommer les colonnes.");
    return std::nullopt;
  }
  return table;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += ';';
    if (cell.find_first_of(";\"\r\n") == std::string::npos) {
      line += cell;
      continue;
    }
    line += '"';
    for (const char c : cell) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\r\n";
}

}  // namespace base
