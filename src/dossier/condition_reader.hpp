#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.hpp"
#include "dossier/form.hpp"
#include "yaml/node.hpp"

namespace dossier {

// The condition under `key` of `mapping`, or nothing if there is none or (after a report) if it
// is wrong. A text alone names a condition of the form. Values are as written: check_form brings
// them to the canonical form of their field.
[[nodiscard]] std::optional<Condition> read_condition(const yaml::Node& mapping,
                                                      std::string_view key,
                                                      base::Diagnostics& diagnostics);

}  // namespace dossier
