#include "dossier/calculation.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "dossier/condition.hpp"

namespace dossier {
namespace {

// Adds until a total no longer fits.
class Total {
 public:
  void add(const FieldValue& value, bool negative) {
    std::int64_t number = 0;
    if (const auto* amount = std::get_if<Amount>(&value.data)) number = amount->cents;
    if (const auto* integer = std::get_if<std::int64_t>(&value.data)) number = *integer;
    const bool overflow = negative ? __builtin_sub_overflow(value_, number, &value_)
                                   : __builtin_add_overflow(value_, number, &value_);
    overflow_ = overflow_ || overflow;
  }
  [[nodiscard]] std::int64_t value() const { return value_; }
  [[nodiscard]] bool overflow() const { return overflow_; }

 private:
  std::int64_t value_ = 0;
  bool overflow_ = false;
};

class Calculator {
 public:
  Calculator(const Form& form, const Case& dossier, std::optional<calendar::Date> today)
      : form_(form), case_(dossier), today_(today) {}

  CalculationResult run(const Calculation& calculation) {
    CalculationResult result{calculation.name, calculation.title, calculation.amounts, 0, {}};
    switch (calculation.kind) {
      case Calculation::Kind::sum:
        result.total = sum(calculation);
        break;
      case Calculation::Kind::count:
        result.total = static_cast<std::int64_t>(kept_items(calculation, calculation.list).size());
        break;
      case Calculation::Kind::groups:
        result.groups = groups(calculation, result.total);
        break;
    }
    return result;
  }

  [[nodiscard]] bool overflow() const { return overflow_; }

 private:
  struct Item {
    std::size_t position;
    const RecordValue* record;
  };

  std::vector<Item> kept_items(const Calculation& calculation, const std::string& path) const {
    std::vector<Item> kept;
    for (const FieldValue* value : values_at(case_, path)) {
      const auto* list = std::get_if<ListValue>(&value->data);
      for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const auto* record = std::get_if<RecordValue>(&(*list)[i].data);
        const bool keep =
            record != nullptr &&
            (!calculation.where || evaluate(*calculation.where, {form_, case_, record, today_}));
        if (keep) kept.push_back({i, record});
      }
    }
    return kept;
  }

  std::int64_t sum(const Calculation& calculation) {
    Total total;
    for (const auto* paths : {&calculation.plus, &calculation.minus}) {
      const bool negative = paths == &calculation.minus;
      for (const std::string& path : *paths) add_path(calculation, path, negative, total);
    }
    return checked(total);
  }

  void add_path(const Calculation& calculation, const std::string& path, bool negative,
                Total& total) const {
    if (!calculation.where) {
      for (const FieldValue* value : values_at(case_, path)) total.add(*value, negative);
      return;
    }
    const auto dot = path.rfind('.');
    for (const Item& item : kept_items(calculation, path.substr(0, dot))) {
      const FieldValue* value = item.record->find(path.substr(dot + 1));
      if (value != nullptr) total.add(*value, negative);
    }
  }

  std::vector<CalculationGroup> groups(const Calculation& calculation, std::int64_t& whole) {
    std::vector<CalculationGroup> result;
    const Field* by = form_.field(calculation.list + "." + calculation.by);
    if (by != nullptr) {
      for (const Choice& choice : by->choices)
        result.push_back({choice.value, choice.title, 0, {}});
    }
    result.push_back({"", "Sans précision", 0, {}});
    std::vector<Total> totals(result.size());
    Total all;
    for (const Item& item : kept_items(calculation, calculation.list)) {
      const FieldValue* value = item.record->find(calculation.by);
      const std::string chosen = value == nullptr ? std::string() : canonical_text(*value);
      const auto group = std::find_if(
          result.begin(), result.end(),
          [&](const CalculationGroup& candidate) { return candidate.value == chosen; });
      const auto at = static_cast<std::size_t>(group - result.begin());
      group->items.push_back(item.position);
      if (const FieldValue* number = item.record->find(calculation.amount)) {
        totals[at].add(*number, false);
        all.add(*number, false);
      }
    }
    for (std::size_t i = 0; i < result.size(); ++i) result[i].total = checked(totals[i]);
    whole = checked(all);
    result.erase(std::remove_if(result.begin(), result.end(),
                                [](const CalculationGroup& group) { return group.items.empty(); }),
                 result.end());
    return result;
  }

  std::int64_t checked(const Total& total) {
    overflow_ = overflow_ || total.overflow();
    return total.value();
  }

  const Form& form_;
  const Case& case_;
  std::optional<calendar::Date> today_;
  bool overflow_ = false;
};

}  // namespace

std::optional<std::vector<CalculationResult>> calculate(const Form& form, const Case& dossier,
                                                        std::optional<calendar::Date> today,
                                                        base::Diagnostics& diagnostics) {
  Calculator calculator(form, dossier, today);
  std::vector<CalculationResult> results;
  for (const Calculation& calculation : form.calculations) {
    results.push_back(calculator.run(calculation));
  }
  if (!calculator.overflow()) return results;
  diagnostics.error(base::Kind::dossier, {dossier.file, 1},
                    "Un total dépasse ce qui peut être calculé.", "Vérifiez les montants.");
  return std::nullopt;
}

std::optional<std::int64_t> total_of(const Form& form, std::string_view calculation,
                                     const Case& dossier, std::optional<calendar::Date> today) {
  for (const Calculation& candidate : form.calculations) {
    if (candidate.name != calculation) continue;
    Calculator calculator(form, dossier, today);
    const CalculationResult result = calculator.run(candidate);
    return calculator.overflow() ? std::nullopt : std::optional(result.total);
  }
  return std::nullopt;
}

}  // namespace dossier
