#include "law/changes.hpp"

#include <algorithm>
#include <tuple>

namespace law {
namespace {

// True for a version that began in (from, to] and did change the law.
bool began(const Provenance& provenance, calendar::Date from, calendar::Date to) {
  return provenance.entry_into_force && provenance.since > from && provenance.since <= to;
}

// Texts first, then their articles, then what follows from them.
int rank(const Change& change) {
  static const std::vector<std::string_view> kinds = {"texte", "article", "infraction",
                                                      "paramètre"};
  return static_cast<int>(std::find(kinds.begin(), kinds.end(), change.kind) - kinds.begin());
}

std::string told(const std::string& change, std::string_view otherwise) {
  return change.empty() ? std::string(otherwise) : change;
}

void add_texts(const Library& library, calendar::Date from, calendar::Date to,
               std::vector<Change>& list, base::Diagnostics& diagnostics) {
  for (const std::string& id : library.text_ids()) {
    const Text* text = library.text(id, diagnostics);
    if (text == nullptr) continue;
    const std::string confidence(name(text->provenance.confidence));
    if (began(text->provenance, from, to)) {
      list.push_back({text->provenance.since, "texte", id, text->title,
                      told(text->summary, "Entrée en vigueur."), confidence});
    }
    if (text->end && text->end->on > from && text->end->on <= to) {
      list.push_back({text->end->on, "texte", id, text->title, text->end->reason, confidence});
    }
  }
}

void add_articles(const Library& library, calendar::Date from, calendar::Date to,
                  std::vector<Change>& list, base::Diagnostics& diagnostics) {
  for (const std::string& text : library.text_ids()) {
    for (const std::string& id : library.article_ids(text)) {
      const Article* article = library.article(id, diagnostics);
      if (article == nullptr) continue;
      for (const ArticleVersion& version : article->versions) {
        if (!began(version.provenance, from, to)) continue;
        list.push_back({version.provenance.since, "article", id,
                        library.citation_text(id, diagnostics) + " (" + article->subject + ")",
                        version.repealed ? told(version.change, "Article abrogé.")
                                         : told(version.change, version.summary),
                        std::string(name(version.provenance.confidence))});
      }
    }
  }
}

// Offences and parameters alike: an id, a title, versions with a change.
template <typename Item>
void add_versions(const Item* item, std::string_view kind, calendar::Date from, calendar::Date to,
                  std::vector<Change>& list) {
  if (item == nullptr) return;
  for (const auto& version : item->versions) {
    if (!began(version.provenance, from, to)) continue;
    list.push_back({version.provenance.since, std::string(kind), item->id, item->title,
                    told(version.change, "Nouvelle version."),
                    std::string(name(version.provenance.confidence))});
  }
}

}  // namespace

std::vector<Change> changes(const Library& library, calendar::Date from, calendar::Date to,
                            base::Diagnostics& diagnostics) {
  std::vector<Change> list;
  if (to < from) {
    diagnostics.error(base::Kind::usage, {}, "la seconde date vient avant la première.",
                      "Écrivez d’abord la date la plus ancienne.");
    return list;
  }
  add_texts(library, from, to, list, diagnostics);
  add_articles(library, from, to, list, diagnostics);
  for (const std::string& id : library.offence_ids()) {
    add_versions(library.offence(id, diagnostics), "infraction", from, to, list);
  }
  for (const std::string& id : library.parameter_ids()) {
    add_versions(library.parameter(id, diagnostics), "paramètre", from, to, list);
  }
  std::stable_sort(list.begin(), list.end(), [](const Change& a, const Change& b) {
    return std::make_tuple(a.on, rank(a), a.id) < std::make_tuple(b.on, rank(b), b.id);
  });
  return list;
}

}  // namespace law
