#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "dossier/form.hpp"

namespace dossier {

// Checks the conditions of a form, and finds the fields that its parts name.
class ConditionChecker {
 public:
  ConditionChecker(Form& form, base::Diagnostics& diagnostics)
      : form_(form), diagnostics_(diagnostics) {}

  void error(base::Position position, std::string message, std::string hint = {});
  void unknown(const std::string& name, const Field* owner, const base::Position& position);

  // `item` is the record at hand for a path that begins with a dot. `single`: the path must not
  // cross a list from the root. A path that leads nowhere is reported.
  const Field* resolve(const std::string& path, const Field* item, const base::Position& position,
                       bool single = false);
  void check_date_path(const std::string& path, const Field* item, const base::Position& position);

  // What a condition may name: those of a bloc, shared by forms, no condition and no calculation;
  // only those of a control, a value of the law.
  enum class Place { bloc, form, control };
  // The calculations of the form must have been checked before: their unit is needed.
  void check(Condition& condition, const Field* item, Place place);

 private:
  void check_named(const Condition& condition, Place place);
  void check_values(Condition& condition, const Field& field);
  void check_date_operand(const Condition& condition, const Field& field, const Field* item);
  void check_quantity(Condition& condition, const Field& field);
  void check_quantities(Condition& condition, const Field* item, Place place);
  std::optional<bool> are_amounts(const std::string& path, const Field* item,
                                  const Condition& condition);
  std::optional<bool> calculated_amounts(const Condition& condition);
  void check_parameter(const Quantity& other, const Condition& condition, Place place);
  void canonical_number(Condition& condition, bool amount);

  Form& form_;
  base::Diagnostics& diagnostics_;
};

[[nodiscard]] std::vector<std::string> names_of(const std::vector<Field>& fields);

}  // namespace dossier
