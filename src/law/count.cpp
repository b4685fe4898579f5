#include "law/count.hpp"

#include <algorithm>
#include <utility>

namespace law {
namespace {

using calendar::Date;
using calendar::french_with_weekday;
using std::chrono::days;

constexpr int minutes_in_a_day = 24 * 60;
const std::string out_of_range = "le délai sort du calendrier (années 1000 à 9999).";

// The last Sunday of March or October, when the legal time of Paris moves by an hour.
bool clocks_change(Date date) {
  const std::chrono::year_month_day parts{date};
  const bool month = parts.month() == std::chrono::March || parts.month() == std::chrono::October;
  return month && static_cast<unsigned>(parts.day()) >= 25 &&
         std::chrono::weekday{date} == std::chrono::Sunday;
}

// One count under way: where it is, and what was said so far.
class Counter {
 public:
  Counter(const Counting& counting, const Moment& start, std::string_view start_name,
          const calendar::Holidays& holidays, const calendar::Place& place)
      : counting_(counting),
        start_(start),
        start_name_(start_name),
        holidays_(holidays),
        place_(place) {}

  CountResult run() {
    if (!add_length()) return {std::nullopt, mistake_.empty() ? out_of_range : mistake_};
    if (!extend()) return {std::nullopt, mistake_};
    return {std::move(counted_), {}};
  }

 private:
  [[nodiscard]] int sign() const { return counting_.backwards ? -1 : 1; }
  [[nodiscard]] std::string text() const { return describe(counting_.length); }
  void say(const std::string& sentence) { counted_.steps.push_back(french_spaces(sentence)); }

  bool arrive(std::optional<Date> date) {
    if (!date) return false;
    counted_.end = {*date, std::nullopt};
    return true;
  }

  bool add_length() {
    switch (counting_.length.way) {
      case Length::Way::calendar:
        return add_calendar();
      case Length::Way::ouvrables:
        return add_working(calendar::Working::ouvrables);
      case Length::Way::ouvres:
        return add_working(calendar::Working::ouvres);
      case Length::Way::hours:
        return add_hours();
      case Length::Way::weekday:
        return add_weekday();
      case Length::Way::month_start:
        return add_month_start();
      case Length::Way::same_day:
        say("Tout se joue le jour même " + with_de(start_name_) + ", " +
            french_with_weekday(start_.date) + ".");
        counted_.end = start_;
        return true;
    }
    return false;
  }

  void say_start() {
    if (counting_.backwards) say("Le délai se compte à rebours.");
    say("Le jour " + with_de(start_name_) + ", " + french_with_weekday(start_.date) +
        (counting_.start_counts ? ", compte." : ", ne compte pas."));
  }

  bool add_calendar() {
    say_start();
    std::optional<Date> end = start_.date;
    if (counting_.length.months > 0) end = add_months_part(*end);
    if (end && counting_.length.days > 0) end = add_days_part(*end);
    if (end && counting_.start_counts) {
      end = calendar::add_days(*end, -sign());
      if (end && counting_.length.days == 0) {
        say("Le jour de départ étant compris, le délai s’achève la veille, " +
            french_with_weekday(*end) + ".");
      }
    }
    if (end && counting_.length.full) end = add_full_part(*end);
    return arrive(end);
  }

  std::optional<Date> add_months_part(Date from) {
    if (!counting_.month_end) {
      mistake_ = "un délai en mois doit dire ce que devient un quantième absent.";
      return std::nullopt;
    }
    const int months = sign() * counting_.length.months;
    const auto exact = calendar::add_months(from, months, calendar::MonthEnd::refuse);
    Length counted = counting_.length;
    counted.full = false;
    counted.days = 0;
    if (exact) {
      say(describe(counted) + (counting_.backwards ? " plus tôt" : " plus tard") +
          ", de quantième à quantième : " + french_with_weekday(*exact) + ".");
      return exact;
    }
    const auto rounded = calendar::add_months(from, months, *counting_.month_end);
    if (!rounded) {
      mistake_ =
          "le mois d’arrivée n’a pas ce quantième, et la règle ne dit pas quel jour retenir.";
      return std::nullopt;
    }
    say(describe(counted) + (counting_.backwards ? " plus tôt" : " plus tard") +
        ", le mois d’arrivée n’a pas ce quantième : " +
        (*counting_.month_end == calendar::MonthEnd::last_day ? "son dernier jour est retenu, "
                                                              : "le jour suivant est retenu, ") +
        french_with_weekday(*rounded) + ".");
    return rounded;
  }

