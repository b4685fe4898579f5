#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "law/provenance.hpp"

namespace law {

enum class ParameterType { text, integer, amount, yes_no };

// A dated value. Exactly one member holds, according to `type`.
struct ParameterValue {
  ParameterType type = ParameterType::text;
  std::string text;
  std::int64_t number = 0;  // integer, or amount in cents
  bool yes = false;
};

struct ParameterKey {
  std::string name;  // accented French, as templates write it: « régime_3 »
  std::string title;
  ParameterType type = ParameterType::text;
};

struct ParameterVersion {
  Provenance provenance;
  std::map<std::string, ParameterValue> values;  // every key of the parameter, none missing
  std::vector<std::string> citations;
  std::string change;
};

// content/droit/parametres/<id>.yaml: a group of values that change on the same days.
struct Parameter {
  std::string id;
  std::string title;
  std::vector<ParameterKey> keys;
  std::vector<ParameterVersion> versions;
  base::Position position;
};

[[nodiscard]] Parameter read_parameter(const yaml::Node& root, const std::string& id,
                                       base::Diagnostics& diagnostics);

}  // namespace law
