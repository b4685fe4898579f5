#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/case.hpp"
#include "dossier/form.hpp"

namespace dossier {

// What evaluation needs besides the condition.
struct Evaluation {
  const Form& form;
  const Case& dossier;
  const RecordValue* item = nullptr;    // the record at hand, for paths like ".nom"
  std::optional<calendar::Date> today;  // for « aujourd’hui »; without it, such a test is false
};

// False whenever the field is absent, except « présent: non » and the negation of a condition.
// Over a path that crosses lists, true if one of the values satisfies it (« différent »: if
// there are values, and none is equal).
[[nodiscard]] bool evaluate(const Condition& condition, const Evaluation& evaluation);

// The named conditions of the form, in its order.
[[nodiscard]] std::vector<std::pair<std::string, bool>> evaluate_named(
    const Evaluation& evaluation);

}  // namespace dossier
