#include "dossier/condition.hpp"

#include <algorithm>

#include "base/text.hpp"

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

bool compare_quantities(const Condition& condition, const FieldValue& value) {
  const auto number = quantity(value);
  const auto bound = parse_integer(condition.values.front()).value;
  if (!number || !bound) return false;
  return condition.operation == Operator::at_least ? *number >= *bound : *number <= *bound;
}

bool holds_for(const Condition& condition, const FieldValue& value, const Evaluation& evaluation) {
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
      return compare_quantities(condition, value);
    default:
      return false;
  }
}

bool evaluate_field(const Condition& condition, const Evaluation& evaluation) {
  const auto values = values_at(evaluation.dossier, condition.field, evaluation.item);
  if (condition.operation == Operator::present) {
    const bool present = std::any_of(values.begin(), values.end(),
                                     [](const FieldValue* value) { return !is_empty(*value); });
    return present == condition.yes;
  }
  if (condition.operation == Operator::different) {
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
