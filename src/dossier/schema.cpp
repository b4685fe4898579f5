#include "dossier/schema.hpp"

#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.hpp"

namespace dossier {
namespace {

using Json = nlohmann::ordered_json;
using Operator = Condition::Operator;

constexpr const char* date_pattern =
    "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}(er)? \\S+ [0-9]{4})$";

Json field_schema(const Field& field);

Json choice_values(const Field& field) {
  Json values = Json::array();
  for (const Choice& choice : field.choices) values.push_back(choice.value);
  return values;
}

// Unquoted, « 01000 » or « 2140 » is a number for the YAML of an editor; for Égide it is text.
Json text_or_number(const char* pattern) {
  Json schema = {{"type", {"string", "number", "null"}}};
  if (pattern != nullptr) schema["pattern"] = pattern;
  return schema;
}

Json record_schema(const Field& record) {
  Json schema = {{"type", {"object", "null"}}, {"additionalProperties", false}};
  schema["properties"] = Json::object();
  for (const Field& field : record.fields) schema["properties"][field.name] = field_schema(field);
  return schema;
}

Json list_of(Json items, const Field& field) {
  Json schema = {{"type", {"array", "null"}}, {"items", std::move(items)}};
  if (field.maximum) schema["maxItems"] = *field.maximum;
  return schema;
}

// One alone may be written without a list.
Json one_or_list(const Json& item, const Field& field) {
  return {{"anyOf", Json::array({item, list_of(item, field)})}};
}

Json text_schema(const Field& field) {
  Json schema = text_or_number(nullptr);
  if (field.maximum_length > 0) schema["maxLength"] = field.maximum_length;
  return schema;
}

Json value_schema(const Field& field) {
  switch (field.type) {
    case FieldType::text:
    case FieldType::long_text:
      return text_schema(field);
    case FieldType::date:
      return {{"type", {"string", "null"}}, {"pattern", date_pattern}};
    case FieldType::time:
      return {{"type", {"string", "null"}}, {"pattern", "^[0-9]{1,2} ?(:|h) ?([0-9]{2})?$"}};
    case FieldType::integer: {
      Json schema = text_or_number("^-?[0-9][0-9 ]*$");
      if (field.minimum) schema["minimum"] = *field.minimum;
      if (field.maximum) schema["maximum"] = *field.maximum;
      return schema;
    }
    case FieldType::amount:
      return text_or_number(
          "^-?[0-9][0-9 \u00A0\u202F]*([,.][0-9]{1,2})?[ \u00A0\u202F]?(€|euros?)?$");
    case FieldType::yes_no:
      return {{"enum", {"oui", "non", nullptr}}};
    case FieldType::choice:
    case FieldType::reference: {
      Json values = choice_values(field);
      values.push_back(nullptr);
      return {{"enum", values}};
    }
    case FieldType::choices:
      return one_or_list({{"enum", choice_values(field)}}, field);
    case FieldType::record:
      return record_schema(field);
    case FieldType::list:
      return list_of(record_schema(field), field);
    case FieldType::text_list:
      return one_or_list(text_schema(field), field);
    case FieldType::postal_code:
      return text_or_number("^[0-9]{5}$");
    case FieldType::insee_code:
      return text_or_number("^([0-9]{2}|2A|2B)[0-9]{3}$");
    case FieldType::email:
      return {{"type", {"string", "null"}}, {"pattern", "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"}};
    case FieldType::phone:
      return text_or_number("^\\+?[0-9][0-9 .()\u00A0\u202F-]*$");
    case FieldType::web_address:
      return {{"type", {"string", "null"}}, {"pattern", "^https?://\\S+$"}};
  }
  return Json::object();
}

Json field_schema(const Field& field) {
  Json schema = {{"title", field.title}};
  std::string description = field.why;
  if (!field.help.empty()) description += (description.empty() ? "" : " ") + field.help;
  if (!description.empty()) schema["description"] = description;
  schema.update(value_schema(field));
  if (!field.example.empty()) schema["examples"] = Json::array({field.example});
  return schema;
}

// `inner` for the value at the dotted path, each record of which must exist. A list may be
// absent or empty: `inner` is then for each of its items.
Json at_path(const Form& form, const std::vector<std::string>& parts, std::size_t index,
             const std::string& path, const Json& inner) {
  if (index == parts.size()) return inner;
  const std::string here = path.empty() ? parts[index] : path + "." + parts[index];
  const Field* field = form.field(here);
  const bool list = field != nullptr && field->is_list() && index + 1 < parts.size();
  Json below = at_path(form, parts, index + 1, here, inner);
  if (list) return {{"properties", {{parts[index], {{"items", below}}}}}};
  return {{"type", "object"},
          {"required", Json::array({parts[index]})},
          {"properties", {{parts[index], below}}}};
}

// The schema that holds exactly when the condition does, from the root; nothing when it cannot be
// said, or only at the price of a long schema. `owner`: path of the record at hand.
std::optional<Json> condition_schema(const Form& form, const Condition& condition,
                                     const std::string& owner);

std::optional<Json> parts_schema(const Form& form, const Condition& condition,
                                 const std::string& owner, const char* word) {
  Json parts = Json::array();
  for (const Condition& part : condition.parts) {
    auto schema = condition_schema(form, part, owner);
    if (!schema) return std::nullopt;
    parts.push_back(std::move(*schema));
  }
  if (condition.operation == Operator::negation) return Json{{word, parts.front()}};
  return Json{{word, parts}};
}

std::optional<Json> field_test_schema(const Form& form, const Condition& condition,
                                      const std::string& owner) {
  const std::string path =
      condition.field.starts_with('.') ? owner + condition.field : condition.field;
  const auto parts = base::split(path, '.');
  std::string prefix;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    prefix += (i == 0 ? "" : ".") + parts[i];
    const Field* field = form.field(prefix);
    if (field == nullptr || (field->is_list() && i + 1 < parts.size())) return std::nullopt;
  }
  const FieldType type = form.field(path)->type;
  const bool literal = type == FieldType::choice || type == FieldType::yes_no ||
                       type == FieldType::choices || type == FieldType::reference;
  switch (condition.operation) {
    case Operator::present: {
      const Json given = at_path(form, parts, 0, {}, {{"not", {{"enum", {nullptr, ""}}}}});
      return condition.yes ? given : Json{{"not", given}};
    }
    case Operator::equal:
    case Operator::one_of:
      if (!literal) return std::nullopt;
      return at_path(form, parts, 0, {}, {{"enum", condition.values}});
    case Operator::contains: {
      if (!literal) return std::nullopt;
      const Json any = {{"enum", condition.values}};
      const Json listed = {{"type", "array"}, {"contains", any}};
      return at_path(form, parts, 0, {}, {{"anyOf", Json::array({any, listed})}});
    }
    default:
      return std::nullopt;
  }
}

std::optional<Json> condition_schema(const Form& form, const Condition& condition,
                                     const std::string& owner) {
  switch (condition.operation) {
    case Operator::all:
      return parts_schema(form, condition, owner, "allOf");
    case Operator::any:
      return parts_schema(form, condition, owner, "anyOf");
    case Operator::negation:
      return parts_schema(form, condition, owner, "not");
    case Operator::named: {
      const Condition* named = form.condition(condition.name);
      return named == nullptr ? std::nullopt : condition_schema(form, *named, owner);
    }
    default:
      return field_test_schema(form, condition, owner);
  }
}

class SchemaWriter {
 public:
  explicit SchemaWriter(const Form& form) : form_(form) {}

