#include "dossier/form.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "dossier/field_reader.hpp"

namespace dossier {

const Field* Field::find(std::string_view child) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.name == child; });
  return found == fields.end() ? nullptr : &*found;
}

const Field* Form::bloc(std::string_view name) const {
  const auto found = std::find_if(blocs.begin(), blocs.end(),
                                  [&](const Field& field) { return field.name == name; });
  return found == blocs.end() ? nullptr : &*found;
}

const Request* Form::request(std::string_view name) const {
  const auto found = std::find_if(requests.begin(), requests.end(),
                                  [&](const Request& request) { return request.bloc == name; });
  return found == requests.end() ? nullptr : &*found;
}

const Field* Form::field(std::string_view path) const {
  const Field* current = nullptr;
  for (const std::string& part : base::split(path, '.')) {
    current = current == nullptr ? bloc(part) : current->find(part);
    if (current == nullptr) return nullptr;
  }
  return current;
}

const Condition* Form::condition(std::string_view name) const {
  const auto found = std::find_if(conditions.begin(), conditions.end(),
                                  [&](const NamedCondition& named) { return named.name == name; });
  return found == conditions.end() ? nullptr : &found->condition;
}

std::string_view type_name(FieldType type) {
  const auto& types = field_types();
  const auto found = std::find_if(types.begin(), types.end(),
                                  [&](const auto& entry) { return entry.second == type; });
  return found->first;
}

std::vector<std::string> list_forms(const base::Files& files) {
  constexpr std::string_view extension = ".yaml";
  std::vector<std::string> names;
  for (const std::string& file : files.list("forms")) {
    if (file.ends_with(extension)) names.push_back(file.substr(0, file.size() - extension.size()));
  }
  return names;
}

}  // namespace dossier
