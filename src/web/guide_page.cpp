#include <nlohmann/json.hpp>

#include "app/formats.hpp"
#include "app/guide.hpp"
#include "base/text.hpp"
#include "document/document.hpp"
#include "document/words.hpp"
#include "web/document_files.hpp"
#include "web/guide_search.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "writers/html.hpp"
#include "writers/site_texts.hpp"

namespace web {
namespace {

constexpr std::size_t shown_passages = 30;

// The chapters: what begins at each of the highest headings.
std::vector<writers::SearchedPage> chapters(const document::Document& guide) {
  int highest = 7;
  for (const document::Block& block : guide.blocks) {
    const auto* heading = std::get_if<document::Heading>(&block.data);
    if (heading != nullptr && heading->level < highest) highest = heading->level;
  }
  std::vector<writers::SearchedPage> found;
  for (const document::Block& block : guide.blocks) {
    const auto* heading = std::get_if<document::Heading>(&block.data);
    if (heading != nullptr && heading->level == highest && !heading->attributes.id.empty()) {
      found.push_back({heading->attributes.id, document::plain_text(heading->content), {}});
    }
    if (!found.empty()) found.back().blocks.push_back(block);
  }
  return found;
}

std::vector<Record> chapter_records(const std::vector<writers::SearchedPage>& found) {
  std::vector<Record> records;
  for (const writers::SearchedPage& each : found) {
    records.push_back({{"ancre", text(each.address)}, {"titre", text(each.title)}});
  }
  return records;
}

// Made once, as JSON: [[anchor, title, chapter, text], …].
std::vector<Passage> passages(const Site& site) {
  const std::string made = site.remembered("guide.passages", [&]() -> std::string {
    const auto engine = site.engine();
    base::Diagnostics diagnostics;
    const auto guide = app::make_guide(*engine, std::nullopt, diagnostics);
    if (!guide) return {};
    const auto found = chapters(*guide);
    auto json = nlohmann::json::array();
    for (const writers::SearchedSection& each : writers::searched_sections(found)) {
      json.push_back({each.id, each.title, found[each.page].title, each.text});
    }
    return json.dump();
  });
  std::vector<Passage> read;
  if (made.empty()) return read;
  for (const auto& each : nlohmann::json::parse(made)) {
    if (!each[0].get<std::string>().empty()) read.push_back({each[0], each[1], each[2], each[3]});
  }
  return read;
}

std::string how_many(std::size_t found) {
  if (found == 0) {
    return "Aucun passage ne contient tous ces mots. Essayez-en moins, ou d’autres.";
  }
  if (found == 1) return "Un passage trouvé.";
  const std::string number = std::to_string(found);
  return found < shown_passages ? number + " passages trouvés."
                                : "Les " + number + " passages les plus proches.";
}

}  // namespace

Response guide_file(const Site& site, const std::string& format) {
  base::Diagnostics diagnostics;
  const auto known = app::format_named(format, diagnostics);
  if (!known) return not_found_page(site);
  const std::string bytes = site.remembered("guide." + format, [&]() -> std::string {
    const auto engine = site.engine();
    const auto guide = app::make_guide(*engine, std::nullopt, diagnostics);
    if (!guide) return {};
    return app::write(*engine, *guide, *known, {"guide"}, diagnostics).value_or("");
  });
  if (bytes.empty()) {
    return message_page(site, 501, "Format indisponible",
                        "Ce format du guide n’a pas pu être fait ici. La page reste lisible.");
  }
  return attachment({"guide." + format, media_type(format), bytes});
}

Response guide_search_page(const Site& site, const Request& request) {
  const std::string words(base::trim(request.form_value("mots")));
  const std::vector<Passage> all = passages(site);
  std::vector<Record> records;
  for (const FoundPassage& each : search(all, words, shown_passages)) {
    std::vector<Record> parts;
    for (const ExcerptPart& part : each.excerpt) {
      parts.push_back({{"texte", text(part.text)}, {"trouvé", Value(part.found)}});
    }
    const bool opens_chapter = each.passage->title == each.passage->chapter;
    records.push_back({{"ancre", text(each.passage->anchor)},
                       {"titre", text(each.passage->title)},
                       {"chapitre", text(opens_chapter ? "" : each.passage->chapter)},
                       {"extrait", list(std::move(parts))}});
  }
  const std::string said = how_many(records.size());
  return page(
      site, {"Recherche dans le guide", "/guide", 200}, "recherche",
      {{"mots", text(words)}, {"résultat", text(said)}, {"passages", list(std::move(records))}});
}

Response guide_page(const Site& site) {
  Response response;
  response.body = site.remembered("guide", [&]() -> std::string {
    const auto engine = site.engine();
    base::Diagnostics diagnostics;
    const auto guide = app::make_guide(*engine, std::nullopt, diagnostics);
    if (!guide) return {};
    writers::HtmlOptions options;
    options.inline_styles = false;
    const Record values = {{"titre", text(guide->metadata.title)},
                           {"mots", text("")},
                           {"chapitres", list(chapter_records(chapters(*guide)))},
                           {"html_guide", html(writers::html_fragment(*guide, options))}};
    return page(site, {guide->metadata.title, "/guide", 200}, "guide", values).body;
  });
  if (!response.body.empty()) return response;
  return message_page(
      site, 500, "Guide indisponible",
      "Le guide n’a pas pu être composé. La commande « egide guide » dit pourquoi.");
}

}  // namespace web
