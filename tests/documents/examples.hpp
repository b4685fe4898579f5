#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "app/generate.hpp"
#include "dossier/form.hpp"

// The example case files of the repository, with the document each is an example of.
namespace examples {

struct Example {
  std::string document;  // "plainte"
  std::string path;      // "forms/exemples/plainte-candidat.yaml"
};

inline app::Engine& engine() {
  static app::Engine one(EGIDE_SOURCE_DIR);
  return one;
}

// forms/exemples/<document>[-<what it shows>].yaml; a document's name may itself hold a hyphen.
inline std::vector<Example> all() {
  std::vector<Example> found;
  const auto forms = dossier::list_forms(engine().files());
  for (const std::string& name : engine().files().list("forms/exemples")) {
    std::string best;
    for (const std::string& form : forms) {
      const bool fits = name == form + ".yaml" || name.starts_with(form + "-");
      if (fits && form.size() > best.size()) best = form;
    }
    if (!best.empty()) found.push_back({best, "forms/exemples/" + name});
  }
  return found;
}

inline std::string content(const std::string& path) {
  return engine().files().read(path).value_or(std::string());
}

inline std::string messages(const base::Diagnostics& diagnostics) {
  std::string text;
  for (const base::Diagnostic& diagnostic : diagnostics.sorted()) {
    text += base::to_string(diagnostic) + "\n";
  }
  return text;
}

}  // namespace examples
