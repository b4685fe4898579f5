#include "typeset/hyphenate.hpp"

#include <hyphen.h>
#include <unictype.h>

#include <cstdlib>

#include "base/text.hpp"

namespace typeset {
namespace {

constexpr int letters_kept = 3;            // on either side of a hyphen
constexpr std::size_t longest_word = 100;  // bytes; no French word comes near

bool lower_case_word(std::string_view word) {
  std::size_t offset = 0;
  while (offset < word.size()) {
    if (!uc_is_lower(base::next_code_point(word, offset))) return false;
  }
  return !word.empty();
}

}  // namespace

class Hyphenator::Dictionary {
 public:
  explicit Dictionary(const std::string& path) : dictionary_(hnj_hyphen_load(path.c_str())) {}
  ~Dictionary() {
    if (dictionary_ != nullptr) hnj_hyphen_free(dictionary_);
  }
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  // The patterns are read as UTF-8 only: positions then count characters.
  [[nodiscard]] bool usable() const { return dictionary_ != nullptr && dictionary_->utf8 != 0; }

  // One flag a character: may a hyphen follow it?
  [[nodiscard]] std::vector<bool> after(std::string_view word) const {
    const auto size = static_cast<int>(word.size());
    std::string marks(word.size() + 5, '\0');  // room asked for by libhyphen's documentation
    std::string hyphenated(word.size() * 2 + 5, '\0');
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    const int failed = hnj_hyphen_hyphenate3(
        dictionary_, word.data(), size, marks.data(), hyphenated.data(), &replacements, &positions,
        &cuts, letters_kept, letters_kept, letters_kept, letters_kept);
    std::vector<bool> flags(base::length(word), false);
    for (std::size_t i = 0; failed == 0 && i < flags.size(); ++i) {
      const bool respelled = replacements != nullptr && replacements[i] != nullptr;
      flags[i] = (marks[i] & 1) != 0 && !respelled;
    }
    if (replacements != nullptr) {
      for (int i = 0; i < size; ++i) std::free(replacements[i]);
      std::free(replacements);
    }
    std::free(positions);
    std::free(cuts);
    return flags;
  }

 private:
  HyphenDict* dictionary_;
};

Hyphenator::Hyphenator() : Hyphenator("/usr/share/hyphen/hyph_fr.dic") {}
Hyphenator::Hyphenator(std::string path) : path_(std::move(path)) {}
Hyphenator::~Hyphenator() = default;

std::vector<std::size_t> Hyphenator::points(std::string_view word,
                                            base::Diagnostics& diagnostics) const {
  std::vector<std::size_t> offsets;
  if (word.size() > longest_word || !lower_case_word(word)) return offsets;
  const std::lock_guard lock(mutex_);
  if (!dictionary_) dictionary_ = std::make_unique<Dictionary>(path_);
  if (!dictionary_->usable()) {
    diagnostics.error(base::Kind::tool, {path_, 0, 0}, "dictionnaire de césure introuvable",
                      "Installez le paquet Debian qui le fournit : apt-get install hyphen-fr");
    return offsets;
  }
  const std::vector<bool> after = dictionary_->after(word);
  std::size_t offset = 0;
  for (std::size_t i = 0; i < after.size(); ++i) {
    (void)base::next_code_point(word, offset);
    const bool far_from_ends = i + 1 >= letters_kept && i + 1 + letters_kept <= after.size();
    if (after[i] && far_from_ends) offsets.push_back(offset);
  }
  return offsets;
}

}  // namespace typeset
