#include "app/glossary.hpp"

#include <algorithm>

#include "yaml/node.hpp"

namespace app {
namespace {

constexpr base::Kind kind = base::Kind::content;
constexpr const char* path = "content/glossaire.yaml";

GlossaryTerm read_term(const yaml::Node& item, base::Diagnostics& diagnostics) {
  yaml::check_keys(item, {"id", "terme", "définition", "articles"}, kind, diagnostics);
  GlossaryTerm term;
  term.id = yaml::required_text(item, "id", kind, diagnostics);
  term.term = yaml::required_text(item, "terme", kind, diagnostics);
  term.definition = yaml::required_text(item, "définition", kind, diagnostics);
  term.citations = yaml::text_list(item["articles"], kind, diagnostics);
  return term;
}

}  // namespace

std::vector<GlossaryTerm> read_glossary(const base::Files& files, base::Diagnostics& diagnostics) {
  std::vector<GlossaryTerm> terms;
  const auto content = files.read(path);
  if (!content) {
    diagnostics.error(kind, {path}, "ce fichier manque.");
    return terms;
  }
  const yaml::Node root = yaml::parse(*content, path, kind, diagnostics);
  yaml::check_keys(root, {"termes"}, kind, diagnostics);
  for (const yaml::Node& item : root["termes"].items()) {
    GlossaryTerm term = read_term(item, diagnostics);
    const bool twice = std::any_of(terms.begin(), terms.end(),
                                   [&](const GlossaryTerm& other) { return other.id == term.id; });
    if (twice) {
      diagnostics.error(kind, item.position(),
                        "le terme «\u00A0" + term.id + "\u00A0» est défini deux fois.");
    }
    // Ids are unaccented: their order is that of the words for those who read.
    if (!terms.empty() && term.id < terms.back().id) {
      diagnostics.error(kind, item.position(),
                        "le terme «\u00A0" + term.id + "\u00A0» n’est pas à sa place.",
                        "Rangez les termes par ordre alphabétique de leur «\u00A0id\u00A0».");
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

std::string term_anchor(std::string_view id) { return "terme-" + std::string(id); }

}  // namespace app
