#include "dossier/check.hpp"

#include <set>

#include "base/text.hpp"
#include "dossier/condition.hpp"
#include "dossier/value_reader.hpp"

namespace dossier {
namespace {

// What can only be checked once every value is known: dates in order, questions that do not
// apply, fields that miss, controls.
class CaseChecker {
 public:
  CaseChecker(const Form& form, const Case& dossier, const CheckOptions& options,
              const std::set<std::string>& refused, base::Position start,
              base::Diagnostics& diagnostics)
      : form_(form),
        case_(dossier),
        options_(options),
        refused_(refused),
        start_(std::move(start)),
        diagnostics_(diagnostics) {}

  void run() {
    for (const Field& bloc : form_.blocs) {
      if (const FieldValue* value = case_.root.find(bloc.name))
        check_value(bloc, *value, bloc.name);
    }
    if (!options_.draft) {
      for (const Request& request : form_.requests) require_request(request);
    }
    if (options_.controls) {
      for (const Control& control : form_.controls) check_control(control);
    }
  }

 private:
  Evaluation at(const RecordValue* item) const {
    return {form_, case_, item, options_.today, options_.law ? &options_.law : nullptr};
  }

  void add(base::Severity severity, const base::Position& position, const std::string& path,
           std::string message, std::string hint = {}) {
    diagnostics_.add(
        {severity, base::Kind::dossier, position, path, std::move(message), std::move(hint)});
  }

  void check_value(const Field& field, const FieldValue& value, const std::string& path) {
    if (const auto* record = std::get_if<RecordValue>(&value.data)) {
      check_record(field, *record, path);
    } else if (const auto* list = std::get_if<ListValue>(&value.data)) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        const auto* item = std::get_if<RecordValue>(&(*list)[i].data);
        if (item != nullptr) check_record(field, *item, child_path(path, std::to_string(i + 1)));
      }
    }
  }

  void check_record(const Field& definition, const RecordValue& record, const std::string& path) {
    for (const NamedValue& named : record.fields) {
      const Field* field = definition.find(named.name);
      if (field == nullptr) continue;
      const std::string field_path = child_path(path, named.name);
      if (field->condition && !evaluate(*field->condition, at(&record))) {
        add(base::Severity::warning, named.value.position, field_path,
            "« " + field->title +
                " » est rempli, mais le reste du dossier dit qu’il est sans objet.",
            "Vérifiez ce champ et celui dont il dépend.");
      }
      check_order(*field, named.value, record, field_path);
      check_value(*field, named.value, field_path);
    }
  }

  // The other date and its title.
  struct OtherDate {
    calendar::Date date;
    std::string title;
  };

  std::optional<OtherDate> other_date(const std::string& path, const RecordValue& record) const {
    if (path.empty()) return std::nullopt;
    if (path == today_path) {
      if (!options_.today) return std::nullopt;
      return OtherDate{*options_.today, "Date du jour"};
    }
    if (const auto constant = calendar::parse_iso(path)) {
      return OtherDate{*constant, calendar::french(*constant)};
    }
    const auto values = values_at(case_, path, &record);
    const auto* date =
        values.size() == 1 ? std::get_if<calendar::Date>(&values.front()->data) : nullptr;
    if (date == nullptr) return std::nullopt;
    const Field* field = form_.field(path);
    return OtherDate{*date, field == nullptr ? path.substr(1) : field->title};
  }

  void check_order(const Field& field, const FieldValue& value, const RecordValue& record,
                   const std::string& path) {
    const auto* date = std::get_if<calendar::Date>(&value.data);
    if (date == nullptr) return;
    const auto lower = other_date(field.not_before, record);
    if (lower && *date < lower->date) {
      add(base::Severity::error, value.position, path,
          "« " + field.title + " » précède « " + lower->title + " ».",
          "Corrigez l’une des deux dates : celle-ci ne peut pas être antérieure.");
    }
    const auto upper = other_date(field.not_after, record);
    if (upper && *date > upper->date) {
      add(base::Severity::error, value.position, path,
          "« " + field.title + " » est postérieur à « " + upper->title + " ».",
          "Corrigez l’une des deux dates : celle-ci ne peut pas être postérieure.");
    }
  }

  void require_request(const Request& request) {
    const Field* bloc = form_.bloc(request.bloc);
    if (bloc == nullptr || refused_.count(request.bloc) > 0) return;
    if (request.condition && !evaluate(*request.condition, at(nullptr))) return;
    const FieldValue* value = case_.root.find(request.bloc);
    const auto* list = value == nullptr ? nullptr : std::get_if<ListValue>(&value->data);
    const bool absent = value == nullptr || (list != nullptr && list->empty());
    if (absent && request.optional) return;
    const bool whole = request.bloc_required || (bloc->is_list() && !request.required.empty());
    if (absent && whole) missing(*bloc, request.bloc, start_, {});
    if (absent && bloc->is_list()) return;
    for (const Requirement& requirement : request.required) {
      if (list != nullptr) {
        for (std::size_t i = 0; i < list->size(); ++i) {
          require_in(requirement, *bloc, (*list)[i],
                     child_path(request.bloc, std::to_string(i + 1)));
        }
      } else if (value != nullptr) {
        require_in(requirement, *bloc, *value, request.bloc);
      } else {
        require_in(requirement, *bloc, FieldValue{RecordValue{}, start_}, request.bloc);
      }
    }
  }

