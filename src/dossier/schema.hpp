#pragma once

#include <string>

#include "dossier/form.hpp"

namespace dossier {

// The JSON Schema (draft-07) of the case files that the form accepts, for editors: every bloc of
// the repository, with titles, descriptions, values and patterns; what this form requires; its
// conditions as if/then when they compare values (those on dates, numbers or items of lists are
// left to `check`). Pretty-printed, with a final line end.
[[nodiscard]] std::string json_schema(const Form& form);

}  // namespace dossier
