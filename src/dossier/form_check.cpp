#include "dossier/form_check.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "calendar/date.hpp"
#include "dossier/scalar_value.hpp"

namespace dossier {
namespace {

using Operator = Condition::Operator;

std::vector<std::string> names_of(const std::vector<Field>& fields) {
  std::vector<std::string> names;
  names.reserve(fields.size());
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

class FormChecker {
 public:
  FormChecker(Form& form, base::Diagnostics& diagnostics)
      : form_(form), diagnostics_(diagnostics) {}

  void run() {
    for (Field& bloc : form_.blocs) check_fields(bloc);
    for (NamedCondition& named : form_.conditions) check_condition(named.condition, nullptr, true);
    check_condition_cycles();
    for (Request& request : form_.requests) check_request(request);
    for (DeadlineUse& use : form_.deadlines) {
      if (use.condition) check_condition(*use.condition, nullptr, true);
      if (!use.from.empty()) check_date_path(use.from, nullptr, use.position);
    }
    for (ParameterUse& use : form_.parameters) {
      if (use.condition) check_condition(*use.condition, nullptr, true);
      if (!use.by.empty() && use.by != today_path) check_date_path(use.by, nullptr, use.position);
    }
    check_calculations();
    for (Control& control : form_.controls) check_control(control);
    if (form_.called_if) check_condition(*form_.called_if, nullptr, true);
    if (form_.called_if && form_.called_because.empty()) {
      error(form_.called_if->position, "« appelé_si » demande aussi « pourquoi_appelé ».");
    }
  }

 private:
  void error(base::Position position, std::string message, std::string hint = {}) {
    diagnostics_.error(base::Kind::content, std::move(position), std::move(message),
                       std::move(hint));
  }

  void unknown(const std::string& name, const Field* owner, const base::Position& position) {
    if (owner == nullptr) {
      error(position,
            "Le bloc « " + name + " » n’existe pas." +
                base::did_you_mean(name, names_of(form_.blocs)),
            "Les blocs sont dans forms/blocs/.");
    } else {
      error(position, "« " + name + " » est inconnu dans « " + owner->name + " »." +
                          base::did_you_mean(name, names_of(owner->fields)));
    }
  }

  // `item` is the record at hand for a path that begins with a dot. `single`: the path must not
  // cross a list from the root.
  const Field* resolve(const std::string& path, const Field* item, const base::Position& position,
                       bool single = false) {
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

  void check_date_path(const std::string& path, const Field* item, const base::Position& position) {
    const Field* field = resolve(path, item, position, true);
    if (field != nullptr && field->type != FieldType::date) {
      error(position, "« " + path + " » n’est pas une date.");
    }
  }

  void check_fields(Field& owner) {
    for (Field& field : owner.fields) {
      if (field.condition) check_condition(*field.condition, &owner, false);
      for (const std::string& other : {field.not_before, field.not_after}) {
        const bool constant = other.empty() || other == today_path || calendar::parse_iso(other);
        if (!constant) check_date_path(other, &owner, field.position);
      }
      check_example(field);
      check_fields(field);
    }
  }

  void check_example(const Field& field) {
    if (field.example.empty() || field.is_record() || field.is_list()) return;
    const auto parsed = read_scalar(field, field.example);
    if (!parsed.value) {
      error(field.position, "L’exemple de « " + field.name + " » serait refusé. " + parsed.problem);
    }
  }

  void check_condition(Condition& condition, const Field* item, bool named_allowed) {
    for (Condition& part : condition.parts) check_condition(part, item, named_allowed);
    if (condition.operation == Operator::named) {
      check_named(condition, named_allowed);
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
        check_quantity(condition, *field);
        return;
      default:
        return;
    }
  }

  void check_named(const Condition& condition, bool allowed) {
    if (!allowed) {
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

  void check_values(Condition& condition, const Field& field) {
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

  void check_date_operand(const Condition& condition, const Field& field, const Field* item) {
    if (field.type != FieldType::date) {
      error(condition.position, "« " + condition.field + " » n’est pas une date.");
    }
    const std::string& other = condition.values.front();
    const bool constant = other == today_path || calendar::parse_iso(other);
    if (!constant) check_date_path(other, item, condition.position);
  }

  void check_quantity(Condition& condition, const Field& field) {
    const bool countable = field.type == FieldType::integer || field.type == FieldType::amount ||
                           field.type == FieldType::choices || field.type == FieldType::text_list ||
                           field.is_list();
    if (!countable) {
      error(condition.position, "« " + condition.field + " » n’est ni un nombre ni une liste.");
      return;
    }
    std::string& value = condition.values.front();
    const bool amount = field.type == FieldType::amount;
    const auto cents = parse_amount(value);
    const auto number = parse_integer(value);
    if (amount ? !cents.value : !number.value) {
      error(condition.position, amount ? cents.problem : number.problem);
    } else {
      value = std::to_string(amount ? cents.value->cents : *number.value);
    }
  }

  void collect_names(const Condition& condition, std::set<std::string>& names) const {
    if (condition.operation == Operator::named && names.insert(condition.name).second) {
      const Condition* named = form_.condition(condition.name);
      if (named != nullptr) collect_names(*named, names);
    }
    for (const Condition& part : condition.parts) collect_names(part, names);
  }

  void check_condition_cycles() {
    for (const NamedCondition& named : form_.conditions) {
      std::set<std::string> reached;
      collect_names(named.condition, reached);
      if (reached.count(named.name) > 0) {
        error(named.condition.position, "La condition « " + named.name + " » dépend d’elle-même.");
      }
    }
  }

  void check_request(Request& request) {
    const Field* bloc = form_.bloc(request.bloc);
    if (bloc == nullptr) {
      unknown(request.bloc, nullptr, request.position);
      return;
    }
    if (request.condition) check_condition(*request.condition, nullptr, true);
    std::set<std::string> asked;
    for (const std::string& name : request.fields) {
      if (bloc->find(name) == nullptr) {
        error(request.position,
              "Le bloc « " + request.bloc + " » n’a pas de champ « " + name + " »." +
                  base::did_you_mean(name, names_of(bloc->fields)),
              name.find('.') == std::string::npos ? "" : "Nommez le champ du bloc, sans point.");
      } else if (!asked.insert(name).second) {
        error(request.position, "Le champ « " + name + " » est demandé deux fois.");
      }
    }
    for (Requirement& requirement : request.required) {
      check_requirement(requirement, *bloc, asked);
    }
  }

  void check_requirement(Requirement& requirement, const Field& bloc,
                         const std::set<std::string>& asked) {
    const auto parts = base::split(requirement.path, '.');
    const Field* current = &bloc;
    for (const std::string& part : parts) {
      const Field* next = current->find(part);
      if (next == nullptr) {
        unknown(part, current, requirement.position);
        return;
      }
      current = next;
    }
    if (asked.count(parts.front()) == 0) {
      error(requirement.position, "« " + requirement.path + " » est exigé mais n’est pas demandé.",
            "Ajoutez « " + parts.front() + " » à « champs ».");
    }
    if (requirement.condition) {
      check_condition(*requirement.condition, &bloc, true);
    }
  }

  void check_calculations() {
    std::set<std::string> names;
    for (Calculation& calculation : form_.calculations) {
      if (!names.insert(calculation.name).second) {
        error(calculation.position, "Le calcul « " + calculation.name + " » est défini deux fois.");
      }
      check_calculation(calculation);
    }
  }

  void check_calculation(Calculation& calculation) {
    std::set<bool> units;
    const Field* list = nullptr;
    for (const auto* paths : {&calculation.plus, &calculation.minus}) {
      for (const std::string& path : *paths) {
        add_unit(resolve(path, nullptr, calculation.position), path, calculation, units);
      }
    }
    if (calculation.plus.size() == 1 && calculation.minus.empty()) {
      const std::string& path = calculation.plus.front();
      list = form_.field(path.substr(0, path.rfind('.')));
    }
    if (!calculation.list.empty()) {
      list = resolve(calculation.list, nullptr, calculation.position, true);
      if (list != nullptr && !list->is_list()) {
        error(calculation.position, "« " + calculation.list + " » n’est pas une liste.");
        return;
      }
    }
    if (calculation.kind == Calculation::Kind::groups && list != nullptr) {
      const Field* by = resolve("." + calculation.by, list, calculation.position);
      if (by != nullptr && by->type != FieldType::choice) {
        error(calculation.position, "« selon » attend un champ de type « choix ».");
      }
      add_unit(resolve("." + calculation.amount, list, calculation.position), calculation.amount,
               calculation, units);
    }
    if (units.size() > 1) {
      error(calculation.position, "Ce calcul mêle des montants et des nombres.");
    }
    calculation.amounts = units.count(true) > 0;
    if (!calculation.where) return;
    if (list == nullptr || !list->is_list()) {
      error(calculation.position, "« où » n’a de sens que pour les éléments d’une seule liste.");
    } else {
      check_condition(*calculation.where, list, true);
    }
  }

  void add_unit(const Field* field, const std::string& path, const Calculation& calculation,
                std::set<bool>& units) {
    if (field == nullptr) return;
    if (field->type == FieldType::amount || field->type == FieldType::integer) {
      units.insert(field->type == FieldType::amount);
    } else {
      error(calculation.position, "« " + path + " » n’est ni un montant ni un nombre entier.");
    }
  }

  // Paths like ".fin" refer to the record that holds the field of the control.
  void check_control(Control& control) {
    if (resolve(control.field, nullptr, control.position) == nullptr) return;
    const auto dot = control.field.rfind('.');
    const Field* owner =
        dot == std::string::npos ? nullptr : form_.field(control.field.substr(0, dot));
    check_condition(control.condition, owner, true);
  }

  Form& form_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void check_form(Form& form, base::Diagnostics& diagnostics) {
  FormChecker(form, diagnostics).run();
}

}  // namespace dossier
