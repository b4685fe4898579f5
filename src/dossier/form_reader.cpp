#include <algorithm>

#include "base/text.hpp"
#include "dossier/condition_reader.hpp"
#include "dossier/field_reader.hpp"
#include "dossier/form.hpp"
#include "dossier/form_check.hpp"
#include "yaml/node.hpp"

namespace dossier {
namespace {

constexpr base::Kind kind = base::Kind::content;

class FormReader {
 public:
  FormReader(std::vector<Field> blocs, base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    form_.blocs = std::move(blocs);
  }

  Form read(const yaml::Node& root, const std::string& id, const std::string& file) {
    form_.file = file;
    yaml::check_keys(root,
                     {"document", "titre", "pour", "description", "style", "gabarit", "recueil",
                      "exemple", "ordre", "demande", "conditions", "délais", "paramètres",
                      "calculs", "contrôles", "appelé_si", "pourquoi_appelé"},
                     kind, diagnostics_);
    form_.id = required(root, "document");
    if (form_.id != id) {
      error(root["document"].position(),
            "« document » doit être le nom du fichier, « " + id + " ».");
    }
    form_.title = required(root, "titre");
    form_.audience = required(root, "pour");
    form_.description = required(root, "description");
    form_.style = required(root, "style");
    form_.template_id = optional(root, "gabarit");
    if (form_.template_id.empty()) form_.template_id = id;
    const yaml::Node& collection = root["recueil"];
    form_.is_guide = !collection.absent() &&
                     yaml::yes_no(collection, base::Kind::content, diagnostics_).value_or(false);
    form_.example = optional(root, "exemple");
    if (!root["ordre"].absent()) {
      form_.order = yaml::integer(root["ordre"], kind, diagnostics_).value_or(0);
    }
    form_.called_if = read_condition(root, "appelé_si", diagnostics_);
    form_.called_because = optional(root, "pourquoi_appelé");
    read_conditions(root["conditions"]);
    each(root["demande"], "demande", [&](const auto& node) { read_request(node); });
    each(root["délais"], "délais", [&](const auto& node) { read_deadline(node); });
    each(root["paramètres"], "paramètres", [&](const auto& node) { read_parameter(node); });
    each(root["calculs"], "calculs", [&](const auto& node) { read_calculation(node); });
    each(root["contrôles"], "contrôles", [&](const auto& node) { read_control(node); });
    order_blocs();
    return std::move(form_);
  }

 private:
  std::string required(const yaml::Node& node, std::string_view key) {
    return yaml::required_text(node, key, kind, diagnostics_);
  }
  std::string optional(const yaml::Node& node, std::string_view key) {
    return yaml::optional_text(node, key, kind, diagnostics_);
  }
  bool only(const yaml::Node& node, const std::vector<std::string>& keys) {
    return yaml::check_keys(node, keys, kind, diagnostics_);
  }
  void error(base::Position position, std::string message, std::string hint = {}) {
    diagnostics_.error(kind, std::move(position), std::move(message), std::move(hint));
  }
  bool yes(const yaml::Node& value) {
    return !value.absent() && yaml::yes_no(value, kind, diagnostics_).value_or(false);
  }
  std::vector<std::string> texts(const yaml::Node& value) {
    return value.absent() ? std::vector<std::string>() : yaml::text_list(value, kind, diagnostics_);
  }

  template <typename Read>
  void each(const yaml::Node& list, std::string_view key, Read read) {
    if (list.absent()) return;
    if (!list.is_sequence()) {
      error(list.position(), "« " + std::string(key) + " » attend une liste.",
            "Commencez chaque élément par « - ».");
      return;
    }
    for (const yaml::Node& item : list.items()) {
      if (item.is_mapping()) {
        read(item);
      } else {
        error(item.position(), "Un groupe de clés est attendu ici.");
      }
    }
  }

  void read_conditions(const yaml::Node& conditions) {
    if (conditions.absent()) return;
    if (!conditions.is_mapping()) {
      error(conditions.position(), "« conditions » attend des noms, chacun avec sa condition.");
      return;
    }
    for (const auto& entry : conditions.entries()) {
      if (!is_name(entry.key)) {
        error(entry.position(), "Ce nom de condition est mal formé.",
              "Lettres minuscules, chiffres et « _ ».");
      }
      if (auto condition = read_condition(conditions, entry.key, diagnostics_)) {
        form_.conditions.push_back({entry.key, std::move(*condition)});
      }
    }
  }

