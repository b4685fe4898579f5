#include "typeset/timeline.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

#include "typeset/outline_text.hpp"
#include "typeset/shapes.hpp"

namespace typeset {
namespace {

// Told apart by those who do not see colours thanks to the shapes.
enum class Shape { ring, diamond, square, dot };
struct Kind {
  std::string_view name;    // TimelineEvent::kind
  std::string_view legend;  // what the mark means
  Shape shape;
  Colour colour;
};
constexpr std::array kinds{Kind{"depart", "point de départ", Shape::ring, figure_blue},
                           Kind{"echeance", "échéance", Shape::diamond, {200, 69, 12}},
                           Kind{"effet", "prise d’effet", Shape::square, {10, 125, 104}}};
constexpr Kind other_kind{"", "", Shape::dot, figure_grey};

constexpr std::size_t most_in_a_row = 5;
constexpr Length narrowest_column = points(92);
constexpr std::size_t most_label_lines = 5;
constexpr Length date_size = 9500, label_size = 9000, legend_size = 8000;
constexpr Length label_leading = 11500;
constexpr Length mark_radius = 5000;
constexpr Length axis_width = 1500;
constexpr Length between_rows = 12000;

const Kind& kind_of(const document::TimelineEvent& event) {
  const auto* found = std::find_if(kinds.begin(), kinds.end(),
                                   [&event](const Kind& kind) { return kind.name == event.kind; });
  return found == kinds.end() ? other_kind : *found;
}

// "ven. 22/05/2026"; the text as it is if it is no date.
std::string written_date(const std::string& iso) {
  int year = 0;
  unsigned month = 0, day = 0;
  const auto read = [&iso](std::size_t start, std::size_t length, auto& value) {
    const auto* first = iso.data() + start;
    const auto result = std::from_chars(first, first + length, value);
    return result.ec == std::errc() && result.ptr == first + length;
  };
  if (iso.size() != 10 || !read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) {
    return iso;
  }
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) {
    return iso;
  }
  constexpr std::array<std::string_view, 7> days{"dim.", "lun.", "mar.", "mer.",
                                                 "jeu.", "ven.", "sam."};
  const auto weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
  return std::string(days[weekday]) + "\u00A0" + iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" +
         iso.substr(0, 4);
}

// ---- Marks ---------------------------------------------------------------------------------

Path mark(const Kind& kind, Point centre) {
  const auto [x, y] = centre;
  switch (kind.shape) {
    case Shape::diamond: {
      constexpr Length reach = mark_radius + 1200;
      return polygon({{x, y - reach}, {x + reach, y}, {x, y + reach}, {x - reach, y}}, kind.colour);
    }
    case Shape::square: {
      constexpr Length reach = mark_radius - 600;
      return polygon({{x - reach, y - reach},
                      {x + reach, y - reach},
                      {x + reach, y + reach},
                      {x - reach, y + reach}},
                     kind.colour);
    }
    case Shape::ring: {
      auto path = circle(centre, mark_radius - 1000);
      path.filled = false;
      path.stroked = true;
      path.stroke = kind.colour;
      path.stroke_width = 2000;
      return path;
    }
    case Shape::dot:
      break;
  }
  auto path = circle(centre, mark_radius - 1500);
  path.fill = kind.colour;
  return path;
}

Path axis_segment(Point from, Point to) { return segment(from, to, axis_width); }

// ---- Figure --------------------------------------------------------------------------------

class TimelineFigure {
 public:
  TimelineFigure(const document::Timeline& timeline, Shaper& shaper, std::string_view family,
                 Length width)
      : timeline_(timeline),
        shaper_(shaper),
        regular_(shaper.face(family, false, false, true)),
        bold_(shaper.face(family, true, false, true)) {
    drawing_.width = width;
  }

  Drawing draw() {
    if (timeline_.events.empty()) {
      return drawing_;
    }
    const auto bottom = fits_in_a_row() ? draw_row() : draw_column();
    drawing_.height = draw_legend(bottom);
    return std::move(drawing_);
  }

 private:
  [[nodiscard]] Lettering dates() const { return {bold_, date_size, figure_ink}; }
  // A deadline is what must not be missed.
  [[nodiscard]] Lettering labels(const document::TimelineEvent& event) const {
    return {event.kind == kinds[1].name ? bold_ : regular_, label_size, figure_ink};
  }

  [[nodiscard]] Length column_width() const {
    return drawing_.width / static_cast<Length>(timeline_.events.size());
  }

  [[nodiscard]] bool fits_in_a_row() const {
    const auto column = column_width();
    if (timeline_.events.size() > most_in_a_row || column < narrowest_column) {
      return false;
    }
    const auto room = column - label_size;
    return std::all_of(timeline_.events.begin(), timeline_.events.end(), [&](const auto& event) {
      return text_width(shaper_, dates(), written_date(event.date)) <= room &&
             !has_wider_word(shaper_, labels(event), event.label, room) &&
             wrap(shaper_, labels(event), event.label, room).size() <= most_label_lines;
    });
  }

  void write(const Lettering& lettering, Point start, std::string_view text) {
    for (auto& path : text_outline(shaper_, lettering, start, text)) {
      drawing_.paths.push_back(std::move(path));
    }
  }

  void write_centred(const Lettering& lettering, Point middle, std::string_view text) {
    const auto width = text_width(shaper_, lettering, text);
    write(lettering, {middle.x - width / 2, middle.y}, text);
  }

