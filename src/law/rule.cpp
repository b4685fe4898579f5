#include "law/rule.hpp"

#include <array>

#include "base/text.hpp"
#include "law/counting_node.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

constexpr std::array<std::string_view, 4> nature_keys = {"limite", "attente", "ouverture",
                                                         "naissance"};
constexpr std::array<std::string_view, 4> nature_names = {
    "dernier jour pour agir", "fin de l’attente", "premier jour possible", "date d’effet"};

const std::vector<std::string> version_keys = {
    "abrogé", "régime",           "départ",  "nature",  "délai",           "jour_de_départ",
    "sens",   "quantième_absent", "report",  "heure",   "fondements",      "qui",
    "perdu",  "rappel",           "réserve", "conseil", "autres_lectures", "si_accomplis",
    "rappels"};

std::vector<std::string> texts(const yaml::Node& node, base::Diagnostics& diagnostics) {
  if (node.absent()) return {};
  return yaml::text_list(node, kind, diagnostics);
}

Nature read_nature(const yaml::Node& mapping, base::Diagnostics& diagnostics) {
  const std::string text = yaml::required_text(mapping, "nature", kind, diagnostics);
  for (std::size_t i = 0; i < nature_keys.size(); ++i) {
    if (nature_keys.at(i) == text) return static_cast<Nature>(i);
  }
  if (!mapping["nature"].absent()) {
    diagnostics.error(kind, mapping["nature"].position(),
                      "« nature » vaut limite, attente, ouverture ou naissance.");
  }
  return Nature::limit;
}

std::optional<Advice> read_advice(const yaml::Node& node, base::Diagnostics& diagnostics) {
  if (node.absent()) return std::nullopt;
  yaml::check_keys(node, {"jours_avant", "motif"}, kind, diagnostics);
  const auto days = yaml::integer(node["jours_avant"], kind, diagnostics).value_or(0);
  if (days < 0 || days > 366) {
    diagnostics.error(kind, node["jours_avant"].position(), "« jours_avant » va de 0 à 366 jours.");
  }
  return Advice{static_cast<int>(days), yaml::required_text(node, "motif", kind, diagnostics)};
}

std::optional<DoneInTime> read_done_in_time(const yaml::Node& node,
                                            base::Diagnostics& diagnostics) {
  if (node.absent()) return std::nullopt;
  yaml::check_keys(
      node, {"actes", "délai", "jour_de_départ", "sens", "quantième_absent", "report", "sinon"},
      kind, diagnostics);
  DoneInTime condition;
  condition.acts = texts(node["actes"], diagnostics);
  condition.within = read_counting(node, diagnostics);
  if (condition.acts.empty()) {
    diagnostics.error(kind, node.position(), "« actes » doit nommer au moins un événement.");
  }
  if (yaml::required_text(node, "sinon", kind, diagnostics) != "date du dernier acte") {
    diagnostics.error(kind, node.position(), "« sinon » vaut « date du dernier acte ».");
  }
  return condition;
}

Alternative read_alternative(const yaml::Node& node, const Counting& rule,
                             base::Diagnostics& diagnostics) {
  yaml::check_keys(node,
                   {"lecture", "départ", "délai", "jour_de_départ", "sens", "quantième_absent",
                    "report", "heure", "si_accomplis", "sources"},
                   kind, diagnostics);
  Alternative alternative;
  alternative.label = yaml::required_text(node, "lecture", kind, diagnostics);
  alternative.start = yaml::optional_text(node, "départ", kind, diagnostics);
  alternative.counting = read_counting(node, diagnostics);
  alternative.counting.late_start = rule.late_start;
  alternative.hour = read_hour(node, "heure", diagnostics);
  alternative.done_in_time = read_done_in_time(node["si_accomplis"], diagnostics);
  alternative.sources = read_sources(node["sources"], diagnostics);
  if (alternative.sources.empty()) {
    diagnostics.error(kind, node.position(), "cette autre lecture n’a aucune source.");
  }
  return alternative;
}

