#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"

// What a document asks of a case file: the content of forms/, as CONTRIBUTING.md describes it.
namespace dossier {

// The closed list of the types of fields.
enum class FieldType {
  text,         // texte: one line
  long_text,    // texte long: paragraphs separated by an empty line
  date,         // date
  time,         // heure
  integer,      // entier
  amount,       // montant: euros in the file, cents in memory
  yes_no,       // oui ou non
  choice,       // choix
  choices,      // choix multiple
  record,       // fiche
  list,         // liste: of records
  text_list,    // liste de textes
  postal_code,  // code postal
  insee_code,   // code INSEE
  email,        // courriel
  phone,        // téléphone
  web_address,  // adresse internet
  reference     // référence: id of an entry of content/droit/<référence_à>/
};

// The French name of the type, as written in forms.
[[nodiscard]] std::string_view type_name(FieldType type);

// What a number is compared with, when it is not written in the form.
struct Quantity {
  std::vector<std::string> plus, minus;  // somme, moins: paths of amounts or integers
  std::string parameter, key;            // paramètre: « id.clé », on the day that the form says
};

// A yes/no question about a case (see CONTRIBUTING.md for the meaning of each operator).
struct Condition {
  enum class Operator {
    equal,
    different,
    one_of,
    contains,
    present,
    before,  // strictly
    after,   // strictly
    at_least,
    at_most,
    exceeds,  // strictly more
    all,
    any,
    negation,
    named
  };
  Operator operation = Operator::present;
  std::string field;        // path; ".nom" is a field of the record at hand
  std::string calculation;  // in place of a field: the total of a calculation of the form
  // In the canonical form of the field (see canonical_text); for before and after, an ISO date
  // or the path of a date; for at_least, at_most and exceeds, and for a calculation, one decimal
  // number (cents for an amount). Empty when `other` holds.
  std::vector<std::string> values;
  std::optional<Quantity> other;
  bool yes = true;               // présent: oui or non
  std::vector<Condition> parts;  // all, any, negation
  std::string name;              // named
  base::Position position;
};

struct Choice {
  std::string value;
  std::string title;
};

// What a redacted copy does with a value (« tiers » in forms); said of a record, it holds for the
// fields below that say nothing.
enum class Disclosure {
  unsaid,  // shown, less the words of third parties
  hidden,  // tiers: oui, or the mark to show instead. Of a third party: replaced
  shown    // tiers: non. Public: shown as it is, and its words are not hidden elsewhere
};

// Questions of a bloc that are put together, on one page of the web.
struct QuestionPage {
  std::string title;
  std::vector<std::string> fields;  // direct fields of the bloc, in the order of the questions
};

// One question. A bloc is also a Field: a record, or a list of records (« liste: oui »).
struct Field {
  std::string name;
  std::string title;
  std::string why;
  std::string help;
  std::string example;
  FieldType type = FieldType::text;
  std::optional<Condition> condition;   // asked only then
  std::vector<Choice> choices;          // choice, choices; reference: the ids of the content
  std::vector<Field> fields;            // record, list
  std::optional<std::int64_t> minimum;  // integer; cents of an amount; items of a list
  std::optional<std::int64_t> maximum;
  std::size_t maximum_length = 0;   // characters; of each item for a list of texts
  std::size_t advised_length = 0;   // characters; 0: none. Beyond it, a warning
  std::string not_before;           // path of a date that this one may equal or follow
  std::string not_after;            // path of a date that this one may equal or precede
  std::string reference_to;         // folder of content/droit
  std::vector<QuestionPage> pages;  // of a bloc; every direct field is on one. Empty: one page
  Disclosure disclosure = Disclosure::unsaid;
  std::string hidden_as;  // « [nom caviardé] »; empty: by the type of the field
  base::Position position;

