#pragma once

#include <string>
#include <string_view>

#include "typeset/drawing.hpp"

namespace typeset {

// The figure as an SVG element to stand in a page or a file: an image named by `alternative`. What
// is black takes the colour of the text around it, so that it stays readable on a dark background.
// No script, no style; the names of its shapes do not clash with those of another figure of the
// page.
[[nodiscard]] std::string svg(const Drawing& drawing, std::string_view alternative);

}  // namespace typeset
