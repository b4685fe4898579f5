// The parts of law/changes.hpp that write text and JSON.
#include <nlohmann/json.hpp>

#include "law/changes.hpp"

namespace law {
namespace {

using Json = nlohmann::ordered_json;

constexpr int json_indent = 2;

// What article_text and article_json both need; null pointers after a reported mistake.
struct Found {
  const Article* article = nullptr;
  const ArticleVersion* version = nullptr;
};

Found find(const Library& library, std::string_view id, calendar::Date day,
           base::Diagnostics& diagnostics, const Citing& citing) {
  Found found;
  found.version = library.version(id, day, diagnostics, citing);
  if (found.version != nullptr) found.article = library.article(id, diagnostics, citing);
  return found;
}

// Day on which the version shown stops, if the database knows it.
std::optional<calendar::Date> next_change(const Article& article, const ArticleVersion& version) {
  for (const ArticleVersion& other : article.versions) {
    if (other.provenance.since > version.provenance.since) return other.provenance.since;
  }
  return std::nullopt;
}

std::string since_words(const Provenance& provenance) {
  return (provenance.entry_into_force ? "En vigueur depuis le " : "Connu depuis le ") +
         calendar::french(provenance.since);
}

}  // namespace

std::string to_json(const std::vector<Change>& changes) {
  Json list = Json::array();
  for (const Change& change : changes) {
    list.push_back({{"date", calendar::iso(change.on)},
                    {"genre", change.kind},
                    {"id", change.id},
                    {"titre", change.title},
                    {"changement", change.what},
                    {"confiance", change.confidence}});
  }
  return list.dump(json_indent) + "\n";
}

std::string to_text(const std::vector<Change>& changes) {
  std::string text;
  std::optional<calendar::Date> day;
  for (const Change& change : changes) {
    if (day != change.on) {
      if (day) text += "\n";
      text += calendar::french(change.on) + "\n";
      day = change.on;
    }
    // A citation already begins with « article », a title with « loi » or « décret ».
    const bool named = change.kind == "article" || change.kind == "texte";
    text += "  " + (named ? std::string() : change.kind + " : ") + change.title + "\n    " +
            change.what;
    if (change.confidence != name(Confidence::certain)) text += " [" + change.confidence + "]";
    text += "\n";
  }
  return text;
}

std::string article_text(const Library& library, std::string_view id, calendar::Date day,
                         base::Diagnostics& diagnostics, const Citing& citing) {
  const Found found = find(library, id, day, diagnostics, citing);
  if (found.article == nullptr) return {};
  const Provenance& provenance = found.version->provenance;
  std::string text =
      library.citation_text(id, diagnostics, citing) + "\n" + found.article->subject + "\n\n";
  text += found.version->repealed ? "Abrogé." : found.version->summary;
  text += "\n\n" + since_words(provenance);
  if (const auto next = next_change(*found.article, *found.version)) {
    text += ", jusqu’à la modification du " + calendar::french(*next);
  }
  text += ".\n";
  if (!found.version->change.empty()) text += "Changement : " + found.version->change + "\n";
  text += "Confiance : " + std::string(name(provenance.confidence)) + " ; vérifié le " +
          calendar::french(provenance.checked_on) + ".\n";
  const std::string address = library.address(id, day);
  if (!address.empty()) text += "Légifrance : " + address + "\n";
  for (const Source& source : provenance.sources) {
    text += "Source : " + source.title +
            (source.address.empty() ? std::string() : " <" + source.address + ">") + "\n";
  }
  return text;
}

std::string article_json(const Library& library, std::string_view id, calendar::Date day,
                         base::Diagnostics& diagnostics, const Citing& citing) {
  const Found found = find(library, id, day, diagnostics, citing);
  if (found.article == nullptr) return {};
  const ArticleVersion& version = *found.version;
  Json sources = Json::array();
  for (const Source& source : version.provenance.sources) {
    sources.push_back({{"titre", source.title},
                       {"adresse", source.address.empty() ? Json() : Json(source.address)}});
  }
  const auto next = next_change(*found.article, version);
  const std::string address = library.address(id, day);
  const Json json = {{"id", found.article->id},
                     {"citation", library.citation_text(id, diagnostics, citing)},
                     {"objet", found.article->subject},
                     {"depuis", calendar::iso(version.provenance.since)},
                     {"date_d_entrée_en_vigueur_connue", version.provenance.entry_into_force},
                     {"prochaine_modification", next ? Json(calendar::iso(*next)) : Json()},
                     {"abrogé", version.repealed},
                     {"résumé", version.summary},
                     {"changement", version.change.empty() ? Json() : Json(version.change)},
                     {"confiance", std::string(name(version.provenance.confidence))},
                     {"vérifié_le", calendar::iso(version.provenance.checked_on)},
                     {"adresse", address.empty() ? Json() : Json(address)},
                     {"sources", sources}};
  return json.dump(json_indent) + "\n";
}

std::string listing_text(const Library& library, base::Diagnostics& diagnostics) {
  std::string listing;
  for (const std::string& text_id : library.text_ids()) {
    const Text* text = library.text(text_id, diagnostics);
    if (text == nullptr) continue;
    listing += text->title + "\n";
    for (const std::string& id : library.article_ids(text_id)) {
      const Article* article = library.article(id, diagnostics);
      if (article != nullptr) listing += "  " + id + " : " + article->subject + "\n";
    }
  }
  return listing;
}

std::string listing_json(const Library& library, base::Diagnostics& diagnostics) {
  Json list = Json::array();
  for (const std::string& text_id : library.text_ids()) {
    for (const std::string& id : library.article_ids(text_id)) {
      const Article* article = library.article(id, diagnostics);
      if (article == nullptr) continue;
      list.push_back({{"id", id},
                      {"citation", library.citation_text(id, diagnostics)},
                      {"objet", article->subject}});
    }
  }
  return list.dump(json_indent) + "\n";
}

}  // namespace law
