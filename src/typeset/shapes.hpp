#pragma once

#include <vector>

#include "typeset/pages.hpp"

// The shapes that figures are made of, and the colours they share.
namespace typeset {

// Black takes the colour of the text around where the figure is shown (see svg()). The others are
// strong enough on white and on black (at least 3 to 1), for shapes only, never for words.
inline constexpr Colour figure_ink{0, 0, 0};
inline constexpr Colour figure_grey{118, 118, 118};
inline constexpr Colour figure_blue{42, 111, 176};

[[nodiscard]] Path polygon(std::vector<Point> corners, Colour fill);
[[nodiscard]] Path circle(Point centre, Length radius);
[[nodiscard]] Path full_rectangle(const Rectangle& area, Colour fill);
// The outline stays inside `area`; `round` cuts its corners by that much.
[[nodiscard]] Path hollow_rectangle(const Rectangle& area, Length stroke_width, Colour stroke,
                                    Length round = 0);
[[nodiscard]] Path segment(Point from, Point to, Length width);

}  // namespace typeset
