#include "typeset/outline_text.hpp"

#include <hb.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"

namespace typeset {
namespace {

// Outlines arrive in font units, of which halves occur (implied points of TrueType curves): they
// are kept doubled, as whole numbers.
struct Pen {
  Path* path = nullptr;
  Length x = 0, y = 0;  // origin of the glyph
  Length size = 0;
  std::int64_t units_per_em = 1000;
  std::int64_t current_x = 0, current_y = 0;  // doubled font units

  static std::int64_t doubled(float value) { return static_cast<std::int64_t>(value * 2); }

  // A point in sixths of a font unit, upwards, as a point of the figure.
  void add(std::int64_t x6, std::int64_t y6) const {
    const auto scaled = [this](std::int64_t value) {
      const auto numerator = value * size;
      const auto denominator = 6 * units_per_em;
      const auto half = numerator < 0 ? -denominator / 2 : denominator / 2;
      return static_cast<Length>((numerator + half) / denominator);
    };
    path->points.push_back({x + scaled(x6), y - scaled(y6)});
  }
  void go(std::int64_t to_x, std::int64_t to_y, PathCommand command) {
    current_x = to_x;
    current_y = to_y;
    path->commands.push_back(command);
    add(3 * to_x, 3 * to_y);
  }
};

Pen& pen(void* data) { return *static_cast<Pen*>(data); }

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  pen(data).go(Pen::doubled(x), Pen::doubled(y), PathCommand::move);
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  pen(data).go(Pen::doubled(x), Pen::doubled(y), PathCommand::line);
}

// A quadratic curve as a cubic: its control points lie at two thirds of the way.
void quadratic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float control_x, float control_y,
                  float x, float y, void*) {
  auto& p = pen(data);
  const auto cx = Pen::doubled(control_x), cy = Pen::doubled(control_y);
  const auto tx = Pen::doubled(x), ty = Pen::doubled(y);
  p.path->commands.push_back(PathCommand::cubic);
  p.add(p.current_x + 2 * cx, p.current_y + 2 * cy);
  p.add(tx + 2 * cx, ty + 2 * cy);
  p.add(3 * tx, 3 * ty);
  p.current_x = tx;
  p.current_y = ty;
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2,
              float y2, float x, float y, void*) {
  auto& p = pen(data);
  p.path->commands.push_back(PathCommand::cubic);
  p.add(3 * Pen::doubled(x1), 3 * Pen::doubled(y1));
  p.add(3 * Pen::doubled(x2), 3 * Pen::doubled(y2));
  p.current_x = Pen::doubled(x);
  p.current_y = Pen::doubled(y);
  p.add(3 * p.current_x, 3 * p.current_y);
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
  pen(data).path->commands.push_back(PathCommand::close);
}

struct DestroyFunctions {
  void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
};
using Functions = std::unique_ptr<hb_draw_funcs_t, DestroyFunctions>;

Functions make_functions() {
  Functions functions(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(functions.get(), quadratic_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(functions.get(), cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(functions.get(), close_path, nullptr, nullptr);
  return functions;
}

Length word_width(Shaper& shaper, const Lettering& lettering, std::string_view word) {
  Length width = 0;
  for (const auto& glyph : shaper.word(lettering.face, word).glyphs) {
    width += scale(glyph.advance, lettering.size, *glyph.font);
  }
  return width;
}

Length space_width(const Shaper& shaper, const Lettering& lettering) {
  const auto* font = shaper.font(lettering.face);
  hb_codepoint_t glyph = 0;
  if (font == nullptr || hb_font_get_nominal_glyph(font->font(), ' ', &glyph) == 0) {
    return lettering.size / 4;
  }
  return scale(hb_font_get_glyph_h_advance(font->font(), glyph), lettering.size, *font);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto space = std::min(text.find(' '), text.size());
    if (space > 0) {
      words.push_back(text.substr(0, space));
    }
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return words;
}

// As many characters as fit, at least one.
std::size_t fitting(Shaper& shaper, const Lettering& lettering, std::string_view word,
                    Length width) {
  std::size_t end = 0;
  for (std::size_t next = 0; next < word.size();) {
    static_cast<void>(base::next_code_point(word, next));
    if (end > 0 && word_width(shaper, lettering, word.substr(0, next)) > width) {
      break;
    }
    end = next;
  }
  return end;
}

}  // namespace

Length text_width(Shaper& shaper, const Lettering& lettering, std::string_view text) {
  Length width = 0;
  const auto space = space_width(shaper, lettering);
  const auto words = words_of(text);
  for (const auto word : words) {
    width += word_width(shaper, lettering, word) + space;
  }
  return words.empty() ? 0 : width - space;
}

Path glyph_outline(const Font& font, std::uint32_t glyph, Length size, Point origin,
                   Colour colour) {
  static const Functions functions = make_functions();
  Path path;
  path.fill = colour;
  Pen pen{&path, origin.x, origin.y, size, font.units_per_em()};
  hb_font_get_glyph_shape(font.font(), glyph, functions.get(), &pen);
  return path;
}

std::vector<Path> text_outline(Shaper& shaper, const Lettering& lettering, Point start,
                               std::string_view text) {
  std::vector<Path> paths;
  const auto space = space_width(shaper, lettering);
  Length x = start.x;
  for (const auto word : words_of(text)) {
    for (const auto& glyph : shaper.word(lettering.face, word).glyphs) {
      const auto& font = *glyph.font;
      const Point origin{x + scale(glyph.x_offset, lettering.size, font),
                         start.y - scale(glyph.y_offset, lettering.size, font)};
      auto path = glyph_outline(font, glyph.id, lettering.size, origin, lettering.colour);
      if (!path.commands.empty()) {
        paths.push_back(std::move(path));
      }
      x += scale(glyph.advance, lettering.size, font);
    }
    x += space;
  }
  return paths;
}

std::vector<std::string> wrap(Shaper& shaper, const Lettering& lettering, std::string_view text,
                              Length width) {
  std::vector<std::string> lines;
  for (auto word : words_of(text)) {
    if (!lines.empty()) {
      const auto longer = lines.back() + " " + std::string(word);
      if (text_width(shaper, lettering, longer) <= width) {
        lines.back() = longer;
        continue;
      }
    }
    while (word_width(shaper, lettering, word) > width) {
      const auto end = fitting(shaper, lettering, word, width);
      if (end == word.size()) {
        break;
      }
      lines.emplace_back(word.substr(0, end));
      word.remove_prefix(end);
    }
    lines.emplace_back(word);
  }
  return lines;
}

bool has_wider_word(Shaper& shaper, const Lettering& lettering, std::string_view text,
                    Length width) {
  const auto words = words_of(text);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word_width(shaper, lettering, word) > width;
  });
}

}  // namespace typeset
