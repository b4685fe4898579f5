#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "document/document.hpp"
#include "writers/pandoc_ast.hpp"

// The table of contents of DOCX and ODT. Its entries are written whole, so that it is read and
// followed without being brought up to date; LibreOffice keeps their page numbers right by itself,
// Word writes them when it is asked to update the table.
namespace writers {

// The blocks of Pandoc's tree that are the table of contents, as `options.page` asks for it; none
// without heading, and for EPUB, which has its own. The headings have identifiers.
[[nodiscard]] nlohmann::json contents(const document::Blocks& blocks, const AstOptions& options);

// Takes the look of links off the entries of a table of contents, that Pandoc gave them.
void plain_entries(std::string& content, Format format);

}  // namespace writers
