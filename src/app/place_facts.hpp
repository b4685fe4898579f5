#pragma once

#include <optional>
#include <string>
#include <vector>

#include "places/directory.hpp"

namespace app {

// What follows from a commune, and is certain. An empty text: not certain, so not said.
struct PlaceFacts {
  places::Commune commune;
  std::string department;      // « Ain »
  std::string epci;            // name of the intercommunalité
  std::string state_office;    // « Sous-préfecture de Belley », « Préfecture de l’Ain »
  std::string state_seat;      // « Belley »
  std::string arrondissement;  // « Belley »
  std::string administrative_court;  // « tribunal administratif de Lyon »
  std::string administrative_seat;   // « Lyon »
  // « tribunal judiciaire de Bourg-en-Bresse »: certain if there is only one, else a list to
  // choose from.
  std::vector<std::string> judicial_courts;
  std::vector<std::string> judicial_seats;
};

[[nodiscard]] PlaceFacts place_facts(const places::Directory& directory,
                                     const places::Commune& commune);

// The communes that a code or a name designates; homonyms by code.
[[nodiscard]] std::vector<places::Commune> communes_called(const places::Directory& directory,
                                                           const std::string& code_or_name);

// [{code, nom, département, codes_postaux, population, epci, représentant, tribunal_administratif,
//   tribunaux_judiciaires}]
[[nodiscard]] std::string places_json(const std::vector<PlaceFacts>& places);

}  // namespace app
