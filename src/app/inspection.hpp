#pragma once

#include <string>

#include "pdf/inspect.hpp"

namespace app {

// A line a rule: its outcome, its title, and what failed.
[[nodiscard]] std::string inspection_text(const pdf::Report& report);
// {conforme, regles: [{id, titre, resultat, details}]}
[[nodiscard]] std::string inspection_json(const pdf::Report& report);

}  // namespace app