  Json run() {
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"title", form_.title},
                   {"description", form_.description},
                   {"type", "object"},
                   {"additionalProperties", false}};
    schema["properties"] = Json::object();
    for (const Field& bloc : form_.blocs) schema["properties"][bloc.name] = field_schema(bloc);
    for (const Request& request : form_.requests) add_request(request);
    if (!rules_.empty()) schema["allOf"] = rules_;
    return schema;
  }

 private:
  void add_request(const Request& request) {
    const Field* bloc = form_.bloc(request.bloc);
    if (bloc == nullptr) return;
    const bool list_needed = bloc->is_list() && !request.optional && !request.required.empty();
    if (request.bloc_required || list_needed) {
      add_rule(
          {request.condition}, request.bloc,
          bloc->is_list() ? Json{{request.bloc, {{"type", "array"}, {"minItems", 1}}}} : Json{},
          Json::array({request.bloc}));
    }
    for (const Requirement& requirement : request.required) {
      add_requirement(request, *bloc, requirement);
    }
  }

  void add_requirement(const Request& request, const Field& bloc, const Requirement& requirement) {
    const auto parts = base::split(requirement.path, '.');
    std::vector<std::optional<Condition>> conditions = {request.condition};
    std::vector<std::string> owners = {request.bloc};
    if (requirement.condition) {
      conditions.push_back(requirement.condition);
      owners.push_back(request.bloc);
    }
    std::string owner = request.bloc;
    const Field* field = &bloc;
    for (const std::string& part : parts) {
      field = field->find(part);
      if (field == nullptr) return;
      if (field->condition) {
        conditions.push_back(field->condition);
        owners.push_back(owner);
      }
      owner += "." + part;
    }
    // An optional bloc, or the items of a list, may be absent: their content is then not required.
    const bool bloc_may_miss = request.optional || bloc.is_list();
    Json below = at_path(form_, parts, 0, request.bloc, {{"not", {{"type", "null"}}}});
    if (bloc.is_list()) below = {{"items", below}};
    Json then = {{"properties", {{request.bloc, below}}}};
    if (!bloc_may_miss) then["required"] = Json::array({request.bloc});
    add(conditions, owners, std::move(then));
  }

  void add_rule(const std::vector<std::optional<Condition>>& conditions, const std::string& owner,
                Json properties, Json required) {
    Json then = {{"required", std::move(required)}};
    if (!properties.empty()) then["properties"] = std::move(properties);
    add(conditions, std::vector<std::string>(conditions.size(), owner), std::move(then));
  }

  // Nothing is added when one of the conditions cannot be written: the schema forgives more than
  // `check`, never less.
  void add(const std::vector<std::optional<Condition>>& conditions,
           const std::vector<std::string>& owners, Json then) {
    Json all = Json::array();
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      if (!conditions[i]) continue;
      auto schema = condition_schema(form_, *conditions[i], owners[i]);
      if (!schema) return;
      all.push_back(std::move(*schema));
    }
    if (all.empty()) {
      rules_.push_back(std::move(then));
    } else {
      rules_.push_back({{"if", all.size() == 1 ? all.front() : Json{{"allOf", all}}},
                        {"then", std::move(then)}});
    }
  }

  const Form& form_;
  Json rules_ = Json::array();
};

}  // namespace

std::string json_schema(const Form& form) { return SchemaWriter(form).run().dump(2) + "\n"; }

}  // namespace dossier
