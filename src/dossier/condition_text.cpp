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

std::string join_parts(const Condition& condition, std::string_view word, const Form& form,
                       const Field* owner) {
  std::vector<std::string> parts;
  for (const Condition& part : condition.parts) parts.push_back(describe(part, form, owner));
  return base::join(parts, word);
}

}  // namespace

std::string describe(const Condition& condition, const Form& form, const Field* owner) {
  const Field* field = find_field(condition.field, form, owner);
  const std::string title = title_of(condition.field, form, owner);
  switch (condition.operation) {
    case Operator::equal:
    case Operator::one_of:
      return title + " est " + values_text(condition, field);
    case Operator::different:
      return title + " n’est pas " + values_text(condition, field);
    case Operator::contains:
      return title + " comprend " + values_text(condition, field);
    case Operator::present:
      return title + (condition.yes ? " est rempli" : " n’est pas rempli");
    case Operator::before:
      return title + " est avant " + date_text(condition.values.front(), form, owner);
    case Operator::after:
      return title + " est après " + date_text(condition.values.front(), form, owner);
    case Operator::at_least:
      return title + " vaut au moins " + values_text(condition, field);
    case Operator::at_most:
      return title + " vaut au plus " + values_text(condition, field);
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
