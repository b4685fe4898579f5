#pragma once

#include <string>

#include "writers/archive.hpp"
#include "writers/office_page.hpp"

// Internal to polish_docx: what it does to each part of a file of Word.
namespace writers::docx {

// Colours, sizes and spaces of the layout in the styles. Changes nothing else.
void restyle(std::string& styles, const OfficePage& page);

// Tables of the width of the text, with the columns that were asked and not those that Word would
// choose; the cells that name rows are marked, rows stay whole and what follows is not stuck to
// the table. Reads the marks of turned pages, which must still be there.
void settle_tables(std::string& content, const OfficePage& page);

// One section for each run of pages of the same kind, in place of the marks (see pandoc_ast.hpp)
// and of the section that Pandoc wrote. Gives whether some pages are apart: the page before them
// has then the bookmark « derniere_page ». `archive` names the heads and feet.
bool divide(std::string& content, const OfficePage& page, const Archive& archive);

}  // namespace writers::docx
