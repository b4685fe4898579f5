#pragma once

#include "app/deadlines.hpp"
#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "templating/value.hpp"

namespace app {

// All that the template of the form may name: the blocs of the case file, and beside them
// `condition`, `délais` and `délai`, `droit`, `calcul` and `établi_le` (see CONTRIBUTING.md).
[[nodiscard]] templating::Value facts(Engine& engine, const Affair& affair,
                                      base::Diagnostics& diagnostics);

}  // namespace app
