#pragma once

#include <string>
#include <vector>

#include "app/engine.hpp"
#include "dossier/case.hpp"
#include "yaml/node.hpp"

namespace app {

// Deadline rules cite the articles of the commune; forms/regles/articles-equivalents.yaml gives
// those of a department or a region. Read once for a case, then asked for each of its deadlines.
class BodyArticles {
 public:
  BodyArticles(const Engine& engine, const dossier::Case& dossier, base::Diagnostics& diagnostics);
  // The articles of `basis` that govern the body of the case.
  [[nodiscard]] std::vector<std::string> of(std::vector<std::string> basis) const;

 private:
  yaml::Node table_;  // absent: every article stays
};

}  // namespace app
