#include "law/length.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace law {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"dimanche", "lundi",    "mardi", "mercredi",
                                                      "jeudi",    "vendredi", "samedi"};

// Folded, as base::fold writes them.
constexpr std::array<std::string_view, 31> number_words = {
    "un",          "deux",      "trois",       "quatre",     "cinq",        "six",
    "sept",        "huit",      "neuf",        "dix",        "onze",        "douze",
    "treize",      "quatorze",  "quinze",      "seize",      "dix-sept",    "dix-huit",
    "dix-neuf",    "vingt",     "vingt-et-un", "vingt-deux", "vingt-trois", "vingt-quatre",
    "vingt-cinq",  "vingt-six", "vingt-sept",  "vingt-huit", "vingt-neuf",  "trente",
    "trente-et-un"};

constexpr std::array<std::string_view, 15> ordinals = {
    "premier", "deuxième", "troisième", "quatrième",   "cinquième",
    "sixième", "septième", "huitième",  "neuvième",    "dixième",
    "onzième", "douzième", "treizième", "quatorzième", "quinzième"};

const std::string examples =
    "Exemples : « 5 jours francs », « 2 mois », « 1 an », « 15 jours ouvrables », « 48 heures », "
    "« dixième vendredi ».";

using Words = std::vector<std::string>;

