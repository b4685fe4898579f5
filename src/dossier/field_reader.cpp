#include "dossier/field_reader.hpp"

#include <algorithm>
#include <set>

#include <unictype.h>

#include "base/text.hpp"
#include "dossier/condition_reader.hpp"
#include "dossier/page_reader.hpp"
#include "dossier/scalar.hpp"

namespace dossier {
namespace {

constexpr std::size_t default_text_length = 1'000;
constexpr std::size_t default_long_text_length = 100'000;
constexpr std::int64_t default_items = 1'000;
constexpr std::size_t maximum_model_depth = 8;

// The keys that a type adds to those of every field.
std::vector<std::string> keys_of(FieldType type) {
  switch (type) {
    case FieldType::text:
    case FieldType::long_text:
      return {"longueur_maximale", "longueur_conseillée"};
    case FieldType::text_list:
      return {"longueur_maximale", "longueur_conseillée", "maximum"};
    case FieldType::integer:
    case FieldType::amount:
      return {"minimum", "maximum"};
    case FieldType::date:
      return {"après", "avant"};
    case FieldType::choice:
    case FieldType::choices:
      return {"choix"};
    case FieldType::record:
      return {"modèle", "champs"};
    case FieldType::list:
      return {"modèle", "champs", "maximum"};
    case FieldType::reference:
      return {"référence_à"};
    default:
      return {};
  }
}

// What is said of a record holds for the fields below that say nothing themselves.
void pass_on_disclosure(Field& record) {
  if (record.disclosure == Disclosure::unsaid) return;
  for (Field& field : record.fields) {
    if (field.disclosure != Disclosure::unsaid) continue;
    field.disclosure = record.disclosure;
    field.hidden_as = record.hidden_as;
    pass_on_disclosure(field);
  }
}

std::vector<std::string> type_names() {
  std::vector<std::string> names;
  for (const auto& [name, type] : field_types()) names.emplace_back(name);
  return names;
}

}  // namespace

const std::vector<std::pair<std::string_view, FieldType>>& field_types() {
  static const std::vector<std::pair<std::string_view, FieldType>> types = {
      {"texte", FieldType::text},
      {"texte long", FieldType::long_text},
      {"date", FieldType::date},
      {"heure", FieldType::time},
      {"entier", FieldType::integer},
      {"montant", FieldType::amount},
      {"oui ou non", FieldType::yes_no},
      {"choix", FieldType::choice},
      {"choix multiple", FieldType::choices},
      {"fiche", FieldType::record},
      {"liste", FieldType::list},
      {"liste de textes", FieldType::text_list},
      {"code postal", FieldType::postal_code},
      {"code INSEE", FieldType::insee_code},
      {"courriel", FieldType::email},
      {"téléphone", FieldType::phone},
      {"adresse internet", FieldType::web_address},
      {"référence", FieldType::reference}};
  return types;
}

bool is_name(std::string_view text) {
  bool first = true;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = base::next_code_point(text, offset);
    const auto code = static_cast<ucs4_t>(c);
    const bool letter = uc_is_property_lowercase(code) && uc_is_property_alphabetic(code);
    const bool other = (c >= U'0' && c <= U'9') || c == U'_' || c == U'-';
    if (!letter && (first || !other)) return false;
    first = false;
  }
  return !first;
}

void FieldReader::error(base::Position position, std::string message, std::string hint) {
  diagnostics_.error(Kind::content, std::move(position), std::move(message), std::move(hint));
}

