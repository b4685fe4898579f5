#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

// What a figure shows, said in French to those who do not see it.
namespace document {

// All its data when there are few; else its extremes, since the table beside it is easier to walk
// through than one long sentence.
[[nodiscard]] std::string words_of(const BarChart& chart, std::string_view title);
// Its first question and its size: the list beside it says the rest, one branch at a time.
[[nodiscard]] std::string words_of(const DecisionTree& tree, std::string_view title);
// All its events: no list need stand beside it.
[[nodiscard]] std::string words_of(const Timeline& timeline, std::string_view title);

}  // namespace document
