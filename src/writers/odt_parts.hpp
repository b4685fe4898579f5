#pragma once

#include <string>

#include "writers/office_page.hpp"

// Internal to polish_odt: what it does to each part of an OpenDocument file.
namespace writers::odt {

// Page, colours, sizes and spaces of the layout in the style sheet.
void restyle(std::string& styles, const OfficePage& page);

// In place of the marks (see pandoc_ast.hpp), what begins pages of another kind asks for their
// master page. Gives whether some pages are apart: the page before them has then the bookmark
// « derniere-page ».
bool divide(std::string& content);

}  // namespace writers::odt