std::optional<Field> FieldReader::read_bloc(const std::string& file) {
  const auto content = files_.read(file);
  if (!content) return std::nullopt;
  const yaml::Node root = yaml::parse(*content, file, Kind::content, diagnostics_);
  if (!root.is_mapping()) {
    if (!diagnostics_.has_errors()) error({file, 1}, "Ce bloc est vide.");
    return std::nullopt;
  }
  yaml::check_keys(root,
                   {"bloc", "titre", "aide", "pourquoi", "liste", "maximum", "champs", "modèle",
                    "tiers", "pages"},
                   Kind::content, diagnostics_);
  Field bloc;
  bloc.position = root.position();
  bloc.name = yaml::required_text(root, "bloc", Kind::content, diagnostics_);
  bloc.title = yaml::required_text(root, "titre", Kind::content, diagnostics_);
  bloc.help = yaml::optional_text(root, "aide", Kind::content, diagnostics_);
  bloc.why = yaml::optional_text(root, "pourquoi", Kind::content, diagnostics_);
  const yaml::Node& list = root["liste"];
  const bool is_list =
      !list.absent() && yaml::yes_no(list, Kind::content, diagnostics_).value_or(false);
  bloc.type = is_list ? FieldType::list : FieldType::record;
  static const std::set<std::string_view> reserved = {"racine", "condition", "délai",
                                                      "délais", "droit",     "calcul"};
  if (!is_name(bloc.name) || reserved.count(bloc.name) > 0) {
    error(root["bloc"].position(), "Ce nom de bloc est mal formé ou réservé.",
          "Lettres minuscules, chiffres et « _ » ; ni racine, condition, délai, délais, droit, "
          "calcul.");
  }
  if (is_list) read_bounds(root, bloc);
  read_disclosure(root, bloc);
  bloc.fields = read_fields(root, is_list);
  read_pages(root, bloc, diagnostics_);
  pass_on_disclosure(bloc);
  return bloc;
}

Field FieldReader::read_field(const yaml::Node& node, const std::string& model_hint) {
  Field field;
  field.position = node.position();
  if (!node.is_mapping()) {
    error(node.position(), "Un champ est attendu ici." + model_hint,
          "Écrivez « - nom: … », puis « titre: » et « type: ».");
    return field;
  }
  const std::string type = yaml::required_text(node, "type", Kind::content, diagnostics_);
  const auto& types = field_types();
  const auto known = std::find_if(types.begin(), types.end(),
                                  [&](const auto& entry) { return entry.first == type; });
  std::vector<std::string> keys = {"nom",  "titre",   "type", "pourquoi",
                                   "aide", "exemple", "si",   "tiers"};
  if (known != types.end()) {
    field.type = known->second;
    for (std::string& key : keys_of(field.type)) keys.push_back(std::move(key));
    yaml::check_keys(node, keys, Kind::content, diagnostics_);
  } else if (!type.empty()) {
    error(node["type"].position(),
          "« " + type + " » n’est pas un type de champ." + base::did_you_mean(type, type_names()),
          "Types : " + base::join(type_names(), ", ") + ".");
  }
  field.name = yaml::required_text(node, "nom", Kind::content, diagnostics_);
  field.title = yaml::required_text(node, "titre", Kind::content, diagnostics_);
  field.why = yaml::optional_text(node, "pourquoi", Kind::content, diagnostics_);
  field.help = yaml::optional_text(node, "aide", Kind::content, diagnostics_);
  field.example = yaml::optional_text(node, "exemple", Kind::content, diagnostics_);
  field.condition = read_condition(node, "si", diagnostics_);
  read_disclosure(node, field);
  if (!field.name.empty() && !is_name(field.name)) {
    error(node["nom"].position(), "Ce nom de champ est mal formé.",
          "Lettres minuscules (accentuées ou non), chiffres et « _ ».");
  }
  if (known != types.end()) read_details(node, field);
  pass_on_disclosure(field);
  return field;
}

void FieldReader::read_details(const yaml::Node& node, Field& field) {
  switch (field.type) {
    case FieldType::text:
    case FieldType::long_text:
      read_lengths(node, field);
      break;
    case FieldType::text_list:
      read_lengths(node, field);
      read_bounds(node, field);
      break;
    case FieldType::integer:
    case FieldType::amount:
      read_bounds(node, field);
      break;
    case FieldType::date:
      field.not_before = yaml::optional_text(node, "après", Kind::content, diagnostics_);
      field.not_after = yaml::optional_text(node, "avant", Kind::content, diagnostics_);
      break;
    case FieldType::choice:
    case FieldType::choices:
      field.choices = read_choices(node);
      break;
    case FieldType::record:
      field.fields = read_fields(node, false);
      break;
    case FieldType::list:
      read_bounds(node, field);
      field.fields = read_fields(node, true);
      break;
    case FieldType::reference:
      field.reference_to = yaml::required_text(node, "référence_à", Kind::content, diagnostics_);
      field.choices = read_references(field.reference_to, node.position());
      break;
    default:
      break;
  }
}

