#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "dossier/form.hpp"
#include "yaml/node.hpp"

namespace dossier {

// The French name of each type.
[[nodiscard]] const std::vector<std::pair<std::string_view, FieldType>>& field_types();

// A name of a bloc, field, option or calculation: lower-case letters (accented too), digits, '_'
// and '-', beginning with a letter. Templates name it as it is.
[[nodiscard]] bool is_name(std::string_view text);

// Reads the definitions of fields, and the modèles of forms/modeles that they use.
class FieldReader {
 public:
  FieldReader(const base::Files& files, base::Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  // A whole file forms/blocs/<file>.yaml; nothing if it cannot be read as a bloc at all.
  [[nodiscard]] std::optional<Field> read_bloc(const std::string& file);

 private:
  using Kind = base::Kind;

  Field read_field(const yaml::Node& node, const std::string& model_hint);
  void read_details(const yaml::Node& node, Field& field);
  std::vector<Field> read_fields(const yaml::Node& owner, bool items);
  std::vector<Field> read_sequence(const yaml::Node& sequence, bool items);
  std::vector<Field> read_model(const yaml::Node& name, bool items);
  std::vector<Choice> read_choices(const yaml::Node& owner);
  std::vector<Choice> read_references(const std::string& folder, const base::Position& position);
  void read_bounds(const yaml::Node& node, Field& field);
  void read_lengths(const yaml::Node& node, Field& field);
  void read_disclosure(const yaml::Node& node, Field& field);
  void check_names(const std::vector<Field>& fields, bool items);
  void error(base::Position position, std::string message, std::string hint = {});

  const base::Files& files_;
  base::Diagnostics& diagnostics_;
  // Read once, by name of modèle and whether it is used for the items of a list.
  std::map<std::pair<std::string, bool>, std::vector<Field>> known_models_;
  std::map<std::string, std::vector<Choice>> references_;  // by folder
  std::vector<std::string> models_;                        // being read, outermost first
};

}  // namespace dossier
