#pragma once

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "dossier/case.hpp"
#include "dossier/form.hpp"
#include "templating/value.hpp"

namespace app {

class Redaction;

// Every bloc of the form as a template sees it: what the case file gives, and an Absent value,
// with its label, for each declared field that it does not. Offences named by the case file
// become records of the law in force on the day of the facts. With a redaction, what touches
// third parties is replaced here, before any template sees it.
[[nodiscard]] templating::Record case_values(const Engine& engine, const dossier::Form& form,
                                             const dossier::Case& dossier,
                                             const Redaction* redaction,
                                             base::Diagnostics& diagnostics);

}  // namespace app
