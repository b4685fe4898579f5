#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "dossier/condition.hpp"
#include "templating/value.hpp"

// What templates may name of the law database.
namespace app {

// [{citation, texte, court}] for « [](droit:{{citation}}) ».
[[nodiscard]] templating::Value citation_values(const Engine& engine,
                                                const std::vector<std::string>& citations,
                                                base::Diagnostics& diagnostics);

struct OffenceAsked {
  std::string id;
  calendar::Date facts{};  // the day that chooses the version
  std::string victim;      // of the vocabulary, or empty
  law::Citing citing;      // where the case file names the offence
};

// {id, titre, famille, nature, peine, faits, articles, base, presse, plainte_nécessaire,
//  prescription, complémentaires: [{titre, articles}], remarque, explication: [{texte}],
//  à_vérifier, contravention…}; nothing if the offence is unknown or not covered on that day.
[[nodiscard]] std::optional<templating::Record> offence_record(const Engine& engine,
                                                               const OffenceAsked& asked,
                                                               base::Diagnostics& diagnostics);

// {clé: value…, depuis, base, à_vérifier}; nothing if unknown or not covered.
[[nodiscard]] std::optional<templating::Record> parameter_record(const Engine& engine,
                                                                 const std::string& id,
                                                                 calendar::Date day,
                                                                 base::Diagnostics& diagnostics);

// The numbers of the law with which a form compares those of a case. A key that does not exist, or
// is not a number, is reported; a day that the parameter does not cover has none. `engine` and
// `diagnostics` must outlive it.
[[nodiscard]] dossier::ParameterLookup numbers_of_the_law(const Engine& engine,
                                                          base::Diagnostics& diagnostics);

}  // namespace app
