#include "law/offence.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

const std::vector<std::string>& nature_names() {
  static const std::vector<std::string> names = {"crime", "délit", "contravention"};
  return names;
}

OffenceNature read_nature(const yaml::Node& mapping, base::Diagnostics& diagnostics) {
  const std::string text = yaml::required_text(mapping, "nature", kind, diagnostics);
  const auto& names = nature_names();
  const auto found = std::find(names.begin(), names.end(), text);
  if (found != names.end()) return static_cast<OffenceNature>(std::distance(names.begin(), found));
  if (!text.empty()) {
    diagnostics.error(kind, mapping["nature"].position(),
                      "« nature » vaut crime, délit ou contravention.",
                      std::string(base::trim(base::did_you_mean(text, names))));
  }
  return OffenceNature::misdemeanour;
}

bool read_yes_no(const yaml::Node& mapping, std::string_view key, base::Diagnostics& diagnostics) {
  if (mapping[key].absent()) return false;
  return yaml::yes_no(mapping[key], kind, diagnostics).value_or(false);
}

std::vector<std::string> required_list(const yaml::Node& mapping, std::string_view key,
                                       base::Diagnostics& diagnostics) {
  std::vector<std::string> list = yaml::text_list(mapping[key], kind, diagnostics);
  if (list.empty()) {
    diagnostics.error(kind, mapping.position(),
                      "la liste « " + std::string(key) + " » manque ou est vide.");
  }
  return list;
}

std::vector<ComplementaryPenalty> read_complementary(const yaml::Node& list,
                                                     base::Diagnostics& diagnostics) {
  std::vector<ComplementaryPenalty> penalties;
  for (const yaml::Node& item : list.items()) {
    yaml::check_keys(item, {"titre", "articles"}, kind, diagnostics);
    penalties.push_back({yaml::required_text(item, "titre", kind, diagnostics),
                         required_list(item, "articles", diagnostics)});
  }
  return penalties;
}

// A crime is punished with reclusion or, exceptionally, imprisonment; a petty offence has a class.
void check_penalty(const OffenceVersion& version, base::Diagnostics& diagnostics) {
  const bool petty = version.nature == OffenceNature::petty;
  if (petty != (version.penalty.petty_class > 0)) {
    diagnostics.error(kind, version.provenance.position,
                      "« classe » va avec une contravention, et avec elle seule.");
  }
  if ((version.nature == OffenceNature::crime) != (version.penalty.reclusion_years > 0)) {
    diagnostics.error(kind, version.provenance.position,
                      "« réclusion » va avec un crime, et avec lui seul.");
  }
}

OffenceVersion read_version(const yaml::Node& node, base::Diagnostics& diagnostics) {
  yaml::check_keys(node,
                   with_provenance_keys({"sans_objet", "nature", "prescription", "victimes",
                                         "faits", "faits_selon_victime", "articles", "peine",
                                         "peines_complémentaires", "changement", "remarque"}),
                   kind, diagnostics);
  OffenceVersion version;
  version.provenance = read_provenance(node, diagnostics);
  version.change = yaml::optional_text(node, "changement", kind, diagnostics);
  version.remark = yaml::optional_text(node, "remarque", kind, diagnostics);
  version.repealed = read_yes_no(node, "sans_objet", diagnostics);
  if (version.repealed) return version;
  version.nature = read_nature(node, diagnostics);
  version.limitation_rule = yaml::required_text(node, "prescription", kind, diagnostics);
  version.victims = required_list(node, "victimes", diagnostics);
  version.facts = yaml::required_text(node, "faits", kind, diagnostics);
  for (const yaml::Node::Entry& entry : node["faits_selon_victime"].entries()) {
    version.facts_by_victim[entry.key] = entry.value.text();
  }
  version.citations = required_list(node, "articles", diagnostics);
  if (node["peine"].absent()) {
    diagnostics.error(kind, node.position(), "la clé « peine » manque.");
    return version;
  }
  version.penalty = read_penalty(node["peine"], diagnostics);
  check_penalty(version, diagnostics);
  version.complementary = read_complementary(node["peines_complémentaires"], diagnostics);
  return version;
}

int read_bound(const yaml::Node& node, int otherwise, base::Diagnostics& diagnostics) {
  if (node.absent()) return otherwise;
  return static_cast<int>(yaml::integer(node, kind, diagnostics).value_or(otherwise));
}

void read_criteria(const yaml::Node& node, Offence& offence, base::Diagnostics& diagnostics) {
  for (const yaml::Node::Entry& entry : node.entries()) {
    if (entry.key == "circonstances") {
      yaml::check_keys(entry.value, {"au_moins", "au_plus"}, kind, diagnostics);
      offence.circumstances_at_least = read_bound(entry.value["au_moins"], 0, diagnostics);
      offence.circumstances_at_most = read_bound(entry.value["au_plus"], -1, diagnostics);
    } else {
      offence.criteria.push_back({entry.key, yaml::text_list(entry.value, kind, diagnostics)});
    }
  }
}

}  // namespace

std::string_view name(OffenceNature nature) {
  return nature_names()[static_cast<std::size_t>(nature)];
}

Offence read_offence(const yaml::Node& root, const std::string& id,
                     base::Diagnostics& diagnostics) {
  yaml::check_keys(root,
                   {"infraction", "repère", "titre", "description", "famille", "presse",
                    "plainte_nécessaire", "critères", "versions"},
                   kind, diagnostics);
  Offence offence;
  offence.position = root.position();
  offence.id = yaml::required_text(root, "infraction", kind, diagnostics);
  if (offence.id != id && !offence.id.empty()) {
    diagnostics.error(kind, root["infraction"].position(),
                      "« infraction » doit répéter le nom du fichier, « " + id + " ».");
  }
  offence.mark = yaml::optional_text(root, "repère", kind, diagnostics);
  offence.title = yaml::required_text(root, "titre", kind, diagnostics);
  offence.description = yaml::required_text(root, "description", kind, diagnostics);
  offence.family = yaml::required_text(root, "famille", kind, diagnostics);
  offence.press = read_yes_no(root, "presse", diagnostics);
  offence.complaint_needed = read_yes_no(root, "plainte_nécessaire", diagnostics);
  read_criteria(root["critères"], offence, diagnostics);
  for (const yaml::Node& item : root["versions"].items()) {
    offence.versions.push_back(read_version(item, diagnostics));
  }
  if (offence.versions.empty()) {
    diagnostics.error(kind, root.position(), "cette infraction n’a aucune version.");
  }
  check_order(offence.versions, diagnostics);
  return offence;
}

bool covers(const OffenceVersion& version, std::string_view victim) {
  return std::find(version.victims.begin(), version.victims.end(), victim) != version.victims.end();
}

const std::string& facts_for(const OffenceVersion& version, const std::string& victim) {
  const auto found = version.facts_by_victim.find(victim);
  return found == version.facts_by_victim.end() ? version.facts : found->second;
}

}  // namespace law
