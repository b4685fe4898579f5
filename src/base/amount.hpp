#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// « 1 250,00 »: cents as they are printed, thousands apart by a narrow no-break space (U+202F),
// always two decimals, U+2212 before a negative amount.
[[nodiscard]] std::string written_amount(std::int64_t cents);
// « 1 250 », in the same way.
[[nodiscard]] std::string written_number(std::int64_t number);

// The cents of a printed amount: digits with any space between thousands, a comma and two
// decimals, an optional « € ». Nothing for any other text.
[[nodiscard]] std::optional<std::int64_t> read_written_amount(std::string_view text);

}  // namespace base