  void require_in(const Requirement& requirement, const Field& bloc, const FieldValue& value,
                  const std::string& path) {
    const auto* record = std::get_if<RecordValue>(&value.data);
    if (record == nullptr) return;
    if (requirement.condition && !evaluate(*requirement.condition, at(record))) return;
    require(base::split(requirement.path, '.'), 0, bloc, value, path);
  }

  // `owner` is a record value of definition `definition`, at `path`.
  void require(const std::vector<std::string>& parts, std::size_t index, const Field& definition,
               const FieldValue& owner, const std::string& path) {
    const Field* field = definition.find(parts[index]);
    const auto* record = std::get_if<RecordValue>(&owner.data);
    if (field == nullptr || record == nullptr) return;
    const std::string field_path = child_path(path, field->name);
    if (refused_.count(field_path) > 0) return;
    if (field->condition && !evaluate(*field->condition, at(record))) return;
    const FieldValue* value = record->find(field->name);
    const bool last = index + 1 == parts.size();
    if (last) {
      if (value == nullptr || is_empty(*value)) missing(*field, field_path, owner.position, path);
    } else if (field->is_list()) {
      const auto* items = value == nullptr ? nullptr : std::get_if<ListValue>(&value->data);
      for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
        require(parts, index + 1, *field, (*items)[i],
                child_path(field_path, std::to_string(i + 1)));
      }
    } else {
      const FieldValue nothing{RecordValue{}, owner.position};
      require(parts, index + 1, *field, value == nullptr ? nothing : *value, field_path);
    }
  }

  static bool is_empty(const FieldValue& value) {
    if (const auto* list = std::get_if<ListValue>(&value.data)) return list->empty();
    if (const auto* texts = std::get_if<TextList>(&value.data)) return texts->empty();
    if (const auto* record = std::get_if<RecordValue>(&value.data)) return record->fields.empty();
    return false;
  }

  void missing(const Field& field, const std::string& path, const base::Position& position,
               const std::string& owner) {
    std::string message = "« " + field.title + " » manque";
    message += owner.empty() ? "." : " dans « " + owner + " ».";
    add(base::Severity::error, position, path, std::move(message), why_and_how(field));
  }

  void check_control(const Control& control) {
    const auto dot = control.field.rfind('.');
    const std::string owner =
        dot == std::string::npos ? std::string() : control.field.substr(0, dot);
    const Field* definition = form_.field(owner);
    if (definition == nullptr || !definition->is_list()) {
      const FieldValue* record = case_.at(owner);
      const auto* item = record == nullptr ? nullptr : std::get_if<RecordValue>(&record->data);
      if (evaluate(control.condition, at(item))) report(control, case_.at(control.field), record);
      return;
    }
    const std::string name = control.field.substr(dot + 1);
    for (const FieldValue* list : values_at(case_, owner)) {
      const auto* items = std::get_if<ListValue>(&list->data);
      if (items == nullptr) continue;
      for (const FieldValue& item : *items) {
        const auto* record = std::get_if<RecordValue>(&item.data);
        if (record != nullptr && evaluate(control.condition, at(record))) {
          report(control, record->find(name), &item);
        }
      }
    }
  }

  void report(const Control& control, const FieldValue* value, const FieldValue* owner) {
    // A control on a field that is not there says that it misses.
    if (options_.draft && value == nullptr) return;
    if (value == nullptr) value = owner == nullptr ? nearest(control.field) : owner;
    add(control.severity, value == nullptr ? start_ : value->position, control.field,
        control.message);
  }

  // The innermost value given on the way to `path`.
  const FieldValue* nearest(std::string_view path) const {
    for (auto dot = path.rfind('.'); dot != std::string_view::npos; dot = path.rfind('.')) {
      path = path.substr(0, dot);
      if (const FieldValue* value = case_.at(path)) return value;
    }
    return nullptr;
  }

  const Form& form_;
  const Case& case_;
  const CheckOptions& options_;
  const std::set<std::string>& refused_;
  const base::Position start_;  // of the whole file
  base::Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Case> check(const yaml::Node& root, const Form& form, const CheckOptions& options,
                          base::Diagnostics& diagnostics) {
  base::Diagnostics found;
  base::Position start = root.position();
  if (start.line == 0) start.line = 1;
  Case dossier;
  dossier.file = start.file;
  ValueReader reader(found);
  if (root.is_mapping()) {
    Field whole;
    whole.type = FieldType::record;
    whole.fields = form.blocs;
    dossier.root = reader.read_record(root, whole, {});
  } else if (!root.absent()) {
    found.error(base::Kind::dossier, start,
                "Un dossier est fait de rubriques, « nom: » puis leurs champs.",
                "La commande « egide nouveau " + form.id + " » en écrit un modèle.");
  }
  if (root.absent() || root.is_mapping()) {
    CaseChecker(form, dossier, options, reader.refused(), start, found).run();
  }
  for (const base::Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
  if (found.has_errors()) return std::nullopt;
  return dossier;
}

}  // namespace dossier