  std::optional<Date> add_days_part(Date from) {
    const int length = counting_.length.days;
    const auto end = calendar::add_days(from, sign() * length);
    if (!end) return end;
    // Days counted are from+1 … from+n, or from … from+n-1 when the day of departure counts.
    const int shift = counting_.start_counts ? -sign() : 0;
    const Date first = from + days{sign() + shift};
    const Date last = *end + days{shift};
    if (first == last) {
      say("Ce jour est compté : " + french_with_weekday(first) + ".");
    } else {
      say(std::to_string(length) + " jours sont comptés, " +
          (counting_.backwards ? "en remontant du " : "du ") + french_with_weekday(first) + " au " +
          french_with_weekday(last) + ".");
    }
    return end;
  }

  std::optional<Date> add_full_part(Date last) {
    const auto end = calendar::add_days(last, sign());
    if (end) {
      say(std::string("Le délai est franc : ") +
          (counting_.backwards
               ? "il faut que ces jours soient entiers, et l’on remonte à la veille, "
               : "son dernier jour ne compte pas non plus, et il s’achève le "
                 "lendemain, ") +
          french_with_weekday(*end) + ".");
    }
    return end;
  }

  bool add_working(calendar::Working working) {
    say_start();
    const int step = sign();
    Date from = start_.date;
    if (counting_.start_counts) from -= days{step};
    const auto end =
        calendar::add_working_days(from, step * counting_.length.count, working, holidays_, place_);
    if (!end) {
      mistake_ = unknown_holidays();
      return false;
    }
    const char* left_out = working == calendar::Working::ouvrables
                               ? ", dimanches et jours fériés non comptés : "
                               : ", samedis, dimanches et jours fériés non comptés : ";
    say(text() + left_out + french_with_weekday(*end) + ".");
    for (Date day = from; day != *end;) {
      day += days{step};
      if (const auto name = holidays_.name(day, place_)) {
        say("Le " + french_with_weekday(day) + " est férié (" + *name + ").");
      }
    }
    return arrive(end);
  }

  bool add_hours() {
    int minute = 0;
    Date day = start_.date;
    if (start_.minute) {
      minute = *start_.minute;
      say("Le délai court d’heure à heure depuis le " + french_with_weekday(day) + " à " +
          hour_french(minute) + ".");
    } else {
      if (counting_.late_start) day += days{1};
      say(std::string("L’heure de départ n’est pas connue : par prudence, le délai est compté ") +
          (counting_.late_start ? "depuis la fin du " : "depuis le début du ") +
          french_with_weekday(start_.date) + ".");
    }
    const int total = minute + sign() * counting_.length.count * 60;
    int whole_days = total / minutes_in_a_day;
    int rest = total % minutes_in_a_day;
    if (rest < 0) {
      rest += minutes_in_a_day;
      --whole_days;
    }
    const auto date = calendar::add_days(day, whole_days);
    if (!date) return false;
    counted_.end = {*date, rest};
    // Midnight at the beginning of a day is read as the end of that day: say the eve instead.
    if (rest == 0) counted_.end = {*date - days{1}, std::nullopt};
    say(text() + (counting_.backwards ? " plus tôt : le " : " plus tard : le ") +
        french_with_weekday(counted_.end.date) +
        (rest == 0 ? " à minuit (fin de ce jour)." : " à " + hour_french(rest) + "."));
    const auto [first, last] = std::minmax(start_.date, *date);
    for (Date each = first; each <= last; each += days{1}) {
      if (clocks_change(each)) {
        say("L’heure légale change le " + french_with_weekday(each) +
            " : gardez une heure de marge.");
      }
    }
    return true;
  }

