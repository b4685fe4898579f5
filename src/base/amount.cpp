#include "base/amount.hpp"

#include "base/text.hpp"

namespace base {
namespace {

constexpr std::string_view narrow_space = "\u202F";
constexpr std::string_view minus = "−";
constexpr std::size_t most_digits = 15;  // an amount of that length stays far from overflow

std::uint64_t absolute(std::int64_t number) {
  return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

// Groups of three digits from the right.
std::string grouped(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += narrow_space;
    text += digits[i];
  }
  return text;
}

bool is_space(char32_t c) { return c == U' ' || c == U'\u00A0' || c == U'\u202F'; }

}  // namespace

std::string written_number(std::int64_t number) {
  return (number < 0 ? std::string(minus) : "") + grouped(absolute(number));
}

std::string written_amount(std::int64_t cents) {
  const std::uint64_t rest = absolute(cents) % 100;
  return (cents < 0 ? std::string(minus) : "") + grouped(absolute(cents) / 100) + "," +
         (rest < 10 ? "0" : "") + std::to_string(rest);
}

std::optional<std::int64_t> read_written_amount(std::string_view text) {
  bool negative = false;
  std::string digits, decimals;
  bool comma = false, euro = false;
  for (const char32_t c : to_utf32(trim(text))) {
    if (is_space(c)) continue;
    if (euro) return std::nullopt;
    if (c == U'−' && digits.empty() && !negative && !comma) {
      negative = true;
    } else if (c == U',' && !comma && !digits.empty()) {
      comma = true;
    } else if (c == U'€' && comma) {
      euro = true;
    } else if (c >= U'0' && c <= U'9') {
      (comma ? decimals : digits) += static_cast<char>(c);
    } else {
      return std::nullopt;
    }
  }
  if (decimals.size() != 2 || digits.size() > most_digits) return std::nullopt;
  const std::int64_t cents = std::stoll(digits + decimals);
  return negative ? -cents : cents;
}

}  // namespace base
