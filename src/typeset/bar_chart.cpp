#include <algorithm>
#include <string>
#include <vector>

#include "typeset/figure.hpp"
#include "typeset/lettering_pen.hpp"
#include "typeset/shapes.hpp"

namespace typeset {
namespace {

constexpr Length label_size = 9000, leading = 11500, small_size = 8000, small_leading = 10500;
constexpr Length ascent = 7000;      // of a capital, and a little air
constexpr Length descent = 2800;     // below the last baseline
constexpr Length thick_bar = 12000;  // one series
constexpr Length thin_bar = 9500;    // one of two
constexpr Length between_bars = 2000;
constexpr Length between_rows = 8500;
constexpr Length hollow_line = 1300;
constexpr Length axis_width = 1000;
constexpr Length around_label = 8000;
constexpr Length before_value = 4000;
constexpr Length dash = 4000;
constexpr std::string_view break_words =
    "Rupture de série : ce qui suit n’est pas compté sur la même base.";

class BarFigure {
 public:
  BarFigure(const document::BarChart& chart, Shaper& shaper, std::string_view family, Length width)
      : chart_(chart),
        shaper_(shaper),
        pen_(drawing_, shaper),
        label_{shaper.face(family, false, false, true), label_size, figure_ink},
        value_{shaper.face(family, true, false, true), label_size, figure_ink},
        small_{label_.face, small_size, figure_ink} {
    drawing_.width = width;
  }

  Drawing draw() {
    if (chart_.bars.empty() || chart_.series.empty()) return drawing_;
    measure();
    Length y = chart_.series.size() > 1 ? key() : 0;
    Length axis_top = y;
    for (std::size_t i = 0; i < chart_.bars.size(); ++i) {
      if (chart_.bars[i].breaks_series) {
        if (!above_) axis(axis_top, y);
        y = series_break(y);
        axis_top = y;
      }
      y = row(chart_.bars[i], y + between_rows / 2) + between_rows / 2;
    }
    if (!above_) axis(axis_top, y);
    drawing_.height = y;
    return std::move(drawing_);
  }

 private:
  [[nodiscard]] bool two() const { return chart_.series.size() > 1; }
  [[nodiscard]] Length thickness() const { return two() ? thin_bar : thick_bar; }
  [[nodiscard]] Length bars_height() const {
    const auto count = static_cast<Length>(chart_.series.size());
    return count * thickness() + (count - 1) * between_bars;
  }

  // Where bars start, how long the longest is, and whether labels stand above them.
  void measure() {
    Length widest_value = 0, widest_label = 0;
    for (const auto& bar : chart_.bars) {
      widest_label = std::max(widest_label, pen_.width(label_, bar.label));
      for (const auto& value : bar.values) {
        widest_value = std::max(widest_value, pen_.width(value_, value.written));
        greatest_ = std::max(greatest_, value.thousandths.value_or(0));
      }
    }
    const Length room = drawing_.width * 2 / 5;
    const Length column = std::min(widest_label, room);
    const bool cut = std::any_of(chart_.bars.begin(), chart_.bars.end(), [&](const auto& bar) {
      return has_wider_word(shaper_, label_, bar.label, column);
    });
    above_ = drawing_.width < narrow_figure || cut;
    label_room_ = above_ ? drawing_.width : column;
    start_ = above_ ? axis_width : column + around_label;
    longest_ = std::max<Length>(drawing_.width - start_ - before_value - widest_value - 1000, 1000);
  }

  [[nodiscard]] Length length_of(std::int64_t thousandths) const {
    return greatest_ == 0 ? 0 : static_cast<Length>(thousandths * longest_ / greatest_);
  }

  // What hollow and full mean. Returns the first free height.
  Length key() {
    constexpr Length swatch_width = 16000, gap = 16000;
    Length x = 0, baseline = ascent + 1500;  // under the accent of a capital
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const Length words = pen_.width(small_, chart_.series[i]);
      if (x > 0 && x + swatch_width + before_value + words > drawing_.width) {
        x = 0;
        baseline += small_leading + 3000;
      }
      bar_shape(i, {x, baseline - small_size + 1500, swatch_width, small_size - 1000});
      pen_.write(small_, {x + swatch_width + before_value, baseline}, chart_.series[i]);
      x += swatch_width + before_value + words + gap;
    }
    return baseline + 5000;
  }

  void bar_shape(std::size_t series, const Rectangle& area) {
    const bool hollow = two() && series == 0;
    drawing_.paths.push_back(hollow ? hollow_rectangle(area, hollow_line, figure_blue)
                                    : full_rectangle(area, figure_blue));
  }

  // One line of the table. Returns its lowest point.
  Length row(const document::Bar& bar, Length top) {
    const auto lines = pen_.lines(label_, bar.label, label_room_);
    const Length words = static_cast<Length>(lines.size() - 1) * leading + ascent + descent;
    Length label_top = top, bars_top = top;
    if (above_) {
      bars_top = top + words + 1500;
    } else {
      label_top += std::max<Length>(0, (bars_height() - words) / 2);
      bars_top += std::max<Length>(0, (words - bars_height()) / 2);
    }
    Length baseline = label_top + ascent;
    for (const auto& line : lines) {
      const Length x = above_ ? 0 : start_ - around_label - pen_.width(label_, line);
      pen_.write(label_, {x, baseline}, line);
      baseline += leading;
    }
    Length y = bars_top;
    for (std::size_t i = 0; i < bar.values.size(); ++i) {
      const Length length = length_of(bar.values[i].thousandths.value_or(0));
      if (length > 0) bar_shape(i, {start_, y, length, thickness()});
      pen_.write(value_, {start_ + length + before_value, y + (thickness() + ascent) / 2 - 500},
                 bar.values[i].written);
      y += thickness() + between_bars;
    }
    if (above_) axis(bars_top - 1000, y - between_bars + 1000);
    return std::max(y - between_bars, label_top + words);
  }

  // Labels that stand above the bars would be crossed: the axis is then drawn row by row.
  void axis(Length top, Length bottom) {
    drawing_.paths.push_back(
        segment({start_ - axis_width / 2, top}, {start_ - axis_width / 2, bottom}, axis_width));
  }

  Length series_break(Length top) {
    Length y = top + 5000;
    for (Length x = 0; x + dash <= drawing_.width; x += 2 * dash) {
      drawing_.paths.push_back(segment({x, y}, {x + dash, y}, axis_width));
    }
    y += 3000 + ascent;
    const auto lines = pen_.lines(small_, break_words, drawing_.width);
    for (const auto& line : lines) {
      pen_.write(small_, {0, y}, line);
      y += small_leading;
    }
    return y - small_leading + 5000;
  }

  const document::BarChart& chart_;
  Shaper& shaper_;
  Drawing drawing_;
  LetteringPen pen_;
  Lettering label_, value_, small_;
  std::int64_t greatest_ = 0;
  bool above_ = false;
  Length label_room_ = 0, start_ = 0, longest_ = 0;
};

}  // namespace

Drawing draw_bar_chart(const document::BarChart& chart, Shaper& shaper, std::string_view family,
                       Length width) {
  return BarFigure(chart, shaper, family, width).draw();
}

}  // namespace typeset
