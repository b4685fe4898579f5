#include "law/article.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

ArticleVersion read_version(const yaml::Node& node, base::Diagnostics& diagnostics) {
  yaml::check_keys(
      node, with_provenance_keys({"abrogé", "légiarti", "résumé", "changement", "modifié_par"}),
      kind, diagnostics);
  ArticleVersion version;
  version.provenance = read_provenance(node, diagnostics);
  if (!node["abrogé"].absent()) {
    version.repealed = yaml::yes_no(node["abrogé"], kind, diagnostics).value_or(false);
  }
  version.legiarti = yaml::optional_text(node, "légiarti", kind, diagnostics);
  if (version.repealed) {
    version.summary = yaml::optional_text(node, "résumé", kind, diagnostics);
  } else {
    version.summary = yaml::required_text(node, "résumé", kind, diagnostics);
  }
  version.change = yaml::optional_text(node, "changement", kind, diagnostics);
  version.changed_by = yaml::text_list(node["modifié_par"], kind, diagnostics);
  return version;
}

}  // namespace

Article read_article(const yaml::Node& root, const std::string& id,
                     base::Diagnostics& diagnostics) {
  yaml::check_keys(root, {"article", "objet", "versions"}, kind, diagnostics);
  Article article;
  article.position = root.position();
  article.id = id;
  const auto slash = id.find('/');
  article.text = id.substr(0, slash);
  article.number = id.substr(slash + 1);
  const std::string written = yaml::required_text(root, "article", kind, diagnostics);
  if (written != id && !written.empty()) {
    diagnostics.error(kind, root["article"].position(),
                      "« article » doit répéter le dossier et le nom du fichier, « " + id + " ».");
  }
  article.subject = yaml::required_text(root, "objet", kind, diagnostics);
  for (const yaml::Node& item : root["versions"].items()) {
    article.versions.push_back(read_version(item, diagnostics));
  }
  if (article.versions.empty()) {
    diagnostics.error(kind, root.position(), "cet article n’a aucune version.",
                      "Ajoutez « versions: » et une première version avec « depuis: ».");
  }
  check_order(article.versions, diagnostics);
  return article;
}

}  // namespace law
