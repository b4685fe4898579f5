#include "dossier/condition_check.hpp"

#include "base/text.hpp"
#include "calendar/date.hpp"
#include "dossier/scalar_value.hpp"

namespace dossier {

using Operator = Condition::Operator;

std::vector<std::string> names_of(const std::vector<Field>& fields) {
  std::vector<std::string> names;
  names.reserve(fields.size());
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

void ConditionChecker::error(base::Position position, std::string message, std::string hint) {
  diagnostics_.error(base::Kind::content, std::move(position), std::move(message), std::move(hint));
}

void ConditionChecker::unknown(const std::string& name, const Field* owner,
                               const base::Position& position) {
  if (owner == nullptr) {
    error(
        position,
        "Le bloc « " + name + " » n’existe pas." + base::did_you_mean(name, names_of(form_.blocs)),
        "Les blocs sont dans forms/blocs/.");
  } else {
    error(position, "« " + name + " » est inconnu dans « " + owner->name + " »." +
                        base::did_you_mean(name, names_of(owner->fields)));
  }
}

const Field* ConditionChecker::resolve(const std::string& path, const Field* item,
                                       const base::Position& position, bool single) {
  const bool relative = path.starts_with('.');
  if (relative && item == nullptr) {
    error(position, "« " + path + " » n’a pas de sens hors d’une fiche ou d’un élément de liste.",
          "Écrivez le chemin entier, par exemple « faits.date ».");
    return nullptr;
  }
  const Field* current = relative ? item : nullptr;
  bool crosses_list = false;
  for (const std::string& part : base::split(relative ? path.substr(1) : path, '.')) {
    crosses_list = crosses_list || (current != nullptr && current != item && current->is_list());
    const Field* next = current == nullptr ? form_.bloc(part) : current->find(part);
    if (next == nullptr) {
      unknown(part, current, position);
      return nullptr;
    }
    current = next;
  }
  if (single && crosses_list) {
    error(position, "« " + path + " » traverse une liste : il désigne plusieurs valeurs.");
    return nullptr;
  }
  return current;
}

void ConditionChecker::check_date_path(const std::string& path, const Field* item,
                                       const base::Position& position) {
  const Field* field = resolve(path, item, position, true);
  if (field != nullptr && field->type != FieldType::date) {
    error(position, "« " + path + " » n’est pas une date.");
  }
}

void ConditionChecker::check(Condition& condition, const Field* item, Place place) {
  for (Condition& part : condition.parts) check(part, item, place);
  if (condition.operation == Operator::named) {
    check_named(condition, place);
    return;
  }
  if (!condition.calculation.empty() && place == Place::bloc) {
    error(condition.position,
          "Un bloc est partagé : il ne peut pas nommer un calcul d’un formulaire.");
    return;
  }
  if (!condition.calculation.empty() || condition.other) {
    check_quantities(condition, item, place);
    return;
  }
  if (condition.field.empty()) return;
  const Field* field = resolve(condition.field, item, condition.position);
  if (field == nullptr) return;
  switch (condition.operation) {
    case Operator::equal:
    case Operator::different:
    case Operator::one_of:
    case Operator::contains:
      check_values(condition, *field);
      return;
    case Operator::before:
    case Operator::after:
      check_date_operand(condition, *field, item);
      return;
    case Operator::at_least:
    case Operator::at_most:
    case Operator::exceeds:
      check_quantity(condition, *field);
      return;
    default:
      return;
  }
}

void ConditionChecker::check_named(const Condition& condition, Place place) {
  if (place == Place::bloc) {
    error(condition.position,
          "Un bloc est partagé : il ne peut pas nommer une condition d’un formulaire.",
          "Écrivez la condition elle-même, par exemple « { champ: …, égal: … } ».");
  } else if (form_.condition(condition.name) == nullptr) {
    std::vector<std::string> names;
    for (const NamedCondition& named : form_.conditions) names.push_back(named.name);
    error(condition.position, "La condition « " + condition.name + " » n’est pas définie." +
                                  base::did_you_mean(condition.name, names));
  }
}

void ConditionChecker::check_values(Condition& condition, const Field& field) {
  const bool several = field.type == FieldType::choices || field.type == FieldType::text_list;
  if (field.is_record() || field.is_list()) {
    error(condition.position,
          "« " + condition.field +
              " » est une fiche ou une liste : "
              "elle ne se compare pas à une valeur.",
          "Nommez l’un de ses champs, ou employez « présent ».");
    return;
  }
  if (several != (condition.operation == Operator::contains) &&
      (several || field.type != FieldType::reference)) {
    error(condition.position,
          several ? "« " + condition.field + " » a plusieurs valeurs : employez « contient »."
                  : "« contient » attend un choix multiple ou une liste de textes.",
          several ? "" : "Pour une seule valeur, employez « égal » ou « parmi ».");
    return;
  }
  for (std::string& value : condition.values) {
    const auto parsed = read_scalar(field, value);
    if (parsed.value) {
      value = canonical_text(FieldValue{*parsed.value, {}});
    } else {
      error(condition.position, "« " + value + " » n’est pas une valeur de « " + condition.field +
                                    " ». " + parsed.problem);
    }
  }
}

void ConditionChecker::check_date_operand(const Condition& condition, const Field& field,
                                          const Field* item) {
  if (field.type != FieldType::date) {
    error(condition.position, "« " + condition.field + " » n’est pas une date.");
  }
  const std::string& other = condition.values.front();
  const bool constant = other == today_path || calendar::parse_iso(other);
  if (!constant) check_date_path(other, item, condition.position);
}

// A comparison of amounts or of whole numbers; both sides must be of one kind.
void ConditionChecker::check_quantities(Condition& condition, const Field* item, Place place) {
  std::optional<bool> amounts = condition.calculation.empty()
                                    ? are_amounts(condition.field, item, condition)
                                    : calculated_amounts(condition);
  if (!amounts) return;
  if (!condition.other) {
    canonical_number(condition, *amounts);
    return;
  }
  const Quantity& other = *condition.other;
  for (const auto* paths : {&other.plus, &other.minus}) {
    for (const std::string& path : *paths) {
      const auto unit = are_amounts(path, item, condition);
      if (unit && *unit != *amounts) {
        error(condition.position, "Cette comparaison mêle des montants et des nombres.");
      }
    }
  }
  if (!other.parameter.empty()) check_parameter(other, condition, place);
}

std::optional<bool> ConditionChecker::are_amounts(const std::string& path, const Field* item,
                                                  const Condition& condition) {
  const Field* field = resolve(path, item, condition.position);
  if (field == nullptr) return std::nullopt;
  if (field->type != FieldType::amount && field->type != FieldType::integer) {
    error(condition.position, "« " + path + " » n’est ni un montant ni un nombre entier.");
    return std::nullopt;
  }
  return field->type == FieldType::amount;
}

std::optional<bool> ConditionChecker::calculated_amounts(const Condition& condition) {
  std::vector<std::string> names;
  for (const Calculation& calculation : form_.calculations) {
    if (calculation.name == condition.calculation) return calculation.amounts;
    names.push_back(calculation.name);
  }
  error(condition.position, "Le calcul « " + condition.calculation + " » n’est pas défini." +
                                base::did_you_mean(condition.calculation, names));
  return std::nullopt;
}

void ConditionChecker::check_parameter(const Quantity& other, const Condition& condition,
                                       Place place) {
  if (place != Place::control) {
    error(condition.position, "Une valeur de la loi ne se compare que dans un contrôle.");
    return;
  }
  for (const ParameterUse& use : form_.parameters) {
    if (use.id == other.parameter) return;
  }
  error(condition.position, "Le formulaire ne demande pas la valeur « " + other.parameter + " ».",
        "Ajoutez-la à « paramètres », avec la date qui la choisit.");
}

void ConditionChecker::canonical_number(Condition& condition, bool amount) {
  std::string& value = condition.values.front();
  const auto cents = parse_amount(value);
  const auto number = parse_integer(value);
  if (amount ? !cents.value : !number.value) {
    error(condition.position, amount ? cents.problem : number.problem);
  } else {
    value = std::to_string(amount ? cents.value->cents : *number.value);
  }
}

void ConditionChecker::check_quantity(Condition& condition, const Field& field) {
  const bool countable = field.type == FieldType::integer || field.type == FieldType::amount ||
                         field.type == FieldType::choices || field.type == FieldType::text_list ||
                         field.is_list();
  if (!countable) {
    error(condition.position, "« " + condition.field + " » n’est ni un nombre ni une liste.");
    return;
  }
  canonical_number(condition, field.type == FieldType::amount);
}

}  // namespace dossier
