#include <iostream>

#include "app/place_facts.hpp"
#include "base/amount.hpp"
#include "base/text.hpp"
#include "cli/session.hpp"

namespace cli {
namespace {

constexpr std::size_t suggested = 5;
constexpr std::size_t shortest_beginning = 4;

std::string heading(const app::PlaceFacts& place) {
  std::string text = place.commune.name + " (" + place.department + ", " + place.commune.department;
  if (!place.commune.postal_codes.empty()) {
    text += " ; " + base::join(place.commune.postal_codes, ", ");
  }
  return text + ")";
}

void line(const char* label, const std::string& value) {
  if (!value.empty()) std::cout << "  " << label << " : " << value << '\n';
}

std::string population(const app::PlaceFacts& place) {
  if (!place.commune.population) return {};
  return base::written_number(*place.commune.population) + " habitants";
}

void print(Session& session, const app::PlaceFacts& place) {
  std::cout << heading(place) << '\n';
  line("Code INSEE", place.commune.code);
  line("Population municipale", population(place));
  line("Intercommunalité", place.epci);
  line("Représentant de l’État", place.state_office);
  line("Représentant de l’État à chercher",
       session.engine.places().state_office_apart(place.commune.department));
  line("Tribunal administratif",
       place.administrative_seat.empty() ? "" : place.administrative_court);
  if (place.judicial_courts.size() == 1) {
    line("Tribunal judiciaire", place.judicial_courts.front());
  } else if (!place.judicial_courts.empty()) {
    line("Tribunal judiciaire, l’un de ceux-ci", base::join(place.judicial_courts, ", "));
  }
}

void report_unknown(Session& session, const std::string& name) {
  // The longest beginning that some name has: people rarely mistake the first letters.
  std::vector<places::Commune> near;
  std::u32string beginning = base::to_utf32(name);
  for (; near.empty() && beginning.size() >= shortest_beginning; beginning.pop_back()) {
    std::string text;
    for (const char32_t c : beginning) base::append_utf8(text, c);
    near = session.engine.places().suggestions(text, suggested);
  }
  std::vector<std::string> names;
  names.reserve(near.size());
  for (const places::Commune& commune : near) {
    names.push_back(commune.name + " (" + commune.code + ")");
  }
  session.diagnostics.error(base::Kind::usage, {}, "aucune commune actuelle ne porte ce nom.",
                            names.empty()
                                ? "Vérifiez l’orthographe, ou donnez le code INSEE."
                                : "Vouliez-vous dire : " + base::join(names, ", ") + " ?");
}

}  // namespace

void place(Session& session, const PlaceOptions& options) {
  const places::Directory& directory = session.engine.places();
  std::vector<app::PlaceFacts> found;
  for (const places::Commune& commune : app::communes_called(directory, options.name)) {
    found.push_back(app::place_facts(directory, commune));
  }
  if (found.empty()) return report_unknown(session, options.name);
  if (options.json) {
    std::cout << app::places_json(found);
    return;
  }
  for (const app::PlaceFacts& each : found) print(session, each);
  if (found.size() > 1) {
    std::cerr << found.size()
              << " communes portent ce nom : choisissez par le département, et "
                 "reportez le code INSEE dans le dossier.\n";
  }
}

}  // namespace cli