void FieldReader::read_disclosure(const yaml::Node& node, Field& field) {
  const std::string text = yaml::optional_text(node, "tiers", Kind::content, diagnostics_);
  if (text.empty()) return;
  field.disclosure = text == "non" ? Disclosure::shown : Disclosure::hidden;
  if (text == "oui" || text == "non") return;
  field.hidden_as = text;
  if (!text.starts_with('[') || !text.ends_with(']')) {
    error(node["tiers"].position(), "« tiers » attend oui, non, ou une mention entre crochets.",
          "Écrivez par exemple « tiers: \"[nom caviardé]\" ».");
  }
}

void FieldReader::read_lengths(const yaml::Node& node, Field& field) {
  const bool lines = field.type == FieldType::long_text || field.type == FieldType::text_list;
  field.maximum_length = lines ? default_long_text_length : default_text_length;
  for (const auto& [key, target] : {std::pair{"longueur_maximale", &field.maximum_length},
                                    std::pair{"longueur_conseillée", &field.advised_length}}) {
    const yaml::Node& value = node[key];
    if (value.absent()) continue;
    const auto number = yaml::integer(value, Kind::content, diagnostics_);
    if (!number) continue;
    if (*number < 1 || *number > static_cast<std::int64_t>(default_long_text_length)) {
      error(value.position(), "Une longueur va de 1 à 100 000 caractères.");
      continue;
    }
    *target = static_cast<std::size_t>(*number);
  }
}

void FieldReader::read_bounds(const yaml::Node& node, Field& field) {
  if (field.is_list() || field.type == FieldType::text_list) field.maximum = default_items;
  if (field.type == FieldType::amount) field.minimum = 0;
  for (const auto& [key, target] :
       {std::pair{"minimum", &field.minimum}, std::pair{"maximum", &field.maximum}}) {
    const yaml::Node& value = node[key];
    if (value.absent()) continue;
    if (field.type == FieldType::amount) {
      const auto amount = parse_amount(value.text());
      if (!amount.value) error(value.position(), amount.problem);
      if (amount.value) *target = amount.value->cents;
    } else if (const auto number = yaml::integer(value, Kind::content, diagnostics_)) {
      *target = *number;
    }
  }
  if (field.minimum && field.maximum && *field.minimum > *field.maximum) {
    error(node["minimum"].position(), "Le minimum dépasse le maximum.");
  }
}

std::vector<Field> FieldReader::read_fields(const yaml::Node& owner, bool items) {
  const yaml::Node& fields = owner["champs"];
  const yaml::Node& model = owner["modèle"];
  if (fields.absent() == model.absent()) {
    error(owner.position(), "Une fiche ou une liste se décrit par « champs: » ou par « modèle: ».",
          "Écrivez l’un des deux, et un seul.");
    return {};
  }
  return model.absent() ? read_sequence(fields, items) : read_model(model, items);
}

std::vector<Field> FieldReader::read_sequence(const yaml::Node& sequence, bool items) {
  std::vector<Field> fields;
  if (!sequence.is_sequence() || sequence.items().empty()) {
    error(sequence.position(), "« champs » attend une liste de champs.");
    return fields;
  }
  for (const yaml::Node& item : sequence.items()) fields.push_back(read_field(item, {}));
  check_names(fields, items);
  return fields;
}

