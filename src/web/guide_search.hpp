#pragma once

#include <string>
#include <string_view>
#include <vector>

// The search in the guide. Accents and capitals do not count; each word asked must begin a word of
// the passage, of its title or of its chapter.
namespace web {

struct Passage {
  std::string anchor;   // id of its heading
  std::string title;    // of the heading
  std::string chapter;  // title of the chapter
  std::string text;
};

// A piece of the excerpt that a result shows.
struct ExcerptPart {
  std::string text;
  bool found = false;  // one of the words asked
};

struct FoundPassage {
  const Passage* passage = nullptr;
  std::vector<ExcerptPart> excerpt;
};

// The best first, `limit` at most. Nothing if no word is worth looking for.
[[nodiscard]] std::vector<FoundPassage> search(const std::vector<Passage>& passages,
                                               std::string_view words, std::size_t limit);

}  // namespace web
