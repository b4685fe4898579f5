#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "typeset/drawing.hpp"

// What holds of every figure, whatever it shows.
namespace drawing_checks {

using typeset::Length;
using typeset::points;

struct Box {
  Length left, top, right, bottom;
};

inline Box box_of(const typeset::Path& path) {
  Box box{path.points[0].x, path.points[0].y, path.points[0].x, path.points[0].y};
  for (const auto point : path.points) {
    box = {std::min(box.left, point.x), std::min(box.top, point.y), std::max(box.right, point.x),
           std::max(box.bottom, point.y)};
  }
  return box;
}

inline bool is_letter(const typeset::Path& path) {
  return path.filled && !path.stroked && path.fill == typeset::Colour{};
}

// Nothing leaves the figure, and no letter stands on another or on a full shape. Boxes of kerned
// letters of one word may touch; those of two lines or labels may not.
inline void expect_legible(const typeset::Drawing& drawing) {
  constexpr Length kerning = points(2);
  std::vector<Box> letters, shapes;
  for (const auto& path : drawing.paths) {
    const auto box = box_of(path);
    EXPECT_GE(box.left, 0);
    EXPECT_GE(box.top, 0);
    EXPECT_LE(box.right, drawing.width);
    EXPECT_LE(box.bottom, drawing.height);
    (is_letter(path) ? letters : shapes).push_back(box);
    if (!is_letter(path) && !path.filled) shapes.pop_back();
  }
  const auto apart = [&](const Box& one, const Box& two) {
    const auto across = std::min(one.right, two.right) - std::max(one.left, two.left);
    const auto down = std::min(one.bottom, two.bottom) - std::max(one.top, two.top);
    return across <= kerning || down <= points(1);
  };
  for (std::size_t first = 0; first < letters.size(); ++first) {
    for (std::size_t second = first + 1; second < letters.size(); ++second) {
      EXPECT_TRUE(apart(letters[first], letters[second])) << first << " and " << second;
    }
    for (const auto& shape : shapes) EXPECT_TRUE(apart(letters[first], shape)) << first;
  }
}

}  // namespace drawing_checks
