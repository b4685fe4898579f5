#pragma once

#include <string>

#include "dossier/form.hpp"

namespace dossier {

// The condition as the end of a French sentence that begins with « si »: « À quel titre » est
// « Candidat ». `owner`: the record at hand, for paths that begin with a dot.
[[nodiscard]] std::string describe(const Condition& condition, const Form& form,
                                   const Field* owner = nullptr);

}  // namespace dossier
