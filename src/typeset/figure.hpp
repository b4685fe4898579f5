#pragma once

#include <string_view>

#include "document/document.hpp"
#include "typeset/drawing.hpp"
#include "typeset/shape.hpp"

namespace typeset {

// Any figure of a document as a vector drawing exactly `width` wide: see draw_timeline,
// draw_bar_chart, draw_decision_tree. `family` names the fonts, asked of the shaper; it reports the
// characters no font has.
[[nodiscard]] Drawing draw(const document::Figure& figure, Shaper& shaper, std::string_view family,
                           Length width);

// Below this width, a figure is laid out to be read on a phone: labels above what they name.
inline constexpr Length narrow_figure = points(300);

// Horizontal bars from a zero axis, all on one scale, each with its label and its value in words;
// of two series, the first is hollow and the second full. A break of the series is a dashed line
// with its meaning.
[[nodiscard]] Drawing draw_bar_chart(const document::BarChart& chart, Shaper& shaper,
                                     std::string_view family, Length width);

// Boxes one under the other, a branch to the right of its question: questions have cut corners and
// a thin line, answers a thick line. A branch begins with the answer it follows, in bold.
[[nodiscard]] Drawing draw_decision_tree(const document::DecisionTree& tree, Shaper& shaper,
                                         std::string_view family, Length width);

}  // namespace typeset
