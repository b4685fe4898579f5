#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "yaml/node.hpp"

namespace law {

// A word of the description of facts, and what people read for it.
struct Term {
  std::string value;
  std::string title;
};

// One of the facts that decide which offence applies: « itt », « public »…
struct CriterionTerm {
  std::string name;
  std::string title;
  std::vector<Term> values;
};

// An aggravating circumstance.
struct Circumstance {
  std::string value;
  std::string title;
  std::vector<std::string> families;  // families of offences in which it counts
  std::vector<std::string> citations;
  // The circumstance also holds if this criterion has this value (« itt » is « plus_de_huit_jours
  // »).
  std::optional<std::pair<std::string, std::string>> implied_by;
};

// content/droit/vocabulaire.yaml: the closed lists used by the offences.
struct Vocabulary {
  std::vector<Term> families;
  std::vector<Term> victims;
  std::vector<CriterionTerm> criteria;
  std::vector<Circumstance> circumstances;
};

[[nodiscard]] Vocabulary read_vocabulary(const yaml::Node& root, base::Diagnostics& diagnostics);

// Values of a list, for "did you mean".
[[nodiscard]] std::vector<std::string> values_of(const std::vector<Term>& terms);
[[nodiscard]] bool contains(const std::vector<Term>& terms, std::string_view value);

}  // namespace law
