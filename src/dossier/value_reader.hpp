#pragma once

#include <set>
#include <string>

#include "base/diagnostics.hpp"
#include "dossier/case.hpp"
#include "dossier/form.hpp"
#include "yaml/node.hpp"

namespace dossier {

// Reads the values of a case file by type, reporting each wrong one (Kind::dossier).
class ValueReader {
 public:
  explicit ValueReader(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // `record` names the fields that `mapping` may hold; `path` is that of the mapping ("" at the
  // root, "témoins.2" for an item).
  [[nodiscard]] RecordValue read_record(const yaml::Node& mapping, const Field& record,
                                        const std::string& path);

  // Paths that the file gives but whose value was refused: they are not missing.
  [[nodiscard]] const std::set<std::string>& refused() const { return refused_; }

 private:
  void read_field(const yaml::Node::Entry& entry, const Field& field, const std::string& path,
                  RecordValue& record);
  bool read_value(const yaml::Node& node, const Field& field, const std::string& path,
                  FieldValue& value);
  bool read_one(const yaml::Node& node, const Field& field, const std::string& path,
                FieldValue& value);
  bool read_texts(const yaml::Node& node, const Field& field, const std::string& path,
                  FieldValue& value);
  bool read_list(const yaml::Node& node, const Field& field, const std::string& path,
                 FieldValue& value);
  void advise_length(const yaml::Node& node, const Field& field, const std::string& path,
                     const std::string& text);
  void unknown(const yaml::Node::Entry& entry, const Field& record, const std::string& path);
  void error(const base::Position& position, const std::string& path, std::string message,
             std::string hint = {});

  base::Diagnostics& diagnostics_;
  std::set<std::string> refused_;
};

// "faits" + "date" → "faits.date"; the root has an empty path.
[[nodiscard]] std::string child_path(const std::string& path, std::string_view name);

// « Exemple : date: 2026-03-14 », the values of a choice, or an empty string.
[[nodiscard]] std::string how_to_write(const Field& field);

// The reason of the question, then how_to_write.
[[nodiscard]] std::string why_and_how(const Field& field);

}  // namespace dossier
