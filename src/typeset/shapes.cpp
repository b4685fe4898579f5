#include "typeset/shapes.hpp"

#include <algorithm>
#include <utility>

namespace typeset {

Path polygon(std::vector<Point> corners, Colour fill) {
  Path path;
  path.fill = fill;
  path.points = std::move(corners);
  path.commands.assign(path.points.size(), PathCommand::line);
  path.commands.front() = PathCommand::move;
  path.commands.push_back(PathCommand::close);
  return path;
}

Path circle(Point centre, Length radius) {
  const auto arm = static_cast<Length>(static_cast<std::int64_t>(radius) * 5523 / 10000);
  const auto [x, y] = centre;
  Path path;
  path.commands = {PathCommand::move,  PathCommand::cubic, PathCommand::cubic,
                   PathCommand::cubic, PathCommand::cubic, PathCommand::close};
  path.points = {{x + radius, y}, {x + radius, y + arm}, {x + arm, y + radius},
                 {x, y + radius}, {x - arm, y + radius}, {x - radius, y + arm},
                 {x - radius, y}, {x - radius, y - arm}, {x - arm, y - radius},
                 {x, y - radius}, {x + arm, y - radius}, {x + radius, y - arm},
                 {x + radius, y}};
  return path;
}

Path full_rectangle(const Rectangle& area, Colour fill) {
  const Length right = area.x + area.width, bottom = area.y + area.height;
  return polygon({{area.x, area.y}, {right, area.y}, {right, bottom}, {area.x, bottom}}, fill);
}

Path hollow_rectangle(const Rectangle& area, Length stroke_width, Colour stroke, Length round) {
  const Length width = std::min({stroke_width, area.width, area.height});
  const Length left = area.x + width / 2, top = area.y + width / 2;
  const Length right = area.x + area.width - width / 2;
  const Length bottom = area.y + area.height - width / 2;
  Path path = round == 0 ? polygon({{left, top}, {right, top}, {right, bottom}, {left, bottom}}, {})
                         : polygon({{left + round, top},
                                    {right - round, top},
                                    {right, top + round},
                                    {right, bottom - round},
                                    {right - round, bottom},
                                    {left + round, bottom},
                                    {left, bottom - round},
                                    {left, top + round}},
                                   {});
  path.filled = false;
  path.stroked = true;
  path.stroke = stroke;
  path.stroke_width = width;
  return path;
}

Path segment(Point from, Point to, Length width) {
  Path path;
  path.commands = {PathCommand::move, PathCommand::line};
  path.points = {from, to};
  path.filled = false;
  path.stroked = true;
  path.stroke = figure_grey;
  path.stroke_width = width;
  return path;
}

}  // namespace typeset
