#include "app/body_articles.hpp"

#include "yaml/node.hpp"

namespace app {
namespace {

constexpr const char* file = "forms/regles/articles-equivalents.yaml";
constexpr base::Kind content = base::Kind::content;

}  // namespace

std::vector<std::string> articles_of_the_body(const Engine& engine, const dossier::Case& dossier,
                                              std::vector<std::string> basis,
                                              base::Diagnostics& diagnostics) {
  const auto text = engine.files().read(file);
  if (!text) return basis;
  const yaml::Node rules = yaml::parse(*text, file, content, diagnostics);
  yaml::check_keys(rules, {"champ", "équivalents"}, content, diagnostics);
  const auto* body = dossier.at(yaml::required_text(rules, "champ", content, diagnostics));
  if (body == nullptr) return basis;
  const yaml::Node& table = rules["équivalents"][dossier::canonical_text(*body)];
  for (std::string& article : basis) {
    const yaml::Node& other = table[article];
    if (!other.absent()) article = other.text();
  }
  return basis;
}

}  // namespace app
