#include <algorithm>

#include "law/changes.hpp"
#include "web/form_data.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"

namespace web {
namespace {

// How far the changes are told, in the past and in the future.
constexpr std::chrono::days years_told{6 * 365};

std::vector<Record> source_records(const std::vector<law::Source>& sources) {
  std::vector<Record> records;
  for (const law::Source& source : sources) {
    const bool web_page = source.address.starts_with("https://");
    records.push_back(
        {{"titre", prose(source.title)}, {"adresse", text(web_page ? source.address : "")}});
  }
  return records;
}

Record version_record(const app::Engine& engine, const law::Article& article, std::size_t number,
                      base::Diagnostics& diagnostics) {
  const law::ArticleVersion& version = article.versions[number];
  std::string since = version.provenance.entry_into_force
                          ? "Depuis le " + calendar::french(version.provenance.since)
                          : "Connu depuis le " + calendar::french(version.provenance.since);
  if (number + 1 < article.versions.size()) {
    const auto end = article.versions[number + 1].provenance.since - std::chrono::days(1);
    since += ", jusqu’au " + calendar::french(end);
  }
  return {{"période", text(since)},
          {"abrogé", Value(version.repealed)},
          {"résumé", prose(version.summary)},
          {"changement", prose(version.change)},
          {"par", text(version.changed_by.empty()
                           ? ""
                           : engine.law().citation_list(version.changed_by, diagnostics))},
          {"confiance", text(std::string(law::name(version.provenance.confidence)))},
          {"vérifié", text(calendar::french(version.provenance.checked_on))},
          {"sources", list(source_records(version.provenance.sources))}};
}

std::vector<Record> text_records(const app::Engine& engine, base::Diagnostics& diagnostics) {
  std::vector<Record> texts;
  for (const std::string& id : engine.law().text_ids()) {
    const law::Text* found = engine.law().text(id, diagnostics);
    if (found == nullptr) continue;
    std::vector<Record> articles;
    for (const std::string& citation : engine.law().article_ids(id)) {
      const law::Article* article = engine.law().article(citation, diagnostics);
      if (article == nullptr) continue;
      articles.push_back({{"adresse", text("/droit/" + percent_encoded(citation))},
                          {"titre", text(engine.law().short_citation(citation, diagnostics))},
                          {"sujet", prose(article->subject)}});
    }
    texts.push_back({{"id", text(id)},
                     {"titre", prose(found->title)},
                     {"résumé", prose(found->summary)},
                     {"a_articles", Value(!articles.empty())},
                     {"articles", list(std::move(articles))}});
  }
  return texts;
}

std::vector<Record> open_point_records(const app::Engine& engine, base::Diagnostics& diagnostics) {
  std::vector<Record> records;
  for (const law::OpenPoint& point : engine.law().open_points(diagnostics)) {
    records.push_back(
        {{"titre", prose(point.title)},
         {"explication", prose(point.explanation)},
         {"attente", prose(point.meanwhile)},
         {"articles", text(point.citations.empty()
                               ? ""
                               : engine.law().citation_list(point.citations, diagnostics))}});
  }
  return records;
}

}  // namespace

Response law_page(const Site& site, const Request&) {
  Response response;
  response.body = site.remembered("droit", [&] {
    const auto engine = site.engine();
    base::Diagnostics diagnostics;
    const Record values = {{"textes", list(text_records(*engine, diagnostics))},
                           {"points", list(open_point_records(*engine, diagnostics))}};
    return page(site, {"Le droit", "/droit", 200}, "droit", values).body;
  });
  return response;
}

Response article_page(const Site& site, const std::string& citation) {
  const auto engine = site.engine();
  base::Diagnostics diagnostics;
  const law::Article* article = engine->law().article(citation, diagnostics);
  if (article == nullptr) return not_found_page(site);
  std::vector<Record> versions;
  // The law of today first.
  for (std::size_t i = article->versions.size(); i-- > 0;) {
    versions.push_back(version_record(*engine, *article, i, diagnostics));
  }
  const std::string title = engine->law().citation_text(citation, diagnostics);
  std::string capital = title;
  if (capital.starts_with("article")) capital[0] = 'A';
  return page(site, {capital, "/droit", 200}, "article",
              {{"titre", text(capital)},
               {"sujet", prose(article->subject)},
               {"adresse", text(engine->law().address(citation, site.today()))},
               {"versions", list(std::move(versions))}});
}

Response law_changes_page(const Site& site) {
  const auto engine = site.engine();
  base::Diagnostics diagnostics;
  const calendar::Date today = site.today();
  auto changes = law::changes(engine->law(), today - years_told, today + years_told, diagnostics);
  // The newest first.
  std::stable_sort(changes.begin(), changes.end(),
                   [](const law::Change& a, const law::Change& b) { return a.on > b.on; });
  std::vector<Record> days;
  for (std::size_t i = 0; i < changes.size();) {
    const calendar::Date day = changes[i].on;
    std::vector<Record> records;
    for (; i < changes.size() && changes[i].on == day; ++i) {
      const law::Change& each = changes[i];
      const std::string address =
          each.kind == "article" ? "/droit/" + percent_encoded(each.id) : std::string();
      records.push_back(
          {{"titre", prose(each.title)}, {"adresse", text(address)}, {"quoi", prose(each.what)}});
    }
    days.push_back({{"jour", text(calendar::french(day))},
                    {"à_venir", Value(day > today)},
                    {"changements", list(std::move(records))}});
  }
  return page(site, {"Ce qui a changé dans le droit", "/droit", 200}, "changements",
              {{"jours", list(std::move(days))}});
}

}  // namespace web
