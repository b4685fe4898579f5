#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "document/document.hpp"
#include "pdf/write.hpp"
#include "writers/site.hpp"

namespace app {

enum class Format { pdf, docx, odt, html, text, epub };

// pdf, docx, odt, html, txt, epub: the word on the command line and the end of the file name.
[[nodiscard]] std::string_view extension(Format format);
// Nothing, with a mistake naming the nearest one, for an unknown format.
[[nodiscard]] std::optional<Format> format_named(std::string_view name,
                                                 base::Diagnostics& diagnostics);

struct FormatOptions {
  std::string source;    // the file named in messages
  bool archive = false;  // PDF/A-3
  // Carried by the PDF, which is then PDF/A-3.
  std::optional<pdf::Attachment> attachment = std::nullopt;
};

// The bytes of the document in one format. Nothing, with diagnostics, when the format cannot be
// made (a character no font has, Pandoc missing, a PDF that our inspection refuses…); the other
// formats do not depend on it. Throws base::MachineError.
[[nodiscard]] std::optional<std::string> write(const Engine& engine,
                                               const document::Document& document, Format format,
                                               const FormatOptions& options,
                                               base::Diagnostics& diagnostics);

// The document as a site of one page a chapter: names of files and their bytes. Nothing, with
// diagnostics, when it cannot be made.
[[nodiscard]] std::optional<writers::SiteFiles> write_site(const Engine& engine,
                                                           const document::Document& document,
                                                           base::Diagnostics& diagnostics);

}  // namespace app
