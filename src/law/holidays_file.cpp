#include "law/holidays_file.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "law/provenance.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

struct Version {
  Provenance provenance;
  bool repealed = false;
};

std::vector<calendar::Territory> read_territories(const yaml::Node& list,
                                                  base::Diagnostics& diagnostics) {
  std::vector<calendar::Territory> territories;
  for (const yaml::Node& node : list.items()) {
    yaml::check_keys(node, {"id", "nom"}, kind, diagnostics);
    territories.push_back({yaml::required_text(node, "id", kind, diagnostics),
                           yaml::required_text(node, "nom", kind, diagnostics)});
  }
  if (territories.empty()) {
    diagnostics.error(kind, list.position(), "« territoires » manque ou est vide.");
  }
  return territories;
}

// MM-JJ of any year, 29 February excepted: no holiday may vanish three years in four.
void read_day(const yaml::Node& node, calendar::HolidayRule& rule, base::Diagnostics& diagnostics) {
  const bool fixed = !node["jour"].absent();
  if (fixed == !node["pâques"].absent()) {
    diagnostics.error(kind, node.position(),
                      "un jour férié a « jour » ou « pâques », pas les deux.");
    return;
  }
  if (!fixed) {
    rule.from_easter = true;
    rule.easter_offset =
        static_cast<int>(yaml::integer(node["pâques"], kind, diagnostics).value_or(0));
    if (rule.easter_offset < -70 || rule.easter_offset > 70) {
      diagnostics.error(kind, node["pâques"].position(), "« pâques » va de -70 à 70 jours.");
    }
    return;
  }
  const auto date = calendar::parse_iso("2001-" + node["jour"].text());
  if (!date) {
    diagnostics.error(kind, node["jour"].position(), "« jour » s’écrit MM-JJ : « \"05-08\" ».");
    return;
  }
  const std::chrono::year_month_day parts{*date};
  rule.month = static_cast<unsigned>(parts.month());
  rule.day = static_cast<unsigned>(parts.day());
}

void read_places(const yaml::Node& node, const std::vector<calendar::Territory>& known,
                 calendar::HolidayRule& rule, base::Diagnostics& diagnostics) {
  if (!node["temple"].absent()) {
    rule.protestant_church = yaml::yes_no(node["temple"], kind, diagnostics).value_or(false);
  }
  const yaml::Node& places = node["territoires"];
  if (places.absent()) {
    diagnostics.error(kind, node.position(), "la clé « territoires » manque.",
                      "Écrivez « territoires: tous » ou la liste de leurs identifiants.");
  }
  if (places.text() == "tous") return;
  std::vector<std::string> ids;
  ids.reserve(known.size());
  for (const auto& territory : known) ids.push_back(territory.id);
  rule.territories = yaml::text_list(places, kind, diagnostics);
  for (const std::string& id : rule.territories) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
      diagnostics.error(kind, places.position(), "le territoire « " + id + " » est inconnu.",
                        std::string(base::trim(base::did_you_mean(id, ids))));
    }
  }
}

calendar::HolidayRule read_rule_of_day(const yaml::Node& node,
                                       const std::vector<calendar::Territory>& territories,
                                       base::Diagnostics& diagnostics) {
  calendar::HolidayRule rule;
  yaml::check_keys(node, {"nom", "jour", "pâques", "territoires", "temple", "versions"}, kind,
                   diagnostics);
  rule.name = yaml::required_text(node, "nom", kind, diagnostics);
  read_day(node, rule, diagnostics);
  read_places(node, territories, rule, diagnostics);
  std::vector<Version> versions;
  for (const yaml::Node& item : node["versions"].items()) {
    yaml::check_keys(item, with_provenance_keys({"abrogé"}), kind, diagnostics);
    Version version{read_provenance(item, diagnostics)};
    if (!item["abrogé"].absent()) {
      version.repealed = yaml::yes_no(item["abrogé"], kind, diagnostics).value_or(false);
    }
    rule.periods.push_back({version.provenance.since, version.repealed,
                            version.provenance.confidence == Confidence::to_verify});
    versions.push_back(std::move(version));
  }
  check_order(versions, diagnostics);
  if (versions.empty()) {
    diagnostics.error(kind, node.position(), "ce jour férié n’a aucune version datée.");
  }
  return rule;
}

}  // namespace

calendar::Holidays read_holidays(const yaml::Node& root, base::Diagnostics& diagnostics) {
  yaml::check_keys(root, {"années", "territoires", "jours"}, kind, diagnostics);
  const yaml::Node& years = root["années"];
  yaml::check_keys(years, {"première", "dernière"}, kind, diagnostics);
  const auto first = yaml::integer(years["première"], kind, diagnostics).value_or(0);
  const auto last = yaml::integer(years["dernière"], kind, diagnostics).value_or(-1);
  if (first < 1583 || last > 9998 || first > last) {
    diagnostics.error(kind, years.position(), "« années » doit aller d’une année à une suivante.");
    return {};
  }
  auto territories = read_territories(root["territoires"], diagnostics);
  std::vector<calendar::HolidayRule> rules;
  for (const yaml::Node& node : root["jours"].items()) {
    rules.push_back(read_rule_of_day(node, territories, diagnostics));
  }
  return {std::move(territories), std::move(rules), static_cast<int>(first),
          static_cast<int>(last)};
}

}  // namespace law