  bool add_weekday() {
    const auto first = calendar::nth_weekday(start_.date, counting_.length.weekday, sign());
    const auto end = calendar::nth_weekday(start_.date, counting_.length.weekday,
                                           sign() * counting_.length.count);
    if (!first || !end) return false;
    say_start();
    const std::string name(weekday_name(counting_.length.weekday));
    say("Le premier " + name + (counting_.backwards ? " avant" : " après") + " ce jour est le " +
        french_with_weekday(*first) + ".");
    if (counting_.length.count > 1) {
      say("Le " + text() + " est le " + french_with_weekday(*end) + ".");
    }
    return arrive(end);
  }

  bool add_month_start() {
    const auto month = calendar::first_of_month(start_.date, 0);
    const auto end = calendar::first_of_month(start_.date, sign() * counting_.length.count);
    if (!month || !end) return false;
    say("Le premier jour du mois " + with_de(start_name_) + " (" +
        french_with_weekday(start_.date) + ") est le " + french_with_weekday(*month) + ".");
    if (counting_.length.count > 0) {
      say(std::to_string(counting_.length.count) + " mois" +
          (counting_.backwards ? " plus tôt : " : " plus tard : ") + french_with_weekday(*end) +
          ".");
    }
    return arrive(end);
  }

  bool extend() {
    if (counting_.extension == Extension::none) return true;
    const Date date = counted_.end.date;
    const int step = counting_.extension == Extension::next_open_day ? 1 : -1;
    const auto open = calendar::nearest_open_day(date, step, holidays_, place_);
    if (!open) {
      mistake_ = unknown_holidays();
      return false;
    }
    if (*open == date) {
      const std::string some = holiday_of_some_communes(date, holidays_, place_);
      say(some.empty() ? "Ce jour est ouvrable : il n’y a pas lieu à report."
                       : some +
                             " n’est férié que dans certaines communes : par prudence, ce jour "
                             "est compté comme ouvrable.");
      return true;
    }
    std::string reason =
        "le " + calendar::french(date) + " est un " + day_off(date, holidays_, place_);
    say("Or " + reason + " : le délai est " +
        (step > 0 ? "reporté au premier jour ouvrable suivant, "
                  : "ramené au dernier jour ouvrable précédent, ") +
        french_with_weekday(*open) + ".");
    counted_.extension = std::move(reason);
    counted_.end = {*open, std::nullopt};
    return true;
  }

  [[nodiscard]] std::string unknown_holidays() const {
    return "les jours fériés ne sont connus que de " + std::to_string(holidays_.first_year()) +
           " à " + std::to_string(holidays_.last_year()) + ".";
  }

  const Counting& counting_;
  const Moment& start_;
  std::string_view start_name_;
  const calendar::Holidays& holidays_;
  const calendar::Place& place_;
  Counted counted_;
  std::string mistake_;
};

}  // namespace

CountResult count(const Counting& counting, const Moment& start, std::string_view start_name,
                  const calendar::Holidays& holidays, const calendar::Place& place) {
  return Counter(counting, start, start_name, holidays, place).run();
}

std::string holiday_of_some_communes(Date date, const calendar::Holidays& holidays,
                                     const calendar::Place& place) {
  if (holidays.name(date, place)) return {};
  return holidays.name(date, {place.territory, true}).value_or(std::string());
}

std::string french_spaces(std::string_view text) {
  std::string spaced;
  for (const char character : text) {
    const bool high = character == ';' || character == '!' || character == '?';
    if ((high || character == ':') && spaced.ends_with(' ')) {
      spaced.pop_back();
      spaced += high ? "\u202F" : "\u00A0";
    }
    spaced += character;
  }
  return spaced;
}

std::string with_de(std::string_view name) {
  if (name.starts_with("le ")) return "du " + std::string(name.substr(3));
  if (name.starts_with("les ")) return "des " + std::string(name.substr(4));
  return "de " + std::string(name);
}

std::string day_off(Date date, const calendar::Holidays& holidays, const calendar::Place& place) {
  std::string reason;
  const std::chrono::weekday weekday{date};
  if (weekday == std::chrono::Saturday) reason = "samedi";
  if (weekday == std::chrono::Sunday) reason = "dimanche";
  if (const auto name = holidays.name(date, place)) {
    reason = reason.empty() ? "jour férié (" + *name + ")" : reason + " férié (" + *name + ")";
  }
  return reason;
}

}  // namespace law
