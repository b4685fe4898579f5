#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/generate.hpp"

// `egide qualifier`: the offences that the facts of a case may be.
namespace app {

// A fact that would decide, and what it may be.
struct MissingFact {
  std::string name, title;
  std::vector<std::string> answers;
};

struct QualifiedOffence {
  std::string id, title;
  bool applies = false;              // else possible: something misses
  std::vector<MissingFact> missing;  // if only possible
  std::string penalty;               // at its highest, on the day of the facts
  std::string base;                  // « articles 222-12 et 222-13 du code pénal »
  bool press = false;
  std::string remark;
  std::vector<std::string> explanation;  // which law was applied, and why
};

struct CaseQualification {
  calendar::Date facts{};
  std::string victim;  // title of the vocabulary
  // Those that apply first, then by decreasing severity.
  std::vector<QualifiedOffence> offences;
};

// Nothing if the case has mistakes, or lacks the day of the facts, their nature or who is the
// victim: nothing is guessed.
[[nodiscard]] std::optional<CaseQualification> qualify_case(Engine& engine, const CaseFile& file,
                                                            base::Diagnostics& diagnostics);

// {date, victime, infractions: [{id, titre, convient, manque: [{critère, titre, réponses}], peine,
//  articles, presse, remarque, droit_appliqué}]}
[[nodiscard]] std::string qualification_json(const CaseQualification& found);

}  // namespace app