std::vector<int> read_reminders(const yaml::Node& node, base::Diagnostics& diagnostics) {
  std::vector<int> days;
  for (const yaml::Node& item : node.items()) {
    const auto value = yaml::integer(item, kind, diagnostics);
    if (value && (*value < 1 || *value > 36'500)) {
      diagnostics.error(kind, item.position(), "un rappel est un nombre de jours, de 1 à 36500.");
    } else if (value) {
      days.push_back(static_cast<int>(*value));
    }
  }
  return days;
}

void read_extension_authority(const yaml::Node& report, RuleVersion& version,
                              base::Diagnostics& diagnostics) {
  if (report.absent()) return;
  version.extension_basis = texts(report["fondements"], diagnostics);
  version.extension_sources = read_sources(report["sources"], diagnostics);
  if (version.extension_basis.empty() && version.extension_sources.empty()) {
    diagnostics.error(kind, report.position(), "« report » doit dire d’où vient la règle.",
                      "Ajoutez « fondements: » ou « sources: ».");
  }
}

void read_body(const yaml::Node& node, RuleVersion& version, base::Diagnostics& diagnostics) {
  version.nature = read_nature(node, diagnostics);
  version.counting = read_counting(node, diagnostics);
  version.counting.late_start = version.nature != Nature::limit;
  read_extension_authority(node["report"], version, diagnostics);
  version.hour = read_hour(node, "heure", diagnostics);
  version.who = yaml::required_text(node, "qui", kind, diagnostics);
  version.lost = yaml::required_text(node, "perdu", kind, diagnostics);
  for (const yaml::Node& item : node["autres_lectures"].items()) {
    version.alternatives.push_back(read_alternative(item, version.counting, diagnostics));
  }
  version.advice = read_advice(node["conseil"], diagnostics);
  if (version.advice && version.nature != Nature::limit) {
    diagnostics.error(kind, node["conseil"].position(),
                      "« conseil » n’a de sens que pour une date limite.");
  }
  version.done_in_time = read_done_in_time(node["si_accomplis"], diagnostics);
  version.reminders = read_reminders(node["rappels"], diagnostics);
}

RuleVersion read_version(const yaml::Node& node, const std::string& start,
                         base::Diagnostics& diagnostics) {
  RuleVersion version;
  yaml::check_keys(node, with_provenance_keys(version_keys), kind, diagnostics);
  version.provenance = read_provenance(node, diagnostics);
  if (!node["abrogé"].absent()) {
    version.repealed = yaml::yes_no(node["abrogé"], kind, diagnostics).value_or(false);
  }
  version.regime = yaml::optional_text(node, "régime", kind, diagnostics);
  version.start = yaml::optional_text(node, "départ", kind, diagnostics);
  if (version.start.empty()) version.start = start;
  version.basis = texts(node["fondements"], diagnostics);
  if (version.basis.empty()) {
    diagnostics.error(kind, node.position(), "cette version ne cite aucun article.",
                      "Ajoutez « fondements: [texte/article] ».");
  }
  version.reminder = yaml::optional_text(node, "rappel", kind, diagnostics);
  version.reservation = yaml::optional_text(node, "réserve", kind, diagnostics);
  if (!version.repealed) {
    read_body(node, version, diagnostics);
    if (version.start.empty()) {
      diagnostics.error(kind, node.position(), "l’événement de départ manque.",
                        "Ajoutez « départ: » à la règle ou à cette version.");
    }
  } else if (version.reminder.empty()) {
    diagnostics.error(kind, node.position(),
                      "une version abrogée dit dans « rappel » ce qui la remplace.");
  }
  return version;
}

std::optional<Moment> read_moment(const yaml::Node& node, base::Diagnostics& diagnostics) {
  const auto moment = parse_moment(node.text());
  if (!moment) {
    diagnostics.error(kind, node.position(),
                      "une date s’écrit AAAA-MM-JJ, ou AAAA-MM-JJTHH:MM avec une heure.");
  }
  return moment;
}

Example read_example(const yaml::Node& node, base::Diagnostics& diagnostics) {
  yaml::check_keys(node,
                   {"départ", "rebours", "territoire", "faits", "échéance", "heure", "source"},
                   kind, diagnostics);
  Example example;
  example.position = node.position();
  const std::string start = yaml::required_text(node, "départ", kind, diagnostics);
  if (!start.empty()) {
    example.start = read_moment(node["départ"], diagnostics).value_or(Moment{});
  }
  if (!node["rebours"].absent()) {
    example.backwards = yaml::yes_no(node["rebours"], kind, diagnostics).value_or(false);
  }
  example.territory = yaml::optional_text(node, "territoire", kind, diagnostics);
  for (const auto& entry : node["faits"].entries()) {
    if (const auto moment = read_moment(entry.value, diagnostics)) {
      example.events.emplace_back(entry.key, *moment);
    }
  }
  example.deadline = required_date(node, "échéance", diagnostics);
  example.hour = read_hour(node, "heure", diagnostics);
  example.source = yaml::required_text(node, "source", kind, diagnostics);
  return example;
}

std::optional<Reverse> read_reverse(const yaml::Node& node, base::Diagnostics& diagnostics) {
  if (node.absent()) return std::nullopt;
  yaml::check_keys(node, {"départ", "titre"}, kind, diagnostics);
  return Reverse{yaml::required_text(node, "départ", kind, diagnostics),
                 yaml::required_text(node, "titre", kind, diagnostics)};
}

}  // namespace

Rule read_rule(const yaml::Node& root, const std::string& id, base::Diagnostics& diagnostics) {
  Rule rule;
  rule.id = id;
  rule.position = root.position();
  yaml::check_keys(root, {"titre", "départ", "version_selon", "rebours", "versions", "exemples"},
                   kind, diagnostics);
  rule.title = yaml::required_text(root, "titre", kind, diagnostics);
  rule.version_event = yaml::required_text(root, "version_selon", kind, diagnostics);
  const std::string start = yaml::optional_text(root, "départ", kind, diagnostics);
  rule.reverse = read_reverse(root["rebours"], diagnostics);
  for (const yaml::Node& node : root["versions"].items()) {
    rule.versions.push_back(read_version(node, start, diagnostics));
  }
  if (rule.versions.empty()) {
    diagnostics.error(kind, root.position(), "la règle n’a aucune version.",
                      "Ajoutez « versions: » avec au moins une version datée.");
  }
  check_order(rule.versions, diagnostics);
  for (const yaml::Node& node : root["exemples"].items()) {
    rule.examples.push_back(read_example(node, diagnostics));
  }
  if (rule.examples.empty()) {
    diagnostics.error(kind, root.position(), "la règle n’a aucun exemple.",
                      "Ajoutez « exemples: » avec une date de départ, l’échéance et sa source.");
  }
  return rule;
}

std::string_view describe(Nature nature) {
  return nature_names.at(static_cast<std::size_t>(nature));
}

}  // namespace law
