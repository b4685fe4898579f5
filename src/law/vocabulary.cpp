#include "law/vocabulary.hpp"

#include <algorithm>

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

std::vector<Term> read_terms(const yaml::Node& list, base::Diagnostics& diagnostics) {
  std::vector<Term> terms;
  for (const yaml::Node& item : list.items()) {
    yaml::check_keys(item, {"valeur", "titre"}, kind, diagnostics);
    terms.push_back({yaml::required_text(item, "valeur", kind, diagnostics),
                     yaml::required_text(item, "titre", kind, diagnostics)});
  }
  return terms;
}

CriterionTerm read_criterion(const yaml::Node& item, base::Diagnostics& diagnostics) {
  yaml::check_keys(item, {"nom", "titre", "valeurs"}, kind, diagnostics);
  return {yaml::required_text(item, "nom", kind, diagnostics),
          yaml::required_text(item, "titre", kind, diagnostics),
          read_terms(item["valeurs"], diagnostics)};
}

Circumstance read_circumstance(const yaml::Node& item, base::Diagnostics& diagnostics) {
  yaml::check_keys(item, {"valeur", "titre", "familles", "articles", "déduite_de"}, kind,
                   diagnostics);
  Circumstance circumstance;
  circumstance.value = yaml::required_text(item, "valeur", kind, diagnostics);
  circumstance.title = yaml::required_text(item, "titre", kind, diagnostics);
  circumstance.families = yaml::text_list(item["familles"], kind, diagnostics);
  circumstance.citations = yaml::text_list(item["articles"], kind, diagnostics);
  const yaml::Node& implied = item["déduite_de"];
  if (!implied.absent()) {
    yaml::check_keys(implied, {"critère", "valeur"}, kind, diagnostics);
    circumstance.implied_by = {yaml::required_text(implied, "critère", kind, diagnostics),
                               yaml::required_text(implied, "valeur", kind, diagnostics)};
  }
  return circumstance;
}

}  // namespace

Vocabulary read_vocabulary(const yaml::Node& root, base::Diagnostics& diagnostics) {
  yaml::check_keys(root, {"familles", "victimes", "critères", "circonstances"}, kind, diagnostics);
  Vocabulary vocabulary;
  vocabulary.families = read_terms(root["familles"], diagnostics);
  vocabulary.victims = read_terms(root["victimes"], diagnostics);
  for (const yaml::Node& item : root["critères"].items()) {
    vocabulary.criteria.push_back(read_criterion(item, diagnostics));
  }
  for (const yaml::Node& item : root["circonstances"].items()) {
    vocabulary.circumstances.push_back(read_circumstance(item, diagnostics));
  }
  return vocabulary;
}

std::vector<std::string> values_of(const std::vector<Term>& terms) {
  std::vector<std::string> values;
  values.reserve(terms.size());
  for (const Term& term : terms) values.push_back(term.value);
  return values;
}

bool contains(const std::vector<Term>& terms, std::string_view value) {
  return std::any_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return term.value == value; });
}

}  // namespace law
