#pragma once

#include <cstdint>
#include <string>

#include "law/provenance.hpp"

namespace law {

// Main penalties, at their maximum. A length is in months; 0 means the penalty is not incurred.
struct Penalty {
  int imprisonment_months = 0;
  int reclusion_years = 0;  // crimes
  std::int64_t fine_euros = 0;
  bool community_work = false;  // travail d’intérêt général incurred besides the fine
  int petty_class = 0;          // contraventions: class 1 to 5
};

// prison: « 7 ans » or « 6 mois »; réclusion: « 20 ans »; amende: euros; tig: oui; classe: 1 to 5.
[[nodiscard]] Penalty read_penalty(const yaml::Node& node, base::Diagnostics& diagnostics);

// « sept ans d’emprisonnement et 100 000 € d’amende » (U+202F in thousands, U+00A0 before €).
[[nodiscard]] std::string french(const Penalty& penalty);

// « 7 ans », « 6 mois »: prison or réclusion, in figures, as charts compare them; « — » if none.
[[nodiscard]] std::string french_custody(const Penalty& penalty);

// Order of severity of main penalties: reclusion, then imprisonment, then fine, then work.
[[nodiscard]] bool harsher(const Penalty& left, const Penalty& right);

// « sept », « vingt et un », « soixante-douze »; from 0 to 99.
[[nodiscard]] std::string french_number(int number);

// « 100 000 € ».
[[nodiscard]] std::string french_euros(std::int64_t euros);

}  // namespace law
