#include "law/parameter.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

ParameterType read_type(const yaml::Node& mapping, base::Diagnostics& diagnostics) {
  static const std::vector<std::string> names = {"texte", "entier", "montant", "oui ou non"};
  const std::string text = yaml::required_text(mapping, "type", kind, diagnostics);
  const auto found = std::find(names.begin(), names.end(), text);
  if (found != names.end()) return static_cast<ParameterType>(std::distance(names.begin(), found));
  if (!text.empty()) {
    diagnostics.error(kind, mapping["type"].position(),
                      "« type » vaut texte, entier, montant ou oui ou non.",
                      std::string(base::trim(base::did_you_mean(text, names))));
  }
  return ParameterType::text;
}

ParameterValue read_value(const yaml::Node& node, ParameterType type,
                          base::Diagnostics& diagnostics) {
  ParameterValue value;
  value.type = type;
  switch (type) {
    case ParameterType::text:
      if (!node.is_scalar() || node.text().empty()) {
        diagnostics.error(kind, node.position(), "un texte est attendu ici.");
      }
      value.text = node.text();
      break;
    case ParameterType::integer:
      value.number = yaml::integer(node, kind, diagnostics).value_or(0);
      break;
    case ParameterType::amount:  // written in whole euros, kept in cents
      value.number = yaml::integer(node, kind, diagnostics).value_or(0) * 100;
      break;
    case ParameterType::yes_no:
      value.yes = yaml::yes_no(node, kind, diagnostics).value_or(false);
      break;
  }
  return value;
}

ParameterVersion read_version(const yaml::Node& node, const std::vector<ParameterKey>& keys,
                              base::Diagnostics& diagnostics) {
  yaml::check_keys(node, with_provenance_keys({"valeurs", "articles", "changement"}), kind,
                   diagnostics);
  ParameterVersion version;
  version.provenance = read_provenance(node, diagnostics);
  version.citations = yaml::text_list(node["articles"], kind, diagnostics);
  version.change = yaml::optional_text(node, "changement", kind, diagnostics);
  std::vector<std::string> names;
  names.reserve(keys.size());
  for (const ParameterKey& key : keys) names.push_back(key.name);
  const yaml::Node& values = node["valeurs"];
  yaml::check_keys(values, names, kind, diagnostics);
  for (const ParameterKey& key : keys) {
    if (values[key.name].absent()) {
      diagnostics.error(kind, node.position(),
                        "la valeur « " + key.name + " » manque dans cette version.");
      continue;
    }
    version.values[key.name] = read_value(values[key.name], key.type, diagnostics);
  }
  return version;
}

}  // namespace

Parameter read_parameter(const yaml::Node& root, const std::string& id,
                         base::Diagnostics& diagnostics) {
  yaml::check_keys(root, {"paramètre", "titre", "clés", "versions"}, kind, diagnostics);
  Parameter parameter;
  parameter.position = root.position();
  parameter.id = yaml::required_text(root, "paramètre", kind, diagnostics);
  if (parameter.id != id && !parameter.id.empty()) {
    diagnostics.error(kind, root["paramètre"].position(),
                      "« paramètre » doit répéter le nom du fichier, « " + id + " ».");
  }
  parameter.title = yaml::required_text(root, "titre", kind, diagnostics);
  for (const yaml::Node& item : root["clés"].items()) {
    yaml::check_keys(item, {"nom", "titre", "type"}, kind, diagnostics);
    parameter.keys.push_back({yaml::required_text(item, "nom", kind, diagnostics),
                              yaml::required_text(item, "titre", kind, diagnostics),
                              read_type(item, diagnostics)});
  }
  for (const yaml::Node& item : root["versions"].items()) {
    parameter.versions.push_back(read_version(item, parameter.keys, diagnostics));
  }
  if (parameter.keys.empty() || parameter.versions.empty()) {
    diagnostics.error(kind, root.position(), "ce paramètre n’a aucune clé ou aucune version.");
  }
  check_order(parameter.versions, diagnostics);
  return parameter;
}

}  // namespace law
