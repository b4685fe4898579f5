#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/process.hpp"
#include "document/document.hpp"
#include "writers/pandoc_ast.hpp"

namespace writers {

struct PandocOptions {
  // The picture of a figure as SVG; without it the figures are left out.
  std::function<std::string(const document::Figure&)> svg;
  // Whether the printed page turns a table on its side: DOCX and ODT do the same, a book makes a
  // list of it. Without it, the class « paysage » decides.
  std::function<bool(const document::Table&)> turned;
  // The layout of DOCX and ODT; without it, the page of the reference document.
  OfficePage page;
  // Write the title, subject and author of the metadata at the head of the text (DOCX and ODT).
  bool title_block = false;
  // What pandoc_version gave, to ask only once; else it is asked.
  std::optional<ApiVersion> version;
  base::ProcessLimits limits{std::chrono::seconds(60), std::chrono::seconds(60)};
};

// The version of the tree that the Pandoc of this machine reads. Nothing, with an error of
// Kind::tool that names the package to install, when there is none or its version is not known.
[[nodiscard]] std::optional<ApiVersion> pandoc_version(base::Diagnostics& diagnostics);

// The bytes of a DOCX, ODT or EPUB file. Nothing, with an error of Kind::tool, when Pandoc is
// missing, fails or takes too long; of Kind::content when templates/bureautique is not complete.
// The same document always gives the same bytes. Throws base::MachineError (see disk.hpp).
[[nodiscard]] std::optional<std::string> pandoc(const document::Document& document, Format format,
                                                const base::Files& resources,
                                                const PandocOptions& options,
                                                base::Diagnostics& diagnostics);

}  // namespace writers
