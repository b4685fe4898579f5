#include "law/events.hpp"

namespace law {

std::vector<Event> read_events(const yaml::Node& root, base::Diagnostics& diagnostics) {
  constexpr base::Kind kind = base::Kind::content;
  std::vector<Event> events;
  yaml::check_keys(root, {"événements"}, kind, diagnostics);
  const yaml::Node& list = root["événements"];
  if (!list.is_mapping()) {
    diagnostics.error(kind, list.position(),
                      "« événements » manque ou n’est pas un tableau de clés.",
                      "Écrivez un événement par clé : « reception-demande: { nom: … } ».");
    return events;
  }
  for (const auto& entry : list.entries()) {
    yaml::check_keys(entry.value, {"nom", "champs", "règle", "au_plus_tôt"}, kind, diagnostics);
    Event event;
    event.id = entry.key;
    event.name = yaml::required_text(entry.value, "nom", kind, diagnostics);
    if (!entry.value["champs"].absent()) {
      event.fields = yaml::text_list(entry.value["champs"], kind, diagnostics);
    }
    event.rule = yaml::optional_text(entry.value, "règle", kind, diagnostics);
    const yaml::Node& earliest = entry.value["au_plus_tôt"];
    if (!earliest.absent()) {
      event.earliest_reading = yaml::yes_no(earliest, kind, diagnostics).value_or(false);
    }
    events.push_back(std::move(event));
  }
  return events;
}

const Event* find_event(const std::vector<Event>& events, std::string_view id) {
  for (const Event& event : events) {
    if (event.id == id) return &event;
  }
  return nullptr;
}

}  // namespace law
