#include "dossier/condition_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "calendar/date.hpp"

namespace dossier {
namespace {

using Operator = Condition::Operator;

std::string quoted(const std::string& text) { return "« " + text + " »"; }

const Field* find_field(const std::string& path, const Form& form, const Field* owner) {
  if (!path.starts_with('.')) return form.field(path);
  const Field* current = owner;
  for (const std::string& part : base::split(path.substr(1), '.')) {
    if (current == nullptr) return nullptr;
    current = current->find(part);
  }
  return current;
}

std::string title_of(const std::string& path, const Form& form, const Field* owner) {
  const Field* field = find_field(path, form, owner);
  return quoted(field == nullptr ? path : field->title);
}

std::string amount_text(const std::string& cents) {
  const std::string padded = cents.size() < 3 ? std::string(3 - cents.size(), '0') + cents : cents;
  return padded.substr(0, padded.size() - 2) + "," + padded.substr(padded.size() - 2) + "\u00A0€";
}

// « a », « b » ou « c », with the titles of the choices.
std::string values_text(const Condition& condition, const Field* field) {
  std::string result;
  for (std::size_t i = 0; i < condition.values.size(); ++i) {
    std::string shown = condition.values[i];
    if (field != nullptr) {
      const auto choice =
          std::find_if(field->choices.begin(), field->choices.end(),
                       [&](const Choice& candidate) { return candidate.value == shown; });
      if (choice != field->choices.end()) shown = choice->title;
      if (field->type == FieldType::amount) shown = amount_text(shown);
    }
    if (i > 0) result += i + 1 == condition.values.size() ? " ou " : ", ";
    result += quoted(shown);
  }
  return result;
}

std::string date_text(const std::string& operand, const Form& form, const Field* owner) {
  if (operand == today_path) return "le jour du document";
  if (const auto date = calendar::parse_iso(operand)) return "le " + calendar::french(*date);
  return title_of(operand, form, owner);
}

// The other side of a comparison of numbers.
std::string quantity_text(const Quantity& other, const Form& form, const Field* owner) {
  if (!other.parameter.empty()) return "la valeur de la loi " + quoted(other.parameter);
  std::vector<std::string> plus, minus;
  for (const std::string& path : other.plus) plus.push_back(title_of(path, form, owner));
  for (const std::string& path : other.minus) minus.push_back(title_of(path, form, owner));
  std::string text = (plus.size() > 1 ? "la somme de " : "") + base::join(plus, " et de ");
  if (!minus.empty()) text += " moins " + base::join(minus, " et ");
  return text;
}

// A calculation has no title of its own in most forms.
std::string calculation_title(const Condition& condition, const Form& form) {
  for (const Calculation& calculation : form.calculations) {
    if (calculation.name == condition.calculation && !calculation.title.empty()) {
      return quoted(calculation.title);
    }
  }
  return "le total " + quoted(condition.calculation);
}

std::string join_parts(const Condition& condition, std::string_view word, const Form& form,
                       const Field* owner) {
  std::vector<std::string> parts;
  for (const Condition& part : condition.parts) parts.push_back(describe(part, form, owner));
  return base::join(parts, word);
}

}  // namespace

std::string describe(const Condition& condition, const Form& form, const Field* owner) {
  const Field* field = find_field(condition.field, form, owner);
  const std::string title = condition.calculation.empty() ? title_of(condition.field, form, owner)
                                                          : calculation_title(condition, form);
  const std::string values = condition.other ? quantity_text(*condition.other, form, owner)
                                             : values_text(condition, field);
  switch (condition.operation) {
    case Operator::equal:
    case Operator::one_of:
      return title + " est " + values;
    case Operator::different:
      return title + " n’est pas " + values;
    case Operator::contains:
      return title + " comprend " + values;
    case Operator::present:
      return title + (condition.yes ? " est rempli" : " n’est pas rempli");
    case Operator::before:
      return title + " est avant " + date_text(condition.values.front(), form, owner);
    case Operator::after:
      return title + " est après " + date_text(condition.values.front(), form, owner);
    case Operator::at_least:
      return title + " vaut au moins " + values;
    case Operator::at_most:
      return title + " vaut au plus " + values;
    case Operator::exceeds:
      return title + " dépasse " + values;
    case Operator::all:
      return join_parts(condition, " et ", form, owner);
    case Operator::any:
      return join_parts(condition, " ou ", form, owner);
    case Operator::negation:
      return "il est faux que " + join_parts(condition, "", form, owner);
    case Operator::named: {
      const Condition* named = form.condition(condition.name);
      return named == nullptr ? condition.name : describe(*named, form, owner);
    }
  }
  return {};
}

}  // namespace dossier
