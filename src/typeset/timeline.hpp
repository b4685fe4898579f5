#pragma once

#include <string_view>

#include "document/document.hpp"
#include "typeset/drawing.hpp"
#include "typeset/shape.hpp"

namespace typeset {

// The timeline as a vector figure exactly `width` wide: an axis, and for each event a mark whose
// shape tells its kind (ring: start; diamond: deadline; square: effect), its date with the day of
// the week (or the words that place it), and its label. Understood without colours. Up to five
// events stand side by side when there is room; more, or a narrow figure, make a column. The marks
// are evenly spaced: the axis gives the order, the dates give the distances.
//
// `family` names the fonts, asked of the shaper; it reports the characters no font has.
[[nodiscard]] Drawing draw_timeline(const document::Timeline& timeline, Shaper& shaper,
                                    std::string_view family, Length width);

}  // namespace typeset
