#include "dossier/value_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "dossier/scalar_value.hpp"

namespace dossier {
namespace {

// Without blanks at the ends, with '\n' as the only line end.
std::string as_typed(std::string_view text) {
  std::string result(base::trim(text));
  for (auto at = result.find("\r\n"); at != std::string::npos; at = result.find("\r\n", at)) {
    result.erase(at, 1);
  }
  return result;
}

bool is_blank(const yaml::Node& node) {
  return node.absent() || (node.is_scalar() && base::trim(node.text()).empty());
}

std::string quoted(const Field& field) { return "« " + field.title + " »"; }

}  // namespace

std::string child_path(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}

std::string how_to_write(const Field& field) {
  switch (field.type) {
    case FieldType::choice:
      return "Écrivez « " + field.name + ": » suivi de l’une des valeurs : " + list_choices(field) +
             ".";
    case FieldType::choices:
      return "Écrivez « " + field.name +
             ": [ … ] » avec une ou plusieurs des valeurs : " + list_choices(field) + ".";
    case FieldType::yes_no:
      return "Écrivez « " + field.name + ": oui » ou « " + field.name + ": non ».";
    case FieldType::record:
      return "Écrivez « " + field.name + ": » puis, en retrait, ses champs.";
    case FieldType::list:
    case FieldType::text_list:
      return "Écrivez « " + field.name + ": » puis un élément par ligne, précédé de « - ».";
    case FieldType::long_text:
      return "Écrivez « " + field.name + ": | » puis le texte en retrait, aux lignes suivantes.";
    default:
      break;
  }
  if (field.example.empty()) return {};
  const bool quotes = field.example.find_first_of(":#@&*!|>%`\"'{}[],?") != std::string::npos;
  const std::string value = quotes && field.example.find('"') == std::string::npos
                                ? "\"" + field.example + "\""
                                : field.example;
  return "Exemple : « " + field.name + ": " + value + " ».";
}

std::string why_and_how(const Field& field) {
  const std::string how = how_to_write(field);
  return field.why + (field.why.empty() || how.empty() ? "" : " ") + how;
}

void ValueReader::error(const base::Position& position, const std::string& path,
                        std::string message, std::string hint) {
  diagnostics_.add({base::Severity::error, base::Kind::dossier, position, path, std::move(message),
                    std::move(hint)});
  refused_.insert(path);
}

RecordValue ValueReader::read_record(const yaml::Node& mapping, const Field& record,
                                     const std::string& path) {
  RecordValue result;
  for (const yaml::Node::Entry& entry : mapping.entries()) {
    const Field* field = record.find(entry.key);
    if (field == nullptr) {
      unknown(entry, record, path);
    } else if (!is_blank(entry.value)) {
      read_field(entry, *field, child_path(path, entry.key), result);
    }
  }
  return result;
}

void ValueReader::unknown(const yaml::Node::Entry& entry, const Field& record,
                          const std::string& path) {
  std::vector<std::string> names;
  std::string suggestion;
  for (const Field& field : record.fields) {
    names.push_back(field.name);
    if (base::fold(field.name) == base::fold(entry.key)) {
      suggestion = " Écrivez « " + field.name + " », avec ses accents.";
    }
  }
  if (suggestion.empty()) suggestion = base::did_you_mean(entry.key, names);
  const std::string place = path.empty()
                                ? "Aucune rubrique ne porte ce nom"
                                : "Aucun champ de « " + record.title + " » ne porte ce nom";
  std::string hint;
  if (suggestion.empty()) hint = "Noms permis : " + base::join(names, ", ") + ".";
  error(entry.position(), child_path(path, entry.key), place + "." + suggestion, hint);
}

void ValueReader::read_field(const yaml::Node::Entry& entry, const Field& field,
                             const std::string& path, RecordValue& record) {
  FieldValue value;
  const bool container = field.is_record() || field.is_list() ||
                         field.type == FieldType::text_list || field.type == FieldType::choices;
  value.position = container ? entry.position() : entry.value.position();
  if (read_value(entry.value, field, path, value)) {
    record.fields.push_back({field.name, std::move(value)});
  } else {
    refused_.insert(path);
  }
}

bool ValueReader::read_value(const yaml::Node& node, const Field& field, const std::string& path,
                             FieldValue& value) {
  switch (field.type) {
    case FieldType::record:
      if (!node.is_mapping()) {
        error(node.position(), path,
              quoted(field) + " attend plusieurs champs, pas une seule valeur.",
              how_to_write(field));
        return false;
      }
      value.data = read_record(node, field, path);
      return true;
    case FieldType::list:
      return read_list(node, field, path, value);
    case FieldType::text_list:
    case FieldType::choices:
      return read_texts(node, field, path, value);
    default:
      return read_one(node, field, path, value);
  }
}

bool ValueReader::read_one(const yaml::Node& node, const Field& field, const std::string& path,
                           FieldValue& value) {
  if (!node.is_scalar()) {
    error(node.position(), path, quoted(field) + " attend une seule valeur.", how_to_write(field));
    return false;
  }
  const std::string text = as_typed(node.text());
  auto parsed = read_scalar(field, text);
  if (!parsed.value) {
    const bool listed = field.type == FieldType::choice || field.type == FieldType::reference ||
                        field.type == FieldType::yes_no || field.type == FieldType::choices;
    error(node.position(), path, quoted(field) + " est à corriger. " + parsed.problem,
          listed ? field.why : why_and_how(field));
    return false;
  }
  advise_length(node, field, path, text);
  value.data = std::move(*parsed.value);
  return true;
}

void ValueReader::advise_length(const yaml::Node& node, const Field& field, const std::string& path,
                                const std::string& text) {
  if (field.advised_length == 0 || base::length(text) <= field.advised_length) return;
  diagnostics_.add({base::Severity::warning, base::Kind::dossier, node.position(), path,
                    quoted(field) + " a " + std::to_string(base::length(text)) +
                        " caractères ; il est conseillé de ne pas dépasser " +
                        std::to_string(field.advised_length) + ".",
                    field.help});
}

bool ValueReader::read_texts(const yaml::Node& node, const Field& field, const std::string& path,
                             FieldValue& value) {
  std::vector<const yaml::Node*> items;
  if (node.is_sequence()) {
    for (const yaml::Node& item : node.items()) items.push_back(&item);
  } else if (node.is_scalar()) {
    items.push_back(&node);
  } else {
    error(node.position(), path, quoted(field) + " attend une liste.", how_to_write(field));
    return false;
  }
  if (field.maximum && items.size() > static_cast<std::size_t>(*field.maximum)) {
    error(node.position(), path,
          quoted(field) + " compte trop d’éléments : " + std::to_string(*field.maximum) +
              " au plus.");
    return false;
  }
  TextList texts;
  bool good = true;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item_path = child_path(path, std::to_string(i + 1));
    FieldValue item;
    if (is_blank(*items[i])) {
      error(items[i]->position(), item_path, quoted(field) + " : cet élément est vide.",
            "Complétez-le ou ôtez sa ligne.");
      good = false;
    } else if (!read_one(*items[i], field, item_path, item)) {
      good = false;
    } else {
      std::string& text = std::get<std::string>(item.data);
      const bool twice = field.type == FieldType::choices &&
                         std::find(texts.begin(), texts.end(), text) != texts.end();
      if (twice) {
        error(items[i]->position(), item_path,
              quoted(field) + " : cette valeur est donnée deux fois.");
        good = false;
      }
      texts.push_back(std::move(text));
    }
  }
  value.data = std::move(texts);
  return good;
}

