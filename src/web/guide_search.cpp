#include "web/guide_search.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace web {
namespace {

constexpr std::size_t words_before = 8;
constexpr std::size_t words_shown = 36;

bool is_word_character(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// « L’élu, » → "elu": folded, without what is elided before it nor the signs around it.
std::string key_of(std::string_view word) {
  std::string folded = base::fold(word);
  if (const auto elided = folded.rfind('\''); elided != std::string::npos) {
    folded = folded.substr(elided + 1);
  }
  // The letter of an article counts apart: « L2123-35 » is also « L. 2123-35 ».
  if (folded.size() > 2 && folded[0] >= 'a' && folded[0] <= 'z' && folded[1] == '.') {
    folded = folded.substr(2);
  } else if (folded.size() > 1 && folded[0] >= 'a' && folded[0] <= 'z' && folded[1] >= '0' &&
             folded[1] <= '9') {
    folded = folded.substr(1);
  }
  const auto begin = std::find_if(folded.begin(), folded.end(), is_word_character);
  const auto end =
      std::find_if(folded.rbegin(), std::make_reverse_iterator(begin), is_word_character).base();
  return {begin, end};
}

struct Word {
  std::string written, key;
};

std::vector<Word> words_of(std::string_view text) {
  std::string spaced(text);
  // Unbreakable spaces part words too.
  for (const char* space : {"\u00A0", "\u202F"}) {
    for (auto at = spaced.find(space); at != std::string::npos; at = spaced.find(space, at + 1)) {
      spaced.replace(at, std::string_view(space).size(), " ");
    }
  }
  std::vector<Word> words;
  for (std::string& written : base::split(spaced, ' ')) {
    if (written.empty()) continue;
    std::string key = key_of(written);
    words.push_back({std::move(written), std::move(key)});
  }
  return words;
}

std::vector<std::string> asked_words(std::string_view typed) {
  std::vector<std::string> asked;
  for (Word& word : words_of(typed)) {
    const bool number = !word.key.empty() && word.key[0] >= '0' && word.key[0] <= '9';
    if (number || base::length(word.key) > 1) asked.push_back(std::move(word.key));
  }
  return asked;
}

std::size_t count(const std::vector<Word>& words, const std::string& asked) {
  return static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [&](const Word& word) { return word.key.starts_with(asked); }));
}

// A title counts more than a text; ten times the same word no more than five.
std::size_t weight(const Passage& passage, const std::vector<Word>& text,
                   const std::vector<std::string>& asked) {
  const auto title = words_of(passage.title);
  const auto chapter = words_of(passage.chapter);
  std::size_t sum = 0;
  for (const std::string& each : asked) {
    const std::size_t points = (count(title, each) > 0 ? 20 : 0) +
                               (count(chapter, each) > 0 ? 5 : 0) +
                               std::min<std::size_t>(5, count(text, each));
    if (points == 0) return 0;
    sum += points;
  }
  return sum;
}

// The window of the text that holds the most different words asked.
std::size_t best_window(const std::vector<Word>& text, const std::vector<std::string>& asked) {
  std::size_t best = 0, most = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(from);
    const std::vector<Word> window(
        begin, begin + static_cast<std::ptrdiff_t>(
                           std::min(words_shown - words_before, text.size() - from)));
    const auto different = static_cast<std::size_t>(
        std::count_if(asked.begin(), asked.end(),
                      [&](const std::string& each) { return count(window, each) > 0; }));
    if (different > most) {
      most = different;
      best = from;
    }
    if (most == asked.size()) break;
  }
  // The words asked may come late in the window: begin just before the first of them.
  while (best < text.size() && most > 0 &&
         std::none_of(asked.begin(), asked.end(),
                      [&](const std::string& each) { return text[best].key.starts_with(each); })) {
    ++best;
  }
  return best > words_before ? best - words_before : 0;
}

std::vector<ExcerptPart> excerpt(const std::vector<Word>& text,
                                 const std::vector<std::string>& asked) {
  std::vector<ExcerptPart> parts;
  const auto add = [&](const std::string& written, bool found) {
    if (parts.empty() || parts.back().found != found) parts.push_back({{}, found});
    parts.back().text += written;
  };
  const std::size_t begin = best_window(text, asked);
  const std::size_t end = std::min(text.size(), begin + words_shown);
  if (begin > 0) add("… ", false);
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) add(" ", false);
    add(text[i].written, std::any_of(asked.begin(), asked.end(), [&](const std::string& each) {
          return text[i].key.starts_with(each);
        }));
  }
  if (end < text.size()) add(" …", false);
  return parts;
}

}  // namespace

std::vector<FoundPassage> search(const std::vector<Passage>& passages, std::string_view words,
                                 std::size_t limit) {
  const std::vector<std::string> asked = asked_words(words);
  struct Candidate {
    std::size_t points;
    const Passage* passage;
  };
  std::vector<Candidate> candidates;
  for (const Passage& passage : passages) {
    const std::size_t points = asked.empty() ? 0 : weight(passage, words_of(passage.text), asked);
    if (points > 0) candidates.push_back({points, &passage});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.points > b.points; });
  if (candidates.size() > limit) candidates.resize(limit);
  std::vector<FoundPassage> found;
  for (const Candidate& each : candidates) {
    found.push_back({each.passage, excerpt(words_of(each.passage->text), asked)});
  }
  return found;
}

}  // namespace web
