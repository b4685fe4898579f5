#pragma once

#include "app/generate.hpp"
#include "base/diagnostics.hpp"
#include "document/document.hpp"

namespace app {

// The lines that end a document when they are asked: that it is a redacted copy, and what made it
// (version of the program, edition of the law, SHA-256 of the case file).
void add_closing_lines(const Engine& engine, const Prepared& prepared,
                       const GenerateOptions& options, document::Document& document,
                       base::Diagnostics& diagnostics);

}  // namespace app