// Folded words; commas and every kind of space separate them.
Words words_of(std::string_view text) {
  const std::string folded = base::fold(text);
  Words words;
  std::string word;
  for (std::size_t offset = 0; offset < folded.size();) {
    const char32_t point = base::next_code_point(folded, offset);
    const bool separator =
        point == U' ' || point == U'\t' || point == U',' || point == 0xA0 || point == 0x202F;
    if (!separator) base::append_utf8(word, point);
    if ((separator || offset >= folded.size()) && !word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

std::optional<int> digits(std::string_view word) {
  if (word.empty() || word.size() > 4) return std::nullopt;
  int value = 0;
  for (const char character : word) {
    if (character < '0' || character > '9') return std::nullopt;
    value = value * 10 + (character - '0');
  }
  return value;
}

std::optional<int> number(std::string_view word) {
  if (const auto value = digits(word)) return value;
  if (word == "une") return 1;
  const auto* found = std::find(number_words.begin(), number_words.end(), word);
  if (found == number_words.end()) return std::nullopt;
  return static_cast<int>(found - number_words.begin()) + 1;
}

std::optional<int> rank(std::string_view word) {
  if (word == "1er" || word == "1ere" || word == "premiere") return 1;
  if (word == "second" || word == "seconde") return 2;
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    if (base::fold(ordinals.at(i)) == word) return static_cast<int>(i) + 1;
  }
  for (const std::string_view ending : {"eme", "e"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      if (const auto value = digits(word.substr(0, word.size() - ending.size()))) return value;
    }
  }
  return std::nullopt;
}

std::optional<std::chrono::weekday> weekday(std::string_view word) {
  for (unsigned i = 0; i < weekdays.size(); ++i) {
    if (weekdays.at(i) == word) return std::chrono::weekday{i};
  }
  return std::nullopt;
}

LengthReading wrong(std::string mistake) { return {std::nullopt, std::move(mistake), examples}; }

std::optional<Length> same_day(const Words& words) {
  if (words != Words{"jour", "meme"}) return std::nullopt;
  Length length;
  length.way = Length::Way::same_day;
  return length;
}

// « premier jour du mois » or « premier jour du mois, 6 mois ».
std::optional<Length> month_start(const Words& words) {
  static const Words beginning = {"premier", "jour", "du", "mois"};
  if (words.size() < 4 || !std::equal(beginning.begin(), beginning.end(), words.begin())) {
    return std::nullopt;
  }
  Length length;
  length.way = Length::Way::month_start;
  if (words.size() == 4) return length;
  const auto months = number(words[4]);
  if (words.size() != 6 || words[5] != "mois" || !months) return std::nullopt;
  length.count = *months;
  return length;
}

std::optional<Length> nth_weekday(const Words& words) {
  if (words.size() != 2) return std::nullopt;
  const auto nth = rank(words[0]);
  const auto day = weekday(words[1]);
  if (!nth || *nth == 0 || !day) return std::nullopt;
  Length length;
  length.way = Length::Way::weekday;
  length.count = *nth;
  length.weekday = *day;
  return length;
}

struct Amount {
  int number = 0;
  std::string unit;       // singular, folded: jour, semaine, mois, an, heure
  std::string adjective;  // franc, ouvrable, ouvre, or empty
};

std::string singular(std::string word) {
  if (word == "annee" || word == "annees") return "an";
  if (word != "mois" && word.size() > 1 && word.back() == 's') word.pop_back();
  return word;
}

bool is_unit(std::string_view word) {
  return word == "jour" || word == "semaine" || word == "mois" || word == "an" || word == "heure";
}

// Reads « NUMBER UNIT [ADJECTIVE] [et …] »; the mistake, if any, is written to `reading`.
std::vector<Amount> amounts(const Words& words, LengthReading& reading) {
  std::vector<Amount> list;
  for (std::size_t i = 0; i < words.size();) {
    if (!list.empty() && words[i] == "et") ++i;
    const auto value = i < words.size() ? number(words[i]) : std::nullopt;
    if (!value) {
      reading = wrong("la durée doit commencer par un nombre.");
      return {};
    }
    if (*value == 0) {
      reading = wrong("une durée nulle ne se compte pas.");
      return {};
    }
    Amount amount{*value, i + 1 < words.size() ? singular(words[i + 1]) : std::string{}, {}};
    if (!is_unit(amount.unit)) {
      reading = wrong("l’unité de la durée n’est pas reconnue" +
                      (amount.unit.empty() ? "." : " : « " + words[i + 1] + " »."));
      return {};
    }
    i += 2;
    if (i < words.size()) {
      const std::string adjective = singular(words[i]);
      if (adjective == "franc" || adjective == "ouvrable" || adjective == "ouvre" ||
          adjective == "calendaire") {
        amount.adjective = adjective == "calendaire" ? "" : adjective;
        ++i;
      }
    }
    list.push_back(std::move(amount));
  }
  return list;
}

LengthReading single_way(const Amount& amount, bool alone, Length::Way way, std::string_view unit) {
  if (!alone)
    return wrong("les jours ouvrés, les jours ouvrables et les heures se comptent seuls.");
  if (amount.unit != unit) return wrong("seuls des jours peuvent être ouvrés ou ouvrables.");
  Length length;
  length.way = way;
  length.count = amount.number;
  return {length, {}, {}};
}

LengthReading sum(const std::vector<Amount>& list) {
  Length length;
  for (const Amount& amount : list) {
    const bool alone = list.size() == 1;
    if (amount.adjective == "ouvrable") {
      return single_way(amount, alone, Length::Way::ouvrables, "jour");
    }
    if (amount.adjective == "ouvre") return single_way(amount, alone, Length::Way::ouvres, "jour");
    if (amount.unit == "heure") {
      if (!amount.adjective.empty()) return wrong("une heure ne peut pas être franche.");
      return single_way(amount, alone, Length::Way::hours, "heure");
    }
    if (amount.unit == "an") length.months += 12 * amount.number;
    if (amount.unit == "mois") length.months += amount.number;
    if (amount.unit == "semaine") length.days += 7 * amount.number;
    if (amount.unit == "jour") length.days += amount.number;
    if (amount.adjective == "franc") length.full = true;
  }
  return {length, {}, {}};
}

std::string counted(int number, std::string_view singular, std::string_view plural) {
  return std::to_string(number) + "\u00A0" + std::string(number == 1 ? singular : plural);
}

std::string describe_calendar(const Length& length) {
  std::string text;
  if (length.months > 0 && length.months % 12 == 0) {
    text = counted(length.months / 12, "an", "ans");
  } else if (length.months > 0) {
    text = counted(length.months, "mois", "mois");
  }
  if (length.days > 0) {
    if (!text.empty()) text += " et ";
    text += counted(length.days, "jour", "jours");
  }
  if (length.full) {
    const bool plural =
        length.days > 1 || (length.days == 0 && length.months != 1 && length.months != 12);
    text += plural ? " francs" : " franc";
  }
  return text;
}

}  // namespace

std::string_view weekday_name(std::chrono::weekday weekday) {
  return weekdays.at(weekday.c_encoding() % 7);
}

std::string ordinal(int rank) {
  if (rank >= 1 && rank <= static_cast<int>(ordinals.size())) {
    return std::string(ordinals.at(static_cast<std::size_t>(rank) - 1));
  }
  return std::to_string(rank) + "e";
}

LengthReading read_length(std::string_view text) {
  Words words = words_of(text);
  if (!words.empty() && words.front() == "le") words.erase(words.begin());
  if (words.empty()) return wrong("la durée est vide.");
  for (const auto& reader : {same_day, month_start, nth_weekday}) {
    if (const auto length = reader(words)) return {length, {}, {}};
  }
  LengthReading reading;
  const auto list = amounts(words, reading);
  return list.empty() ? reading : sum(list);
}

std::string describe(const Length& length) {
  switch (length.way) {
    case Length::Way::calendar:
      return describe_calendar(length);
    case Length::Way::ouvrables:
      return counted(length.count, "jour ouvrable", "jours ouvrables");
    case Length::Way::ouvres:
      return counted(length.count, "jour ouvré", "jours ouvrés");
    case Length::Way::hours:
      return counted(length.count, "heure", "heures");
    case Length::Way::weekday:
      return ordinal(length.count) + " " + std::string(weekday_name(length.weekday));
    case Length::Way::month_start:
      return length.count == 0 ? "premier jour du mois"
                               : "premier jour du mois, " + counted(length.count, "mois", "mois");
    case Length::Way::same_day:
      return "le jour même";
  }
  return {};
}

}  // namespace law
