#include "dossier/form_check.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "calendar/date.hpp"
#include "dossier/condition_check.hpp"
#include "dossier/scalar_value.hpp"

namespace dossier {
namespace {

using Operator = Condition::Operator;
using Place = ConditionChecker::Place;

class FormChecker {
 public:
  FormChecker(Form& form, base::Diagnostics& diagnostics)
      : form_(form), conditions_(form, diagnostics) {}

  void run() {
    for (Field& bloc : form_.blocs) check_fields(bloc);
    check_calculations();
    for (NamedCondition& named : form_.conditions)
      conditions_.check(named.condition, nullptr, Place::form);
    check_condition_cycles();
    for (Request& request : form_.requests) check_request(request);
    for (DeadlineUse& use : form_.deadlines) {
      if (use.condition) conditions_.check(*use.condition, nullptr, Place::form);
      if (!use.from.empty()) conditions_.check_date_path(use.from, nullptr, use.position);
    }
    for (ParameterUse& use : form_.parameters) {
      if (use.condition) conditions_.check(*use.condition, nullptr, Place::form);
      if (!use.by.empty() && use.by != today_path)
        conditions_.check_date_path(use.by, nullptr, use.position);
    }
    for (Control& control : form_.controls) check_control(control);
    if (form_.called_if) conditions_.check(*form_.called_if, nullptr, Place::form);
    if (form_.called_if && form_.called_because.empty()) {
      conditions_.error(form_.called_if->position,
                        "« appelé_si » demande aussi « pourquoi_appelé ».");
    }
  }

 private:
  void check_fields(Field& owner) {
    for (Field& field : owner.fields) {
      if (field.condition) conditions_.check(*field.condition, &owner, Place::bloc);
      for (const std::string& other : {field.not_before, field.not_after}) {
        const bool constant = other.empty() || other == today_path || calendar::parse_iso(other);
        if (!constant) conditions_.check_date_path(other, &owner, field.position);
      }
      check_example(field);
      check_fields(field);
    }
  }

  void check_example(const Field& field) {
    if (field.example.empty() || field.is_record() || field.is_list()) return;
    const auto parsed = read_scalar(field, field.example);
    if (!parsed.value) {
      conditions_.error(field.position,
                        "L’exemple de « " + field.name + " » serait refusé. " + parsed.problem);
    }
  }

  bool uses_calculation(const Condition& condition, std::size_t depth = 0) const {
    if (!condition.calculation.empty()) return true;
    if (condition.operation == Operator::named) {
      const Condition* named = form_.condition(condition.name);
      // A longer chain goes round: the cycle is reported elsewhere.
      if (named == nullptr || depth > form_.conditions.size()) return false;
      return uses_calculation(*named, depth + 1);
    }
    return std::any_of(condition.parts.begin(), condition.parts.end(),
                       [&](const Condition& part) { return uses_calculation(part, depth); });
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
        conditions_.error(named.condition.position,
                          "La condition « " + named.name + " » dépend d’elle-même.");
      }
    }
  }

  void check_request(Request& request) {
    const Field* bloc = form_.bloc(request.bloc);
    if (bloc == nullptr) {
      conditions_.unknown(request.bloc, nullptr, request.position);
      return;
    }
    if (request.condition) conditions_.check(*request.condition, nullptr, Place::form);
    std::set<std::string> asked;
    for (const std::string& name : request.fields) {
      if (bloc->find(name) == nullptr) {
        conditions_.error(
            request.position,
            "Le bloc « " + request.bloc + " » n’a pas de champ « " + name + " »." +
                base::did_you_mean(name, names_of(bloc->fields)),
            name.find('.') == std::string::npos ? "" : "Nommez le champ du bloc, sans point.");
      } else if (!asked.insert(name).second) {
        conditions_.error(request.position, "Le champ « " + name + " » est demandé deux fois.");
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
        conditions_.unknown(part, current, requirement.position);
        return;
      }
      current = next;
    }
    if (asked.count(parts.front()) == 0) {
      conditions_.error(requirement.position,
                        "« " + requirement.path + " » est exigé mais n’est pas demandé.",
                        "Ajoutez « " + parts.front() + " » à « champs ».");
    }
    if (requirement.condition) {
      conditions_.check(*requirement.condition, &bloc, Place::form);
    }
  }

  void check_calculations() {
    std::set<std::string> names;
    for (Calculation& calculation : form_.calculations) {
      if (!names.insert(calculation.name).second) {
        conditions_.error(calculation.position,
                          "Le calcul « " + calculation.name + " » est défini deux fois.");
      }
      check_calculation(calculation);
    }
  }

  void check_calculation(Calculation& calculation) {
    std::set<bool> units;
    const Field* list = nullptr;
    for (const auto* paths : {&calculation.plus, &calculation.minus}) {
      for (const std::string& path : *paths) {
        add_unit(conditions_.resolve(path, nullptr, calculation.position), path, calculation,
                 units);
      }
    }
    if (calculation.plus.size() == 1 && calculation.minus.empty()) {
      const std::string& path = calculation.plus.front();
      list = form_.field(path.substr(0, path.rfind('.')));
    }
    if (!calculation.list.empty()) {
      list = conditions_.resolve(calculation.list, nullptr, calculation.position, true);
      if (list != nullptr && !list->is_list()) {
        conditions_.error(calculation.position,
                          "« " + calculation.list + " » n’est pas une liste.");
        return;
      }
    }
    if (calculation.kind == Calculation::Kind::groups && list != nullptr) {
      const Field* by = conditions_.resolve("." + calculation.by, list, calculation.position);
      if (by != nullptr && by->type != FieldType::choice) {
        conditions_.error(calculation.position, "« selon » attend un champ de type « choix ».");
      }
      add_unit(conditions_.resolve("." + calculation.amount, list, calculation.position),
               calculation.amount, calculation, units);
    }
    if (units.size() > 1) {
      conditions_.error(calculation.position, "Ce calcul mêle des montants et des nombres.");
    }
    calculation.amounts = units.count(true) > 0;
    if (!calculation.where) return;
    if (list == nullptr || !list->is_list()) {
      conditions_.error(calculation.position,
                        "« où » n’a de sens que pour les éléments d’une seule liste.");
    } else {
      conditions_.check(*calculation.where, list, Place::form);
      if (uses_calculation(*calculation.where)) {
        conditions_.error(calculation.position, "« où » ne peut pas dépendre d’un calcul.");
      }
    }
  }

  void add_unit(const Field* field, const std::string& path, const Calculation& calculation,
                std::set<bool>& units) {
    if (field == nullptr) return;
    if (field->type == FieldType::amount || field->type == FieldType::integer) {
      units.insert(field->type == FieldType::amount);
    } else {
      conditions_.error(calculation.position,
                        "« " + path + " » n’est ni un montant ni un nombre entier.");
    }
  }

  // Paths like ".fin" refer to the record that holds the field of the control.
  void check_control(Control& control) {
    if (conditions_.resolve(control.field, nullptr, control.position) == nullptr) return;
    const auto dot = control.field.rfind('.');
    const Field* owner =
        dot == std::string::npos ? nullptr : form_.field(control.field.substr(0, dot));
    conditions_.check(control.condition, owner, Place::control);
  }

  Form& form_;
  ConditionChecker conditions_;
};

}  // namespace

void check_form(Form& form, base::Diagnostics& diagnostics) {
  FormChecker(form, diagnostics).run();
}

}  // namespace dossier
