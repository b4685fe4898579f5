#include "law/citation.hpp"

#include <algorithm>

namespace law {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool well_formed(std::string_view part) {
  return !part.empty() && part.front() != '-' && part.back() != '-' &&
         std::all_of(part.begin(), part.end(),
                     [](char c) { return is_digit(c) || is_letter(c) || c == '-'; });
}

}  // namespace

std::optional<Citation> parse_citation(std::string_view id) {
  const auto slash = id.find('/');
  const std::string_view text = id.substr(0, slash);
  if (!well_formed(text)) return std::nullopt;
  if (slash == std::string_view::npos) return Citation{std::string(text), {}};
  const std::string_view number = id.substr(slash + 1);
  if (!well_formed(number)) return std::nullopt;
  return Citation{std::string(text), std::string(number)};
}

std::string spaced_number(std::string_view number) {
  if (number == "1") return "1er";
  if (number.size() > 1 && (number[0] == 'L' || number[0] == 'R' || number[0] == 'D') &&
      is_digit(number[1])) {
    return std::string(1, number[0]) + "." + std::string(no_break_space) +
           std::string(number.substr(1));
  }
  return std::string(number);
}

std::string cite(const Text& text, std::string_view number) {
  if (number.empty()) return text.cited_as;
  return "article " + spaced_number(number) + " " + text.determiner + text.cited_as;
}

std::string cite_short(const Text& text, std::string_view number) {
  if (number.empty()) return text.short_form;
  return "art." + std::string(no_break_space) + spaced_number(number) + " " + text.short_form;
}

std::string cite_together(const Text& text, const std::vector<std::string>& numbers) {
  if (numbers.size() == 1) return cite(text, numbers.front());
  std::vector<std::string> spaced;
  spaced.reserve(numbers.size());
  for (const std::string& number : numbers) spaced.push_back(spaced_number(number));
  return "articles " + french_list(spaced) + " " + text.determiner + text.cited_as;
}

std::string french_list(const std::vector<std::string>& parts) {
  std::string list;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) list += i + 1 == parts.size() ? " et " : ", ";
    list += parts[i];
  }
  return list;
}

}  // namespace law
