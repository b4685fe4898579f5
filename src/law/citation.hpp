#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "law/text.hpp"

namespace law {

// A citation id: "cgct/L2123-35", or "loi-2024-247" for an act as a whole.
struct Citation {
  std::string text;
  std::string number;  // empty for the whole act
};

// Nothing if `id` has not the form of a citation: ASCII letters, digits, '-', one '/' at most,
// (so that an id can never name a file outside the database).
[[nodiscard]] std::optional<Citation> parse_citation(std::string_view id);

// « L. 2123-35 », « R. 39-13 », « 222-14-5 », « 1er »; the space is U+00A0.
[[nodiscard]] std::string spaced_number(std::string_view number);

// « article L. 2123-35 du code général des collectivités territoriales »; the act alone if
// `number` is empty: « loi n° 2024-247 du 21 mars 2024 ».
[[nodiscard]] std::string cite(const Text& text, std::string_view number);

// « art. L. 2123-35 CGCT »; the short form of the act if `number` is empty.
[[nodiscard]] std::string cite_short(const Text& text, std::string_view number);

// « articles 222-12 et 222-14-5 du code pénal » (numbers of one text, in the order given).
[[nodiscard]] std::string cite_together(const Text& text, const std::vector<std::string>& numbers);

// « a, b et c ».
[[nodiscard]] std::string french_list(const std::vector<std::string>& parts);

}  // namespace law
