#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace law {

// A way of counting time, as a rule of law or a person writes it: the closed list of what the
// engine can count. Counts are positive; the direction is said elsewhere.
struct Length {
  enum class Way {
    calendar,     // months « de quantième à quantième », then days, both possibly zero
    ouvrables,    // Monday to Saturday, holidays excepted
    ouvres,       // Monday to Friday, holidays excepted
    hours,        // « d’heure à heure »
    weekday,      // the count-th such weekday
    month_start,  // first day of the month, count months away
    same_day      // the day of the event itself
  };
  Way way = Way::calendar;
  int months = 0;     // Way::calendar: years are twelve months
  int days = 0;       // Way::calendar: weeks are seven days
  bool full = false;  // Way::calendar: « franc », the last day does not count either
  int count = 0;      // the other ways
  std::chrono::weekday weekday{};

  bool operator==(const Length&) const = default;
};

// What was read, or what is wrong and how to write it (French sentences).
struct LengthReading {
  std::optional<Length> length;
  std::string mistake;
  std::string hint;
};

// « 5 jours francs », « deux mois francs », « 1 an et 6 mois », « 15 jours ouvrables »,
// « 48 heures », « dixième vendredi », « le jour même »,
// « premier jour du mois, 6 mois ». Numbers from 1 to 9999, in digits, or in words up to 31.
[[nodiscard]] LengthReading read_length(std::string_view text);

// The canonical French writing: « 1 an et 6 mois » is written « 18 mois », « 2 semaines »
// « 14 jours ». read_length(describe(x)) gives x back.
[[nodiscard]] std::string describe(const Length& length);

// « vendredi ».
[[nodiscard]] std::string_view weekday_name(std::chrono::weekday weekday);

// « premier », « deuxième », « 32e »; rank ≥ 1.
[[nodiscard]] std::string ordinal(int rank);

}  // namespace law
