#include "typeset/figure.hpp"

#include "typeset/timeline.hpp"

namespace typeset {

Drawing draw(const document::Figure& figure, Shaper& shaper, std::string_view family,
             Length width) {
  struct Visitor {
    Shaper& shaper;
    std::string_view family;
    Length width;
    Drawing operator()(const document::Timeline& timeline) const {
      return draw_timeline(timeline, shaper, family, width);
    }
    Drawing operator()(const document::BarChart& chart) const {
      return draw_bar_chart(chart, shaper, family, width);
    }
    Drawing operator()(const document::DecisionTree& tree) const {
      return draw_decision_tree(tree, shaper, family, width);
    }
  };
  return std::visit(Visitor{shaper, family, width}, figure.content);
}

}  // namespace typeset
