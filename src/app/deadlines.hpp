#pragma once

#include <optional>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "dossier/case.hpp"
#include "dossier/form.hpp"
#include "law/evaluate.hpp"
#include "templating/value.hpp"

namespace app {

class Redaction;

// What every stage after the checks needs: one form, one case, and the day of the document.
struct Affair {
  const dossier::Form& form;
  const dossier::Case& dossier;
  calendar::Date today;
  const Redaction* redaction = nullptr;  // of a redacted copy
};

// Where the deadlines of the case run.
[[nodiscard]] calendar::Place place_of(const dossier::Case& dossier);

// The deadlines that the form asks and whose conditions hold, in the order of the form. One whose
// starting day is not in the case file has no date and says what is missing.
[[nodiscard]] std::vector<law::Deadline> deadlines_of(Engine& engine, const Affair& affair,
                                                      base::Diagnostics& diagnostics);

// {id, libellé, échéance, heure, qui, perdu, base, articles, étapes, avertissement, réserve,
//  régime, nature, départ, conseillée, autres_lectures, à_vérifier, report}
[[nodiscard]] templating::Record deadline_record(Engine& engine, const law::Deadline& deadline,
                                                 base::Diagnostics& diagnostics);

// Sorted by date (and hour), those without a date left out.
[[nodiscard]] std::vector<law::Deadline> dated(std::vector<law::Deadline> deadlines);

}  // namespace app
