#include "app/facts_reading.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "yaml/node.hpp"

namespace app {
namespace {

constexpr const char* file = "content/droit/lecture-des-faits.yaml";
constexpr base::Kind content = base::Kind::content;

class Reader {
 public:
  Reader(const dossier::Form& form, base::Diagnostics& diagnostics)
      : form_(form), diagnostics_(diagnostics) {}

  std::vector<FactReading> lines(const yaml::Node& list) {
    std::vector<FactReading> readings;
    for (const yaml::Node& item : list.items()) readings.push_back(line(item));
    return readings;
  }

 private:
  FactReading line(const yaml::Node& node) {
    yaml::check_keys(node, {"champ", "vaut", "présent", "donne", "critères"}, content,
                     diagnostics_);
    FactReading reading;
    reading.position = node.position();
    reading.field = yaml::required_text(node, "champ", content, diagnostics_);
    reading.values = yaml::text_list(node["vaut"], content, diagnostics_);
    reading.word = yaml::optional_text(node, "donne", content, diagnostics_);
    reading.criteria = yaml::text_list(node["critères"], content, diagnostics_);
    if (!node["présent"].absent()) {
      reading.presence = yaml::yes_no(node["présent"], content, diagnostics_).value_or(false);
    }
    if (!reading.field.empty()) check(node, reading);
    return reading;
  }

  void check(const yaml::Node& node, const FactReading& reading) {
    const dossier::Field* field = form_.field(reading.field);
    if (field == nullptr) {
      diagnostics_.error(content, node["champ"].position(),
                         "le champ « " + reading.field + " » n’existe dans aucun bloc.");
      return;
    }
    std::vector<std::string> known;
    for (const dossier::Choice& choice : field->choices) known.push_back(choice.value);
    for (const std::string& value : reading.values) {
      if (std::find(known.begin(), known.end(), value) != known.end()) continue;
      diagnostics_.error(content, node["vaut"].position(),
                         "« " + value + " » n’est pas une valeur de « " + reading.field + " »." +
                             base::did_you_mean(value, known));
    }
  }

  const dossier::Form& form_;
  base::Diagnostics& diagnostics_;
};

std::vector<std::string> given_values(const dossier::FieldValue& value) {
  if (const auto* texts = std::get_if<dossier::TextList>(&value.data)) return *texts;
  return {dossier::canonical_text(value)};
}

}  // namespace

std::optional<FactsReading> read_facts_reading(const base::Files& files, const dossier::Form& form,
                                               base::Diagnostics& diagnostics) {
  base::Diagnostics found;
  const yaml::Node root =
      yaml::parse(files.read(file).value_or(std::string()), file, content, found);
  yaml::check_keys(root, {"familles", "victimes", "critères", "circonstances"}, content, found);
  Reader reader(form, found);
  FactsReading reading;
  reading.families = reader.lines(root["familles"]);
  reading.victims = reader.lines(root["victimes"]);
  reading.circumstances = reader.lines(root["circonstances"]);
  for (const yaml::Node::Entry& entry : root["critères"].entries()) {
    reading.criteria[entry.key] = reader.lines(entry.value);
  }
  for (const base::Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
  if (found.has_errors()) return std::nullopt;
  return reading;
}

std::vector<std::string> words_read(const FactReading& reading, const dossier::Case& dossier) {
  const dossier::FieldValue* value = dossier.at(reading.field);
  if (value == nullptr) return {};
  if (reading.presence) {
    const auto* list = std::get_if<dossier::ListValue>(&value->data);
    const bool empty = list != nullptr && list->empty();
    return empty ? std::vector<std::string>() : std::vector<std::string>{reading.word};
  }
  std::vector<std::string> words;
  for (const std::string& given : given_values(*value)) {
    const bool wanted =
        reading.values.empty() ||
        std::find(reading.values.begin(), reading.values.end(), given) != reading.values.end();
    if (wanted) words.push_back(reading.word.empty() ? given : reading.word);
  }
  return words;
}

}  // namespace app
