#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "law/evaluate.hpp"
#include "law/library.hpp"
#include "web/view.hpp"

namespace web {

// With a capital; « lundi 4 mai 2026 à 18 h 00 ».
[[nodiscard]] std::string capital(std::string_view words);
[[nodiscard]] std::string moment_text(calendar::Date date, std::optional<int> minute);

// The values of templates/web/echeance.html, one record a deadline, in the order given: the date,
// how many days are left, and how it was computed.
[[nodiscard]] std::vector<Record> deadline_records(const std::vector<law::Deadline>& deadlines,
                                                   const law::Library& law, calendar::Date today,
                                                   base::Diagnostics& diagnostics);

// The values of templates/web/frise.html: the same deadlines, those without a date left out, with
// today at its place among them. Each leads to its record above. Empty when none has a date.
[[nodiscard]] std::vector<Record> timeline_records(const std::vector<law::Deadline>& deadlines,
                                                   calendar::Date today);

// One sentence a diagnostic, mistakes only: what to tell the user.
[[nodiscard]] std::vector<Record> mistake_records(const base::Diagnostics& diagnostics);

}  // namespace web
