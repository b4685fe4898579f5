#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/counting.hpp"
#include "calendar/holidays.hpp"
#include "law/length.hpp"

namespace law {

// A day and, when it is known, the minute of that day (0–1439), legal time of Paris.
struct Moment {
  calendar::Date date{};
  std::optional<int> minute;
  bool operator==(const Moment&) const = default;
};

// « AAAA-MM-JJ », or with an hour « AAAA-MM-JJTHH:MM » (a space is accepted for the T).
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);
// Exactly HH:MM, as minutes since midnight.
[[nodiscard]] std::optional<int> parse_hour(std::string_view text);
[[nodiscard]] std::string hour_iso(int minute);     // 18:00
[[nodiscard]] std::string hour_french(int minute);  // 18 h, 18 h 30 (U+00A0)

// What a rule does to a period that ends on a Saturday, a Sunday or a holiday.
enum class Extension { none, next_open_day, previous_open_day };

// Everything that must be said to count a period; no member has a meaning by default.
struct Counting {
  Length length;
  bool start_counts = false;                    // jour de départ inclus
  std::optional<calendar::MonthEnd> month_end;  // needed when months are counted
  bool backwards = false;                       // sens: avant
  Extension extension = Extension::none;
  // Without a known hour, a period in hours begins at the earliest hour of the day of departure,
  // or at the latest if true: the cautious one for a period that must have gone by.
  bool late_start = false;
};

struct Counted {
  Moment end;
  std::vector<std::string> steps;        // French sentences, each with its date and reason
  std::optional<std::string> extension;  // why the day was moved, when it was
};

struct CountResult {
  std::optional<Counted> counted;
  std::string mistake;  // French sentence, when nothing could be counted
};

// `start_name` is the event with its article: « la réception de la demande ».
[[nodiscard]] CountResult count(const Counting& counting, const Moment& start,
                                std::string_view start_name, const calendar::Holidays& holidays,
                                const calendar::Place& place);

// A sentence with the unbreakable spaces of French before « : », « ; », « ! » and « ? ».
[[nodiscard]] std::string french_spaces(std::string_view text);

// « de la réception », « du premier tour », « des faits »: `name` begins with its article.
[[nodiscard]] std::string with_de(std::string_view name);

// Why no one works that day: « samedi », « dimanche », « jour férié (Ascension) »; empty otherwise.
[[nodiscard]] std::string day_off(calendar::Date date, const calendar::Holidays& holidays,
                                  const calendar::Place& place);

// The name of a holiday that only exists in communes having a Protestant church, when `date` is
// one and `place` is not known to be such a commune; else empty.
[[nodiscard]] std::string holiday_of_some_communes(calendar::Date date,
                                                   const calendar::Holidays& holidays,
                                                   const calendar::Place& place);

}  // namespace law
