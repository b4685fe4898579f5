#pragma once

#include <optional>
#include <string_view>

#include "document/document.hpp"

namespace document {

// The unit that makes the cells of a chart durations: « 6 mois », « 1 an », « 5 ans ».
inline constexpr std::string_view duration_unit = "durée";

// What the cell of a chart’s table says, in a unit (« faits », « % », duration_unit): a number
// written in French, « 1 720 », « 9,35 % », at most nine digits and three decimals, with its unit
// or without; « — » or nothing for what has no value. Nothing if it is anything else.
[[nodiscard]] std::optional<Quantity> read_quantity(std::string_view cell, std::string_view unit);

}  // namespace document