// Names added for templates must not hide a field: a_NOM beside each field, and the rank of an
// item.
void FieldReader::check_names(const std::vector<Field>& fields, bool items) {
  std::set<std::string> names;
  for (const Field& field : fields) {
    if (!field.name.empty() && !names.insert(field.name).second) {
      error(field.position, "Le champ « " + field.name + " » est défini deux fois.");
    }
  }
  for (const Field& field : fields) {
    const bool rank = field.name == "rang" || field.name == "premier" || field.name == "dernier";
    const bool presence = field.name.starts_with("a_") && names.count(field.name.substr(2)) > 0;
    if (presence || (items && rank)) {
      error(field.position, "Le nom « " + field.name + " » est réservé aux gabarits.",
            "Choisissez-en un autre.");
    }
  }
}

std::vector<Field> FieldReader::read_model(const yaml::Node& name, bool items) {
  const auto known_model = known_models_.find({name.text(), items});
  if (known_model != known_models_.end()) return known_model->second;
  const std::string file = "forms/modeles/" + name.text() + ".yaml";
  if (std::find(models_.begin(), models_.end(), name.text()) != models_.end()) {
    error(name.position(), "Le modèle « " + name.text() + " » se contient lui-même (" +
                               base::join(models_, " → ") + " → " + name.text() + ").");
    return {};
  }
  const auto content = name.is_scalar() ? files_.read(file) : std::nullopt;
  if (!content || models_.size() >= maximum_model_depth) {
    std::vector<std::string> known;
    for (const std::string& other : files_.list("forms/modeles")) {
      known.push_back(other.substr(0, other.rfind('.')));
    }
    error(name.position(),
          content ? "Les modèles sont trop imbriqués."
                  : "Le modèle « " + name.text() + " » n’existe pas." +
                        base::did_you_mean(name.text(), known),
          content ? "" : "Les modèles sont dans forms/modeles/.");
    return {};
  }
  const yaml::Node root = yaml::parse(*content, file, Kind::content, diagnostics_);
  if (root.absent()) return {};
  yaml::check_keys(root, {"modèle", "titre", "aide", "champs"}, Kind::content, diagnostics_);
  models_.push_back(name.text());
  auto fields = read_sequence(root["champs"], items);
  models_.pop_back();
  known_models_[{name.text(), items}] = fields;
  return fields;
}

std::vector<Choice> FieldReader::read_choices(const yaml::Node& owner) {
  std::vector<Choice> choices;
  const yaml::Node& list = owner["choix"];
  if (!list.is_sequence() || list.items().empty()) {
    error(owner.position(), "Un choix attend la liste « choix » de ses valeurs.",
          "Écrivez par exemple « choix: [{ valeur: madame, titre: Madame }] ».");
    return choices;
  }
  std::set<std::string> values;
  for (const yaml::Node& item : list.items()) {
    if (!yaml::check_keys(item, {"valeur", "titre"}, Kind::content, diagnostics_)) continue;
    Choice choice{yaml::required_text(item, "valeur", Kind::content, diagnostics_),
                  yaml::required_text(item, "titre", Kind::content, diagnostics_)};
    if (!choice.value.empty() && !is_name(choice.value)) {
      error(item.position(), "Cette valeur de choix est mal formée.",
            "Lettres minuscules (accentuées ou non), chiffres et « _ ».");
    }
    if (!values.insert(choice.value).second) {
      error(item.position(), "La valeur « " + choice.value + " » est définie deux fois.");
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::vector<Choice> FieldReader::read_references(const std::string& folder,
                                                 const base::Position& position) {
  if (folder.empty()) return {};
  const auto known = references_.find(folder);
  if (known != references_.end()) return known->second;
  std::vector<Choice> choices;
  const std::string path = "content/droit/" + folder;
  for (const std::string& name : files_.list(path)) {
    if (!name.ends_with(".yaml") || name.starts_with('_')) continue;
    const std::string id = name.substr(0, name.size() - 5);
    // Their titles are the business of the law room: reading them all would cost more than the
    // rest of the form.
    choices.push_back({id, id});
  }
  if (choices.empty()) {
    error(position, "Aucune entrée dans « " + path + " ».",
          "« référence_à » nomme un dossier de content/droit, par exemple « infractions ».");
  }
  references_[folder] = choices;
  return choices;
}

}  // namespace dossier
