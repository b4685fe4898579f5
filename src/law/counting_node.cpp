#include "law/counting_node.hpp"

#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

template <typename Value>
using Choices = std::vector<std::pair<std::string, Value>>;

// One of a closed list of words; reports a missing or unknown one.
template <typename Value>
Value choice(const yaml::Node& mapping, std::string_view key, const Choices<Value>& choices,
             base::Diagnostics& diagnostics) {
  const std::string text = yaml::required_text(mapping, key, kind, diagnostics);
  std::vector<std::string> names;
  for (const auto& [name, value] : choices) {
    if (name == text) return value;
    names.push_back(name);
  }
  if (!mapping[key].absent()) {
    diagnostics.error(kind, mapping[key].position(),
                      "« " + std::string(key) + " » vaut " + base::join(names, ", ") + ".",
                      std::string(base::trim(base::did_you_mean(text, names))));
  }
  return choices.front().second;
}

bool counts_months(const Length& length) {
  return length.way == Length::Way::calendar && length.months > 0;
}

std::optional<calendar::MonthEnd> read_month_end(const yaml::Node& mapping, const Length& length,
                                                 base::Diagnostics& diagnostics) {
  const yaml::Node& node = mapping["quantième_absent"];
  if (!counts_months(length)) {
    if (!node.absent()) {
      diagnostics.error(kind, node.position(),
                        "« quantième_absent » n’a de sens que pour un délai en mois ou en années.");
    }
    return std::nullopt;
  }
  return choice<calendar::MonthEnd>(mapping, "quantième_absent",
                                    {{"dernier jour", calendar::MonthEnd::last_day},
                                     {"lendemain", calendar::MonthEnd::next_day},
                                     {"erreur", calendar::MonthEnd::refuse}},
                                    diagnostics);
}

Extension read_extension(const yaml::Node& mapping, base::Diagnostics& diagnostics) {
  const yaml::Node& node = mapping["report"];
  if (node.absent()) {
    diagnostics.error(kind, mapping.position(), "la clé « report » manque.",
                      "Dites ce que devient un délai qui finit un samedi, un dimanche ou un jour "
                      "férié : « report: { vers: aucun, sources: […] } ».");
    return Extension::none;
  }
  yaml::check_keys(node, {"vers", "fondements", "sources"}, kind, diagnostics);
  return choice<Extension>(node, "vers",
                           {{"aucun", Extension::none},
                            {"premier jour ouvrable suivant", Extension::next_open_day},
                            {"dernier jour ouvrable précédent", Extension::previous_open_day}},
                           diagnostics);
}

}  // namespace

Counting read_counting(const yaml::Node& mapping, base::Diagnostics& diagnostics) {
  Counting counting;
  const std::string text = yaml::required_text(mapping, "délai", kind, diagnostics);
  const LengthReading reading = read_length(text);
  if (reading.length) {
    counting.length = *reading.length;
  } else if (!mapping["délai"].absent()) {
    diagnostics.error(kind, mapping["délai"].position(), reading.mistake, reading.hint);
  }
  counting.start_counts =
      choice<bool>(mapping, "jour_de_départ", {{"exclu", false}, {"inclus", true}}, diagnostics);
  const Length::Way way = counting.length.way;
  const bool counts_days =
      way == Length::Way::calendar || way == Length::Way::ouvrables || way == Length::Way::ouvres;
  if (counting.start_counts && !counts_days) {
    diagnostics.error(kind, mapping["jour_de_départ"].position(),
                      "« jour_de_départ: inclus » n’a de sens que pour un délai en jours, en mois "
                      "ou en années.");
  }
  if (reading.length) counting.month_end = read_month_end(mapping, *reading.length, diagnostics);
  counting.backwards =
      choice<bool>(mapping, "sens", {{"après", false}, {"avant", true}}, diagnostics);
  counting.extension = read_extension(mapping, diagnostics);
  return counting;
}

std::optional<int> read_hour(const yaml::Node& mapping, std::string_view key,
                             base::Diagnostics& diagnostics) {
  const yaml::Node& node = mapping[key];
  if (node.absent()) return std::nullopt;
  const auto hour = parse_hour(node.text());
  if (!hour) {
    diagnostics.error(kind, node.position(), "une heure s’écrit « \"18:00\" », entre guillemets.");
  }
  return hour;
}

}  // namespace law
