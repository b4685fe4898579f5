#include "pdf/page_content.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

#include "base/text.hpp"
#include "pdf/tokens.hpp"
#include "typeset/outline_text.hpp"

namespace pdf {

namespace {

// Below this many thousandths of the size the pen is not corrected; what is left over is carried
// to the next glyph, so that the error never grows: less than 0.02 pt at 11 pt.
constexpr std::int64_t smallest_correction = 2;

constexpr std::size_t commands_drawn_in_place = 8;

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

// A glyph that adds nothing to the text of its cluster still needs a character (PDF/UA): this one
// shows nothing and separates nothing.
constexpr std::string_view unseen = "\u200C";

// Cuts the last `count` code points off a text that has more than that; else leaves it.
std::vector<std::string_view> cut_marks(std::string_view& text, std::size_t count) {
  std::vector<std::size_t> starts;
  for (std::size_t offset = 0; offset < text.size();
       static_cast<void>(base::next_code_point(text, offset))) {
    starts.push_back(offset);
  }
  std::vector<std::string_view> marks(count, unseen);
  if (starts.size() <= count) {
    return marks;
  }
  const auto first = starts.size() - count;
  starts.push_back(text.size());
  for (std::size_t mark = 0; mark < count; ++mark) {
    const auto start = starts[first + mark];
    marks[mark] = text.substr(start, starts[first + mark + 1] - start);
  }
  text = text.substr(0, starts[first]);
  return marks;
}

// The text of each glyph, none empty: in a cluster of several glyphs (a letter and the marks it
// has no drawing with) each mark gets its own character. The glyphs are in the order of reading.
template <typename Iterator>
std::vector<std::string_view> texts_of(Iterator glyph, const Iterator end) {
  std::vector<std::string_view> texts;
  texts.reserve(static_cast<std::size_t>(end - glyph));
  while (glyph != end) {
    std::string_view text = glyph->text;
    const auto next = std::find_if(glyph + 1, end,
                                   [](const typeset::Glyph& other) { return !other.text.empty(); });
    std::vector<std::string_view> marks;
    if (next - glyph > 1) marks = cut_marks(text, static_cast<std::size_t>(next - glyph) - 1);
    texts.push_back(text.empty() ? unseen : text);
    texts.insert(texts.end(), marks.begin(), marks.end());
    glyph = next;
  }
  return texts;
}

std::vector<std::string_view> texts_of(const typeset::GlyphRun& run) {
  const auto glyphs = run.glyphs.all();
  if (!run.right_to_left) return texts_of(glyphs.begin(), glyphs.end());
  auto texts = texts_of(glyphs.rbegin(), glyphs.rend());
  std::reverse(texts.begin(), texts.end());
  return texts;
}

// Writes a byte of a string at `place`, and gives the place after it.
char* put_escaped(char* place, char byte) {
  const bool end_of_line = byte == '\r';
  if (end_of_line || byte == '(' || byte == ')' || byte == '\\') {
    *place++ = '\\';
  }
  *place++ = end_of_line ? 'r' : byte;
  return place;
}

// The operand of TJ: codes in strings, and movements between them.
class TextArray {
 public:
  explicit TextArray(std::string& out) : out_(&out) {}

  void show(EmbeddedFont::Code code) {
    open();
    std::array<char, 5> bytes{};
    char* end = bytes.data();
    if (!in_string_) {
      *end++ = '(';
      in_string_ = true;
    }
    end = put_escaped(end, static_cast<char>(code >> 8));
    end = put_escaped(end, static_cast<char>(code & 0xFF));
    out_->append(bytes.data(), end);
  }

  // To the right, in thousandths of the size.
  void move(std::int64_t distance) {
    open();
    close_string();
    append_integer(*out_, -distance);
  }

  void close() {
    if (open_) {
      close_string();
      *out_ += "]TJ\n";
      open_ = false;
    }
  }

 private:
  void open() {
    if (!open_) {
      *out_ += '[';
      open_ = true;
    }
  }
  void close_string() {
    if (in_string_) {
      *out_ += ')';
      in_string_ = false;
    }
  }

