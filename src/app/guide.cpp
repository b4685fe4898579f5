#include "app/guide.hpp"

#include <iterator>

#include "app/citations.hpp"
#include "app/values.hpp"
#include "document/links.hpp"
#include "document/read.hpp"
#include "document/typography.hpp"
#include "templating/render.hpp"
#include "yaml/node.hpp"

namespace app {
namespace {

constexpr std::string_view folder = "content/guide/";

calendar::Date required_day(const yaml::Node& root, std::string_view key,
                            base::Diagnostics& diagnostics) {
  const std::string text = yaml::required_text(root, key, base::Kind::content, diagnostics);
  const auto day = calendar::parse_iso(text);
  if (!day) {
    diagnostics.error(base::Kind::content, root[key].position(),
                      "une date AAAA-MM-JJ est attendue.");
  }
  return day.value_or(calendar::Date{});
}

}  // namespace

std::optional<GuidePlan> read_guide_plan(const base::Files& files, base::Diagnostics& diagnostics) {
  const std::string path = std::string(folder) + "guide.yaml";
  const auto content = files.read(path);
  if (!content) {
    diagnostics.error(base::Kind::content, {path}, "ce fichier manque.");
    return std::nullopt;
  }
  const yaml::Node root = yaml::parse(*content, path, base::Kind::content, diagnostics);
  yaml::check_keys(
      root, {"titre", "soustitre", "éditeur", "style", "édition", "droit_vérifié_le", "chapitres"},
      base::Kind::content, diagnostics);
  const auto text = [&](std::string_view key) {
    return yaml::required_text(root, key, base::Kind::content, diagnostics);
  };
  GuidePlan plan{text("titre"), text("soustitre"), text("éditeur"), text("style"), {}, {}, {}};
  plan.edition = required_day(root, "édition", diagnostics);
  plan.law_checked_on = required_day(root, "droit_vérifié_le", diagnostics);
  plan.chapters = yaml::text_list(root["chapitres"], base::Kind::content, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return plan;
}

namespace {

// One chapter: filled, then read under its own name so that messages lead to its file.
std::optional<document::Blocks> chapter(Engine& engine, const std::string& name,
                                        const templating::Value& law,
                                        base::Diagnostics& diagnostics) {
  const std::string id = std::string(folder) + name;
  const auto markdown = templating::render(id, engine.files(), law, {}, diagnostics);
  if (!markdown) return std::nullopt;
  return document::read(*markdown, id + ".md", diagnostics).blocks;
}

}  // namespace

std::optional<document::Document> make_guide(Engine& engine, std::optional<calendar::Date> day,
                                             base::Diagnostics& diagnostics) {
  const auto plan = read_guide_plan(engine.files(), diagnostics);
  if (!plan) return std::nullopt;
  const calendar::Date when = day.value_or(plan->edition);
  const templating::Value law = whole_law(engine, *plan, when, diagnostics);
  document::Document guide;
  guide.metadata.title = document::typography(plan->title);
  guide.metadata.author = plan->publisher;
  guide.metadata.subject = document::typography(plan->subtitle);
  guide.metadata.date = calendar::iso(when);
  guide.metadata.style = plan->style;
  for (const std::string& name : plan->chapters) {
    auto blocks = chapter(engine, name, law, diagnostics);
    if (!blocks) continue;
    guide.blocks.insert(guide.blocks.end(), std::make_move_iterator(blocks->begin()),
                        std::make_move_iterator(blocks->end()));
  }
  const std::string source = std::string(folder) + "guide.yaml";
  resolve_law_citations(engine, guide, source, when, diagnostics);
  document::typography(guide);
  document::check_structure(guide, source, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return guide;
}

}  // namespace app
