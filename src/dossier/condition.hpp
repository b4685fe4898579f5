#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/case.hpp"
#include "dossier/form.hpp"

namespace dossier {

// A number of the law (cents for an amount) on a day; nothing if it says none.
using ParameterLookup = std::function<std::optional<std::int64_t>(
    const std::string& id, const std::string& key, calendar::Date day)>;

// What evaluation needs besides the condition.
struct Evaluation {
  const Form& form;
  const Case& dossier;
  const RecordValue* item = nullptr;    // the record at hand, for paths like ".nom"
  std::optional<calendar::Date> today;  // for « aujourd’hui »; without it, such a test is false
  const ParameterLookup* law = nullptr;  // without it, a comparison with a parameter is false
};

// False whenever the field is absent, except « présent: non » and the negation of a condition.
// Over a path that crosses lists, true if one of the values satisfies it (« différent »: if
// there are values, and none is equal). A comparison with a sum is false while one of its
// terms is absent.
[[nodiscard]] bool evaluate(const Condition& condition, const Evaluation& evaluation);

// The named conditions of the form, in its order.
[[nodiscard]] std::vector<std::pair<std::string, bool>> evaluate_named(
    const Evaluation& evaluation);

}  // namespace dossier
