#include <unicase.h>
#include <unictype.h>

#include <algorithm>
#include <array>

#include "document/typography_run.hpp"

// Spaces: before punctuation, inside quotes, and where a line must not be cut.
namespace document {
namespace {

using Word = std::u32string;

bool is_free_space(const Unit& unit) { return !unit.frozen && unit.c != U'\n' && is_space(unit.c); }

// The space that stands before a sign, or 0 if this sign takes none here. `before`: the last
// character that is not a space; `spaced`: there was a space already.
char32_t space_before(const Units& units, std::size_t i, char32_t before, bool spaced) {
  const char32_t sign = units[i].c;
  const char32_t after = at(units, i + 1);
  const bool ends = after == 0 || is_space(after) || is_one_of(after, U")]»”…!?.,");
  switch (sign) {
    case U';':
    case U'!':
    case U'?':
      if (is_one_of(before, U"([«“;:!?")) return 0;
      return spaced || ends ? narrow_no_break_space : 0;
    case U':':
      // Neither a time (10:55) nor an address (droit:x).
      if (is_one_of(before, U"([«“;:!?")) return 0;
      return after == 0 || is_space(after) || after == U'»' ? no_break_space : 0;
    case U'»':
      return before == U'«' ? 0 : no_break_space;
    case U'%':
    case U'‰':
    case U'€':
      return is_digit(before) ? no_break_space : 0;
    default:
      return 0;
  }
}

// ---- Words that keep their neighbour ---------------------------------------------------------

constexpr std::array<std::u32string_view, 9> civilities = {
    U"M.", U"MM.", U"Mme", U"Mmes", U"Mlle", U"Mlles", U"Me", U"Dr", U"Pr"};
constexpr std::array<std::u32string_view, 7> abbreviations = {U"art.", U"al.",   U"p.",  U"pp.",
                                                              U"§",    U"chap.", U"fig."};
constexpr std::array<std::u32string_view, 5> article_series = {U"L.", U"R.", U"D.", U"A.", U"L.O."};
constexpr std::array<std::u32string_view, 11> numbered = {
    U"article",  U"articles", U"alinéa", U"alinéas", U"page",   U"pages",
    U"chapitre", U"titre",    U"annexe", U"pièce",   U"section"};
constexpr std::array<std::u32string_view, 12> months = {
    U"janvier", U"février", U"mars",      U"avril",   U"mai",      U"juin",
    U"juillet", U"août",    U"septembre", U"octobre", U"novembre", U"décembre"};
constexpr std::array<std::u32string_view, 20> units_of_measure = {
    U"jour",    U"jours",    U"mois",  U"an",     U"ans", U"année",    U"années",
    U"semaine", U"semaines", U"heure", U"heures", U"h",   U"min",      U"minute",
    U"minutes", U"euro",     U"euros", U"km",     U"m",   U"habitants"};

template <std::size_t size>
bool contains(const std::array<std::u32string_view, size>& list, std::u32string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::size_t longest_word = 24;

// The word that ends just before `index`, without opening punctuation.
Word word_before(const Units& units, std::size_t index) {
  std::size_t begin = index;
  while (begin > 0 && index - begin < longest_word && !is_space(units[begin - 1].c) &&
         !is_one_of(units[begin - 1].c, U"([«“’'")) {
    --begin;
  }
  Word word;
  for (std::size_t i = begin; i < index; ++i) word += units[i].c;
  return word;
}

Word word_after(const Units& units, std::size_t index) {
  Word word;
  for (; index < units.size() && word.size() < longest_word && !is_space(units[index].c); ++index) {
    word += units[index].c;
  }
  return word;
}

std::u32string_view letters_of(std::u32string_view word) {
  std::size_t end = 0;
  while (end < word.size() && is_letter_or_digit(word[end])) ++end;
  return word.substr(0, end);
}

Word lower_first(Word word) {
  if (!word.empty()) {
    word.front() = static_cast<char32_t>(uc_tolower(static_cast<ucs4_t>(word.front())));
  }
  return word;
}

bool all_digits(std::u32string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

bool is_number(std::u32string_view word) {
  return !word.empty() && is_digit(word.front()) && is_digit(word.back()) &&
         std::all_of(word.begin(), word.end(), [](char32_t c) { return is_digit(c) || c == U','; });
}

// « 1 250 000 »: a group of one to three digits (three after another group), then exactly three.
bool groups_digits(const Units& units, std::size_t space, std::u32string_view left,
                   std::u32string_view right) {
  if (!all_digits(left) || left.size() > 3 || right.size() < 3 || !all_digits(right.substr(0, 3))) {
    return false;
  }
  if (right.size() > 3 && (is_letter_or_digit(right[3]) || is_one_of(right[3], U"-/°"))) {
    return false;
  }
  const std::size_t begin = space - left.size();
  const bool first_group = begin < 2 || !is_digit(units[begin - 2].c);
  if (first_group) {
    const bool after_mark = begin > 0 && is_one_of(units[begin - 1].c, U"-–/.,");
    return left.front() != U'0' && !after_mark;
  }
  // After a group already bound, or one that the same rule has just bound.
  return units[begin - 1].c == narrow_no_break_space && left.size() == 3;
}

// `before_left`: the character two places before `left`, a space lying between them.
bool keeps_next(const Word& left, const Word& right, char32_t before_left) {
  const char32_t first = right.front();
  if (contains(civilities, left)) return uc_is_upper(static_cast<ucs4_t>(first));
  const Word name = lower_first(left);
  const bool before_number = is_digit(first);
  if (name == U"n°" || name == U"nº") return is_letter_or_digit(first);
  if (contains(abbreviations, name)) {
    return before_number || (name == U"art." && contains(article_series, right));
  }
  if (contains(article_series, left)) return before_number;
  if (contains(numbered, name)) return before_number || contains(article_series, right);
  const std::u32string_view word = letters_of(right);
  if (is_number(left) && contains(units_of_measure, word)) return true;
  if ((all_digits(left) && left.size() <= 2) || left == U"1er") {
    if (contains(months, word)) return true;
  }
  if (contains(months, left)) return all_digits(word) && word.size() == 4;
  const bool hour = left == U"h" && is_digit(before_left);
  return hour && all_digits(word) && word.size() == 2;
}

}  // namespace

void collapse_spaces(Units& units) {
  Units result;
  for (const Unit& unit : units) {
    const bool plain = !unit.frozen && unit.c == U' ';
    const bool repeated =
        plain && !result.empty() && !result.back().frozen && result.back().c == U' ';
    if (!repeated) result.push_back(unit);
  }
  units = std::move(result);
}

void space_punctuation(Units& units) {
  Units result;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    if (unit.frozen) {
      result.push_back(unit);
      continue;
    }
    std::size_t kept = result.size();
    while (kept > 0 && is_free_space(result[kept - 1])) --kept;
    const bool starts = kept == 0 || is_space(result[kept - 1].c);
    const bool spaced = kept < result.size();
    const char32_t before = kept == 0 ? 0 : result[kept - 1].c;
    const char32_t space = starts ? 0 : space_before(units, i, before, spaced);
    if (space != 0) {
      const Unit model = spaced ? result[kept] : unit;
      result.resize(kept);
      result.push_back({space, false, false, model.source});
    }
    result.push_back(unit);
    if (unit.c != U'«') continue;
    std::size_t next = i + 1;
    while (next < units.size() && is_free_space(units[next])) ++next;
    if (next >= units.size() || is_space(units[next].c)) continue;
    result.push_back(
        {no_break_space, false, false, next > i + 1 ? units[i + 1].source : unit.source});
    i = next - 1;
  }
  units = std::move(result);
}

void bind_words(Units& units) {
  Units result;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit unit = units[i];
    const bool free = !unit.frozen && (unit.c == U' ' || unit.c == no_break_space);
    if (free && i > 0 && i + 1 < units.size() && !is_space(units[i + 1].c)) {
      const Word left = word_before(units, i);
      const Word right = word_after(units, i + 1);
      if (groups_digits(units, i, left, right)) {
        unit.c = narrow_no_break_space;
      } else if (!left.empty() && keeps_next(left, right, i >= 3 ? units[i - 3].c : 0)) {
        unit.c = no_break_space;
      }
      units[i].c = unit.c;
    }
    result.push_back(unit);
    // « n°5 »: the space that is missing.
    const bool number_sign = !unit.frozen && is_one_of(unit.c, U"°º") && i > 0 &&
                             is_one_of(units[i - 1].c, U"nN") &&
                             (i == 1 || !is_letter_or_digit(units[i - 2].c));
    if (number_sign && is_digit(at(units, i + 1))) {
      result.push_back({no_break_space, false, false, unit.source});
    }
  }
  units = std::move(result);
}

bool stay_together(std::u32string_view before, std::u32string_view after) {
  Units units;
  const std::size_t kept = std::min(before.size(), longest_word + 2);
  for (const char32_t c : before.substr(before.size() - kept)) units.push_back({c});
  const std::size_t space = units.size();
  units.push_back({U' '});
  for (const char32_t c : after.substr(0, longest_word)) units.push_back({c});
  const Word left = word_before(units, space), right = word_after(units, space + 1);
  if (left.empty() || right.empty()) return false;
  return keeps_next(left, right, space >= 3 ? units[space - 3].c : 0);
}

}  // namespace document
