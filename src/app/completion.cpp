#include "app/completion.hpp"

#include <algorithm>
#include <map>

#include "app/place_facts.hpp"
#include "base/text.hpp"
#include "dossier/scalar.hpp"
#include "yaml/overlay.hpp"

namespace app {
namespace {

constexpr const char* file = "forms/regles/completions.yaml";
constexpr base::Kind content = base::Kind::content;

// What is known of the commune under one name: the value to write, and the words of which a given
// value must hold one (none: nothing is compared).
struct Fact {
  std::string value;
  std::vector<std::string> words;
};

std::map<std::string, Fact> facts_of(const PlaceFacts& place) {
  std::map<std::string, Fact> facts;
  const auto& population = place.commune.population;
  facts["population"] = {population ? std::to_string(*population) : "", {}};
  facts["département"] = {place.commune.department, {place.commune.department}};
  facts["codes_postaux"] = {"", place.commune.postal_codes};
  facts["représentant_de_l_état"] = {place.state_office, {}};
  if (!place.state_office.empty()) {
    facts["représentant_de_l_état"].words = {place.department, place.state_seat};
    if (!place.arrondissement.empty()) {
      facts["représentant_de_l_état"].words.push_back(place.arrondissement);
    }
  }
  facts["tribunal_administratif"] = {place.administrative_court, {}};
  if (!place.administrative_seat.empty()) {
    facts["tribunal_administratif"].words = {place.administrative_seat};
  }
  facts["tribunal_judiciaire"] = {"", place.judicial_seats};
  if (place.judicial_courts.size() == 1) {
    std::string court = place.judicial_courts.front();
    court[0] = 'T';  // as it stands on the envelope
    facts["tribunal_judiciaire"].value = court;
  }
  return facts;
}

std::string words_only(std::string_view text) {
  std::string key = base::fold(text);
  for (char& c : key) {
    if (c == '-' || c == '\'') c = ' ';
  }
  return key;
}

// True if a given text agrees with the fact: it holds one of its words.
bool agrees(std::string_view given, const Fact& fact) {
  if (fact.words.empty()) return true;
  const std::string text = words_only(given);
  return std::any_of(fact.words.begin(), fact.words.end(), [&](const std::string& word) {
    return text.find(words_only(word)) != std::string::npos;
  });
}

// One entry of « champs ».
class Rule {
 public:
  Rule(const yaml::Node& node, const dossier::Form& form, base::Diagnostics& diagnostics)
      : node_(node), diagnostics_(diagnostics) {
    yaml::check_keys(node,
                     {"champ", "avec", "contrôlé_par", "si", "seuils", "selon", "sinon", "réserve"},
                     content, diagnostics);
    path_ = yaml::required_text(node, "champ", content, diagnostics);
    fact_ = yaml::optional_text(node, "avec", content, diagnostics);
    checked_ = yaml::optional_text(node, "contrôlé_par", content, diagnostics);
    if (fact_.empty() == checked_.empty()) {
      diagnostics.error(content, node.position(),
                        "il faut « avec » ou « contrôlé_par », l’un des deux.");
    }
    if (!path_.empty() && form.field(path_) == nullptr) {
      diagnostics.error(content, node["champ"].position(),
                        "le champ « " + path_ + " » n’existe dans aucun bloc.");
    }
    for (const std::string& text : yaml::text_list(node["seuils"], content, diagnostics)) {
      const auto number = dossier::parse_integer(text);
      if (number.value) thresholds_.push_back(*number.value);
    }
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string reserve() const {
    return yaml::optional_text(node_, "réserve", content, diagnostics_);
  }

  // Whether the case is one that this rule speaks of.
  [[nodiscard]] bool concerns(const yaml::Node& root) const {
    const yaml::Node& condition = node_["si"];
    if (condition.absent()) return true;
    yaml::check_keys(condition, {"champ", "parmi"}, content, diagnostics_);
    const auto values = yaml::text_list(condition["parmi"], content, diagnostics_);
    const std::string& given =
        yaml::at(root, yaml::required_text(condition, "champ", content, diagnostics_)).text();
    return std::find(values.begin(), values.end(), given) != values.end();
  }

  // The value to write, or nothing if it is not certain.
  [[nodiscard]] std::string value(const std::map<std::string, Fact>& facts) const {
    const Fact* fact = known(facts);
    if (fact == nullptr || !checked_.empty()) return {};
    return translated(fact->value);
  }

  // Whether a given value may stand beside what the commune says.
  [[nodiscard]] bool accepts(const std::string& given,
                             const std::map<std::string, Fact>& facts) const {
    const Fact* fact = known(facts);
    if (fact == nullptr) return true;
    if (!thresholds_.empty()) return same_side(given, fact->value);
    if (!node_["selon"].absent()) return given == translated(fact->value);
    return agrees(given, *fact);
  }

 private:
  [[nodiscard]] const Fact* known(const std::map<std::string, Fact>& facts) const {
    const std::string& name = fact_.empty() ? checked_ : fact_;
    const auto found = facts.find(name);
    if (found != facts.end()) return &found->second;
    std::vector<std::string> names;
    names.reserve(facts.size());
    for (const auto& [each, fact] : facts) names.push_back(each);
    diagnostics_.error(
        content, node_.position(),
        "l’annuaire ne donne pas « " + name + " »." + base::did_you_mean(name, names));
    return nullptr;
  }

  [[nodiscard]] std::string translated(const std::string& value) const {
    const yaml::Node& table = node_["selon"];
    if (table.absent() || value.empty()) return value;
    const yaml::Node& entry = table[value];
    return entry.absent() ? node_["sinon"].text() : entry.text();
  }

  [[nodiscard]] bool same_side(const std::string& given, const std::string& fact) const {
    const auto left = dossier::parse_integer(given);
    const auto right = dossier::parse_integer(fact);
    if (!left.value || !right.value) return true;
    return std::all_of(thresholds_.begin(), thresholds_.end(), [&](std::int64_t threshold) {
      return (*left.value >= threshold) == (*right.value >= threshold);
    });
  }

  const yaml::Node& node_;
  base::Diagnostics& diagnostics_;
  std::string path_, fact_, checked_;
  std::vector<std::int64_t> thresholds_;
};

// The record in which the field stands is given, or is a bloc that the form asks in every case.
bool is_open(const dossier::Form& form, const yaml::Node& root, const std::string& path) {
  const std::string owner = path.substr(0, path.rfind('.'));
  if (yaml::at(root, owner).is_mapping()) return true;
  const dossier::Request* request = form.request(owner);
  return request != nullptr && !request->optional && !request->condition &&
         !request->required.empty();
}

void warn(const yaml::Node& at, const std::string& path, std::string message, std::string hint,
          base::Diagnostics& diagnostics) {
  diagnostics.add({base::Severity::warning, base::Kind::dossier, at.position(), path,
                   std::move(message), std::move(hint)});
}

// A CEDEX code is not among those of the commune, and is right all the same.
bool is_cedex(const yaml::Node& root, const std::string& path) {
  const std::string owner = path.substr(0, path.rfind('.'));
  return base::fold(yaml::at(root, owner + ".ville").text()).find("cedex") != std::string::npos;
}

void apply(const Rule& rule, const std::map<std::string, Fact>& facts, const dossier::Form& form,
           yaml::Overlay& overlay, CompletedCase& result, base::Diagnostics& diagnostics) {
  if (!rule.concerns(overlay.root())) return;
  const yaml::Node& given = yaml::at(overlay.root(), rule.path());
  if (!given.absent()) {
    if (!rule.accepts(given.text(), facts) && !is_cedex(overlay.root(), rule.path())) {
      warn(given, rule.path(), "cette valeur ne s’accorde pas avec le code INSEE de la commune.",
           "Vérifiez l’un et l’autre ; « egide commune » montre ce que l’on sait de la commune.",
           diagnostics);
    }
    return;
  }
  const std::string value = rule.value(facts);
  if (value.empty() || !is_open(form, overlay.root(), rule.path())) return;
  if (overlay.put(rule.path(), value, overlay.root().position())) {
    result.fields.push_back({rule.path(), rule.reserve()});
  }
}

}  // namespace

void add_completed(std::vector<CompletedField>& list, const std::vector<CompletedField>& more) {
  for (const CompletedField& field : more) {
    const bool known = std::any_of(list.begin(), list.end(), [&](const CompletedField& one) {
      return one.path == field.path;
    });
    if (!known) list.push_back(field);
  }
}

CompletedCase complete_from_place(const Engine& engine, const dossier::Form& form, yaml::Node root,
                                  base::Diagnostics& diagnostics) {
  CompletedCase result;
  const yaml::Node rules =
      yaml::parse(engine.files().read(file).value_or(std::string()), file, content, diagnostics);
  yaml::check_keys(rules, {"commune", "codes_fictifs", "champs"}, content, diagnostics);
  const std::string source = yaml::optional_text(rules, "commune", content, diagnostics);
  const yaml::Node& code = yaml::at(root, source);
  const auto fictitious = yaml::text_list(rules["codes_fictifs"], content, diagnostics);
  const bool invented =
      std::find(fictitious.begin(), fictitious.end(), code.text()) != fictitious.end();
  if (source.empty() || !code.is_scalar() || invented) {
    result.root = std::move(root);
    return result;
  }
  const auto commune = engine.places().commune(code.text());
  if (!commune) {
    warn(code, source, "aucune commune actuelle ne porte ce code INSEE.",
         "Cherchez-le par « egide commune NOM ». Ce n’est pas le code postal.", diagnostics);
    result.root = std::move(root);
    return result;
  }
  const auto facts = facts_of(place_facts(engine.places(), *commune));
  yaml::Overlay overlay(std::move(root));
  for (const yaml::Node& item : rules["champs"].items()) {
    const Rule rule(item, form, diagnostics);
    if (!rule.path().empty()) apply(rule, facts, form, overlay, result, diagnostics);
  }
  result.root = overlay.root();
  return result;
}

}  // namespace app
