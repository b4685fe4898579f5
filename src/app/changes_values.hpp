#pragma once

#include <string>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "calendar/date.hpp"
#include "templating/value.hpp"

// What changed in the law between two days, as chapters of the guide may name it.
namespace app {

// [{date, liste: [{titre, changement, confiance, incertain, texte, article, infraction, valeur}]}]
// by day, for what began after `from` and not later than `to` (law::changes); the last four are
// yes or no. Empty if the days are the same.
[[nodiscard]] templating::Value changes_by_day(const Engine& engine, calendar::Date from,
                                               calendar::Date to, base::Diagnostics& diagnostics);

// [{date, citation, texte, changement}] of the articles and acts of `cited` alone.
[[nodiscard]] templating::Value later_changes(const Engine& engine, calendar::Date from,
                                              calendar::Date to,
                                              const std::vector<std::string>& cited,
                                              base::Diagnostics& diagnostics);

}  // namespace app
