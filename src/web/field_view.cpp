#include "web/field_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "dossier/condition.hpp"
#include "dossier/condition_text.hpp"
#include "dossier/value_reader.hpp"
#include "web/answer_text.hpp"

namespace web {
namespace {

using dossier::Field;
using dossier::FieldType;

// Up to this number, choices are all shown; beyond it, they are in a list to open.
constexpr std::size_t shown_choices = 7;
// Beyond this maximum, a text has a control of several lines.
constexpr std::size_t one_line_length = 160;

using Messages = std::map<std::string, std::vector<const base::Diagnostic*>>;  // by path

std::string control_id(const std::string& path) { return "c-" + path; }

struct Option {
  std::string value, title, group;
};

// Builds the records of champ.html. The paths of the controls that it makes are gathered, so
// that a message can be led to one of them.
class FieldBuilder {
 public:
  FieldBuilder(const Step& step, const CaseState& state, const FieldTexts& texts,
               calendar::Date today, const Messages& messages)
      : step_(step), state_(state), texts_(texts), today_(today), messages_(messages) {}

  std::vector<Record> build() {
    if (step_.bloc->is_list()) return {list_record(*step_.bloc, step_.fields(), step_.bloc->name)};
    std::vector<Record> records;
    for (const Field* field : step_.fields()) {
      add(*field, dossier::child_path(step_.bloc->name, field->name), {}, nullptr, records);
    }
    return records;
  }

  [[nodiscard]] const std::vector<std::string>& controls() const { return controls_; }

 private:
  void add(const Field& field, const std::string& path, const std::string& item_path,
           const dossier::RecordValue* item, std::vector<Record>& records) {
    std::string condition, json;
    if (field.condition) {
      const dossier::Evaluation evaluation{*step_.form, state_.readable, item, today_};
      json = condition_json(*field.condition, step_, evaluation, item_path);
      if (json.find("\"champ\"") == std::string::npos) {
        if (!dossier::evaluate(*field.condition, evaluation)) return;
        json.clear();
      } else {
        condition = dossier::describe(*field.condition, *step_.form, owner_of(item_path));
      }
    }
    Record record = record_of(field, path, item_path, item);
    record.emplace_back("condition", prose(condition));
    record.emplace_back("si", text(json));
    records.push_back(std::move(record));
  }

  const Field* owner_of(const std::string& item_path) const {
    return item_path.empty() ? nullptr : step_.form->field(without_positions(item_path));
  }

  Record record_of(const Field& field, const std::string& path, const std::string& item_path,
                   const dossier::RecordValue* item) {
    if (field.type == FieldType::record) return fieldset_record(field, path, item_path, item);
    if (field.type == FieldType::list) {
      std::vector<const Field*> children;
      for (const Field& child : field.fields) children.push_back(&child);
      Record record = list_record(field, children, path);
      std::erase_if(record, [](const auto& member) {
        return member.first == "condition" || member.first == "si";
      });
      return record;
    }
    return control_record(field, path);
  }

  // Every name of champ.html, so that none is ever taken from a field around this one.
  Record common(const Field& field, const std::string& path) {
    controls_.push_back(path);
    std::vector<Record> mistakes, warnings;
    if (const auto found = messages_.find(path); found != messages_.end()) {
      for (const base::Diagnostic* message : found->second) {
        Record record = {{"message", text(page_message(*message))}};
        (message->severity == base::Severity::error ? mistakes : warnings).push_back(record);
      }
    }
    for (const app::CompletedField& completed : state_.completed) {
      if (completed.path != path) continue;
      warnings.push_back(
          {{"message", prose("Proposé d’après la commune : vérifiez. " + completed.reserve)}});
    }
    const std::string id = control_id(path);
    const bool required = step_.requires_field(without_positions(path));
    const std::string hint = field_hint(field);
    std::string described;
    const auto describe = [&](bool there, const char* prefix) {
      if (there) described += (described.empty() ? "" : " ") + (prefix + id);
    };
    describe(!field.help.empty() || !hint.empty(), "aide-");
    describe(!mistakes.empty() || !warnings.empty(), "messages-");
    return {{"id", text(id)},
            {"nom", text(path)},
            {"titre", prose(field.title)},
            {"obligatoire", Value(required)},
            {"aide", prose(field.help)},
            {"indication", text(hint)},
            {"a_aide", Value(!field.help.empty() || !hint.empty())},
            {"pourquoi", prose(field.why)},
            {"décrit_par", text(described)},
            {"en_erreur", Value(!mistakes.empty())},
            {"a_messages", Value(!mistakes.empty() || !warnings.empty())},
            {"erreurs", list(mistakes)},
            {"avertissements", list(warnings)}};
  }

