#include <algorithm>
#include <string>
#include <vector>

#include "typeset/figure.hpp"
#include "typeset/lettering_pen.hpp"
#include "typeset/shapes.hpp"

namespace typeset {
namespace {

constexpr Length text_size = 9000, leading = 11500, ascent = 7000, descent = 2600;
constexpr Length wide_indent = 24000, narrow_indent = 12000;
constexpr Length padding = 4200;
constexpr Length between_boxes = 4800;
constexpr Length between_roots = 9000;
constexpr Length thin_line = 900, thick_line = 2000;
constexpr Length cut_corner = 5000;
constexpr Length widest_box = points(420);
constexpr Length least_room = points(40);
constexpr Length arrow = 4500;

class TreeFigure {
 public:
  TreeFigure(const document::DecisionTree& tree, Shaper& shaper, std::string_view family,
             Length width)
      : tree_(tree),
        pen_(drawing_, shaper),
        regular_{shaper.face(family, false, false, true), text_size, figure_ink},
        bold_{shaper.face(family, true, false, true), text_size, figure_ink},
        indent_(width < narrow_figure ? narrow_indent : wide_indent) {
    drawing_.width = width;
  }

  Drawing draw() {
    for (const auto& root : tree_.roots) {
      if (bottom_ > 0) bottom_ += between_roots - between_boxes;
      static_cast<void>(node(root, 0));
    }
    drawing_.height = std::max<Length>(bottom_ - between_boxes, 0);
    return std::move(drawing_);
  }

 private:
  struct Line {
    const Lettering* lettering;
    std::string text;
  };

  [[nodiscard]] std::vector<Line> lines_of(const document::TreeNode& node, Length room) const {
    std::vector<Line> lines;
    for (auto& text : pen_.lines(bold_, node.answer, room)) lines.push_back({&bold_, text});
    for (auto& text : pen_.lines(regular_, node.text, room)) lines.push_back({&regular_, text});
    return lines;
  }

  // Draws a node and all below it. Returns where its connector arrives: the middle of its first
  // line.
  Length node(const document::TreeNode& node, Length x) {
    const Length room =
        std::max(std::min(drawing_.width - x, widest_box) - 2 * padding, least_room);
    const auto lines = lines_of(node, room);
    Length widest = 0;
    for (const auto& line : lines) {
      widest = std::max(widest, pen_.width(*line.lettering, line.text));
    }
    const Length top = bottom_;
    const Length height = 2 * padding + ascent + descent - 2000 +
                          static_cast<Length>(std::max<std::size_t>(lines.size(), 1) - 1) * leading;
    const Rectangle area{x, top, widest + 2 * padding, height};
    drawing_.paths.push_back(node.branches.empty()
                                 ? hollow_rectangle(area, thick_line, figure_blue)
                                 : hollow_rectangle(area, thin_line, figure_grey, cut_corner));
    Length baseline = top + padding + ascent - 500;
    for (const auto& line : lines) {
      pen_.write(*line.lettering, {x + padding, baseline}, line.text);
      baseline += leading;
    }
    bottom_ = top + height + between_boxes;
    const Length trunk = x + indent_ / 2;
    Length last = top + height;
    for (const auto& branch : node.branches) {
      const Length middle = this->node(branch, x + indent_);
      drawing_.paths.push_back(segment({trunk, middle}, {x + indent_ - arrow, middle}, thin_line));
      drawing_.paths.push_back(polygon({{x + indent_ - arrow, middle - arrow / 2},
                                        {x + indent_, middle},
                                        {x + indent_ - arrow, middle + arrow / 2}},
                                       figure_grey));
      drawing_.paths.push_back(segment({trunk, last}, {trunk, middle}, thin_line));
      last = middle;
    }
    return top + padding + ascent / 2;
  }

  const document::DecisionTree& tree_;
  Drawing drawing_;
  LetteringPen pen_;
  Lettering regular_, bold_;
  Length indent_;
  Length bottom_ = 0;
};

}  // namespace

Drawing draw_decision_tree(const document::DecisionTree& tree, Shaper& shaper,
                           std::string_view family, Length width) {
  return TreeFigure(tree, shaper, family, width).draw();
}

}  // namespace typeset
