#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"
#include "typeset/drawing.hpp"
#include "typeset/paragraph.hpp"
#include "typeset/tokens.hpp"

namespace typeset {

// What is costly and depends on the text alone, kept for a document set more than once until its
// page numbers hold: most of it is the same each time. Lives no longer than the layout, whose
// document and shaper it points into. What it gives lasts as long as itself.
class SettingMemory {
 public:
  [[nodiscard]] const std::vector<Line>& lines(const LineMaker& maker, const InlineText& text,
                                               const ParagraphShape& shape);
  // See widths_of.
  [[nodiscard]] TextWidths widths(const InlineText& text, Shaper& shaper);
  [[nodiscard]] const Drawing& drawing(const document::Figure& figure, Shaper& shaper,
                                       std::string_view family, Length width);

 private:
  using FigureKey = std::tuple<const document::Figure*, std::string, Length>;

  std::unordered_map<std::string, std::vector<Line>> lines_;
  std::unordered_map<std::string, TextWidths> widths_;
  std::map<FigureKey, Drawing> drawings_;
};

}  // namespace typeset