  [[nodiscard]] const Field* find(std::string_view child) const;
  [[nodiscard]] bool is_record() const { return type == FieldType::record; }
  [[nodiscard]] bool is_list() const { return type == FieldType::list; }
};

// A field of a requested bloc that must be present; `path` is relative to the bloc and dotted.
// Below a list, it must be present in each item.
struct Requirement {
  std::string path;
  std::optional<Condition> condition;
  base::Position position;
};

// What a document asks of one bloc.
struct Request {
  std::string bloc;
  std::vector<std::string> fields;  // direct fields of the bloc, in the order of the questions
  std::vector<Requirement> required;
  bool optional = false;       // the whole bloc may be absent
  bool bloc_required = false;  // the bloc itself (for a list: at least one item) must be present
  std::optional<Condition> condition;
  base::Position position;
};

struct NamedCondition {
  std::string name;
  Condition condition;
};

// A deadline rule to compute (content/droit/delais/<rule>.yaml).
struct DeadlineUse {
  std::string rule;
  std::string from;        // path of the starting date, or empty: the event of the rule decides
  bool backwards = false;  // rebours: from the day to be ready for to the last day to act
  std::optional<Condition> condition;
  base::Position position;

  // The name that templates give it: `délai.convocation-conseil-5-rebours`.
  [[nodiscard]] std::string name() const { return backwards ? rule + "-rebours" : rule; }
};

// A dated value to show (content/droit/parametres/<id>.yaml).
struct ParameterUse {
  std::string id;
  std::string by;  // path of the date that selects the version, today_path, or empty
  std::optional<Condition> condition;
  base::Position position;
};

// A sum of amounts or integers, a count of items, or sums by group.
struct Calculation {
  enum class Kind { sum, count, groups };
  Kind kind = Kind::sum;
  std::string name;
  std::string title;
  std::vector<std::string> plus;   // sum: paths, crossing lists
  std::vector<std::string> minus;  // sum
  std::string list;                // count, groups: path of the list
  std::string by;                  // groups: name of a choice field of the items
  std::string amount;              // groups: name of the field that is added
  bool amounts = false;            // the result is in cents
  std::optional<Condition> where;  // count, groups, sum over one list: only these items
  base::Position position;
};

// A cross-field check: the condition is the mistake.
struct Control {
  Condition condition;
  std::string field;  // the one to which the message points
  std::string message;
  base::Severity severity = base::Severity::error;
  base::Position position;
};

struct Form {
  std::string id;
  std::string title;
  std::string audience;  // pour
  std::string description;
  std::string style;        // templates/styles/<style>.yaml
  std::string template_id;  // gabarit
  bool is_guide = false;    // recueil: the chapters of content/guide instead of a template
  std::string example;      // path of a case file, or empty
  std::int64_t order = 0;
  std::vector<Request> requests;
  std::vector<NamedCondition> conditions;
  std::vector<DeadlineUse> deadlines;
  std::vector<ParameterUse> parameters;
  std::vector<Calculation> calculations;
  std::vector<Control> controls;
  std::optional<Condition> called_if;
  std::string called_because;
  // Every bloc of forms/blocs, asked or not: those asked first, in their order.
  std::vector<Field> blocs;
  std::string file;

  [[nodiscard]] const Field* bloc(std::string_view name) const;
  [[nodiscard]] const Request* request(std::string_view bloc) const;
  // The definition at a dotted path without list positions ("témoins.nom", "faits.auteur.connu").
  [[nodiscard]] const Field* field(std::string_view path) const;
  [[nodiscard]] const Condition* condition(std::string_view name) const;
};

// In « selon », « avant » and « après »: the day of the document.
inline constexpr std::string_view today_path = "aujourd’hui";

// Names of the forms, sorted by byte.
[[nodiscard]] std::vector<std::string> list_forms(const base::Files& files);

// Reads forms/<id>.yaml, all the blocs and the modèles they use, and checks that everything they
// name exists. Mistakes are Kind::content (an unknown id: Kind::usage); nothing is returned if
// there was one.
[[nodiscard]] std::optional<Form> load_form(const base::Files& files, std::string_view id,
                                            base::Diagnostics& diagnostics);

// Every sound form, by « ordre » then name. Much faster than load_form for each of them: what
// they share is read once.
[[nodiscard]] std::vector<Form> load_forms(const base::Files& files,
                                           base::Diagnostics& diagnostics);

}  // namespace dossier
