#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "typeset/pages.hpp"
#include "typeset/shape.hpp"

namespace typeset {

inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

// How a stretch of a paragraph is drawn and what it means.
struct Format {
  Shaper::Face face = 0;
  Length size = 0;
  Length rise = 0;  // above the baseline
  Colour colour;
  bool verbatim = false;  // a user's own words: never hyphenated
  bool underlined = false;
  std::size_t element = no_index;  // a link or a reference; no_index: the paragraph itself
  std::size_t link = no_index;     // index of a link of the document
  std::size_t note = no_index;     // index of the note that this stretch calls
  std::size_t anchor = no_index;   // index of the id of this stretch
};

struct Stretch {
  std::size_t begin = 0, end = 0;  // bytes
  std::size_t format = 0;          // index in InlineText::formats
};

// The words of one paragraph, laid end to end; '\n' is a line break that the author wants. The
// stretches are not empty and cover the text in order.
struct InlineText {
  std::string utf8;
  std::vector<Stretch> stretches;
  std::vector<Format> formats;
};

}  // namespace typeset
