#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "typeset/paragraph.hpp"

namespace typeset {

// The lines of paragraphs already broken, for a document set more than once until its page
// numbers hold: most paragraphs are the same each time. Lives no longer than the layout.
class LineMemory {
 public:
  [[nodiscard]] std::vector<Line> lines(const LineMaker& maker, const InlineText& text,
                                        const ParagraphShape& shape);

 private:
  std::unordered_map<std::string, std::vector<Line>> known_;
};

}  // namespace typeset
