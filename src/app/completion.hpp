#pragma once

#include <string>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "dossier/form.hpp"
#include "yaml/node.hpp"

namespace app {

// A field that the program filled from the commune of the case: a suggestion, told as such.
struct CompletedField {
  std::string path;
  std::string reserve;  // what to check about it, or empty
};

// Adds to a list the fields that it does not hold: several documents of one case complete the same.
void add_completed(std::vector<CompletedField>& list, const std::vector<CompletedField>& more);

struct CompletedCase {
  yaml::Node root;
  std::vector<CompletedField> fields;
};

// Fills what the case leaves empty and the commune makes certain, as forms/regles/completions.yaml
// says (CONTRIBUTING.md, « Compléter d’après la commune »). Only in a bloc or record that the case
// gives, or that the form asks whatever the case: an optional letter is not opened by it.
// A given value is never changed; one that contradicts the commune is a warning.
[[nodiscard]] CompletedCase complete_from_place(const Engine& engine, const dossier::Form& form,
                                                yaml::Node root, base::Diagnostics& diagnostics);

}  // namespace app
