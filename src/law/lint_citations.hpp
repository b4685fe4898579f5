#pragma once

#include <string>
#include <vector>

#include "law/lint.hpp"

namespace law {

struct FoundCitation {
  std::string id;
  base::Position position;
};

// Citations written outside the database proper: under « fondements » or « articles » anywhere in
// the deadline rules, and in links (droit:…) of the guide and the templates.
[[nodiscard]] std::vector<FoundCitation> citations_elsewhere(const base::Files& files,
                                                             const LintOptions& options,
                                                             base::Diagnostics& diagnostics);

}  // namespace law
