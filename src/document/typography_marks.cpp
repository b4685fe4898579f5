#include <unictype.h>

#include "document/typography_run.hpp"

// Apostrophes, quotes, dots, dashes, ordinals: signs that take the place of others.
namespace document {

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == no_break_space ||
         c == narrow_no_break_space || c == U'\u2009';
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_letter_or_digit(char32_t c) {
  return uc_is_general_category_withtable(
      static_cast<ucs4_t>(c), UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N);
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

char32_t at(const Units& units, std::size_t index) {
  return index < units.size() ? units[index].c : 0;
}

namespace {

bool matches(const Units& units, std::size_t index, std::u32string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (at(units, index + i) != text[i]) return false;
  }
  return true;
}

bool is_mail_character(char32_t c) {
  return c < 0x80 && (is_letter_or_digit(c) || is_one_of(c, U"._%+-"));
}

void freeze(Units& units, std::size_t begin, std::size_t end) {
  while (end > begin && is_one_of(units[end - 1].c, U".,;:!?)…’'\"»")) --end;
  for (std::size_t i = begin; i < end; ++i) units[i].frozen = true;
}

std::size_t end_of_address(const Units& units, std::size_t index) {
  while (index < units.size() && !is_space(units[index].c) &&
         !is_one_of(units[index].c, U"«»\"<>")) {
    ++index;
  }
  return index;
}

bool opens_quote_after(char32_t before) {
  return before == 0 || is_space(before) || is_one_of(before, U"([«“‘’'–—/");
}

bool closes_quote_before(char32_t after) {
  return after == 0 || is_space(after) || is_one_of(after, U".,;:!?)]»”…");
}

struct Pair {
  std::size_t open;
  std::size_t close;
  bool inner;  // inside other quotes
};

std::vector<Pair> quote_pairs(const Units& units) {
  std::vector<Pair> pairs;
  std::vector<std::size_t> open;
  std::vector<bool> inside;
  int guillemets = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].frozen) continue;
    if (units[i].c == U'«') ++guillemets;
    if (units[i].c == U'»' && guillemets > 0) --guillemets;
    if (units[i].c != U'"') continue;
    const bool can_open = opens_quote_after(i == 0 ? 0 : at(units, i - 1));
    const bool can_close = closes_quote_before(at(units, i + 1));
    if (!open.empty() && (can_close || !can_open)) {
      pairs.push_back({open.back(), i, inside.back()});
      open.pop_back();
      inside.pop_back();
    } else if (can_open) {
      inside.push_back(guillemets > 0 || !open.empty());
      open.push_back(i);
    }
  }
  return pairs;
}

// The number written at [begin, begin + 4) if it is a year of our times, else 0.
int year_at(const Units& units, std::size_t begin) {
  int year = 0;
  for (std::size_t i = begin; i < begin + 4; ++i) {
    if (!is_digit(at(units, i))) return 0;
    year = year * 10 + static_cast<int>(at(units, i) - U'0');
  }
  return year >= 1900 && year <= 2100 ? year : 0;
}

// « 2020-2026 », but neither « n° 2025-2026 » nor « L. 2020-2026 » nor a longer reference.
bool is_range_of_years(const Units& units, std::size_t hyphen) {
  if (hyphen < 4) return false;
  const int first = year_at(units, hyphen - 4);
  const int last = year_at(units, hyphen + 1);
  if (first == 0 || last == 0 || last <= first) return false;
  if (is_letter_or_digit(at(units, hyphen + 5)) || at(units, hyphen + 5) == U'-') return false;
  std::size_t before = hyphen - 4;
  if (before > 0 && !is_space(units[before - 1].c) && !is_one_of(units[before - 1].c, U"(«’")) {
    return false;
  }
  while (before > 0 && is_space(units[before - 1].c)) --before;
  return before == 0 || !is_one_of(units[before - 1].c, U".°º");
}

bool is_roman(std::u32string_view number) {
  if (number.size() == 1) return is_one_of(number.front(), U"VX");
  return !number.empty() && number.find_first_not_of(U"IVXLC") == std::u32string_view::npos;
}

bool is_ordinal(std::u32string_view number, std::u32string_view ending) {
  const bool first = ending == U"er" || ending == U"ers" || ending == U"re" || ending == U"res";
  if (number == U"1" || number == U"I") return first;
  if (number == U"2" && (ending == U"nd" || ending == U"nde")) return true;
  if (ending != U"e" && ending != U"es") return false;
  return is_digit(number.front()) || is_roman(number);
}

}  // namespace

void freeze_addresses(Units& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].frozen) continue;
    std::size_t begin = i;
    if (matches(units, i, U"://")) {
      while (begin > 0 && units[begin - 1].c >= U'a' && units[begin - 1].c <= U'z') --begin;
      const std::size_t end = end_of_address(units, i);
      freeze(units, begin, end);
      i = end;
    } else if (matches(units, i, U"www.") && (i == 0 || !is_letter_or_digit(units[i - 1].c))) {
      const std::size_t end = end_of_address(units, i);
      freeze(units, begin, end);
      i = end;
    } else if (units[i].c == U'@') {
      while (begin > 0 && is_mail_character(units[begin - 1].c)) --begin;
      std::size_t end = i + 1;
      while (is_mail_character(at(units, end))) ++end;
      if (begin < i && end > i + 1) freeze(units, begin, end);
      i = end - 1;
    }
  }
}

void replace_marks(Units& units) {
  for (const Pair& pair : quote_pairs(units)) {
    units[pair.open].c = pair.inner ? U'“' : U'«';
    units[pair.close].c = pair.inner ? U'”' : U'»';
  }
  Units result;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit unit = units[i];
    if (!unit.frozen && unit.c == U'\'') unit.c = U'’';
    std::size_t dots = 0;
    while (!unit.frozen && at(units, i + dots) == U'.' && !units[i + dots].frozen) ++dots;
    // A longer row of dots is a blank to fill in by hand.
    if (dots == 3) unit.c = U'…';
    result.push_back(unit);
    for (std::size_t j = 1; j < dots && dots > 3; ++j) result.push_back(units[i + j]);
    if (dots >= 3) i += dots - 1;
  }
  units = std::move(result);
}

void replace_dashes(Units& units) {
  for (std::size_t i = 1; i + 1 < units.size(); ++i) {
    if (units[i].frozen || units[i].c != U'-') continue;
    const bool between_spaces = i >= 2 && is_space(units[i - 1].c) && is_space(units[i + 1].c) &&
                                units[i - 1].c != U'\n' && units[i + 1].c != U'\n';
    if (between_spaces || is_range_of_years(units, i)) units[i].c = U'–';
  }
}

void raise_ordinals(Units& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char32_t before = i == 0 ? 0 : units[i - 1].c;
    if (is_letter_or_digit(before) || is_one_of(before, U"-.,/_#")) continue;
    std::u32string number;
    std::size_t end = i;
    const bool roman = is_one_of(units[i].c, U"IVXLC");
    while (end < units.size() &&
           (roman ? is_one_of(units[end].c, U"IVXLC") : is_digit(units[end].c))) {
      number += units[end++].c;
    }
    if (number.empty()) continue;
    std::u32string ending;
    std::size_t stop = end;
    bool ours = true;
    while (is_letter_or_digit(at(units, stop)) && ending.size() < 4) {
      ours = ours && !units[stop].frozen;
      ending += units[stop++].c;
    }
    if (!ours || is_letter_or_digit(at(units, stop)) || !is_ordinal(number, ending)) continue;
    for (std::size_t j = end; j < stop; ++j) units[j].raised = true;
    i = stop - 1;
  }
}

}  // namespace document
