#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/holidays.hpp"
#include "law/evaluate.hpp"

namespace law {

// « article L. 2123-35 du code général des collectivités territoriales » for "cgct/L2123-35".
using CitationText = std::function<std::string(std::string_view id)>;

// The object of `egide calcul --json`: echeance (AAAA-MM-JJ, or null when a day is missing), heure
// (HH:MM or null), etapes, base (citations, or null), report (reason or null), and more.
[[nodiscard]] std::string calcul_json(const Deadline& deadline, const CitationText& cite);

// The list of `egide delais --json`: id, libelle, echeance, heure, qui, base, etapes, perdu…
[[nodiscard]] std::string delais_json(const std::vector<Deadline>& deadlines,
                                      const CitationText& cite);

// The list of `egide feries --json`: date and nom.
[[nodiscard]] std::string feries_json(const std::vector<calendar::Holiday>& holidays);

// The name to show: a holiday of some communes only says which.
[[nodiscard]] std::string shown_name(const calendar::Holiday& holiday);

}  // namespace law
