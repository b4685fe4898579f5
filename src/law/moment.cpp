#include "law/count.hpp"

namespace law {

std::optional<int> parse_hour(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  int parts[2] = {0, 0};
  for (const std::size_t index : {0U, 1U, 3U, 4U}) {
    const char character = text[index];
    if (character < '0' || character > '9') return std::nullopt;
    int& part = parts[index > 2 ? 1 : 0];
    part = part * 10 + (character - '0');
  }
  if (parts[0] > 23 || parts[1] > 59) return std::nullopt;
  return parts[0] * 60 + parts[1];
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto date = calendar::parse_iso(text.substr(0, 10));
  if (!date) return std::nullopt;
  if (text.size() == 10) return Moment{*date, std::nullopt};
  if (text.size() != 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
  const auto minute = parse_hour(text.substr(11));
  if (!minute) return std::nullopt;
  return Moment{*date, minute};
}

std::string hour_iso(int minute) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return two(minute / 60) + ":" + two(minute % 60);
}

std::string hour_french(int minute) {
  std::string text = std::to_string(minute / 60) + "\u00A0h";
  if (minute % 60 != 0)
    text += (minute % 60 < 10 ? "\u00A00" : "\u00A0") + std::to_string(minute % 60);
  return text;
}

}  // namespace law