  static void kinds(Record& record, std::string_view chosen) {
    for (const char* kind : {"est_ligne", "est_texte_long", "est_choix", "est_cases",
                             "est_déroulant", "est_fiche", "est_liste"}) {
      record.emplace_back(kind, Value(chosen == kind));
    }
  }

  static void no_control(Record& record) {
    record.emplace_back("valeur", text(""));
    record.emplace_back("type", text("text"));
    record.emplace_back("mode", text(""));
    record.emplace_back("saisie", text(""));
    record.emplace_back("hauteur", text("4"));
    record.emplace_back("commune", Value(false));
    record.emplace_back("communes", text(""));
    record.emplace_back("options", list({}));
    record.emplace_back("groupes", list({}));
  }

  Record fieldset_record(const Field& field, const std::string& path, const std::string& item_path,
                         const dossier::RecordValue* item) {
    Record record = common(field, path);
    kinds(record, "est_fiche");
    no_control(record);
    std::vector<Record> children;
    for (const Field& child : field.fields) {
      add(child, dossier::child_path(path, child.name), item_path, item, children);
    }
    record.emplace_back("champs", list(std::move(children)));
    record.emplace_back("éléments", list({}));
    return record;
  }

  Record list_record(const Field& field, const std::vector<const Field*>& children,
                     const std::string& path) {
    Record record = common(field, path);
    kinds(record, "est_liste");
    no_control(record);
    record.emplace_back("champs", list({}));
    const dossier::Answer* answer = dossier::answer_at(state_.shown, path);
    const auto* given = answer == nullptr ? nullptr : answer->items();
    const dossier::FieldValue* value = state_.readable.at(path);
    const auto* values = value == nullptr ? nullptr : std::get_if<dossier::ListValue>(&value->data);
    std::vector<Record> items;
    for (std::size_t i = 0; given != nullptr && i < given->size(); ++i) {
      const std::string item_path = dossier::child_path(path, std::to_string(i + 1));
      const auto* item = values != nullptr && i < values->size()
                             ? std::get_if<dossier::RecordValue>(&(*values)[i].data)
                             : nullptr;
      std::vector<Record> fields;
      for (const Field* child : children) {
        add(*child, dossier::child_path(item_path, child->name), item_path, item, fields);
      }
      items.push_back({{"rang", text(std::to_string(i + 1))},
                       {"chemin", text(item_path)},
                       {"champs", list(std::move(fields))}});
    }
    record.emplace_back("éléments", list(std::move(items)));
    record.emplace_back("condition", text(""));
    record.emplace_back("si", text(""));
    return record;
  }

  std::vector<Option> options_of(const Field& field) const {
    std::vector<Option> options;
    if (field.type == FieldType::yes_no) return {{"oui", "Oui", {}}, {"non", "Non", {}}};
    const auto titles = texts_.references.find(field.reference_to);
    if (field.type == FieldType::reference && titles != texts_.references.end()) {
      for (const ReferenceTitle& each : titles->second) {
        options.push_back({each.value, each.title, each.group});
      }
      return options;
    }
    for (const dossier::Choice& choice : field.choices) {
      options.push_back({choice.value, choice.title, {}});
    }
    return options;
  }

  static Record option_record(const Option& option, const std::string& id, bool chosen) {
    return {{"id", text(id)},
            {"valeur", text(option.value)},
            {"titre", prose(option.title)},
            {"choisi", Value(chosen)}};
  }

  void add_options(Record& record, const Field& field, const std::string& path,
                   const std::vector<std::string>& chosen, bool required) {
    std::vector<Record> options, groups;
    std::vector<Option> all = options_of(field);
    const bool radios = field.type != FieldType::choices && all.size() <= shown_choices;
    // A radio button cannot be unchecked: an optional question needs a way back.
    if (radios && !required && !chosen.empty()) all.push_back({"", "Sans réponse", {}});
    std::string group;
    std::vector<Record> in_group;
    const auto close_group = [&] {
      if (!in_group.empty())
        groups.push_back({{"titre", prose(group)}, {"options", list(in_group)}});
      in_group.clear();
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool is_chosen = std::find(chosen.begin(), chosen.end(), all[i].value) != chosen.end();
      const std::string id = control_id(path) + (i == 0 ? "" : "-" + std::to_string(i + 1));
      Record option = option_record(all[i], id, is_chosen);
      if (all[i].group.empty()) {
        options.push_back(std::move(option));
        continue;
      }
      if (all[i].group != group) close_group();
      group = all[i].group;
      in_group.push_back(std::move(option));
    }
    close_group();
    kinds(record, field.type == FieldType::choices ? "est_cases"
                  : radios                         ? "est_choix"
                                                   : "est_déroulant");
    record.emplace_back("options", list(std::move(options)));
    record.emplace_back("groupes", list(std::move(groups)));
  }

