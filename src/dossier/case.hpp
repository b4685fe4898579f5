#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "calendar/date.hpp"
#include "dossier/scalar.hpp"

namespace dossier {

struct FieldValue;
struct NamedValue;

// The fields of a record that the case file gives, in its order.
struct RecordValue {
  std::vector<NamedValue> fields;
  [[nodiscard]] const FieldValue* find(std::string_view name) const;
};

using ListValue = std::vector<FieldValue>;  // of RecordValue
using TextList = std::vector<std::string>;  // texts, or chosen values of a choix multiple

// A valid value of the case file, typed by its field:
//   std::string     texte, texte long, choix, référence, code postal, code INSEE, courriel,
//                   téléphone, adresse internet (blanks trimmed, otherwise as typed)
//   calendar::Date  date          Time          heure
//   std::int64_t    entier        Amount        montant
//   bool            oui ou non    TextList      choix multiple, liste de textes
//   RecordValue     fiche         ListValue     liste
struct FieldValue {
  std::variant<std::string, calendar::Date, Time, std::int64_t, Amount, bool, TextList, RecordValue,
               ListValue>
      data;
  base::Position position;
};

struct NamedValue {
  std::string name;
  FieldValue value;
};

// A checked case file. Only what was given is here: which fields exist, with their titles, is
// the form's business (Form::blocs), to be walked along with these records.
struct Case {
  RecordValue root;  // a value for each bloc that is given
  std::string file;

  // By dotted path from the root ("faits.date", "témoins.2.nom": items count from 1); nothing
  // when absent.
  [[nodiscard]] const FieldValue* at(std::string_view path) const;
};

// All the values at a path that may cross lists without positions ("dépenses.montant"). A path
// that begins with a dot starts at `item`.
[[nodiscard]] std::vector<const FieldValue*> values_at(const Case& dossier, std::string_view path,
                                                       const RecordValue* item = nullptr);

// For comparisons: ISO date, HH:MM, decimal digits (cents for an amount), oui, non, or the text;
// empty for a list or a record.
[[nodiscard]] std::string canonical_text(const FieldValue& value);

}  // namespace dossier
