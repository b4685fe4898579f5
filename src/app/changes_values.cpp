#include "app/changes_values.hpp"

#include <algorithm>

#include "app/values.hpp"
#include "law/changes.hpp"

namespace app {

using templating::Record;
using templating::Value;

templating::Value changes_by_day(const Engine& engine, calendar::Date from, calendar::Date to,
                                 base::Diagnostics& diagnostics) {
  std::vector<std::pair<calendar::Date, std::vector<Record>>> days;
  for (const law::Change& change : law::changes(engine.law(), from, to, diagnostics)) {
    if (days.empty() || days.back().first != change.on) days.push_back({change.on, {}});
    days.back().second.push_back(with_presence(
        {{"titre", project_text(change.title)},
         {"changement", project_text(change.what)},
         {"confiance", project_text(change.confidence)},
         {"incertain", Value(change.confidence != law::name(law::Confidence::certain))},
         {"texte", Value(change.kind == "texte")},
         {"article", Value(change.kind == "article")},
         {"infraction", Value(change.kind == "infraction")},
         {"valeur", Value(change.kind == "paramètre")}}));
  }
  std::vector<Record> records;
  records.reserve(days.size());
  for (auto& [day, list] : days) {
    records.push_back(
        with_presence({{"date", date_value(day)}, {"liste", ranked(std::move(list))}}));
  }
  return ranked(std::move(records));
}

templating::Value later_changes(const Engine& engine, calendar::Date from, calendar::Date to,
                                const std::vector<std::string>& cited,
                                base::Diagnostics& diagnostics) {
  std::vector<Record> records;
  for (const law::Change& change : law::changes(engine.law(), from, to, diagnostics)) {
    const bool named = change.kind == "article" || change.kind == "texte";
    if (!named || std::find(cited.begin(), cited.end(), change.id) == cited.end()) continue;
    records.push_back(with_presence({{"date", date_value(change.on)},
                                     {"citation", project_text(change.id)},
                                     {"texte", project_text(change.title)},
                                     {"changement", project_text(change.what)}}));
  }
  return ranked(std::move(records));
}

}  // namespace app
