#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/answers.hpp"
#include "dossier/form.hpp"

// How one field is typed and read on a page.
namespace web {

// As it stands in its control: a date of the file as « 14/11/2026 », a list one text a line.
[[nodiscard]] std::string shown_for_editing(const dossier::Field& field,
                                            const dossier::Answer& answer);
// The chosen value, or values.
[[nodiscard]] std::vector<std::string> given_texts(const dossier::Answer& answer);

// As people read it on the review page: « vendredi 14 novembre 2026 », « Oui », the title of a
// choice. What cannot be read is given as it was typed. References are left as ids.
[[nodiscard]] std::string shown_for_reading(const dossier::Field& field,
                                            const dossier::Answer& answer);

// How to type it, with the example of the form: « Jour, mois, année. Exemple : 14/11/2026 ».
[[nodiscard]] std::string field_hint(const dossier::Field& field);

// Attributes of HTML: type (text, email, tel, url) and inputmode (empty: none).
[[nodiscard]] std::string_view input_type(const dossier::Field& field);
[[nodiscard]] std::string_view input_mode(const dossier::Field& field);

}  // namespace web
