#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"

namespace calendar {

// Sunday of Easter in the Gregorian calendar, years 1583 to 9999 (Oudin's form of Butcher's rule).
[[nodiscard]] Date easter(int year);

// One day off, as the data file describes it: a fixed day of the year or a distance from Easter.
struct HolidayRule {
  // A day exists from `since` (inclusive) to the next period of the same rule.
  struct Period {
    Date since;
    bool repealed = false;
    // Not established by a text that was read: listed as such, but it moves no deadline.
    bool unsettled = false;
  };
  std::string name;  // French: « Lundi de Pâques »
  bool from_easter = false;
  int easter_offset = 0;  // days after Easter Sunday
  unsigned month = 0;     // 1–12, when not from Easter
  unsigned day = 0;
  std::vector<std::string> territories;  // ids; empty: everywhere
  // Only in communes having a Protestant church or a church shared by both faiths.
  bool protestant_church = false;
  std::vector<Period> periods;  // by increasing date
};

struct Territory {
  std::string id;
  std::string name;
};

// Where a deadline runs. A place not known to have such a church is counted as having none: the
// day is then a working day and no deadline is moved by it.
struct Place {
  std::string territory = "metropole";
  bool protestant_church = false;
};

struct Holiday {
  Date date;
  std::string name;          // two holidays of the same day: « Ascension et Fête du Travail »
  bool conditional = false;  // only in some communes of the territory (see Place)
  bool operator==(const Holiday&) const = default;
};

// The public holidays of every territory, for the years the data covers.
class Holidays {
 public:
  Holidays() = default;
  Holidays(std::vector<Territory> territories, std::vector<HolidayRule> rules, int first_year,
           int last_year);

  [[nodiscard]] bool covers(int year) const { return year >= first_year_ && year <= last_year_; }
  [[nodiscard]] int first_year() const { return first_year_; }
  [[nodiscard]] int last_year() const { return last_year_; }
  [[nodiscard]] const std::vector<Territory>& territories() const { return territories_; }
  [[nodiscard]] const Territory* territory(std::string_view id) const;

  // Every holiday of the year in the territory, by date, each date once, those of some communes
  // only included and marked. Empty if the year is not covered.
  [[nodiscard]] std::vector<Holiday> of_year(int year, std::string_view territory) const;
  // The name of the holiday that `date` is at `place`, or nothing; unsettled days are no holidays
  // here, so that no limit is moved on the faith of a calendar.
  [[nodiscard]] std::optional<std::string> name(Date date, const Place& place) const;

 private:
  [[nodiscard]] std::optional<Date> day_of(const HolidayRule& rule, int year) const;

  std::vector<Territory> territories_;
  std::vector<HolidayRule> rules_;
  int first_year_ = 0;
  int last_year_ = -1;
};

}  // namespace calendar
