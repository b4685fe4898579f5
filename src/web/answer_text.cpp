#include "web/answer_text.hpp"

#include "app/values.hpp"
#include "base/amount.hpp"
#include "base/text.hpp"
#include "calendar/date.hpp"
#include "dossier/scalar.hpp"

namespace web {
namespace {

using dossier::FieldType;

std::string choice_title(const dossier::Field& field, const std::string& value) {
  for (const dossier::Choice& choice : field.choices) {
    if (choice.value == value) return choice.title;
  }
  return value;
}

std::string read_scalar(const dossier::Field& field, const std::string& typed) {
  switch (field.type) {
    case FieldType::date:
      if (const auto date = dossier::parse_date(typed); date.value) {
        return calendar::french_with_weekday(*date.value);
      }
      return typed;
    case FieldType::time:
      if (const auto time = dossier::parse_time(typed); time.value) {
        const std::string minute = std::to_string(time.value->minute);
        return app::french_hour(std::to_string(time.value->hour) + ":" +
                                (minute.size() == 1 ? "0" : "") + minute);
      }
      return typed;
    case FieldType::amount:
      if (const auto amount = dossier::parse_amount(typed); amount.value) {
        return base::written_amount(amount.value->cents) + "\u00A0€";
      }
      return typed;
    case FieldType::yes_no:
      return typed == "oui" ? "Oui" : typed == "non" ? "Non" : typed;
    case FieldType::choice:
    case FieldType::choices:
      return choice_title(field, typed);
    default:
      return typed;
  }
}

}  // namespace

std::vector<std::string> given_texts(const dossier::Answer& answer) {
  std::vector<std::string> texts;
  if (const auto* items = answer.items()) {
    for (const dossier::Answer& item : *items) texts.emplace_back(item.text());
  } else if (!base::trim(answer.text()).empty()) {
    texts.emplace_back(base::trim(answer.text()));
  }
  return texts;
}

std::string shown_for_editing(const dossier::Field& field, const dossier::Answer& answer) {
  if (field.type == FieldType::text_list) return base::join(given_texts(answer), "\n");
  const std::string typed(answer.text());
  if (field.type == FieldType::date) {
    if (const auto date = calendar::parse_iso(typed)) return calendar::french_numeric(*date);
  }
  return typed;
}

std::string shown_for_reading(const dossier::Field& field, const dossier::Answer& answer) {
  std::vector<std::string> shown;
  for (const std::string& typed : given_texts(answer)) shown.push_back(read_scalar(field, typed));
  return base::join(shown, field.type == FieldType::text_list ? "\n" : ", ");
}

std::string field_hint(const dossier::Field& field) {
  std::string hint;
  std::string example = field.example;
  switch (field.type) {
    case FieldType::date:
      hint = "Jour, mois, année";
      if (const auto date = calendar::parse_iso(example)) {
        example = calendar::french(*date) + " ou " + calendar::french_numeric(*date);
      }
      break;
    case FieldType::time:
      hint = "Heure et minutes";
      break;
    case FieldType::amount:
      hint = "En euros, avec une virgule pour les centimes";
      break;
    case FieldType::insee_code:
      hint = "Le nom de la commune, ou son code à cinq caractères";
      break;
    case FieldType::text_list:
      hint = "Un par ligne";
      break;
    case FieldType::choices:
      hint = "Une ou plusieurs réponses";
      break;
    default:
      break;
  }
  const bool no_example = example.empty() || field.type == FieldType::choice ||
                          field.type == FieldType::choices || field.type == FieldType::yes_no ||
                          field.type == FieldType::reference;
  if (no_example) return hint.empty() ? hint : hint + ".";
  return hint + (hint.empty() ? "" : ". ") + "Exemple\u00A0: " + example;
}

std::string_view input_type(const dossier::Field& field) {
  switch (field.type) {
    case FieldType::email:
      return "email";
    case FieldType::phone:
      return "tel";
    case FieldType::web_address:
      return "url";
    default:
      return "text";
  }
}

std::string_view input_mode(const dossier::Field& field) {
  switch (field.type) {
    case FieldType::integer:
    case FieldType::postal_code:
      return "numeric";
    case FieldType::amount:
      return "decimal";
    default:
      return "";
  }
}

}  // namespace web
