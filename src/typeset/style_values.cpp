#include "typeset/style_values.hpp"

#include <algorithm>

namespace typeset {
namespace {

constexpr std::int64_t greatest_whole_part = 2000;  // no page is two metres high

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "12.5" with at most `places` decimals, in units of 10^-places.
std::optional<std::int64_t> parse_decimal(std::string_view text, int places) {
  std::int64_t value = 0;
  int decimals = -1;  // not begun
  bool digits = false;
  for (const char c : text) {
    if (c == '.' && digits && decimals < 0) {
      decimals = 0;
      continue;
    }
    if (!is_digit(c) || decimals >= places) return std::nullopt;
    value = value * 10 + (c - '0');
    digits = true;
    if (decimals >= 0) ++decimals;
    if (decimals < 0 && value > greatest_whole_part) return std::nullopt;
  }
  if (!digits || decimals == 0) return std::nullopt;
  for (int i = std::max(decimals, 0); i < places; ++i) value *= 10;
  return value;
}

int hex(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::optional<std::int64_t> StyleValues::decimal(std::string_view key, int places) const {
  const yaml::Node& node = mapping_[key];
  if (node.absent()) return std::nullopt;
  const auto value = node.is_scalar() ? parse_decimal(node.text(), places) : std::nullopt;
  if (!value) {
    diagnostics_.error(base::Kind::content, node.position(),
                       "« " + std::string(key) + " » doit être un nombre positif d’au plus " +
                           std::to_string(places) + " décimale(s)",
                       "Écrivez par exemple 12 ou 12.5.");
    return std::nullopt;
  }
  return value;
}

std::optional<Length> StyleValues::optional_length(std::string_view key) const {
  const auto value = decimal(key, 3);
  if (!value) return std::nullopt;
  return static_cast<Length>(*value);
}

Length StyleValues::length(std::string_view key, Length missing) const {
  return optional_length(key).value_or(missing);
}

std::optional<Length> StyleValues::optional_millimetres(std::string_view key) const {
  const auto value = decimal(key, 1);
  if (!value) return std::nullopt;
  return tenths_of_millimetre(static_cast<std::int32_t>(*value));
}

Length StyleValues::millimetres(std::string_view key) const {
  if (mapping_[key].absent()) {
    diagnostics_.error(base::Kind::content, mapping_.position(),
                       "« " + std::string(key) + " » manque");
  }
  return optional_millimetres(key).value_or(0);
}

std::optional<Colour> StyleValues::colour(std::string_view key) const {
  const yaml::Node& node = mapping_[key];
  if (node.absent()) return std::nullopt;
  const std::string& text = node.text();
  const bool shaped = text.size() == 7 && text[0] == '#' &&
                      std::all_of(text.begin() + 1, text.end(), [](char c) { return hex(c) >= 0; });
  if (!shaped) {
    diagnostics_.error(base::Kind::content, node.position(),
                       "« " + std::string(key) + " » doit être une couleur comme \"#1a2b3c\"");
    return std::nullopt;
  }
  const auto part = [&](std::size_t i) {
    return static_cast<std::uint8_t>(hex(text[i]) * 16 + hex(text[i + 1]));
  };
  return Colour{part(1), part(3), part(5)};
}

std::optional<bool> StyleValues::yes_no(std::string_view key) const {
  const yaml::Node& node = mapping_[key];
  if (node.absent()) return std::nullopt;
  return yaml::yes_no(node, base::Kind::content, diagnostics_);
}

std::optional<Align> StyleValues::align(std::string_view key) const {
  const yaml::Node& node = mapping_[key];
  if (node.absent()) return std::nullopt;
  if (node.text() == "gauche") return Align::start;
  if (node.text() == "droite") return Align::end;
  if (node.text() == "centré") return Align::centre;
  if (node.text() == "justifié") return Align::justified;
  diagnostics_.error(base::Kind::content, node.position(),
                     "alignement inconnu : gauche, droite, centré ou justifié");
  return std::nullopt;
}

}  // namespace typeset
