#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "law/penalty.hpp"
#include "law/provenance.hpp"

namespace law {

// Nature of an offence; decides the limitation period and the court.
enum class OffenceNature { crime, misdemeanour, petty };  // crime, délit, contravention
[[nodiscard]] std::string_view name(OffenceNature nature);

struct ComplementaryPenalty {
  std::string title;  // « interdiction de séjour (cinq ans au plus) »
  std::vector<std::string> citations;
};

// The law of one offence for facts committed from `provenance.since` on.
struct OffenceVersion {
  Provenance provenance;
  bool repealed = false;  // the facts are no longer, or not yet, this offence
  OffenceNature nature = OffenceNature::misdemeanour;
  std::string limitation_rule;       // deadline rule id: "prescription-delit"
  std::vector<std::string> victims;  // ids of the vocabulary, never empty
  std::string facts;                 // wording for a letter, without final full stop
  std::map<std::string, std::string> facts_by_victim;
  std::vector<std::string> citations;  // punishing texts first
  Penalty penalty;
  std::vector<ComplementaryPenalty> complementary;
  std::string change;  // what changed when this version began
  std::string remark;  // doubt or trap to be shown with the penalty
};

// What the facts must be for this offence; a criterion that is not named is indifferent.
struct Criterion {
  std::string name;                   // of the vocabulary: "itt"
  std::vector<std::string> accepted;  // accepted values
};

// content/droit/infractions/<id>.yaml
struct Offence {
  std::string id;
  std::string mark;  // reference in our research sheets: "VIO-8P"
  std::string title;
  std::string description;
  std::string family;             // of the vocabulary: "violences"
  bool press = false;             // act of 29 July 1881: three months, and a simple complaint
                                  // does not stop them
  bool complaint_needed = false;  // the prosecutor may not act without the victim’s complaint
  std::vector<Criterion> criteria;
  int circumstances_at_least = 0;
  int circumstances_at_most = -1;  // -1: no upper bound
  std::vector<OffenceVersion> versions;
  base::Position position;
};

[[nodiscard]] Offence read_offence(const yaml::Node& root, const std::string& id,
                                   base::Diagnostics& diagnostics);

// Whether this version protects a victim of this kind: a candidate is not protected by the texts
// on violence against elected members, for instance.
[[nodiscard]] bool covers(const OffenceVersion& version, std::string_view victim);

// Wording of the facts for a victim of this kind; `victim` may be empty.
[[nodiscard]] const std::string& facts_for(const OffenceVersion& version,
                                           const std::string& victim);

}  // namespace law
