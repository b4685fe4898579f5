#include "law/text.hpp"

#include <map>

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

// « de l’ » leans on the next word; the others want a space.
std::string read_determiner(const yaml::Node& root, base::Diagnostics& diagnostics) {
  static const std::map<std::string, std::string> known = {
      {"du", "du "}, {"de la", "de la "}, {"de l’", "de l’"}, {"des", "des "}};
  const std::string text = yaml::required_text(root, "déterminant", kind, diagnostics);
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  if (!text.empty()) {
    diagnostics.error(kind, root["déterminant"].position(),
                      "« déterminant » vaut du, de la, de l’ ou des.");
  }
  return {};
}

// Légifrance keeps codes and other acts under different addresses.
std::string read_article_address(const yaml::Node& root, base::Diagnostics& diagnostics) {
  const std::string nature = yaml::required_text(root, "nature", kind, diagnostics);
  if (nature == "code") return "https://www.legifrance.gouv.fr/codes/article_lc/";
  if (nature == "loi" || nature == "ordonnance" || nature == "décret") {
    return "https://www.legifrance.gouv.fr/loda/article_lc/";
  }
  if (!nature.empty()) {
    diagnostics.error(kind, root["nature"].position(),
                      "« nature » vaut code, loi, ordonnance ou décret.");
  }
  return {};
}

std::optional<TextEnd> read_end(const yaml::Node& node, base::Diagnostics& diagnostics) {
  if (node.absent()) return std::nullopt;
  yaml::check_keys(node, {"le", "motif", "articles", "remplacé_par"}, kind, diagnostics);
  return TextEnd{required_date(node, "le", diagnostics),
                 yaml::required_text(node, "motif", kind, diagnostics),
                 yaml::text_list(node["articles"], kind, diagnostics),
                 yaml::text_list(node["remplacé_par"], kind, diagnostics)};
}

}  // namespace

Text read_text(const yaml::Node& root, const std::string& id, base::Diagnostics& diagnostics) {
  yaml::check_keys(
      root,
      with_provenance_keys({"texte", "titre", "cité", "forme_courte", "déterminant", "nature",
                            "identifiant", "adresse", "résumé", "prend_fin"}),
      kind, diagnostics);
  Text text;
  text.id = yaml::required_text(root, "texte", kind, diagnostics);
  if (text.id != id && !text.id.empty()) {
    diagnostics.error(kind, root["texte"].position(),
                      "« texte » doit être le nom du dossier, « " + id + " ».");
  }
  text.title = yaml::required_text(root, "titre", kind, diagnostics);
  text.cited_as = yaml::optional_text(root, "cité", kind, diagnostics);
  if (text.cited_as.empty()) text.cited_as = text.title;
  text.short_form = yaml::required_text(root, "forme_courte", kind, diagnostics);
  text.determiner = read_determiner(root, diagnostics);
  text.article_address = read_article_address(root, diagnostics);
  text.identifier = yaml::optional_text(root, "identifiant", kind, diagnostics);
  text.address = yaml::optional_text(root, "adresse", kind, diagnostics);
  text.summary = yaml::optional_text(root, "résumé", kind, diagnostics);
  text.end = read_end(root["prend_fin"], diagnostics);
  text.provenance = read_provenance(root, diagnostics);
  return text;
}

}  // namespace law