  std::string* out_;
  bool open_ = false;
  bool in_string_ = false;
};

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
  for (const auto& run : content.glyphs) {
    draw_signs(run);
  }
  out_ += "BT\n";
  line_x_ = 0;
  line_y_ = 0;
  for (const auto& run : content.glyphs) {
    show(run);
  }
  out_ += "ET\n";
}

// A vowel sign, whose character has its own place among the letters: as a glyph above the line, or
// below, it would cut its word in two for the readers that look at the drawing.
bool PageContent::is_sign(const typeset::GlyphRun& run, const typeset::Glyph& glyph) {
  return run.right_to_left && glyph.text.empty() && glyph.advance == 0;
}

void PageContent::draw_signs(const typeset::GlyphRun& run) {
  typeset::Length x = run.x;
  for (const auto& glyph : run.glyphs) {
    if (is_sign(run, glyph)) {
      draw(typeset::glyph_outline(*run.font, glyph.id, run.size,
                                  {x + glyph.x_offset, run.y + glyph.y_offset}, run.colour));
    }
    x += glyph.advance;
  }
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
  // A long path is written from its own start, so that the same letter drawn again is the same
  // bytes, which compress to almost nothing.
  const bool moved = path.commands.size() > commands_drawn_in_place;
  const auto origin = moved ? path.points.front() : typeset::Point{0, page_->height};
  if (moved) {
    out_ += "q 1 0 0 1 ";
    append_point(path.points.front(), {0, page_->height});
    out_ += "cm\n";
  }
  outline(path, origin);
  out_ += path.filled ? (path.stroked ? "B\n" : "f\n") : "S\n";
  out_ += moved ? "Q\n" : "";
}

void PageContent::outline(const typeset::Path& path, typeset::Point origin) {
  std::size_t point = 0;
  for (const auto command : path.commands) {
    switch (command) {
      case typeset::PathCommand::move:
        append_point(path.points[point++], origin);
        out_ += "m\n";
        break;
      case typeset::PathCommand::line:
        append_point(path.points[point++], origin);
        out_ += "l\n";
        break;
      case typeset::PathCommand::cubic:
        for (int count = 0; count < 3; ++count) {
          append_point(path.points[point++], origin);
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
  if (run.glyphs.empty()) {
    return;
  }
  const auto font = fonts_->index(*run.font);
  set_font(font, run.size);
  set_fill(run.colour);
  move_to(run.x, page_->height - run.y);
  // Readers that look at the drawing, and those that read the order of its codes, then find the
  // same words (ISO 32000-1, 14.8.2.3.3).
  const bool reversed = run.right_to_left && run.glyphs.size() > 1;
  out_ += reversed ? "/ReversedChars BMC\n" : "";
  show_glyphs(run, (*fonts_)[font]);
  out_ += reversed ? "EMC\n" : "";
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
  const auto glyphs = run.glyphs.all();
  const auto texts = texts_of(run);
  std::int64_t wanted = 0;
  std::int64_t pen = 0;
  TextArray array(out_);
  for (std::size_t index = 0; index < glyphs.size(); ++index) {
    const auto& glyph = glyphs[index];
    if (is_sign(run, glyph)) {
      continue;
    }
    if (-glyph.y_offset != rise_) {
      array.close();
      set_rise(-glyph.y_offset);  // PDF counts upwards
    }
    const auto target = (wanted + glyph.x_offset) * 1000;
    const auto missing = target - pen;
    // Most glyphs need no correction, and then no division.
    if (std::abs(missing) + run.size / 2 >= smallest_correction * run.size) {
      const auto correction = divided(missing, run.size);
      array.move(correction);
      pen += correction * run.size;
    }
    const auto code = font.code(glyph.id, texts[index]);
    array.show(code);
    pen += static_cast<std::int64_t>(font.width(code)) * run.size;
    wanted += glyph.advance;
  }
  array.close();
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

// Hundredths of a point are finer than any printer.
void PageContent::append_point(typeset::Point point, typeset::Point origin) {
  const auto rounded = [](std::int64_t value) { return divided(value, 10) * 10; };
  append_thousandths(out_, rounded(static_cast<std::int64_t>(point.x) - origin.x));
  out_ += ' ';
  append_thousandths(out_, rounded(static_cast<std::int64_t>(origin.y) - point.y));
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
