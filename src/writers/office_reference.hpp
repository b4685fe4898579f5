#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "writers/archive.hpp"
#include "writers/pandoc_ast.hpp"

namespace writers {

// The document whose page, styles and footer Pandoc copies, put together from the XML files of
// templates/bureautique/docx or templates/bureautique/odt, and the styles it names.
struct ReferenceDocument {
  std::string bytes;
  std::string style_sheet;  // the XML of the styles
  Archive parts;            // the files that `bytes` holds
  StyleNames styles;
};

// For DOCX and ODT. Says which file is missing, and gives nothing, if the folder is not complete.
[[nodiscard]] std::optional<ReferenceDocument> reference_document(Format format,
                                                                  const base::Files& resources,
                                                                  base::Diagnostics& diagnostics);

}  // namespace writers
