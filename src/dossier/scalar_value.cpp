#include "dossier/scalar_value.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace dossier {
namespace {

using Data = decltype(FieldValue::data);
using Result = Parsed<Data>;

template <typename T>
Result from(const Parsed<T>& parsed) {
  if (!parsed.value) return {std::nullopt, parsed.problem};
  return {Data(*parsed.value), {}};
}

Result from_text(std::string_view text, const std::optional<std::string>& problem) {
  if (problem) return {std::nullopt, *problem};
  return {Data(std::string(text)), {}};
}

std::string in_units(std::int64_t bound, const Field& field) {
  if (field.type != FieldType::amount) return std::to_string(bound);
  const std::int64_t cents = bound % 100;
  std::string text = std::to_string(bound / 100);
  if (cents != 0) text += "," + std::to_string(cents / 10) + std::to_string(cents % 10);
  return text + "\u00A0€";
}

template <typename T>
Result within_bounds(const Parsed<T>& parsed, std::int64_t number, const Field& field) {
  if (!parsed.value) return {std::nullopt, parsed.problem};
  if (field.minimum && number < *field.minimum) {
    return {std::nullopt,
            "La valeur doit être au moins de " + in_units(*field.minimum, field) + "."};
  }
  if (field.maximum && number > *field.maximum) {
    return {std::nullopt,
            "La valeur doit être au plus de " + in_units(*field.maximum, field) + "."};
  }
  return from(parsed);
}

std::optional<std::string> text_problem(const Field& field, std::string_view text) {
  if (field.type == FieldType::text && text.find_first_of("\n\t") != std::string_view::npos) {
    return "Ce texte tient sur une seule ligne, sans tabulation.";
  }
  if (field.maximum_length > 0 && base::length(text) > field.maximum_length) {
    return "Ce texte est trop long : " + std::to_string(base::length(text)) + " caractères, " +
           std::to_string(field.maximum_length) + " au plus.";
  }
  return std::nullopt;
}

std::optional<std::string> choice_problem(const Field& field, std::string_view text) {
  const bool known = std::any_of(field.choices.begin(), field.choices.end(),
                                 [&](const Choice& choice) { return choice.value == text; });
  if (known) return std::nullopt;
  std::vector<std::string> values;
  for (const Choice& choice : field.choices) values.push_back(choice.value);
  return "Cette valeur n’est pas dans la liste." + base::did_you_mean(text, values) +
         " Valeurs permises : " + list_choices(field) + ".";
}

Parsed<bool> parse_yes_no(std::string_view text) {
  if (text == "oui") return {true, {}};
  if (text == "non") return {false, {}};
  return {std::nullopt, "Écrivez « oui » ou « non »."};
}

}  // namespace

std::string list_choices(const Field& field) {
  constexpr std::size_t most = 20;
  std::vector<std::string> values;
  for (const Choice& choice : field.choices) {
    values.push_back(values.size() < most ? choice.value : "…");
    if (values.size() > most) break;
  }
  return base::join(values, ", ");
}

Parsed<Data> read_scalar(const Field& field, std::string_view text) {
  const bool lines = field.type == FieldType::long_text;
  if (const auto c = refused_character(text, lines || field.type == FieldType::text)) {
    return {std::nullopt, "Ce texte contient un caractère refusé, " + base::describe_character(*c) +
                              " : il serait invisible, perdu ou trompeur une fois imprimé."};
  }
  switch (field.type) {
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::text_list:
      return from_text(text, text_problem(field, text));
    case FieldType::date:
      return from(parse_date(text));
    case FieldType::time:
      return from(parse_time(text));
    case FieldType::integer: {
      const auto parsed = parse_integer(text);
      return within_bounds(parsed, parsed.value.value_or(0), field);
    }
    case FieldType::amount: {
      const auto parsed = parse_amount(text);
      return within_bounds(parsed, parsed.value.value_or(Amount{}).cents, field);
    }
    case FieldType::yes_no:
      return from(parse_yes_no(text));
    case FieldType::choice:
    case FieldType::choices:
    case FieldType::reference:
      return from_text(text, choice_problem(field, text));
    case FieldType::postal_code:
      return from_text(text, postal_code_problem(text));
    case FieldType::insee_code:
      return from_text(text, insee_code_problem(text));
    case FieldType::email:
      return from_text(text, email_problem(text));
    case FieldType::phone:
      return from_text(text, phone_problem(text));
    case FieldType::web_address:
      return from_text(text, web_address_problem(text));
    case FieldType::record:
    case FieldType::list:
      break;
  }
  return {std::nullopt, "Une fiche ou une liste est attendue."};
}

}  // namespace dossier
