#include "app/cited_articles.hpp"

#include <algorithm>
#include <cctype>

#include "app/citations.hpp"
#include "app/values.hpp"

namespace app {
namespace {

using templating::Record;

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// The digits at `at`, without leading zeros, and the place after them.
std::pair<std::string_view, std::size_t> number_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  while (at + 1 < end && text[at] == '0') ++at;
  return {text.substr(at, end - at), end};
}

// Numbers inside compare by value: "L2121-9" comes before "L2121-10".
bool reads_before(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const auto [left, after_left] = number_at(a, i);
      const auto [right, after_right] = number_at(b, j);
      if (left != right) {
        return left.size() != right.size() ? left.size() < right.size() : left < right;
      }
      i = after_left;
      j = after_right;
    } else {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i;
      ++j;
    }
  }
  return a.size() - i < b.size() - j;
}

Record entry(const Engine& engine, const std::string& id, const std::vector<CitingChapter>& citing,
             base::Diagnostics& ignored) {
  std::vector<Record> chapters;
  chapters.reserve(citing.size());
  for (const CitingChapter& chapter : citing) {
    chapters.push_back({{"id", project_text(citation_place(chapter.id, id))},
                        {"titre", project_text(chapter.title)}});
  }
  const bool whole = id.find('/') == std::string::npos;
  const law::Article* article = whole ? nullptr : engine.law().article(id, ignored);
  const std::string number = whole ? std::string() : id.substr(id.find('/') + 1);
  return with_presence(
      {{"citation", project_text(id)},
       {"texte", project_text(engine.law().citation_text(id, ignored))},
       {"numéro", project_text(law::spaced_number(number))},
       {"objet", project_text(article == nullptr ? std::string() : article->subject)},
       {"chapitres", ranked(std::move(chapters))}});
}

}  // namespace

void ArticleIndex::add(const CitingChapter& chapter, const std::vector<std::string>& citations) {
  for (const std::string& id : citations) chapters_[id].push_back(chapter);
}

templating::Value ArticleIndex::values(const Engine& engine) const {
  base::Diagnostics ignored;
  std::map<std::string, std::vector<std::string>> by_text;
  for (const auto& [id, chapters] : chapters_) by_text[id.substr(0, id.find('/'))].push_back(id);
  std::map<std::string, std::vector<Record>> by_title;
  for (auto& [text, ids] : by_text) {
    const law::Text* act = engine.law().text(text, ignored);
    if (act == nullptr) continue;
    std::sort(ids.begin(), ids.end(), reads_before);
    std::string title = act->title;  // begins with code, loi, décret or ordonnance
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    // « Code pénal (C. pén.) »: the abbreviations of the guide are explained there.
    const bool abbreviated = act->title.find(act->short_form) == std::string::npos;
    if (abbreviated) title += " (" + act->short_form + ")";
    std::vector<Record>& entries = by_title[title];
    for (const std::string& id : ids) {
      if (engine.law().citation_text(id, ignored).empty()) continue;
      entries.push_back(entry(engine, id, chapters_.at(id), ignored));
    }
  }
  std::vector<Record> texts;
  texts.reserve(by_title.size());
  for (auto& [title, entries] : by_title) {
    texts.push_back(
        with_presence({{"titre", project_text(title)}, {"articles", ranked(std::move(entries))}}));
  }
  return ranked(std::move(texts));
}

}  // namespace app
