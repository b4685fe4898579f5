#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"
#include "templating/value.hpp"

// How the plain types of the program are given to templates. CONTRIBUTING.md lists the names.
namespace app {

// Text of the project: typography applies to it.
[[nodiscard]] templating::Value project_text(std::string text);
// Text typed by a user: printed character for character.
[[nodiscard]] templating::Value user_text(std::string text);

// {longue, avec_jour, numérique, iso}
[[nodiscard]] templating::Value date_value(calendar::Date date);
// {texte: « 1 250,00 € », nombre: « 1 250,00 »}, from cents.
[[nodiscard]] templating::Value amount_value(std::int64_t cents);
// « 18 h 30 », « 18 h » (U+00A0), from "18:30".
[[nodiscard]] std::string french_hour(std::string_view hour);

// Adds rang (1, 2…), premier and dernier to every record of a list.
[[nodiscard]] templating::Value ranked(std::vector<templating::Record> records);
// [{texte, rang, premier, dernier}]
[[nodiscard]] templating::Value text_list(const std::vector<std::string>& texts, bool user);

// Adds a_NOM (yes/no) for every member: present and not empty. Last step of making a record.
[[nodiscard]] templating::Record with_presence(templating::Record record);

// True for an absent value, « non », an empty text or an empty list.
[[nodiscard]] bool is_empty(const templating::Value& value);

}  // namespace app
