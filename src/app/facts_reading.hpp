#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "dossier/case.hpp"
#include "dossier/form.hpp"

namespace app {

// One line of content/droit/lecture-des-faits.yaml: a word of the vocabulary of the law, and the
// field of the case from which it follows.
struct FactReading {
  std::string field;
  std::vector<std::string> values;    // of the field; none: any, and the value is the word itself
  bool presence = false;              // the field need only be filled
  std::string word;                   // empty: the value of the field
  std::vector<std::string> criteria;  // families: only offences that depend on one of these
  base::Position position;
};

struct FactsReading {
  std::vector<FactReading> families, victims, circumstances;
  std::map<std::string, std::vector<FactReading>> criteria;
};

// Nothing, with mistakes of Kind::content, if a line names a field that no bloc has.
[[nodiscard]] std::optional<FactsReading> read_facts_reading(const base::Files& files,
                                                             const dossier::Form& form,
                                                             base::Diagnostics& diagnostics);

// The words that a line draws from the case, in the order of its values.
[[nodiscard]] std::vector<std::string> words_read(const FactReading& reading,
                                                  const dossier::Case& dossier);

}  // namespace app
