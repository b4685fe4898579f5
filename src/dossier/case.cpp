#include "dossier/case.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace dossier {
namespace {

// An item position in a path: decimal, from 1.
std::optional<std::size_t> item_number(std::string_view part) {
  std::size_t number = 0;
  for (const char c : part) {
    if (c < '0' || c > '9' || number > 1'000'000) return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  if (number == 0) return std::nullopt;
  return number;
}

void collect(const FieldValue& value, const std::vector<std::string>& parts, std::size_t at,
             std::vector<const FieldValue*>& found);

void collect(const RecordValue& record, const std::vector<std::string>& parts, std::size_t at,
             std::vector<const FieldValue*>& found) {
  const FieldValue* value = record.find(parts[at]);
  if (value != nullptr) collect(*value, parts, at + 1, found);
}

void collect(const FieldValue& value, const std::vector<std::string>& parts, std::size_t at,
             std::vector<const FieldValue*>& found) {
  if (at == parts.size()) {
    found.push_back(&value);
  } else if (const auto* record = std::get_if<RecordValue>(&value.data)) {
    collect(*record, parts, at, found);
  } else if (const auto* list = std::get_if<ListValue>(&value.data)) {
    for (const FieldValue& item : *list) collect(item, parts, at, found);
  }
}

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

const FieldValue* RecordValue::find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const NamedValue& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &found->value;
}

const FieldValue* Case::at(std::string_view path) const {
  const RecordValue* record = &root;
  const FieldValue* value = nullptr;
  const ListValue* list = nullptr;
  for (const std::string& part : base::split(path, '.')) {
    if (list != nullptr) {
      const auto number = item_number(part);
      value = number && *number <= list->size() ? &(*list)[*number - 1] : nullptr;
    } else {
      value = record == nullptr ? nullptr : record->find(part);
    }
    if (value == nullptr) return nullptr;
    record = std::get_if<RecordValue>(&value->data);
    list = std::get_if<ListValue>(&value->data);
  }
  return value;
}

std::vector<const FieldValue*> values_at(const Case& dossier, std::string_view path,
                                         const RecordValue* item) {
  std::vector<const FieldValue*> found;
  const bool relative = path.starts_with('.');
  if (relative && item == nullptr) return found;
  if (relative) path.remove_prefix(1);
  collect(relative ? *item : dossier.root, base::split(path, '.'), 0, found);
  return found;
}

std::string canonical_text(const FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* date = std::get_if<calendar::Date>(&value.data)) return calendar::iso(*date);
  if (const auto* time = std::get_if<Time>(&value.data)) {
    return two_digits(time->hour) + ":" + two_digits(time->minute);
  }
  if (const auto* number = std::get_if<std::int64_t>(&value.data)) return std::to_string(*number);
  if (const auto* amount = std::get_if<Amount>(&value.data)) return std::to_string(amount->cents);
  if (const auto* yes = std::get_if<bool>(&value.data)) return *yes ? "oui" : "non";
  return {};
}

}  // namespace dossier
