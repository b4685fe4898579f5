#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pdf/embedded_font.hpp"
#include "typeset/pages.hpp"

namespace pdf {

// The content stream of one page, built whole before it is written. Each Content becomes one
// marked sequence, never nested: a structure element's (numbered 0, 1, 2… on the page) or an
// artifact's. Nothing is drawn outside of them.
class PageContent {
 public:
  PageContent(const typeset::Page& page, EmbeddedFonts& fonts) : page_(&page), fonts_(&fonts) {
    constexpr std::size_t usual_bytes = std::size_t{1} << 15;
    out_.reserve(usual_bytes);
  }

  // `tag` is the structure type of the element the content belongs to; it is numbered
  // `marked_content`.
  void add(const typeset::Content& content, std::string_view tag, int marked_content);
  void add_artifact(const typeset::Content& content);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void add_marks(const typeset::Content& content);
  [[nodiscard]] static bool is_sign(const typeset::GlyphRun& run, const typeset::Glyph& glyph);
  void draw_signs(const typeset::GlyphRun& run);
  void draw(const typeset::Path& path);
  void outline(const typeset::Path& path, typeset::Point origin);
  void show(const typeset::GlyphRun& run);
  void set_font(std::size_t font, typeset::Length size);
  void move_to(typeset::Length x, typeset::Length y);
  void show_glyphs(const typeset::GlyphRun& run, EmbeddedFont& font);
  void set_fill(typeset::Colour colour);
  void set_stroke(typeset::Colour colour, typeset::Length width);
  void set_rise(typeset::Length rise);
  void append_colour(typeset::Colour colour, bool stroke);
  // Relative to `origin`, given in the coordinates of the page; upwards.
  void append_point(typeset::Point point, typeset::Point origin);

  static constexpr std::size_t no_font = static_cast<std::size_t>(-1);

  const typeset::Page* page_;
  EmbeddedFonts* fonts_;
  std::string out_;
  // The state of the reader of this page; the initial values are those of ISO 32000-1, 8.4.
  typeset::Colour fill_, stroke_;
  typeset::Length stroke_width_ = 1000;
  std::size_t font_ = no_font;
  typeset::Length size_ = 0;
  typeset::Length rise_ = 0;
  typeset::Length line_x_ = 0, line_y_ = 0;  // start of the current line, PDF coordinates
};

// The smallest rectangle around the marks; empty if there is none.
[[nodiscard]] typeset::Rectangle bounds(const typeset::Content& content);
// The smallest rectangle around both; an empty one counts for nothing.
[[nodiscard]] typeset::Rectangle united(const typeset::Rectangle& first,
                                        const typeset::Rectangle& second);

}  // namespace pdf
