#include <numeric>
#include <string_view>
#include <vector>

#include "writers/docx_parts.hpp"
#include "writers/pandoc_ast.hpp"
#include "writers/xml_edit.hpp"

namespace writers::docx {
namespace {

constexpr std::string_view opening = "<w:tbl>";
constexpr std::string_view closing = "</w:tbl>";

// Whether pages are turned after a piece of text, given what they were before it.
bool turned_after(std::string_view text, bool before) {
  const std::size_t turned = text.rfind(turned_mark);
  const std::size_t upright = text.rfind(upright_mark);
  if (turned == upright) return before;  // neither is there
  return upright == std::string_view::npos ||
         (turned != std::string_view::npos && turned > upright);
}

// A row stays whole on its page.
void keep_rows_whole(std::string& table) {
  replace_all(table, "<w:tr><w:trPr>", "<w:tr><w:trPr><w:cantSplit/>");
  replace_all(table, "<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>");
}

// Tells screen readers that the first column names the rows.
void mark_row_headers(std::string& table) {
  constexpr std::string_view look = "w:firstColumn=\"0\"";
  const std::size_t last_row = table.rfind("<w:tr>");
  const std::size_t second_row = table.find("<w:tr>", table.find("</w:tr>"));
  const std::size_t flag = table.find(look);
  if (flag == std::string::npos || second_row == std::string::npos || second_row > last_row) return;
  const auto style = attribute_after(table, "<w:pStyle w:val=\"", second_row);
  if (style.starts_with("cellule-forte")) table.replace(flag, look.size(), "w:firstColumn=\"1\"");
}

// The widths of the grid, shared out anew so that they fill `width`, in twentieths of a point.
std::vector<int> share(std::string_view table, int width) {
  constexpr std::string_view column = "<w:gridCol w:w=\"";
  std::vector<int> widths;
  for (std::size_t at = table.find(column); at != std::string_view::npos;
       at = table.find(column, at + 1)) {
    widths.push_back(std::stoi(std::string(attribute_after(table, column, at))));
  }
  const int whole = std::accumulate(widths.begin(), widths.end(), 0);
  if (whole == 0) return {};
  int before = 0, given = 0;
  for (int& each : widths) {
    before += each;
    each = static_cast<int>(static_cast<long>(width) * before / whole) - given;
    given += each;
  }
  return widths;
}

void write_grid(std::string& table, const std::vector<int>& widths) {
  std::string grid = "<w:tblGrid>";
  for (const int width : widths) grid += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  const std::size_t start = table.find("<w:tblGrid>");
  table.replace(start, table.find("</w:tblGrid>", start) - start, grid);
}

void write_cell_widths(std::string& table, const std::vector<int>& widths) {
  constexpr std::string_view bare = "<w:tc><w:tcPr />";
  constexpr std::string_view row = "<w:tr>";
  std::size_t column = 0;
  for (std::size_t at = table.find(row); at < table.size(); ++at) {
    if (table.compare(at, row.size(), row) == 0) column = 0;
    if (table.compare(at, bare.size(), bare) != 0 || column >= widths.size()) continue;
    table.replace(at, bare.size(),
                  "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(widths[column++]) +
                      "\" w:type=\"dxa\"/></w:tcPr>");
  }
}

// Word would else choose the columns by what they hold.
void fix_widths(std::string& table, int width) {
  const std::vector<int> widths = share(table, width);
  if (widths.empty()) return;
  write_grid(table, widths);
  write_cell_widths(table, widths);
  const std::size_t look = table.find("<w:tblLook ");
  if (look != std::string::npos) table.insert(look, "<w:tblLayout w:type=\"fixed\"/>");
}

// Word has no space below a table, makes one table of two that touch, and wants a paragraph after
// the last. `at` is where the table ends.
void leave_room_after(std::string& content, std::size_t at) {
  constexpr std::string_view body = "<w:p><w:pPr><w:pStyle w:val=\"BodyText\" />";
  constexpr std::string_view after = "<w:p><w:pPr><w:pStyle w:val=\"apres-tableau\" />";
  constexpr std::string_view nothing = "<w:p />";  // that Pandoc writes between two tables
  if (content.compare(at, nothing.size(), nothing) == 0) content.erase(at, nothing.size());
  const std::string_view next = std::string_view(content).substr(at);
  if (next.starts_with(body)) {
    content.replace(at, body.size(), after);
  } else if (next.starts_with("<w:p><w:pPr><w:pStyle w:val=\"liste-") ||
             next.starts_with("<w:p><w:pPr><w:pStyle w:val=\"avant-")) {
    content.insert(content.find("</w:pPr>", at), "<w:spacing w:before=\"180\"/>");
  } else if (!next.starts_with("<w:p>") && !next.starts_with("<w:bookmark") &&
             !next.starts_with("<!--")) {
    content.insert(at, std::string(after) + "</w:pPr></w:p>");
  }
}

}  // namespace

void settle_tables(std::string& content, const OfficePage& page) {
  bool turned = false;
  std::size_t read = 0;
  for (std::size_t at = content.find(opening); at != std::string::npos;
       at = content.find(opening, at)) {
    turned = turned_after(std::string_view(content).substr(read, at - read), turned);
    const std::size_t size = content.find(closing, at) + closing.size() - at;
    std::string table = content.substr(at, size);
    keep_rows_whole(table);
    mark_row_headers(table);
    if (page.width > 0) fix_widths(table, std::stoi(twips(page.text_width(turned))));
    content.replace(at, size, table);
    at += table.size();
    read = at;
    leave_room_after(content, at);
  }
}

}  // namespace writers::docx
