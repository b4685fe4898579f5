#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "writers/archive.hpp"
#include "writers/office_page.hpp"

// What Pandoc leaves to be done in the files it writes. All are pure and keep the text as it is.
namespace writers {

// Properties of the document (title, author, subject, language, date) from its metadata only, and
// no trace of the program that wrote them; styles and settings of the reference document, in place
// of those that Pandoc changed. The page, its head and foot, and the frames are those of `page`;
// what is detached (detached_mark) has a section of its own, that the numbers of pages leave out.
// The style of a paragraph goes first among its properties, as ECMA-376 (17.3.1.26) wants; rows of
// tables stay whole, and the cells that name rows are marked; words in a style that begins with
// `language_style` are in the language that follows.
void polish_docx(Archive& archive, const document::Metadata& metadata, const OfficePage& page,
                 const Archive& reference);

// The same; the styles of the reference document are `style_sheet`. Rules between the rows of
// tables and room around them, and the alternative text of the pictures, in the order of the text,
// which Pandoc drops.
void polish_odt(Archive& archive, const document::Metadata& metadata, const OfficePage& page,
                std::string style_sheet, const std::vector<std::string>& alternatives);

// Accessibility metadata of schema.org, French names of the parts, the scope of the headers of
// tables and the name of the links back from notes, for those who listen to the book.
void polish_epub(Archive& archive, bool has_pictures);

}  // namespace writers