  // Side by side: the date above the axis, the label below. Returns the lowest point used.
  Length draw_row() {
    const Length axis = date_size + 10000;
    const auto column = column_width();
    const auto count = static_cast<Length>(timeline_.events.size());
    const Length clear = mark_radius + 3000;
    Length bottom = axis;
    Length from = 0;
    for (Length index = 0; index < count; ++index) {
      const auto& event = timeline_.events[static_cast<std::size_t>(index)];
      const Point centre{column * index + column / 2, axis};
      drawing_.paths.push_back(axis_segment({from, axis}, {centre.x - clear, axis}));
      from = centre.x + clear;
      drawing_.paths.push_back(mark(kind_of(event), centre));
      write_centred(dates(), {centre.x, date_size}, written_date(event.date));
      Length y = axis + mark_radius + 3500;
      for (const auto& line : wrap(shaper_, labels(event), event.label, column - label_size)) {
        y += label_leading;
        write_centred(labels(event), {centre.x, y}, line);
      }
      bottom = std::max(bottom, y);
    }
    draw_arrow({from, axis}, {drawing_.width, axis});
    return bottom;
  }

  // The end of the axis, pointing to what comes after; horizontal or vertical.
  void draw_arrow(Point from, Point tip) {
    constexpr Length length = 7000, half = 3000;
    if (from.y == tip.y) {
      drawing_.paths.push_back(axis_segment(from, {tip.x - length, tip.y}));
      drawing_.paths.push_back(polygon(
          {{tip.x - length, tip.y - half}, tip, {tip.x - length, tip.y + half}}, figure_grey));
      return;
    }
    drawing_.paths.push_back(axis_segment(from, {tip.x, tip.y - length}));
    drawing_.paths.push_back(polygon(
        {{tip.x - half, tip.y - length}, {tip.x + half, tip.y - length}, tip}, figure_grey));
  }

  // One under the other: the date, then the label beside it, or below it in a narrow figure.
  Length draw_column() {
    const Length axis = mark_radius + 2000;
    const Length clear = mark_radius + 2500;
    const Length text_x = axis + mark_radius + 10000;
    Length date_width = 0;
    for (const auto& event : timeline_.events) {
      date_width = std::max(date_width, text_width(shaper_, dates(), written_date(event.date)));
    }
    // Words in the place of a date may be long.
    date_width = std::min(date_width, drawing_.width * 2 / 5);
    const Length beside = text_x + date_width + 12000;
    const bool below = drawing_.width - beside < points(110);
    const Length label_x = below ? text_x : beside;
    const auto label_room = std::max(drawing_.width - label_x, points(10));
    Length y = 0;
    Length from = -1;
    Length bottom = 0;
    for (const auto& event : timeline_.events) {
      const Length baseline = y + date_size;
      const Point centre{axis, baseline - date_size * 36 / 100};
      if (from >= 0) {
        drawing_.paths.push_back(axis_segment({axis, from}, {axis, centre.y - clear}));
      }
      from = centre.y + clear;
      drawing_.paths.push_back(mark(kind_of(event), centre));
      auto line_y = baseline;
      for (const auto& line :
           wrap(shaper_, dates(), written_date(event.date), below ? label_room : date_width)) {
        write(dates(), {text_x, line_y}, line);
        bottom = std::max(bottom, line_y);
        line_y += label_leading;
      }
      if (!below) line_y = baseline;
      for (const auto& line : wrap(shaper_, labels(event), event.label, label_room)) {
        write(labels(event), {label_x, line_y}, line);
        bottom = std::max(bottom, line_y);
        line_y += label_leading;
      }
      y = bottom + between_rows;
    }
    const auto tip = std::max(bottom + 4000, from + 12000);
    draw_arrow({axis, from}, {axis, tip});
    return tip;
  }

  // What the shapes mean, for the kinds present. Returns the height of the figure.
  Length draw_legend(Length bottom) {
    const Lettering lettering{regular_, legend_size, figure_ink};
    const Length gap = 18000, after_mark = 5000;
    Length x = 0;
    Length baseline = bottom + legend_size + 12000;
    Length height = bottom + 4000;
    for (const auto& kind : kinds) {
      const bool present =
          std::any_of(timeline_.events.begin(), timeline_.events.end(),
                      [&kind](const auto& event) { return event.kind == kind.name; });
      if (!present) {
        continue;
      }
      const auto width = 2 * mark_radius + after_mark + text_width(shaper_, lettering, kind.legend);
      if (x > 0 && x + width > drawing_.width) {
        x = 0;
        baseline += 2 * legend_size;
      }
      drawing_.paths.push_back(
          mark(kind, {x + mark_radius + 1200, baseline - legend_size * 36 / 100}));
      write(lettering, {x + 2 * mark_radius + after_mark, baseline}, kind.legend);
      x += width + gap;
      height = baseline + 4000;
    }
    return height;
  }

  const document::Timeline& timeline_;
  Shaper& shaper_;
  Shaper::Face regular_, bold_;
  Drawing drawing_;
};

}  // namespace

Drawing draw_timeline(const document::Timeline& timeline, Shaper& shaper, std::string_view family,
                      Length width) {
  return TimelineFigure(timeline, shaper, family, width).draw();
}

}  // namespace typeset