bool ValueReader::read_list(const yaml::Node& node, const Field& field, const std::string& path,
                            FieldValue& value) {
  if (!node.is_sequence()) {
    error(node.position(), path, quoted(field) + " attend une liste.",
          "Commencez chaque élément par « - », même s’il n’y en a qu’un.");
    return false;
  }
  if (field.maximum && node.items().size() > static_cast<std::size_t>(*field.maximum)) {
    error(node.position(), path,
          quoted(field) + " compte trop d’éléments : " + std::to_string(*field.maximum) +
              " au plus.");
    return false;
  }
  ListValue list;
  for (std::size_t i = 0; i < node.items().size(); ++i) {
    const yaml::Node& item = node.items()[i];
    const std::string item_path = child_path(path, std::to_string(i + 1));
    FieldValue element;
    element.position = item.position();
    if (item.is_mapping()) {
      element.data = read_record(item, field, item_path);
    } else {
      error(item.position(), item_path,
            quoted(field) + " : cet élément attend plusieurs champs, pas une seule valeur.",
            field.fields.empty() ? ""
                                 : "Commencez-le par « - " + field.fields.front().name + ": … ».");
      element.data = RecordValue{};
    }
    list.push_back(std::move(element));
  }
  value.data = std::move(list);
  return true;
}

}  // namespace dossier
