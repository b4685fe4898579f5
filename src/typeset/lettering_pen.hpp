#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "typeset/drawing.hpp"
#include "typeset/outline_text.hpp"

// Internal to the figures: words written into a drawing.
namespace typeset {

class LetteringPen {
 public:
  LetteringPen(Drawing& drawing, Shaper& shaper) : drawing_(drawing), shaper_(shaper) {}

  [[nodiscard]] Length width(const Lettering& lettering, std::string_view text) const {
    return text_width(shaper_, lettering, text);
  }
  [[nodiscard]] std::vector<std::string> lines(const Lettering& lettering, std::string_view text,
                                               Length width) const {
    return wrap(shaper_, lettering, text, width);
  }
  // `start` is on the baseline.
  void write(const Lettering& lettering, Point start, std::string_view text) const {
    for (auto& path : text_outline(shaper_, lettering, start, text)) {
      drawing_.paths.push_back(std::move(path));
    }
  }

 private:
  Drawing& drawing_;
  Shaper& shaper_;
};

}  // namespace typeset
