#pragma once

#include "base/diagnostics.hpp"
#include "dossier/form.hpp"

namespace dossier {

// Checks that everything the form and its blocs name exists and has a fitting type, and brings
// the values of conditions to the canonical form of their field (see canonical_text).
void check_form(Form& form, base::Diagnostics& diagnostics);

}  // namespace dossier