  // The commune of a code; for a name that several bear, their codes.
  std::string communes_text(const Field& field, const std::string& typed) const {
    if (field.type != FieldType::insee_code || texts_.places == nullptr || typed.empty()) return {};
    const places::Directory& places = *texts_.places;
    const auto named = [&](const places::Commune& commune) {
      const auto department = places.department(commune.department);
      return commune.name + " (" + (department ? department->name : commune.department) + ")";
    };
    if (const auto commune = places.commune(typed)) return named(*commune) + ".";
    std::vector<std::string> found;
    auto candidates = places.named(typed);
    if (candidates.empty()) candidates = places.suggestions(typed, 8);
    for (const places::Commune& each : candidates) {
      if (found.size() < 20) found.push_back(named(each) + "\u00A0: " + each.code);
    }
    return found.empty()
               ? std::string()
               : "Écrivez le code de la commune voulue. " + base::join(found, "\u202F; ") + ".";
  }

  Record control_record(const Field& field, const std::string& path) {
    Record record = common(field, path);
    const dossier::Answer* answer = dossier::answer_at(state_.shown, path);
    const dossier::Answer nothing;
    const dossier::Answer& given = answer == nullptr ? nothing : *answer;
    const bool lines = field.type == FieldType::text_list;
    const std::string typed = shown_for_editing(field, given);
    const bool chosen_among = field.type == FieldType::choices || field.type == FieldType::choice ||
                              field.type == FieldType::yes_no || field.type == FieldType::reference;
    if (chosen_among) {
      add_options(record, field, path, given_texts(given),
                  step_.requires_field(without_positions(path)));
    } else {
      const bool several =
          lines || field.type == FieldType::long_text || field.maximum_length > one_line_length;
      kinds(record, several ? "est_texte_long" : "est_ligne");
      record.emplace_back("options", list({}));
      record.emplace_back("groupes", list({}));
    }
    record.emplace_back("valeur", text(typed));
    record.emplace_back("type", text(std::string(input_type(field))));
    record.emplace_back("mode", text(std::string(input_mode(field))));
    record.emplace_back("hauteur", text(field.type == FieldType::long_text ? "12" : "4"));
    record.emplace_back("commune", Value(field.type == FieldType::insee_code));
    record.emplace_back("communes", text(communes_text(field, typed)));
    const auto token = texts_.autocomplete.find(path);
    record.emplace_back("saisie", text(token == texts_.autocomplete.end() ? "" : token->second));
    record.emplace_back("champs", list({}));
    record.emplace_back("éléments", list({}));
    return record;
  }

  const Step& step_;
  const CaseState& state_;
  const FieldTexts& texts_;
  calendar::Date today_;
  const Messages& messages_;
  std::vector<std::string> controls_;
};

// The control to which a message leads: its own, else that of the same field whatever the item,
// else the first one below or above it. Empty: the page does not show it.
std::string control_for(const std::string& field, const std::vector<std::string>& controls) {
  const auto first = [&](const auto& fits) {
    const auto found = std::find_if(controls.begin(), controls.end(), fits);
    return found == controls.end() ? std::string() : *found;
  };
  std::string path = first([&](const std::string& c) { return c == field; });
  if (path.empty()) {
    path = first(
        [&](const std::string& c) { return without_positions(c) == without_positions(field); });
  }
  if (path.empty()) path = first([&](const std::string& c) { return c.starts_with(field + "."); });
  if (path.empty()) path = first([&](const std::string& c) { return field.starts_with(c + "."); });
  return path;
}

}  // namespace

PageFields page_fields(const Step& step, const CaseState& state, const FieldTexts& texts,
                       calendar::Date today, bool show_mistakes) {
  Messages messages;
  PageFields page;
  if (show_mistakes) {
    FieldBuilder first(step, state, texts, today, messages);
    (void)first.build();
    for (const base::Diagnostic* message : messages_of(step, state)) {
      const std::string path = control_for(message->field, first.controls());
      const bool mistake = message->severity == base::Severity::error;
      std::string said = page_message(*message);
      if (path.empty()) {
        // The message cannot stand beside its field: it must name it.
        const Field* field = step.form->field(without_positions(message->field));
        if (field != nullptr) said = "«\u00A0" + field->title + "\u00A0»\u00A0: " + said;
        if (!mistake) page.remarks.push_back({{"message", text(said)}});
      } else {
        messages[path].push_back(message);
      }
      if (mistake) {
        page.summary.push_back({{"ancre", text(path.empty() ? "questions" : control_id(path))},
                                {"message", text(said)}});
      }
    }
  }
  page.fields = FieldBuilder(step, state, texts, today, messages).build();
  return page;
}

}  // namespace web
