#include "app/body_articles.hpp"

namespace app {
namespace {

constexpr const char* file = "forms/regles/articles-equivalents.yaml";
constexpr base::Kind content = base::Kind::content;

}  // namespace

BodyArticles::BodyArticles(const Engine& engine, const dossier::Case& dossier,
                           base::Diagnostics& diagnostics) {
  const auto text = engine.files().read(file);
  if (!text) return;
  const yaml::Node rules = yaml::parse(*text, file, content, diagnostics);
  yaml::check_keys(rules, {"champ", "équivalents"}, content, diagnostics);
  const auto* body = dossier.at(yaml::required_text(rules, "champ", content, diagnostics));
  if (body != nullptr) table_ = rules["équivalents"][dossier::canonical_text(*body)];
}

std::vector<std::string> BodyArticles::of(std::vector<std::string> basis) const {
  for (std::string& article : basis) {
    const yaml::Node& other = table_[article];
    if (!other.absent()) article = other.text();
  }
  return basis;
}

}  // namespace app
