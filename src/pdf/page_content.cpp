#include "pdf/page_content.hpp"

#include <algorithm>
#include <cstdlib>

#include "pdf/tokens.hpp"

namespace pdf {

namespace {

// Below this many thousandths of the size the pen is not corrected; what is left over is carried
// to the next glyph, so that the error never grows: less than 0.02 pt at 11 pt.
constexpr std::int64_t smallest_correction = 2;

std::int64_t divided(std::int64_t numerator, std::int64_t denominator) {
  const auto half = denominator / 2;
  return (numerator >= 0 ? numerator + half : numerator - half) / denominator;
}

std::string_view artifact_type(typeset::ArtifactKind kind) {
  switch (kind) {
    case typeset::ArtifactKind::pagination:
      return "Pagination";
    case typeset::ArtifactKind::background:
      return "Background";
    case typeset::ArtifactKind::layout:
      break;
  }
  return "Layout";
}

void append_escaped(std::string& out, char byte) {
  if (byte == '\r') {
    out += "\\r";
    return;
  }
  if (byte == '(' || byte == ')' || byte == '\\') {
    out += '\\';
  }
  out += byte;
}

}  // namespace

void PageContent::add(const typeset::Content& content, std::string_view tag, int marked_content) {
  append_name(out_, tag);
  out_ += "<</MCID ";
  append_integer(out_, marked_content);
  out_ += ">>BDC\n";
  add_marks(content);
  out_ += "EMC\n";
}

void PageContent::add_artifact(const typeset::Content& content) {
  if (content.paths.empty() && content.glyphs.empty()) {
    return;
  }
  out_ += "/Artifact<</Type";
  append_name(out_, artifact_type(content.artifact_kind));
  if (content.artifact_kind == typeset::ArtifactKind::background) {
    out_ += "/BBox";
    append_box(out_, bounds(content), page_->height);
  }
  out_ += ">>BDC\n";
  add_marks(content);
  out_ += "EMC\n";
}

void PageContent::add_marks(const typeset::Content& content) {
  for (const auto& path : content.paths) {
    draw(path);
  }
  if (content.glyphs.empty()) {
    return;
  }
  out_ += "BT\n";
  line_x_ = 0;
  line_y_ = 0;
  for (const auto& run : content.glyphs) {
    show(run);
  }
  out_ += "ET\n";
}

void PageContent::draw(const typeset::Path& path) {
  if (path.commands.empty() || (!path.filled && !path.stroked)) {
    return;
  }
  if (path.filled) {
    set_fill(path.fill);
  }
  if (path.stroked) {
    set_stroke(path.stroke, path.stroke_width);
  }
  outline(path);
  out_ += path.filled ? (path.stroked ? "B\n" : "f\n") : "S\n";
}

void PageContent::outline(const typeset::Path& path) {
  std::size_t point = 0;
  for (const auto command : path.commands) {
    switch (command) {
      case typeset::PathCommand::move:
        append_point(path.points.at(point++));
        out_ += "m\n";
        break;
      case typeset::PathCommand::line:
        append_point(path.points.at(point++));
        out_ += "l\n";
        break;
      case typeset::PathCommand::cubic:
        for (int count = 0; count < 3; ++count) {
          append_point(path.points.at(point++));
        }
        out_ += "c\n";
        break;
      case typeset::PathCommand::close:
        out_ += "h\n";
        break;
    }
  }
}

void PageContent::show(const typeset::GlyphRun& run) {
  if (run.glyphs.empty() || run.size <= 0) {
    return;
  }
  const auto font = fonts_->index(*run.font);
  set_font(font, run.size);
  set_fill(run.colour);
  move_to(run.x, page_->height - run.y);
  show_glyphs(run, (*fonts_)[font]);
}

void PageContent::set_font(std::size_t font, typeset::Length size) {
  if (font == font_ && size == size_) {
    return;
  }
  out_ += "/F";
  append_integer(out_, static_cast<std::int64_t>(font));
  out_ += ' ';
  append_thousandths(out_, size);
  out_ += " Tf\n";
  font_ = font;
  size_ = size;
}

void PageContent::move_to(typeset::Length x, typeset::Length y) {
  append_thousandths(out_, static_cast<std::int64_t>(x) - line_x_);
  out_ += ' ';
  append_thousandths(out_, static_cast<std::int64_t>(y) - line_y_);
  out_ += " Td\n";
  line_x_ = x;
  line_y_ = y;
}

// The reader's pen moves by the width of each code, in thousandths of the size: it is followed
// here in millionths of a point, and corrected where the glyph must stand elsewhere.
void PageContent::show_glyphs(const typeset::GlyphRun& run, EmbeddedFont& font) {
  std::int64_t wanted = 0;
  std::int64_t pen = 0;
  bool in_text = false;
  bool in_array = false;
  for (const auto& glyph : run.glyphs) {
    if (glyph.y_offset != rise_) {
      out_ += in_text ? ")" : "";
      out_ += in_array ? "]TJ\n" : "";
      in_text = in_array = false;
      set_rise(glyph.y_offset);
    }
    if (!in_array) {
      out_ += '[';
      in_array = true;
    }
    const auto target = (wanted + glyph.x_offset) * 1000;
    const auto correction = divided(target - pen, run.size);
    if (std::abs(correction) >= smallest_correction) {
      out_ += in_text ? ")" : "";
      in_text = false;
      append_integer(out_, -correction);
      pen += correction * run.size;
    }
    if (!in_text) {
      out_ += '(';
      in_text = true;
    }
    const auto code = font.code(glyph);
    append_escaped(out_, static_cast<char>(code >> 8));
    append_escaped(out_, static_cast<char>(code & 0xFF));
    pen += static_cast<std::int64_t>(font.width(code)) * run.size;
    wanted += glyph.advance;
  }
  out_ += ")]TJ\n";
  set_rise(0);
}

void PageContent::set_fill(typeset::Colour colour) {
  if (!(colour == fill_)) {
    append_colour(colour, false);
    fill_ = colour;
  }
}

void PageContent::set_stroke(typeset::Colour colour, typeset::Length width) {
  if (!(colour == stroke_)) {
    append_colour(colour, true);
    stroke_ = colour;
  }
  if (width != stroke_width_) {
    append_thousandths(out_, width);
    out_ += " w\n";
    stroke_width_ = width;
  }
}

void PageContent::set_rise(typeset::Length rise) {
  if (rise != rise_) {
    append_thousandths(out_, rise);
    out_ += " Ts\n";
    rise_ = rise;
  }
}

void PageContent::append_colour(typeset::Colour colour, bool stroke) {
  const auto component = [this](std::uint8_t value) {
    append_thousandths(out_, (value * 1000 + 127) / 255);
    out_ += ' ';
  };
  component(colour.red);
  if (colour.red == colour.green && colour.green == colour.blue) {
    out_ += stroke ? "G\n" : "g\n";
    return;
  }
  component(colour.green);
  component(colour.blue);
  out_ += stroke ? "RG\n" : "rg\n";
}

void PageContent::append_point(typeset::Point point) {
  append_thousandths(out_, point.x);
  out_ += ' ';
  append_thousandths(out_, static_cast<std::int64_t>(page_->height) - point.y);
  out_ += ' ';
}

typeset::Rectangle united(const typeset::Rectangle& first, const typeset::Rectangle& second) {
  if (first.width <= 0 && first.height <= 0) {
    return second;
  }
  if (second.width <= 0 && second.height <= 0) {
    return first;
  }
  const auto left = std::min(first.x, second.x);
  const auto top = std::min(first.y, second.y);
  return {left, top, std::max(first.x + first.width, second.x + second.width) - left,
          std::max(first.y + first.height, second.y + second.height) - top};
}

typeset::Rectangle bounds(const typeset::Content& content) {
  typeset::Rectangle box;
  for (const auto& path : content.paths) {
    if (path.points.empty()) {
      continue;
    }
    auto low = path.points.front();
    auto high = low;
    for (const auto point : path.points) {
      low = {std::min(low.x, point.x), std::min(low.y, point.y)};
      high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    const auto edge = path.stroked ? path.stroke_width / 2 : 0;
    box = united(
        box, {low.x - edge, low.y - edge, high.x - low.x + 2 * edge, high.y - low.y + 2 * edge});
  }
  for (const auto& run : content.glyphs) {
    typeset::Length width = 0;
    for (const auto& glyph : run.glyphs) {
      width += glyph.advance;
    }
    box = united(box, {run.x, run.y - run.size, width, run.size + run.size / 4});
  }
  return box;
}

}  // namespace pdf
