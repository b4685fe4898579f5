#include "app/guide.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "app/changes_values.hpp"
#include "app/citations.hpp"
#include "app/cited_articles.hpp"
#include "app/values.hpp"
#include "document/captions.hpp"
#include "document/links.hpp"
#include "document/read.hpp"
#include "document/typography.hpp"
#include "document/words.hpp"
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

std::vector<DeadlineTheme> deadline_themes(const yaml::Node& list, base::Diagnostics& diagnostics) {
  std::vector<DeadlineTheme> themes;
  for (const yaml::Node& item : list.items()) {
    yaml::check_keys(item, {"titre", "règles"}, base::Kind::content, diagnostics);
    themes.push_back({yaml::required_text(item, "titre", base::Kind::content, diagnostics),
                      yaml::text_list(item["règles"], base::Kind::content, diagnostics),
                      item.position()});
  }
  return themes;
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
  yaml::check_keys(root,
                   {"titre", "soustitre", "éditeur", "style", "édition", "droit_vérifié_le",
                    "chapitres", "encadré_des_changements", "thèmes_des_délais"},
                   base::Kind::content, diagnostics);
  const auto text = [&](std::string_view key) {
    return yaml::required_text(root, key, base::Kind::content, diagnostics);
  };
  GuidePlan plan;
  plan.title = text("titre");
  plan.subtitle = text("soustitre");
  plan.publisher = text("éditeur");
  plan.style = text("style");
  plan.edition = required_day(root, "édition", diagnostics);
  plan.law_checked_on = required_day(root, "droit_vérifié_le", diagnostics);
  plan.chapters = yaml::text_list(root["chapitres"], base::Kind::content, diagnostics);
  plan.changes_box = text("encadré_des_changements");
  plan.themes = deadline_themes(root["thèmes_des_délais"], diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return plan;
}

namespace {

// A chapter that was read, before its citations become links.
struct Chapter {
  std::string file;
  document::Document content;
  CitingChapter heading;
};

class Assembly {
 public:
  Assembly(Engine& engine, GuidePlan plan, calendar::Date day, base::Diagnostics& diagnostics)
      : engine_(engine), plan_(std::move(plan)), day_(day), diagnostics_(diagnostics) {}

  document::Document make() {
    values_ = whole_law(engine_, plan_, day_, diagnostics_);
    values_.emplace_back("textes_cités", templating::Value());
    for (const std::string& name : plan_.chapters) add(name);
    std::set<std::string> known;
    for (const Chapter& chapter : chapters_) known.merge(anchors(chapter.content.blocks));
    document::Document guide;
    guide.metadata = metadata();
    for (Chapter& chapter : chapters_) {
      resolve_law_citations(engine_, chapter.content, chapter.file, day_, known,
                            Citing::short_in_parentheses, diagnostics_);
      std::move(chapter.content.blocks.begin(), chapter.content.blocks.end(),
                std::back_inserter(guide.blocks));
    }
    return guide;
  }

 private:
  [[nodiscard]] document::Metadata metadata() const {
    document::Metadata metadata;
    metadata.title = document::typography(plan_.title);
    metadata.author = plan_.publisher;
    // On the cover: a printed copy must say which law it holds.
    metadata.subject =
        document::typography(plan_.subtitle + ". Droit du " + calendar::french(day_) + ".");
    metadata.date = calendar::iso(day_);
    metadata.style = plan_.style;
    return metadata;
  }

  // Filled, then read under its own name so that messages lead to its file.
  std::optional<document::Document> read(const std::string& name,
                                         const templating::Record& values) {
    const std::string id = std::string(folder) + name;
    const auto markdown = templating::render(id, engine_.files(), values, {}, diagnostics_);
    if (!markdown) return std::nullopt;
    return document::read(*markdown, id + ".md", diagnostics_);
  }

  void add(const std::string& name) {
    // What the chapters before this one cite: the index is a chapter like any other.
    values_.back().second = index_.values(engine_);
    auto content = read(name, values_);
    if (!content) return;
    Chapter chapter{std::string(folder) + name + ".md", std::move(*content), {}};
    document::check_captions(chapter.content, chapter.file, diagnostics_);
    const document::Heading* heading =
        chapter.content.blocks.empty()
            ? nullptr
            : std::get_if<document::Heading>(&chapter.content.blocks.front().data);
    if (heading == nullptr || heading->level != 1 || heading->attributes.id.empty()) {
      diagnostics_.error(base::Kind::content, {chapter.file},
                         "un chapitre commence par « # Titre {#identifiant} ».");
      return;
    }
    chapter.heading = {heading->attributes.id, document::plain_text(heading->content)};
    const auto cited = linked(chapter.content.blocks, document::LinkKind::citation);
    index_.add(chapter.heading, cited);
    // Nothing after the last chapter leads to what it cites.
    if (name != plan_.chapters.back()) {
      name_first_citations(chapter.content.blocks, chapter.heading.id);
    }
    insert_changes(chapter.content.blocks, cited);
    chapters_.push_back(std::move(chapter));
  }

  // An edition in the law of an earlier day keeps the words of the chapters: a box after the title
  // says what began later.
  void insert_changes(document::Blocks& blocks, const std::vector<std::string>& cited) {
    if (day_ >= plan_.edition) return;
    templating::Value later = later_changes(engine_, day_, plan_.edition, cited, diagnostics_);
    if (is_empty(later)) return;
    templating::Record values = values_;
    values.emplace_back("changements_du_chapitre", std::move(later));
    auto box = read(plan_.changes_box, values);
    if (!box) return;
    blocks.insert(blocks.begin() + 1, std::make_move_iterator(box->blocks.begin()),
                  std::make_move_iterator(box->blocks.end()));
  }

  Engine& engine_;
  GuidePlan plan_;
  calendar::Date day_;
  base::Diagnostics& diagnostics_;
  templating::Record values_;
  ArticleIndex index_;
  std::vector<Chapter> chapters_;
};

}  // namespace

std::optional<document::Document> make_guide(Engine& engine, std::optional<calendar::Date> day,
                                             base::Diagnostics& diagnostics) {
  auto plan = read_guide_plan(engine.files(), diagnostics);
  if (!plan) return std::nullopt;
  const calendar::Date when = day.value_or(plan->edition);
  document::Document guide = Assembly(engine, std::move(*plan), when, diagnostics).make();
  document::typography(guide);
  document::check_structure(guide, std::string(folder) + "guide.yaml", diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return guide;
}

}  // namespace app
