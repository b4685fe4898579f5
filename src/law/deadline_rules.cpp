#include "law/deadline_rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "law/holidays_file.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;
constexpr std::string_view folder = "content/droit/delais";
constexpr std::string_view extension = ".yaml";

// Only what a rule's file may be called: an id can then never name a file elsewhere.
bool is_rule_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
           character == '-';
  });
}

}  // namespace

std::vector<std::string> DeadlineRules::ids() const {
  std::vector<std::string> ids;
  for (const std::string& name : files_.list(folder)) {
    if (name.ends_with(extension)) ids.push_back(name.substr(0, name.size() - extension.size()));
  }
  return ids;
}

yaml::Node DeadlineRules::parse(const std::string& path, base::Diagnostics& diagnostics) const {
  const auto content = files_.read(path);
  if (!content) {
    diagnostics.error(kind, {path, 0, 0}, "ce fichier manque.");
    return {};
  }
  return yaml::parse(*content, path, kind, diagnostics);
}

const Rule* DeadlineRules::rule(const std::string& id, base::Diagnostics& diagnostics) {
  const auto known = rules_.find(id);
  if (known != rules_.end()) return known->second ? &*known->second : nullptr;
  const std::string path = std::string(folder) + "/" + id + std::string(extension);
  const auto content = is_rule_id(id) ? files_.read(path) : std::nullopt;
  if (!content) {
    diagnostics.error(base::Kind::usage, {}, "la règle de délai « " + id + " » n’existe pas.",
                      std::string(base::trim(base::did_you_mean(id, ids()))));
    return nullptr;
  }
  base::Diagnostics own;
  const yaml::Node root = yaml::parse(*content, path, kind, own);
  std::optional<Rule> rule;
  if (!own.has_errors()) rule = read_rule(root, id, own);
  for (const auto& diagnostic : own.all()) diagnostics.add(diagnostic);
  if (own.has_errors()) rule.reset();
  auto& kept = rules_.emplace(id, std::move(rule)).first->second;
  return kept ? &*kept : nullptr;
}

const std::vector<Event>& DeadlineRules::events(base::Diagnostics& diagnostics) {
  if (!events_) {
    events_ = read_events(parse("content/droit/evenements.yaml", diagnostics), diagnostics);
  }
  return *events_;
}

const Event* DeadlineRules::event(const std::string& id, base::Diagnostics& diagnostics) {
  const auto& known = events(diagnostics);
  const Event* event = find_event(known, id);
  if (event == nullptr) {
    std::vector<std::string> names;
    names.reserve(known.size());
    for (const Event& each : known) names.push_back(each.id);
    diagnostics.error(kind, {"content/droit/evenements.yaml", 0, 0},
                      "l’événement « " + id + " » n’est pas défini.",
                      std::string(base::trim(base::did_you_mean(id, names))));
  }
  return event;
}

const calendar::Holidays& DeadlineRules::holidays(base::Diagnostics& diagnostics) {
  if (!holidays_) {
    holidays_ = read_holidays(parse("content/droit/feries.yaml", diagnostics), diagnostics);
  }
  return *holidays_;
}

bool DeadlineRules::knows(const calendar::Place& place, base::Diagnostics& diagnostics) {
  const auto& known = holidays(diagnostics);
  if (known.territory(place.territory) != nullptr) return true;
  std::vector<std::string> ids;
  ids.reserve(known.territories().size());
  for (const auto& territory : known.territories()) ids.push_back(territory.id);
  diagnostics.error(base::Kind::usage, {}, "le territoire « " + place.territory + " » est inconnu.",
                    "Territoires connus : " + base::join(ids, ", ") + ".");
  return false;
}

void DeadlineRules::check_events(const Rule& rule, base::Diagnostics& diagnostics) {
  std::vector<std::string> used = {rule.version_event};
  if (rule.reverse) used.push_back(rule.reverse->start);
  for (const RuleVersion& version : rule.versions) {
    if (!version.repealed) used.push_back(version.start);
    if (!version.done_in_time) continue;
    used.insert(used.end(), version.done_in_time->acts.begin(), version.done_in_time->acts.end());
  }
  for (const Example& example : rule.examples) {
    for (const auto& [id, moment] : example.events) used.push_back(id);
  }
  for (const std::string& id : used) {
    if (find_event(events(diagnostics), id) != nullptr) continue;
    diagnostics.error(kind, rule.position, "l’événement « " + id + " » n’est pas défini.",
                      "Ajoutez-le à content/droit/evenements.yaml.");
  }
}

void DeadlineRules::check_all(base::Diagnostics& diagnostics) {
  for (const std::string& id : ids()) {
    if (const Rule* rule = this->rule(id, diagnostics)) check_events(*rule, diagnostics);
  }
  for (const Event& event : events(diagnostics)) {
    if (!event.rule.empty()) static_cast<void>(rule(event.rule, diagnostics));
  }
  static_cast<void>(holidays(diagnostics));
}

}  // namespace law
