#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.hpp"
#include "law/count.hpp"
#include "yaml/node.hpp"

// How the ways of counting are written in a rule file. Every reader reports what is missing or
// wrong, and then returns any value: the caller looks at the diagnostics.
namespace law {

// The keys délai, jour_de_départ, quantième_absent and sens of `mapping`, and the extension
// found under report.vers; `late_start` is not read.
[[nodiscard]] Counting read_counting(const yaml::Node& mapping, base::Diagnostics& diagnostics);

// HH:MM under `key`; nothing when the key is absent.
[[nodiscard]] std::optional<int> read_hour(const yaml::Node& mapping, std::string_view key,
                                           base::Diagnostics& diagnostics);

}  // namespace law
