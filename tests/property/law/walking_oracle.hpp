#pragma once

#include <string>
#include <string_view>

#include "law/count.hpp"

// The same deadlines found another way: a person with a wall calendar, going one day at a time
// and looking at each. Nothing here comes from src/calendar or from content/droit/feries.yaml; the
// holidays are written again from the laws.
namespace oracle {

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
  bool operator==(const Day&) const = default;
};

Day next(Day day);
Day previous(Day day);
int days_in_month(int year, int month);
int weekday(Day day);  // 0 Sunday … 6 Saturday
bool is_holiday(Day day, std::string_view territory, bool protestant_church);

// Where the count ends. A period in hours has no known hour of departure here.
Day walk(const law::Counting& counting, Day start, std::string_view territory,
         bool protestant_church);

Day from_iso(const std::string& iso);
std::string to_iso(Day day);

}  // namespace oracle
