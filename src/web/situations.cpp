#include "web/situations.hpp"

#include "yaml/node.hpp"

namespace web {
namespace {

using base::Kind;

yaml::Node parse(const base::Files& files, const std::string& path,
                 base::Diagnostics& diagnostics) {
  const auto content = files.read(path);
  if (!content) diagnostics.error(Kind::content, {path}, "ce fichier n’existe pas.");
  return yaml::parse(content.value_or(""), path, Kind::content, diagnostics);
}

void must_exist(const base::Files& files, const std::string& path, const yaml::Node& node,
                base::Diagnostics& diagnostics) {
  if (files.read(path)) return;
  diagnostics.error(Kind::content, node.position(), "« " + path + " » n’existe pas.");
}

SituationDate read_date(const yaml::Node& node, const base::Files& files,
                        base::Diagnostics& diagnostics) {
  yaml::check_keys(node, {"id", "titre", "à_venir", "règles"}, Kind::content, diagnostics);
  SituationDate date;
  date.id = yaml::required_text(node, "id", Kind::content, diagnostics);
  date.title = yaml::required_text(node, "titre", Kind::content, diagnostics);
  date.may_come = !node["à_venir"].absent() &&
                  yaml::yes_no(node["à_venir"], Kind::content, diagnostics).value_or(false);
  date.rules = yaml::text_list(node["règles"], Kind::content, diagnostics);
  for (const std::string& rule : date.rules) {
    must_exist(files, "content/droit/delais/" + rule + ".yaml", node["règles"], diagnostics);
  }
  return date;
}

Situation read_situation(const yaml::Node& node, const base::Files& files,
                         base::Diagnostics& diagnostics) {
  yaml::check_keys(node, {"id", "titre", "description", "gestes", "documents", "dates"},
                   Kind::content, diagnostics);
  Situation situation;
  situation.id = yaml::required_text(node, "id", Kind::content, diagnostics);
  situation.title = yaml::required_text(node, "titre", Kind::content, diagnostics);
  situation.description = yaml::required_text(node, "description", Kind::content, diagnostics);
  situation.gestures = yaml::text_list(node["gestes"], Kind::content, diagnostics);
  for (const yaml::Node& date : node["dates"].items()) {
    situation.dates.push_back(read_date(date, files, diagnostics));
  }
  for (const yaml::Node& document : node["documents"].items()) {
    yaml::check_keys(document, {"id", "quand"}, Kind::content, diagnostics);
    situation.documents.push_back(
        {yaml::required_text(document, "id", Kind::content, diagnostics),
         yaml::required_text(document, "quand", Kind::content, diagnostics)});
    must_exist(files, "forms/" + situation.documents.back().id + ".yaml", document, diagnostics);
  }
  return situation;
}

}  // namespace

const Situation* Situations::find(std::string_view id) const {
  for (const Situation& situation : all) {
    if (situation.id == id) return &situation;
  }
  return nullptr;
}

Situations read_situations(const base::Files& files, base::Diagnostics& diagnostics) {
  Situations read;
  const yaml::Node situations = parse(files, "content/accueil/situations.yaml", diagnostics);
  for (const yaml::Node& node : situations["situations"].items()) {
    read.all.push_back(read_situation(node, files, diagnostics));
  }
  const yaml::Node numbers = parse(files, "content/accueil/urgences.yaml", diagnostics);
  for (const yaml::Node& node : numbers["numéros"].items()) {
    yaml::check_keys(node, {"numéro", "appel", "message", "titre", "abrégé"}, Kind::content,
                     diagnostics);
    EmergencyNumber number;
    number.shown = yaml::required_text(node, "numéro", Kind::content, diagnostics);
    number.called = yaml::required_text(node, "appel", Kind::content, diagnostics);
    number.title = yaml::required_text(node, "titre", Kind::content, diagnostics);
    number.short_title = yaml::required_text(node, "abrégé", Kind::content, diagnostics);
    number.by_message = !node["message"].absent() &&
                        yaml::yes_no(node["message"], Kind::content, diagnostics).value_or(false);
    read.numbers.push_back(std::move(number));
  }
  return read;
}

}  // namespace web
