#pragma once

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "dossier/case.hpp"

namespace app {

// Reports every character of the case file that no font of the project can print, with its field
// and its place. Asked before anything is made: a document must be the same in all its formats.
void check_printable(const Engine& engine, const dossier::Case& dossier,
                     base::Diagnostics& diagnostics);

// Reports each field that holds a script written from right to left other than Arabic and Hebrew:
// the PDF, and it alone, does not know how to order it.
void check_order(const Engine& engine, const dossier::Case& dossier,
                 base::Diagnostics& diagnostics);

}  // namespace app
