#include "dossier/page_reader.hpp"

#include <set>

#include "base/text.hpp"

namespace dossier {
namespace {

using base::Kind;

void read_page(const yaml::Node& node, const Field& bloc, std::set<std::string>& placed,
               QuestionPage& page, base::Diagnostics& diagnostics) {
  yaml::check_keys(node, {"titre", "champs"}, Kind::content, diagnostics);
  page.title = yaml::required_text(node, "titre", Kind::content, diagnostics);
  page.fields = yaml::text_list(node["champs"], Kind::content, diagnostics);
  for (const std::string& name : page.fields) {
    if (bloc.find(name) == nullptr) {
      std::vector<std::string> known;
      for (const Field& field : bloc.fields) known.push_back(field.name);
      diagnostics.error(
          Kind::content, node["champs"].position(),
          "« " + name + " » n’est pas un champ de ce bloc." + base::did_you_mean(name, known));
    } else if (!placed.insert(name).second) {
      diagnostics.error(Kind::content, node["champs"].position(),
                        "Le champ « " + name + " » est sur deux pages.");
    }
  }
}

}  // namespace

void read_pages(const yaml::Node& bloc_node, Field& bloc, base::Diagnostics& diagnostics) {
  const yaml::Node& pages = bloc_node["pages"];
  if (pages.absent()) return;
  if (bloc.is_list() || !pages.is_sequence()) {
    diagnostics.error(Kind::content, pages.position(),
                      "« pages » attend une liste de pages, dans un bloc qui n’est pas une liste.",
                      "Écrivez « pages: » puis « - { titre: …, champs: [ … ] } ».");
    return;
  }
  std::set<std::string> placed;
  for (const yaml::Node& node : pages.items()) {
    bloc.pages.emplace_back();
    read_page(node, bloc, placed, bloc.pages.back(), diagnostics);
  }
  if (bloc.pages.empty()) return;
  for (const Field& field : bloc.fields) {
    if (placed.count(field.name) == 0) bloc.pages.back().fields.push_back(field.name);
  }
}

}  // namespace dossier
