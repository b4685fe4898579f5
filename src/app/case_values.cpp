#include "app/case_values.hpp"

#include <algorithm>

#include "app/fixed_fields.hpp"
#include "app/law_values.hpp"
#include "app/redaction.hpp"
#include "app/values.hpp"
#include "base/amount.hpp"
#include "base/text.hpp"

namespace app {

using dossier::Disclosure;
using dossier::Field;
using dossier::FieldType;
using dossier::FieldValue;
using templating::List;
using templating::Record;
using templating::Value;

namespace {

class Converter {
 public:
  Converter(const Engine& engine, const dossier::Case& dossier, const Redaction* redaction,
            base::Diagnostics& diagnostics)
      : engine_(engine), dossier_(dossier), redaction_(redaction), diagnostics_(diagnostics) {}

  Record fields(const std::vector<Field>& fields, const dossier::RecordValue* given,
                const std::string& path) {
    Record record;
    for (const Field& field : fields) {
      const FieldValue* value = given == nullptr ? nullptr : given->find(field.name);
      const std::string place = path.empty() ? field.name : path + "." + field.name;
      record.emplace_back(field.name, convert(field, value, place));
    }
    return with_presence(std::move(record));
  }

 private:
  Value convert(const Field& field, const FieldValue* value, const std::string& path) {
    // Two kinds keep their shape when absent, so that what is below them can be named.
    if (value == nullptr && field.type == FieldType::list) return List{};
    if (value == nullptr && field.type == FieldType::text_list) return List{};
    if (value == nullptr) return templating::Absent{field.title, path};
    if (field.is_record()) {
      return fields(field.fields, &std::get<dossier::RecordValue>(value->data), path);
    }
    if (field.is_list()) {
      return list(field, std::get<dossier::ListValue>(value->data), path);
    }
    if (redaction_ != nullptr && Redaction::can_name(field.type)) {
      if (field.disclosure == Disclosure::hidden) return mark(field);
      if (field.disclosure == Disclosure::unsaid) return plain(field, scrubbed(*value));
    }
    return plain(field, *value);
  }

  // The same value without the words of third parties.
  [[nodiscard]] FieldValue scrubbed(FieldValue value) const {
    if (auto* text = std::get_if<std::string>(&value.data)) *text = redaction_->scrubbed(*text);
    if (auto* texts = std::get_if<dossier::TextList>(&value.data)) {
      for (std::string& text : *texts) text = redaction_->scrubbed(text);
    }
    return value;
  }

  // What a template sees of a hidden value: the mark, in the shape of the type.
  static Value mark(const Field& field) {
    const std::string shown = Redaction::mark(field);
    switch (field.type) {
      case FieldType::long_text:
        return paragraphs(shown);
      case FieldType::text_list:
        return text_list({shown}, true);
      case FieldType::date:
        return with_presence({{"longue", user_text(shown)},
                              {"avec_jour", user_text(shown)},
                              {"numérique", user_text(shown)},
                              {"iso", user_text(shown)}});
      default:
        return user_text(shown);
    }
  }

  // A value that holds no other field.
  Value plain(const Field& field, const FieldValue& value) {
    switch (field.type) {
      case FieldType::long_text:
        return paragraphs(std::get<std::string>(value.data));
      case FieldType::date:
        return date_value(std::get<calendar::Date>(value.data));
      case FieldType::time:
        return project_text(french_hour(dossier::canonical_text(value)));
      case FieldType::integer:
        return project_text(base::written_number(std::get<std::int64_t>(value.data)));
      case FieldType::amount:
        return amount_value(std::get<dossier::Amount>(value.data).cents);
      case FieldType::yes_no:
        return Value(std::get<bool>(value.data));
      case FieldType::choice:
        return choice(field, std::get<std::string>(value.data));
      case FieldType::choices:
        return choices(field, std::get<dossier::TextList>(value.data));
      case FieldType::text_list:
        return text_list(std::get<dossier::TextList>(value.data), true);
      case FieldType::reference:
        return reference(std::get<std::string>(value.data), value.position);
      default:
        return user_text(std::get<std::string>(value.data));
    }
  }

  // {paragraphes: […]}: an empty line parts two paragraphs; other line ends are only blanks.
  static Value paragraphs(const std::string& text) {
    List list;
    std::string current;
    const auto finish = [&] {
      if (!base::trim(current).empty()) list.push_back(user_text(std::string(base::trim(current))));
      current.clear();
    };
    for (const std::string& line : base::split(text, '\n')) {
      if (base::trim(line).empty()) finish();
      current += line + "\n";
    }
    finish();
    return with_presence({{"paragraphes", std::move(list)}});
  }

  static Value choice(const Field& field, const std::string& chosen) {
    Record record{{"valeur", project_text(chosen)}};
    for (const dossier::Choice& option : field.choices) {
      if (option.value == chosen) record.emplace_back("titre", project_text(option.title));
      record.emplace_back("est_" + option.value, Value(option.value == chosen));
    }
    return with_presence(std::move(record));
  }

  static Value choices(const Field& field, const dossier::TextList& chosen) {
    Record record;
    std::vector<Record> list;
    for (const dossier::Choice& option : field.choices) {
      const bool yes = std::find(chosen.begin(), chosen.end(), option.value) != chosen.end();
      record.emplace_back("contient_" + option.value, Value(yes));
      if (yes) {
        list.push_back(
            {{"valeur", project_text(option.value)}, {"titre", project_text(option.title)}});
      }
    }
    record.emplace_back("liste", ranked(std::move(list)));
    return with_presence(std::move(record));
  }

  Value list(const Field& field, const dossier::ListValue& items, const std::string& path) {
    std::vector<Record> records;
    for (std::size_t i = 0; i < items.size(); ++i) {
      records.push_back(fields(field.fields, &std::get<dossier::RecordValue>(items[i].data),
                               path + "." + std::to_string(i + 1)));
    }
    return ranked(std::move(records));
  }

  Value reference(const std::string& id, const base::Position& position) {
    const FieldValue* facts = dossier_.at(facts_date_field);
    if (facts == nullptr)
      return templating::Absent{"Date des faits", std::string(facts_date_field)};
    const FieldValue* victim = dossier_.at(victim_field);
    const OffenceAsked asked{id,
                             std::get<calendar::Date>(facts->data),
                             victim == nullptr ? std::string() : dossier::canonical_text(*victim),
                             {position, base::Kind::dossier}};
    auto record = offence_record(engine_, asked, diagnostics_);
    if (!record) return Value();
    return std::move(*record);
  }

  const Engine& engine_;
  const dossier::Case& dossier_;
  const Redaction* redaction_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

Record case_values(const Engine& engine, const dossier::Form& form, const dossier::Case& dossier,
                   const Redaction* redaction, base::Diagnostics& diagnostics) {
  return Converter(engine, dossier, redaction, diagnostics).fields(form.blocs, &dossier.root, "");
}

}  // namespace app
