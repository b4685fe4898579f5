#include "law/provenance.hpp"

#include "base/text.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

const std::vector<std::string>& confidence_names() {
  static const std::vector<std::string> names = {"certain", "probable", "à vérifier"};
  return names;
}

Confidence read_confidence(const yaml::Node& mapping, base::Diagnostics& diagnostics) {
  const std::string text = yaml::required_text(mapping, "confiance", kind, diagnostics);
  const auto& names = confidence_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == text) return static_cast<Confidence>(i);
  }
  if (!text.empty()) {
    diagnostics.error(kind, mapping["confiance"].position(),
                      "« confiance » vaut certain, probable ou à vérifier.",
                      std::string(base::trim(base::did_you_mean(text, names))));
  }
  return Confidence::to_verify;
}

bool read_scope(const yaml::Node& mapping, base::Diagnostics& diagnostics) {
  const std::string text = yaml::optional_text(mapping, "portée", kind, diagnostics);
  if (text.empty() || text == "entrée en vigueur") return true;
  if (text != "couverture") {
    diagnostics.error(kind, mapping["portée"].position(),
                      "« portée » vaut entrée en vigueur ou couverture.",
                      "Écrivez « couverture » si la version a pu commencer plus tôt.");
  }
  return false;
}

}  // namespace

std::string_view name(Confidence confidence) {
  return confidence_names()[static_cast<std::size_t>(confidence)];
}

std::vector<std::string> with_provenance_keys(std::vector<std::string> keys) {
  for (const char* key : {"depuis", "portée", "vérifié_le", "confiance", "sources"}) {
    keys.emplace_back(key);
  }
  return keys;
}

calendar::Date required_date(const yaml::Node& mapping, std::string_view key,
                             base::Diagnostics& diagnostics) {
  const std::string text = yaml::required_text(mapping, key, kind, diagnostics);
  const auto day = calendar::parse_iso(text);
  if (!day && !text.empty()) {
    diagnostics.error(kind, mapping[key].position(),
                      "« " + std::string(key) + " » attend une date écrite AAAA-MM-JJ.");
  }
  return day.value_or(calendar::Date{});
}

std::vector<Source> read_sources(const yaml::Node& list, base::Diagnostics& diagnostics) {
  std::vector<Source> sources;
  if (!list.absent() && !list.is_sequence()) {
    diagnostics.error(kind, list.position(), "« sources » est une liste (« - titre: … »).");
  }
  for (const yaml::Node& item : list.items()) {
    yaml::check_keys(item, {"titre", "adresse"}, kind, diagnostics);
    sources.push_back({yaml::required_text(item, "titre", kind, diagnostics),
                       yaml::optional_text(item, "adresse", kind, diagnostics)});
  }
  return sources;
}

Provenance read_provenance(const yaml::Node& mapping, base::Diagnostics& diagnostics) {
  Provenance provenance;
  provenance.position = mapping.position();
  provenance.since = required_date(mapping, "depuis", diagnostics);
  provenance.entry_into_force = read_scope(mapping, diagnostics);
  provenance.checked_on = required_date(mapping, "vérifié_le", diagnostics);
  provenance.confidence = read_confidence(mapping, diagnostics);
  provenance.sources = read_sources(mapping["sources"], diagnostics);
  if (provenance.sources.empty()) {
    diagnostics.error(kind, provenance.position, "cette version n’a aucune source.",
                      "Ajoutez « sources: » avec au moins un titre.");
  }
  return provenance;
}

}  // namespace law
