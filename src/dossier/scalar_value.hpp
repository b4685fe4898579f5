#pragma once

#include <string_view>

#include "dossier/case.hpp"
#include "dossier/form.hpp"
#include "dossier/scalar.hpp"

namespace dossier {

// The value of one text in a field of a type that is written as one scalar (all but fiche, liste,
// liste de textes and choix multiple; for these last two: one of their items, as a std::string).
[[nodiscard]] Parsed<decltype(FieldValue::data)> read_scalar(const Field& field,
                                                             std::string_view text);

// « madame, monsieur »: the values that may be chosen, at most twenty.
[[nodiscard]] std::string list_choices(const Field& field);

}  // namespace dossier
