#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/completion.hpp"
#include "app/deadlines.hpp"
#include "app/engine.hpp"
#include "app/formats.hpp"
#include "base/diagnostics.hpp"

namespace app {

// The text of a case file and the name under which messages speak of it.
struct CaseFile {
  std::string name;
  std::string content;
};

struct GenerateOptions {
  bool draft = false;
  std::optional<calendar::Date> date;          // --au; else the day written in the case file
  std::optional<calendar::Date> default_date;  // when neither says it: SOURCE_DATE_EPOCH
  bool controls = true;                        // see dossier::CheckOptions
  // --caviarder: what the forms declare as touching third parties is replaced in the values.
  bool redacted = false;
  // --pdfa: the PDF is made for archives (PDF/A-3).
  bool archive = false;
  // --joindre-dossier: the PDF carries this case file, under this name, and is PDF/A-3.
  std::optional<CaseFile> attached;
  // --mention: the version of the program, for the line at the end of the document.
  std::optional<std::string> mention;
};

// A form with a checked case: what every later stage starts from.
struct Prepared {
  dossier::Form form;
  dossier::Case dossier;
  calendar::Date today;
  // What the program filled from the commune of the case.
  std::vector<CompletedField> completed;
  // SHA-256 of the case file, in hexadecimal; only with a mention.
  std::string digest;
};

// Reads the form and the case file, and reports every mistake of both at once.
[[nodiscard]] std::optional<Prepared> prepare(Engine& engine, const std::string& document,
                                              const CaseFile& file, const GenerateOptions& options,
                                              base::Diagnostics& diagnostics);

// The same for a case already read, of a form already read: a row of a table, a page of answers.
// `file` is the name under which messages speak of it.
[[nodiscard]] std::optional<Prepared> prepare(Engine& engine, dossier::Form form, yaml::Node root,
                                              const std::string& file,
                                              const GenerateOptions& options,
                                              base::Diagnostics& diagnostics);

// The document in the middle: facts, template, Markdown, tree, typography, citations. Nothing if
// there was a mistake.
[[nodiscard]] std::optional<document::Document> make_document(Engine& engine,
                                                              const Prepared& prepared,
                                                              const GenerateOptions& options,
                                                              base::Diagnostics& diagnostics);

struct OutputFile {
  Format format = Format::pdf;
  std::string bytes;
};

// A document in each format. Nothing at all if a mistake is not of a missing program, which only
// takes away the formats that need it.
[[nodiscard]] std::vector<OutputFile> write_formats(const Engine& engine,
                                                    const document::Document& document,
                                                    const std::vector<Format>& formats,
                                                    const FormatOptions& options,
                                                    base::Diagnostics& diagnostics);

// The document in every format asked. Nothing at all if one of the mistakes is in the case file
// or the content: a missing program only takes away the formats that need it.
[[nodiscard]] std::vector<OutputFile> write_all(Engine& engine, const Prepared& prepared,
                                                const GenerateOptions& options,
                                                const std::vector<Format>& formats,
                                                base::Diagnostics& diagnostics);

}  // namespace app
