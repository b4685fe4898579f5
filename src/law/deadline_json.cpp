#include "law/deadline_json.hpp"

#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace law {
namespace {

using Json = nlohmann::ordered_json;

Json hour_or_null(const std::optional<int>& hour) {
  return hour ? Json(hour_iso(*hour)) : Json(nullptr);
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json basis(const Deadline& deadline, const CitationText& cite) {
  if (deadline.basis.empty()) return nullptr;
  std::vector<std::string> texts;
  for (const std::string& id : deadline.basis) texts.push_back(cite ? cite(id) : id);
  return base::join(texts, " ; ");
}

Json sources(const std::vector<Source>& list) {
  Json all = Json::array();
  for (const Source& source : list) {
    all.push_back({{"titre", source.title}, {"adresse", text_or_null(source.address)}});
  }
  return all;
}

Json alternatives(const Deadline& deadline) {
  Json all = Json::array();
  for (const OtherReading& other : deadline.alternatives) {
    all.push_back({{"lecture", other.label},
                   {"echeance", calendar::iso(other.moment.date)},
                   {"heure", hour_or_null(other.moment.minute)},
                   {"sources", sources(other.sources)}});
  }
  return all;
}

Json advised(const Deadline& deadline) {
  if (!deadline.advised) return nullptr;
  return {{"date", calendar::iso(deadline.advised->date)}, {"motif", deadline.advised->reason}};
}

Json date_or_null(const std::optional<calendar::Date>& date) {
  return date ? Json(calendar::iso(*date)) : Json(nullptr);
}

// What both lists say beyond their common keys.
void add_details(Json& object, const Deadline& deadline) {
  object["nature"] = describe(deadline.nature);
  object["conseil"] = advised(deadline);
  object["autres_lectures"] = alternatives(deadline);
  object["rappel"] = text_or_null(deadline.reminder);
  object["reserve"] = text_or_null(deadline.reservation);
  object["confiance"] = name(deadline.confidence);
  object["version"] = text_or_null(deadline.version);
  object["regime"] = text_or_null(deadline.regime);
  object["sources"] = sources(deadline.sources);
  Json days = Json::array();
  for (const calendar::Date day : deadline.reminders) days.push_back(calendar::iso(day));
  object["rappels"] = std::move(days);
  object["manque"] = deadline.missing;
}

std::string written(const Json& json) { return json.dump(2) + "\n"; }

}  // namespace

std::string calcul_json(const Deadline& deadline, const CitationText& cite) {
  Json object;
  object["echeance"] = date_or_null(deadline.date);
  object["heure"] = hour_or_null(deadline.hour);
  object["etapes"] = deadline.steps;
  object["base"] = basis(deadline, cite);
  object["report"] = deadline.extension ? Json(*deadline.extension) : Json(nullptr);
  object["libelle"] = deadline.title;
  object["depart"] = date_or_null(deadline.start);
  object["qui"] = text_or_null(deadline.who);
  object["perdu"] = text_or_null(deadline.lost);
  add_details(object, deadline);
  return written(object);
}

std::string delais_json(const std::vector<Deadline>& deadlines, const CitationText& cite) {
  Json list = Json::array();
  for (const Deadline& deadline : deadlines) {
    Json object;
    object["id"] = deadline.id;
    object["libelle"] = deadline.title;
    object["echeance"] = date_or_null(deadline.date);
    object["heure"] = hour_or_null(deadline.hour);
    object["qui"] = deadline.who;
    object["base"] = basis(deadline, cite);
    object["etapes"] = deadline.steps;
    object["perdu"] = deadline.lost;
    object["report"] = deadline.extension ? Json(*deadline.extension) : Json(nullptr);
    object["depart"] = date_or_null(deadline.start);
    add_details(object, deadline);
    list.push_back(std::move(object));
  }
  return written(list);
}

std::string shown_name(const calendar::Holiday& holiday) {
  return holiday.conditional
             ? holiday.name + " (communes ayant un temple protestant ou une église mixte)"
             : holiday.name;
}

std::string feries_json(const std::vector<calendar::Holiday>& holidays) {
  Json list = Json::array();
  for (const calendar::Holiday& holiday : holidays) {
    list.push_back({{"date", calendar::iso(holiday.date)}, {"nom", shown_name(holiday)}});
  }
  return written(list);
}

}  // namespace law
