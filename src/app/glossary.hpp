#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"

namespace app {

// A word that the guide explains. content/glossaire.yaml
struct GlossaryTerm {
  std::string id;          // « faute-detachable », as « terme:faute-detachable » names it
  std::string term;        // « Faute personnelle détachable »
  std::string definition;  // one or two sentences
  std::vector<std::string> citations;  // ids of the law database that the definition rests on
};

// In alphabetical order of the ids. Reports an id given twice, or out of order.
[[nodiscard]] std::vector<GlossaryTerm> read_glossary(const base::Files& files,
                                                      base::Diagnostics& diagnostics);

// Where a term stands in a document that holds the glossary: « terme-faute-detachable ».
[[nodiscard]] std::string term_anchor(std::string_view id);

}  // namespace app
