#pragma once

#include <map>
#include <string>
#include <vector>

#include "law/library.hpp"

namespace law {

// What is known of the facts; values are those of the vocabulary.
struct Facts {
  calendar::Date date{};                        // day of the facts: it chooses the law
  std::string family;                           // "violences", or empty for every family
  std::string victim;                           // "élu"
  std::map<std::string, std::string> criteria;  // itt → huit_jours_ou_moins
  std::vector<std::string> circumstances;       // "réunion", "arme"…
};

enum class Match { applies, possible };

struct Qualification {
  const Offence* offence = nullptr;
  const OffenceVersion* version = nullptr;
  Match match = Match::applies;
  std::vector<std::string> missing;  // names of the criteria that would decide, if `possible`
};

// The offences that fit the facts, those that apply first, then by decreasing severity.
// Reports words that are not in the vocabulary, and adds a warning when an offence of the family
// is not covered on that day.
[[nodiscard]] std::vector<Qualification> qualify(const Library& library, const Facts& facts,
                                                 base::Diagnostics& diagnostics);

// Which law was applied to facts of `day` and why, in French sentences: the version in force that
// day, a later harsher one that cannot go back, a later milder one that may.
[[nodiscard]] std::vector<std::string> explain_law(const Library& library, const Offence& offence,
                                                   calendar::Date day,
                                                   base::Diagnostics& diagnostics);

}  // namespace law