  void read_request(const yaml::Node& node) {
    only(node, {"bloc", "champs", "exigés", "exigé", "facultatif", "si"});
    Request request;
    request.position = node.position();
    request.bloc = required(node, "bloc");
    request.fields = texts(node["champs"]);
    request.optional = yes(node["facultatif"]);
    request.bloc_required = yes(node["exigé"]);
    request.condition = read_condition(node, "si", diagnostics_);
    read_requirements(node["exigés"], request);
    if (request.optional && request.bloc_required) {
      error(node.position(), "Un bloc est « facultatif » ou « exigé », pas les deux.");
    }
    if (form_.request(request.bloc) != nullptr) {
      error(node.position(), "Le bloc « " + request.bloc + " » est demandé deux fois.");
    }
    const Field* bloc = form_.bloc(request.bloc);
    if (request.fields.empty() && bloc != nullptr) {
      for (const Field& field : bloc->fields) request.fields.push_back(field.name);
    }
    form_.requests.push_back(std::move(request));
  }

  void read_requirements(const yaml::Node& list, Request& request) {
    if (list.absent()) return;
    if (!list.is_sequence()) {
      error(list.position(), "« exigés » attend une liste de champs.");
      return;
    }
    for (const yaml::Node& item : list.items()) {
      Requirement requirement;
      requirement.position = item.position();
      if (item.is_mapping()) {
        only(item, {"champ", "si"});
        requirement.path = required(item, "champ");
        requirement.condition = read_condition(item, "si", diagnostics_);
      } else {
        requirement.path = item.text();
      }
      if (requirement.path.empty()) {
        error(item.position(), "Le nom d’un champ est attendu ici.");
      } else {
        request.required.push_back(std::move(requirement));
      }
    }
  }

  void read_deadline(const yaml::Node& node) {
    only(node, {"règle", "si", "depuis", "rebours"});
    const yaml::Node& backwards = node["rebours"];
    form_.deadlines.push_back(
        {required(node, "règle"), optional(node, "depuis"),
         !backwards.absent() &&
             yaml::yes_no(backwards, base::Kind::content, diagnostics_).value_or(false),
         read_condition(node, "si", diagnostics_), node.position()});
  }

  void read_parameter(const yaml::Node& node) {
    only(node, {"id", "selon", "si"});
    form_.parameters.push_back({required(node, "id"), optional(node, "selon"),
                                read_condition(node, "si", diagnostics_), node.position()});
  }

  void read_calculation(const yaml::Node& node) {
    Calculation calculation;
    calculation.position = node.position();
    calculation.name = required(node, "nom");
    calculation.title = optional(node, "titre");
    calculation.where = read_condition(node, "où", diagnostics_);
    if (!is_name(calculation.name)) {
      error(node.position(), "Ce nom de calcul est mal formé.",
            "Lettres minuscules, chiffres et « _ ».");
    }
    if (node.find("groupe") != nullptr) {
      only(node, {"nom", "titre", "groupe", "selon", "somme", "où"});
      calculation.kind = Calculation::Kind::groups;
      calculation.list = required(node, "groupe");
      calculation.by = required(node, "selon");
      calculation.amount = required(node, "somme");
    } else if (node.find("compte") != nullptr) {
      only(node, {"nom", "titre", "compte", "où"});
      calculation.kind = Calculation::Kind::count;
      calculation.list = required(node, "compte");
    } else {
      only(node, {"nom", "titre", "somme", "moins", "où"});
      calculation.plus = texts(node["somme"]);
      calculation.minus = texts(node["moins"]);
      if (calculation.plus.empty()) {
        error(node.position(), "Un calcul attend « somme », « groupe » ou « compte ».");
      }
    }
    form_.calculations.push_back(std::move(calculation));
  }

