#include "calendar/date.hpp"

#include <array>

namespace calendar {
namespace {

constexpr std::string_view non_breaking_space = "\u00A0";

constexpr std::array<std::string_view, 7> weekday_names = {
    "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"};

constexpr std::array<std::string_view, 12> month_names = {
    "janvier", "février", "mars",      "avril",   "mai",      "juin",
    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

// Decimal digits of a positive number, padded with zeros to `width`.
std::string digits(unsigned value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

// Digits only: no sign, no space.
std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(character - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  if (year < 1000 || year > 9999) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  if (month > 12 || day > 31 || !date.ok()) return std::nullopt;
  return Date{date};
}

std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(static_cast<int>(*year), *month, *day);
}

std::string iso(Date date) {
  const std::chrono::year_month_day parts{date};
  return digits(static_cast<unsigned>(static_cast<int>(parts.year())), 4) + "-" +
         digits(static_cast<unsigned>(parts.month()), 2) + "-" +
         digits(static_cast<unsigned>(parts.day()), 2);
}

std::string french(Date date) {
  const std::chrono::year_month_day parts{date};
  const auto day = static_cast<unsigned>(parts.day());
  std::string text = std::to_string(day);
  if (day == 1) text += "er";
  text += non_breaking_space;
  text += month_names.at(static_cast<unsigned>(parts.month()) - 1);
  text += non_breaking_space;
  text += std::to_string(static_cast<int>(parts.year()));
  return text;
}

std::string french_with_weekday(Date date) {
  const std::chrono::weekday weekday{date};
  return std::string(weekday_names.at(weekday.c_encoding())) + " " + french(date);
}

std::string french_numeric(Date date) {
  const std::chrono::year_month_day parts{date};
  return digits(static_cast<unsigned>(parts.day()), 2) + "/" +
         digits(static_cast<unsigned>(parts.month()), 2) + "/" +
         digits(static_cast<unsigned>(static_cast<int>(parts.year())), 4);
}

}  // namespace calendar
