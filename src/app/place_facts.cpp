#include "app/place_facts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace app {
namespace {

// « de Lyon », « d’Orléans », « du Puy-en-Velay », « de la Guadeloupe »: the article is the one of
// the commune, or of the département, that has this name.
std::string of_town(const places::Directory& directory, const std::string& town,
                    const std::string& department) {
  if (const auto territory = directory.department(department);
      territory && territory->name == town) {
    return places::with_de(town, territory->liaison);
  }
  const auto communes = directory.named(town);
  const auto same_department = std::find_if(
      communes.begin(), communes.end(),
      [&](const places::Commune& commune) { return commune.department == department; });
  if (same_department != communes.end()) return places::with_de(town, same_department->liaison);
  // The seat of a court may stand in another département.
  return communes.empty() ? "de " + town : places::with_de(town, communes.front().liaison);
}

}  // namespace

PlaceFacts place_facts(const places::Directory& directory, const places::Commune& commune) {
  PlaceFacts facts;
  facts.commune = commune;
  facts.epci = directory.epci_name(commune);
  const auto department = directory.department(commune.department);
  if (!department) return facts;
  facts.department = department->name;
  if (const auto office = directory.state_office(commune)) {
    facts.state_office = office->sous_prefecture ? "Sous-préfecture " + office->arrondissement_of
                                                 : "Préfecture " + office->department_of;
    facts.state_seat = office->seat;
    facts.arrondissement = office->arrondissement;
  }
  facts.administrative_seat = directory.administrative_court(department->code);
  if (!facts.administrative_seat.empty()) {
    facts.administrative_court =
        "tribunal administratif " + of_town(directory, facts.administrative_seat, department->code);
  }
  facts.judicial_seats = directory.judicial_courts(department->code);
  for (const std::string& seat : facts.judicial_seats) {
    facts.judicial_courts.push_back("tribunal judiciaire " +
                                    of_town(directory, seat, department->code));
  }
  return facts;
}

std::vector<places::Commune> communes_called(const places::Directory& directory,
                                             const std::string& code_or_name) {
  if (auto commune = directory.commune(code_or_name)) return {std::move(*commune)};
  return directory.named(code_or_name);
}

std::string places_json(const std::vector<PlaceFacts>& places) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  const auto or_null = [](const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
  };
  for (const PlaceFacts& facts : places) {
    nlohmann::ordered_json item;
    item["code"] = facts.commune.code;
    item["nom"] = facts.commune.name;
    item["département"] = {{"code", facts.commune.department}, {"nom", facts.department}};
    item["codes_postaux"] = facts.commune.postal_codes;
    item["population"] = facts.commune.population
                             ? nlohmann::ordered_json(*facts.commune.population)
                             : nlohmann::ordered_json();
    item["epci"] = or_null(facts.epci);
    item["représentant_de_l_état"] = or_null(facts.state_office);
    item["siège_du_représentant"] = or_null(facts.state_seat);
    item["tribunal_administratif"] = or_null(facts.administrative_court);
    item["tribunaux_judiciaires"] = facts.judicial_courts;
    list.push_back(std::move(item));
  }
  return list.dump(2) + "\n";
}

}  // namespace app
