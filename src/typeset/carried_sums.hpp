#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "typeset/composer.hpp"

namespace typeset {

// The place of the sums of a table that is `widths` wide from `x`; nothing if none of its columns
// is carried. `text`: of the cells.
[[nodiscard]] std::optional<CarriedSums> place_of_sums(const document::Table& table, Length x,
                                                       const std::vector<Length>& widths,
                                                       const TextStyle& text,
                                                       const TableStyle& look);

// One line of sums (cents), its top at 0. Nothing of it is read aloud: every amount that it adds
// has been, and the total of the table will be.
[[nodiscard]] std::vector<Mark> carried_line(Composer& composer, const CarriedSums& sums,
                                             const std::string& label,
                                             const std::vector<std::int64_t>& cents);

}  // namespace typeset