  void read_control(const yaml::Node& node) {
    only(node, {"si", "champ", "message", "niveau"});
    Control control;
    control.position = node.position();
    control.field = required(node, "champ");
    control.message = required(node, "message");
    const std::string level = optional(node, "niveau");
    if (level == "avertissement") {
      control.severity = base::Severity::warning;
    } else if (!level.empty() && level != "erreur") {
      error(node["niveau"].position(), "« niveau » est « erreur » ou « avertissement ».");
    }
    auto condition = read_condition(node, "si", diagnostics_);
    if (!condition) {
      if (node.find("si") == nullptr) {
        error(node.position(), "Un contrôle attend « si », la condition qui est une faute.");
      }
      return;
    }
    control.condition = std::move(*condition);
    form_.controls.push_back(std::move(control));
  }

  // The blocs asked come first, in the order of the questions.
  void order_blocs() {
    const auto rank = [&](const Field& bloc) {
      const auto found =
          std::find_if(form_.requests.begin(), form_.requests.end(),
                       [&](const Request& request) { return request.bloc == bloc.name; });
      return found - form_.requests.begin();
    };
    std::stable_sort(form_.blocs.begin(), form_.blocs.end(),
                     [&](const Field& a, const Field& b) { return rank(a) < rank(b); });
  }

  base::Diagnostics& diagnostics_;
  Form form_;
};

std::vector<Field> read_blocs(const base::Files& files, base::Diagnostics& diagnostics) {
  std::vector<Field> blocs;
  FieldReader reader(files, diagnostics);
  for (const std::string& name : files.list("forms/blocs")) {
    if (!name.ends_with(".yaml")) continue;
    auto bloc = reader.read_bloc("forms/blocs/" + name);
    if (!bloc) continue;
    const bool known = std::any_of(blocs.begin(), blocs.end(),
                                   [&](const Field& other) { return other.name == bloc->name; });
    if (known) {
      diagnostics.error(kind, bloc->position,
                        "Le bloc « " + bloc->name + " » est déjà défini dans un autre fichier.");
    }
    blocs.push_back(std::move(*bloc));
  }
  return blocs;
}

// Nothing, after a report, if the content is not a sound form.
std::optional<Form> read_form(const std::string& content, const std::string& id,
                              std::vector<Field> blocs, base::Diagnostics& diagnostics) {
  const std::string file = "forms/" + id + ".yaml";
  base::Diagnostics found;
  std::optional<Form> form;
  const yaml::Node root = yaml::parse(content, file, kind, found);
  if (root.is_mapping()) {
    form = FormReader(std::move(blocs), found).read(root, id, file);
    check_form(*form, found);
  } else if (!found.has_errors()) {
    found.error(kind, {file, 1}, "Ce formulaire est vide.");
  }
  for (const base::Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
  if (found.has_errors()) return std::nullopt;
  return form;
}

}  // namespace

std::optional<Form> load_form(const base::Files& files, std::string_view id,
                              base::Diagnostics& diagnostics) {
  const std::string name(id);
  const bool plain = name.find_first_of("/\\") == std::string::npos;
  const auto content = plain ? files.read("forms/" + name + ".yaml") : std::nullopt;
  if (!content) {
    diagnostics.error(
        base::Kind::usage, {},
        "Il n’y a pas de document de ce nom." + base::did_you_mean(id, list_forms(files)),
        "La commande « egide documents » en donne la liste.");
    return std::nullopt;
  }
  base::Diagnostics found;
  auto blocs = read_blocs(files, found);
  for (const base::Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
  auto form = read_form(*content, name, std::move(blocs), diagnostics);
  return found.has_errors() ? std::nullopt : std::move(form);
}

std::vector<Form> load_forms(const base::Files& files, base::Diagnostics& diagnostics) {
  base::Diagnostics found;
  const auto blocs = read_blocs(files, found);
  for (const base::Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
  std::vector<Form> forms;
  for (const std::string& id : list_forms(files)) {
    const auto content = files.read("forms/" + id + ".yaml");
    auto form = read_form(content.value_or(""), id, blocs, diagnostics);
    if (form && !found.has_errors()) forms.push_back(std::move(*form));
  }
  std::stable_sort(forms.begin(), forms.end(),
                   [](const Form& a, const Form& b) { return a.order < b.order; });
  return forms;
}

}  // namespace dossier
