#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "dossier/case.hpp"
#include "dossier/form.hpp"

namespace dossier {

// The items of a list that share a value of a choice field.
struct CalculationGroup {
  std::string value;  // empty: the items that do not give it
  std::string title;
  std::int64_t total = 0;
  std::vector<std::size_t> items;  // positions in the list, from 0
};

struct CalculationResult {
  std::string name;
  std::string title;
  bool amounts = false;  // totals are in cents
  std::int64_t total = 0;
  std::vector<CalculationGroup> groups;  // in the order of the choices, none empty
};

// The calculations of the form, in its order. An absent value adds nothing. A total that does not
// fit in 64 bits is reported (Kind::dossier) and nothing is returned.
[[nodiscard]] std::optional<std::vector<CalculationResult>> calculate(
    const Form& form, const Case& dossier, std::optional<calendar::Date> today,
    base::Diagnostics& diagnostics);

// The total of one of them, in cents or units; nothing if it does not fit.
[[nodiscard]] std::optional<std::int64_t> total_of(const Form& form, std::string_view calculation,
                                                   const Case& dossier,
                                                   std::optional<calendar::Date> today);

}  // namespace dossier
