#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "writers/archive.hpp"

// What Pandoc leaves to be done in the files it writes. All are pure and keep the text as it is.
namespace writers {

// Properties of the document (title, author, subject, language, date) from its metadata only, and
// no trace of the program that wrote them. The style of a paragraph goes first among its
// properties, as ECMA-376 (17.3.1.26) wants; rows of tables stay whole.
void polish_docx(Archive& archive, const document::Metadata& metadata);

// The same properties; the styles of the reference document byte for byte (`style_sheet`: Pandoc
// puts white space in the text of the footer); rules between the rows of tables and room around
// them; and the alternative text of the pictures, in the order of the text, which Pandoc drops.
void polish_odt(Archive& archive, const document::Metadata& metadata, std::string style_sheet,
                const std::vector<std::string>& alternatives);

// Accessibility metadata of schema.org, French names of the parts, the scope of the headers of
// tables and the name of the links back from notes, for those who listen to the book.
void polish_epub(Archive& archive, bool has_pictures);

// For XML text and attributes. Control characters, that XML does not know, are left out.
[[nodiscard]] std::string xml_escape(std::string_view text);

}  // namespace writers
