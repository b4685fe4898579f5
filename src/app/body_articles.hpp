#pragma once

#include <string>
#include <vector>

#include "app/engine.hpp"
#include "dossier/case.hpp"

namespace app {

// The articles of `basis` that govern the body of this case: deadline rules cite those of the
// commune, forms/regles/articles-equivalents.yaml gives those of a department or a region.
[[nodiscard]] std::vector<std::string> articles_of_the_body(const Engine& engine,
                                                            const dossier::Case& dossier,
                                                            std::vector<std::string> basis,
                                                            base::Diagnostics& diagnostics);

}  // namespace app
