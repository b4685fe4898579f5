#pragma once

#include <vector>

#include "web/interview.hpp"
#include "web/message.hpp"
#include "web/site.hpp"
#include "web/view.hpp"

namespace web {

// Every answer with « modifier », the letter, its deadlines, and the files to take away.
[[nodiscard]] Response review_page(const Site& site, const dossier::Form& form,
                                   const CaseState& state, const std::vector<Step>& pages);

// The values of templates/web/apercu.html: the letter, complete or as a draft, and its deadlines.
[[nodiscard]] Record letter_values(const Site& site, const dossier::Form& form,
                                   const CaseState& state);

}  // namespace web
