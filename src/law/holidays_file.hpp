#pragma once

#include "base/diagnostics.hpp"
#include "calendar/holidays.hpp"
#include "yaml/node.hpp"

namespace law {

// Reads content/droit/feries.yaml; each period of each day carries its source and confidence,
// which are checked here and kept in the file only.
[[nodiscard]] calendar::Holidays read_holidays(const yaml::Node& root,
                                               base::Diagnostics& diagnostics);

}  // namespace law
