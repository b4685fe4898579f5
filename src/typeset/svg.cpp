#include "typeset/svg.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "base/text.hpp"

namespace typeset {
namespace {

// Coordinates are whole hundredths of a point: short, and finer than any screen.
std::int64_t hundredths(Length length) {
  const std::int64_t value = length;
  return (value + (value < 0 ? -5 : 5)) / 10;
}

std::string colour_name(Colour colour) {
  if (colour == Colour{}) {
    return "currentColor";
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string name = "#";
  for (const auto value : std::array{colour.red, colour.green, colour.blue}) {
    name += digits[value >> 4];
    name += digits[value & 15];
  }
  return name;
}

// Path data after its first point, with relative movements, each from where the last rounded point
// stands; the same letter elsewhere has the same data.
class PathData {
 public:
  explicit PathData(const Path& path) : origin_(path.points.front()) {
    std::size_t point = 1;
    for (std::size_t index = 1; index < path.commands.size(); ++index) {
      switch (path.commands[index]) {
        case PathCommand::move:
          letter('m');
          append(path.points[point++]);
          start_x_ = x_;
          start_y_ = y_;
          break;
        case PathCommand::line:
          letter('l');
          append(path.points[point++]);
          break;
        case PathCommand::cubic:
          letter('c');
          append_cubic(&path.points[point]);
          point += 3;
          break;
        case PathCommand::close:
          letter('z');
          x_ = start_x_;
          y_ = start_y_;
          break;
      }
    }
  }
  [[nodiscard]] const std::string& text() const { return data_; }

 private:
  // A command that comes again needs no letter.
  void letter(char command) {
    repeated_ = command == last_ && command != 'm' && command != 'z';
    if (!repeated_) {
      data_ += command;
    }
    last_ = command;
    separated_ = !repeated_;
  }
  void number(std::int64_t value) {
    if (!separated_ && value >= 0) {
      data_ += ' ';
    }
    data_ += std::to_string(value);
    separated_ = false;
  }
  [[nodiscard]] Point relative(Point point) const {
    return {static_cast<Length>(hundredths(point.x - origin_.x)),
            static_cast<Length>(hundredths(point.y - origin_.y))};
  }
  void append_relative(Point point) {
    const auto [x, y] = relative(point);
    number(x - x_);
    number(y - y_);
  }
  void append(Point point) {
    append_relative(point);
    const auto [x, y] = relative(point);
    x_ = x;
    y_ = y;
  }
  void append_cubic(const Point* points) {
    append_relative(points[0]);
    append_relative(points[1]);
    append(points[2]);
  }

  Point origin_;
  std::string data_;
  char last_ = 0;
  bool separated_ = true, repeated_ = false;
  std::int64_t x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
};

// FNV-1a: a prefix for the names of shapes, so that two figures may stand in one page.
std::string prefix_of(const std::vector<std::string>& shapes) {
  std::uint32_t value = 2166136261U;
  for (const auto& shape : shapes) {
    for (const char character : shape) {
      value = (value ^ static_cast<unsigned char>(character)) * 16777619U;
    }
  }
  std::string prefix;
  for (int count = 0; count < 6; ++count, value /= 26) {
    prefix += static_cast<char>('a' + value % 26);
  }
  return prefix + "-";
}

std::string attributes(const Path& path) {
  std::string text;
  if (!path.filled) {
    text += " fill=\"none\"";
  } else if (!(path.fill == Colour{})) {
    text += " fill=\"" + colour_name(path.fill) + "\"";
  }
  if (path.stroked) {
    text += " stroke=\"" + colour_name(path.stroke) + "\" stroke-width=\"" +
            std::to_string(hundredths(path.stroke_width)) + "\"";
  }
  return text;
}

// The paths of a drawing; a letter that comes again is drawn once and used many times.
class Shapes {
 public:
  explicit Shapes(const Drawing& drawing) {
    for (const auto& path : drawing.paths) {
      data_.push_back(path.commands.empty() ? std::string() : PathData(path).text());
      ++uses_[data_.back()];
    }
    prefix_ = prefix_of(data_);
  }

  void append(std::string& svg, const Path& path, std::size_t index) {
    const auto& data = data_[index];
    if (data.empty() || (!path.filled && !path.stroked)) {
      return;
    }
    const auto x = std::to_string(hundredths(path.points.front().x));
    const auto y = std::to_string(hundredths(path.points.front().y));
    if (data.size() < shortest_shared || uses_[data] < 2) {
      svg += "<path d=\"M" + x + " " + y + data + "\"" + attributes(path) + "/>\n";
      return;
    }
    auto& name = names_[data];
    if (name.empty()) {
      name = prefix_ + std::to_string(names_.size());
      svg += "<defs><path id=\"" + name + "\" d=\"M0 0" + data + "\"/></defs>\n";
    }
    svg +=
        "<use href=\"#" + name + "\" x=\"" + x + "\" y=\"" + y + "\"" + attributes(path) + "/>\n";
  }

 private:
  static constexpr std::size_t shortest_shared = 60;
  std::vector<std::string> data_;
  std::map<std::string, int> uses_;
  std::map<std::string, std::string> names_;
  std::string prefix_;
};

}  // namespace

std::string svg(const Drawing& drawing, std::string_view alternative) {
  // 1 pt is 4/3 of a CSS pixel.
  const auto pixels = [](Length length) { return std::to_string((length * 4LL + 1500) / 3000); };
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " +
      std::to_string(hundredths(drawing.width)) + ' ' + std::to_string(hundredths(drawing.height)) +
      "\" width=\"" + pixels(drawing.width) + "\" height=\"" + pixels(drawing.height) +
      "\" fill=\"currentColor\">\n<title>" + base::escape_xml(alternative) + "</title>\n";
  Shapes shapes(drawing);
  for (std::size_t index = 0; index < drawing.paths.size(); ++index) {
    shapes.append(svg, drawing.paths[index], index);
  }
  return svg + "</svg>\n";
}

}  // namespace typeset
