#pragma once

#include <vector>

#include "typeset/pages.hpp"

namespace typeset {

// A vector figure, y downwards from its top left corner. Its lettering is drawn as outlines: the
// figure looks the same in PDF, SVG and office formats, and its words (always given in a table of
// the document too) are not said twice to those who listen.
struct Drawing {
  Length width = 0, height = 0;
  std::vector<Path> paths;
};

}  // namespace typeset
