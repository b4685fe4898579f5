#include "dossier/condition_reader.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace dossier {
namespace {

using Operator = Condition::Operator;

constexpr base::Kind kind = base::Kind::content;
constexpr int maximum_depth = 20;

struct OperatorName {
  std::string_view key;
  Operator operation;
};

constexpr std::array operators = {
    OperatorName{"égal", Operator::equal},      OperatorName{"différent", Operator::different},
    OperatorName{"parmi", Operator::one_of},    OperatorName{"contient", Operator::contains},
    OperatorName{"présent", Operator::present}, OperatorName{"avant", Operator::before},
    OperatorName{"après", Operator::after},     OperatorName{"au_moins", Operator::at_least},
    OperatorName{"au_plus", Operator::at_most}, OperatorName{"dépasse", Operator::exceeds}};

std::optional<Condition> read(const yaml::Node& node, int depth, base::Diagnostics& diagnostics);

std::optional<Condition> read_parts(const yaml::Node& node, Operator operation, int depth,
                                    base::Diagnostics& diagnostics) {
  Condition condition;
  condition.operation = operation;
  condition.position = node.position();
  std::vector<yaml::Node> parts;
  if (operation == Operator::negation) {
    parts.push_back(node);
  } else if (node.is_sequence() && !node.items().empty()) {
    parts = node.items();
  } else {
    diagnostics.error(kind, node.position(), "Une liste de conditions est attendue ici.");
    return std::nullopt;
  }
  for (const yaml::Node& part : parts) {
    auto read_part = read(part, depth + 1, diagnostics);
    if (!read_part) return std::nullopt;
    condition.parts.push_back(std::move(*read_part));
  }
  return condition;
}

bool compares_quantities(Operator operation) {
  return operation == Operator::equal || operation == Operator::different ||
         operation == Operator::at_least || operation == Operator::at_most ||
         operation == Operator::exceeds;
}

// { somme: [ … ], moins: [ … ] } or { paramètre: id.clé }.
std::optional<Quantity> read_quantity(const yaml::Node& node, base::Diagnostics& diagnostics) {
  if (!yaml::check_keys(node, {"somme", "moins", "paramètre"}, kind, diagnostics)) {
    return std::nullopt;
  }
  Quantity quantity;
  if (const auto* sum = node.find("somme")) {
    quantity.plus = yaml::text_list(sum->value, kind, diagnostics);
  }
  if (const auto* minus = node.find("moins")) {
    quantity.minus = yaml::text_list(minus->value, kind, diagnostics);
  }
  if (const auto* parameter = node.find("paramètre")) {
    const std::string text = parameter->value.is_scalar() ? parameter->value.text() : "";
    const auto dot = text.find('.');
    if (dot != std::string::npos) {
      quantity.parameter = text.substr(0, dot);
      quantity.key = text.substr(dot + 1);
    }
  }
  const bool sum = !quantity.plus.empty(), parameter = !quantity.key.empty();
  if (sum != parameter && (sum || quantity.minus.empty())) return quantity;
  diagnostics.error(kind, node.position(),
                    "Cette comparaison attend une somme ou une valeur de la loi.",
                    "Écrivez « { somme: [ … ] } », avec « moins » au besoin, ou « { paramètre: "
                    "IDENTIFIANT.CLÉ } ».");
  return std::nullopt;
}

std::optional<Condition> read_field_test(const yaml::Node& node, base::Diagnostics& diagnostics) {
  Condition condition;
  condition.position = node.position();
  const bool of_calculation = node.find("calcul") != nullptr;
  std::string& compared = of_calculation ? condition.calculation : condition.field;
  compared = yaml::required_text(node, of_calculation ? "calcul" : "champ", kind, diagnostics);
  if (compared.empty()) return std::nullopt;
  const yaml::Node* operand = nullptr;
  for (const OperatorName& candidate : operators) {
    const yaml::Node::Entry* entry = node.find(candidate.key);
    if (entry == nullptr) continue;
    if (operand != nullptr) {
      diagnostics.error(kind, entry->position(), "Une condition ne fait qu’une comparaison.",
                        "Réunissez-en plusieurs par « tous: [ … ] ».");
      return std::nullopt;
    }
    operand = &entry->value;
    condition.operation = candidate.operation;
  }
  if (operand == nullptr) {
    diagnostics.error(
        kind, node.position(), "Cette condition ne compare rien.",
        "Ajoutez « égal », « parmi », « contient », « présent », « avant », « après », "
        "« au_moins », « au_plus » ou « dépasse ».");
    return std::nullopt;
  }
  if (of_calculation && !compares_quantities(condition.operation)) {
    diagnostics.error(
        kind, operand->position(), "Le total d’un calcul est un nombre.",
        "Employez « égal », « différent », « au_moins », « au_plus » ou « dépasse ».");
    return std::nullopt;
  }
  if (operand->is_mapping() && compares_quantities(condition.operation)) {
    condition.other = read_quantity(*operand, diagnostics);
    return condition.other ? std::optional(condition) : std::nullopt;
  }
  if (condition.operation == Operator::present) {
    const auto yes = yaml::yes_no(*operand, kind, diagnostics);
    if (!yes) return std::nullopt;
    condition.yes = *yes;
    return condition;
  }
  condition.values = yaml::text_list(*operand, kind, diagnostics);
  const bool several =
      condition.operation == Operator::one_of || condition.operation == Operator::contains;
  if (condition.values.empty() || (!several && condition.values.size() > 1)) {
    diagnostics.error(
        kind, operand->position(),
        several ? "Une valeur au moins est attendue ici." : "Une seule valeur est attendue ici.",
        several ? "" : "Employez « parmi » pour en donner plusieurs.");
    return std::nullopt;
  }
  return condition;
}

std::optional<Condition> read_mapping(const yaml::Node& node, int depth,
                                      base::Diagnostics& diagnostics) {
  if (node.entries().size() == 1) {
    const yaml::Node::Entry& only = node.entries().front();
    if (only.key == "tous") return read_parts(only.value, Operator::all, depth, diagnostics);
    if (only.key == "un_de") return read_parts(only.value, Operator::any, depth, diagnostics);
    if (only.key == "non") return read_parts(only.value, Operator::negation, depth, diagnostics);
    if (only.key == "condition" && only.value.is_scalar()) {
      return read(only.value, depth, diagnostics);
    }
  }
  const bool of_calculation = node.find("calcul") != nullptr;
  std::vector<std::string> allowed = {of_calculation ? "calcul" : "champ"};
  for (const OperatorName& candidate : operators) allowed.emplace_back(candidate.key);
  if (!of_calculation && node.find("champ") == nullptr) {
    for (const char* group : {"tous", "un_de", "non", "condition"}) allowed.emplace_back(group);
  }
  if (!yaml::check_keys(node, allowed, kind, diagnostics)) return std::nullopt;
  return read_field_test(node, diagnostics);
}

std::optional<Condition> read(const yaml::Node& node, int depth, base::Diagnostics& diagnostics) {
  if (depth > maximum_depth) {
    diagnostics.error(kind, node.position(), "Cette condition est trop imbriquée.");
    return std::nullopt;
  }
  if (node.is_scalar() && !node.text().empty()) {
    Condition named;
    named.operation = Operator::named;
    named.name = node.text();
    named.position = node.position();
    return named;
  }
  if (node.is_mapping()) return read_mapping(node, depth, diagnostics);
  diagnostics.error(kind, node.position(), "Une condition est attendue ici.",
                    "Écrivez par exemple « { champ: faits.lieu, présent: oui } ».");
  return std::nullopt;
}

}  // namespace

std::optional<Condition> read_condition(const yaml::Node& mapping, std::string_view key,
                                        base::Diagnostics& diagnostics) {
  const yaml::Node::Entry* entry = mapping.find(key);
  if (entry == nullptr) return std::nullopt;
  if (entry->value.absent()) {
    diagnostics.error(kind, entry->position(), "« " + entry->key + " » est vide.",
                      "Écrivez une condition, ou ôtez cette ligne.");
    return std::nullopt;
  }
  return read(entry->value, 0, diagnostics);
}

}  // namespace dossier
