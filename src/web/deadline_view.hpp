#pragma once

#include <vector>

#include "base/diagnostics.hpp"
#include "law/evaluate.hpp"
#include "law/library.hpp"
#include "web/view.hpp"

namespace web {

// The values of templates/web/echeance.html: the date, how many days are left, and how it was
// computed.
[[nodiscard]] Record deadline_values(const law::Deadline& deadline, const law::Library& law,
                                     calendar::Date today, base::Diagnostics& diagnostics);

// One sentence a diagnostic, mistakes only: what to tell the user.
[[nodiscard]] std::vector<Record> mistake_records(const base::Diagnostics& diagnostics);

}  // namespace web
