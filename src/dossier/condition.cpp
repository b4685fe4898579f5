#include "dossier/condition.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "dossier/calculation.hpp"

namespace dossier {
namespace {

using Operator = Condition::Operator;

bool is_empty(const FieldValue& value) {
  if (const auto* list = std::get_if<ListValue>(&value.data)) return list->empty();
  if (const auto* texts = std::get_if<TextList>(&value.data)) return texts->empty();
  return false;
}

bool is_expected(const std::string& text, const std::vector<std::string>& expected) {
  return std::find(expected.begin(), expected.end(), text) != expected.end();
}

bool contains(const FieldValue& value, const std::vector<std::string>& expected) {
  const auto* texts = std::get_if<TextList>(&value.data);
  if (texts == nullptr) return is_expected(canonical_text(value), expected);
  return std::any_of(texts->begin(), texts->end(),
                     [&](const std::string& text) { return is_expected(text, expected); });
}

// An integer, an amount in cents, or the number of items.
std::optional<std::int64_t> quantity(const FieldValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value.data)) return *number;
  if (const auto* amount = std::get_if<Amount>(&value.data)) return amount->cents;
  if (const auto* list = std::get_if<ListValue>(&value.data)) {
    return static_cast<std::int64_t>(list->size());
  }
  if (const auto* texts = std::get_if<TextList>(&value.data)) {
    return static_cast<std::int64_t>(texts->size());
  }
  return std::nullopt;
}

std::optional<calendar::Date> other_date(const std::string& text, const Evaluation& evaluation) {
  if (text == today_path) return evaluation.today;
  if (const auto date = calendar::parse_iso(text)) return date;
  const auto values = values_at(evaluation.dossier, text, evaluation.item);
  if (values.size() != 1) return std::nullopt;
  const auto* date = std::get_if<calendar::Date>(&values.front()->data);
  return date == nullptr ? std::nullopt : std::optional(*date);
}

bool compare_dates(const Condition& condition, const FieldValue& value,
                   const Evaluation& evaluation) {
  const auto* date = std::get_if<calendar::Date>(&value.data);
  const auto other = other_date(condition.values.front(), evaluation);
  if (date == nullptr || !other) return false;
  return condition.operation == Operator::before ? *date < *other : *date > *other;
}

std::optional<calendar::Date> day_of_parameter(const std::string& id,
                                               const Evaluation& evaluation) {
  for (const ParameterUse& use : evaluation.form.parameters) {
    if (use.id != id) continue;
    if (use.by.empty()) return evaluation.today;
    return other_date(use.by, evaluation);
  }
  return std::nullopt;
}

// Adds what stands at each path, every one of which must be given.
bool add(const std::vector<std::string>& paths, bool negative, const Evaluation& evaluation,
         std::int64_t& total) {
  for (const std::string& path : paths) {
    const auto values = values_at(evaluation.dossier, path, evaluation.item);
    if (values.empty()) return false;
    for (const FieldValue* value : values) {
      const std::int64_t number = quantity(*value).value_or(0);
      if (negative ? __builtin_sub_overflow(total, number, &total)
                   : __builtin_add_overflow(total, number, &total)) {
        return false;
      }
    }
  }
  return true;
}

// The right side of a comparison of numbers.
std::optional<std::int64_t> bound_of(const Condition& condition, const Evaluation& evaluation) {
  if (!condition.other) return parse_integer(condition.values.front()).value;
  const Quantity& other = *condition.other;
  if (!other.parameter.empty()) {
    const auto day = day_of_parameter(other.parameter, evaluation);
    if (evaluation.law == nullptr || !day) return std::nullopt;
    return (*evaluation.law)(other.parameter, other.key, *day);
  }
  std::int64_t total = 0;
  const bool known =
      add(other.plus, false, evaluation, total) && add(other.minus, true, evaluation, total);
  return known ? std::optional(total) : std::nullopt;
}

bool compare_quantities(const Condition& condition, std::optional<std::int64_t> number,
                        const Evaluation& evaluation) {
  const auto bound = bound_of(condition, evaluation);
  if (!number || !bound) return false;
  switch (condition.operation) {
    case Operator::equal:
      return *number == *bound;
    case Operator::different:
      return *number != *bound;
    case Operator::at_least:
      return *number >= *bound;
    case Operator::at_most:
      return *number <= *bound;
    default:
      return *number > *bound;
  }
}

bool holds_for(const Condition& condition, const FieldValue& value, const Evaluation& evaluation) {
  if (condition.other) return compare_quantities(condition, quantity(value), evaluation);
  switch (condition.operation) {
    case Operator::equal:
    case Operator::one_of:
      return is_expected(canonical_text(value), condition.values);
    case Operator::contains:
      return contains(value, condition.values);
    case Operator::before:
    case Operator::after:
      return compare_dates(condition, value, evaluation);
    case Operator::at_least:
    case Operator::at_most:
    case Operator::exceeds:
      return compare_quantities(condition, quantity(value), evaluation);
    default:
      return false;
  }
}

bool evaluate_field(const Condition& condition, const Evaluation& evaluation) {
  if (!condition.calculation.empty()) {
    const auto total =
        total_of(evaluation.form, condition.calculation, evaluation.dossier, evaluation.today);
    return compare_quantities(condition, total, evaluation);
  }
  const auto values = values_at(evaluation.dossier, condition.field, evaluation.item);
  if (condition.operation == Operator::present) {
    const bool present = std::any_of(values.begin(), values.end(),
                                     [](const FieldValue* value) { return !is_empty(*value); });
    return present == condition.yes;
  }
  if (condition.operation == Operator::different && !condition.other) {
    return !values.empty() && std::none_of(values.begin(), values.end(), [&](const auto* value) {
      return is_expected(canonical_text(*value), condition.values);
    });
  }
  return std::any_of(values.begin(), values.end(), [&](const FieldValue* value) {
    return holds_for(condition, *value, evaluation);
  });
}

}  // namespace

bool evaluate(const Condition& condition, const Evaluation& evaluation) {
  const auto holds = [&](const Condition& part) { return evaluate(part, evaluation); };
  switch (condition.operation) {
    case Operator::all:
      return std::all_of(condition.parts.begin(), condition.parts.end(), holds);
    case Operator::any:
      return std::any_of(condition.parts.begin(), condition.parts.end(), holds);
    case Operator::negation:
      return !holds(condition.parts.front());
    case Operator::named: {
      const Condition* named = evaluation.form.condition(condition.name);
      return named != nullptr && evaluate(*named, evaluation);
    }
    default:
      return evaluate_field(condition, evaluation);
  }
}

std::vector<std::pair<std::string, bool>> evaluate_named(const Evaluation& evaluation) {
  std::vector<std::pair<std::string, bool>> result;
  for (const NamedCondition& named : evaluation.form.conditions) {
    result.emplace_back(named.name, evaluate(named.condition, evaluation));
  }
  return result;
}

}  // namespace dossier
