#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "typeset/pages.hpp"
#include "typeset/paragraph.hpp"

namespace typeset {

// How paragraphs are set. Lengths in thousandths of a point.
struct TextStyle {
  std::string family;
  Length size = points(11);
  Length leading = points(15);
  bool bold = false, italic = false;
  bool tabular = false;  // figures of equal width
  Colour colour;
  Align align = Align::start;
  bool hyphenate = false;
  Length indent = 0;   // of the first line
  Length between = 0;  // between two paragraphs
};

// What a heading, a block class or another part changes to the text around it.
struct BlockStyle {
  std::optional<std::string> role;  // key of Style::families
  std::optional<Length> size, leading, between, indent;
  std::optional<bool> bold, italic, hyphenate;
  std::optional<Colour> colour;
  std::optional<Align> align;

  Length before = 0, after = 0;  // space around
  Length left = 0, right = 0;    // indents
  bool keep_together = false;
  bool keep_with_next = false;
  bool keep_with_previous = false;  // with two lines of text: a signature never stands alone
  bool page_before = false;         // starts a page
  // Whether links to this block say its page, where links do.
  bool page_reference = true;
  bool detached = false;  // to be kept apart: starts a page that is neither numbered nor counted

  // A box: background, rule on the left, room inside.
  std::optional<Colour> background, rule;
  Length padding = 0;

  // A place on the first page; height 0: as high as needed.
  std::optional<Rectangle> place;
  Length smallest_size = 0;  // how far the type may shrink to fit `place`
};

struct TableStyle {
  BlockStyle text;
  Length cell_padding_x = 0, cell_padding_y = 0;
  Length rule_width = 0;
  Colour rule, header_background, total_background;
};

enum class RunningHead { none, title, chapter };

struct Style {
  std::string name;
  Length page_width = 0, page_height = 0;
  Length top = 0, bottom = 0, left = 0, right = 0;  // margins
  std::optional<Length> next_top;                   // top margin of the pages after the first
  std::map<std::string, std::string, std::less<>> families;  // role → family
  TextStyle text;
  std::vector<BlockStyle> headings;                       // six
  std::map<std::string, BlockStyle, std::less<>> blocks;  // by class
  BlockStyle quote, notes, caption;
  Colour rules, links;
  bool underline_links = false;
  bool page_references = false;  // internal links say the page they lead to
  Length list_indent = 0, list_between = 0;
  std::string bullet;
  TableStyle table;
  // How far spaces between blocks may shrink, in hundredths, to save a page almost empty.
  int least_spacing = 100;
  Length below_places = 0;  // between the placed blocks of a letter and its text

  RunningHead head = RunningHead::none;
  bool page_numbers = true, number_single_page = true;
  BlockStyle running;                           // heads and feet
  Length head_distance = 0, foot_distance = 0;  // from the edge of the page to the baseline
  bool fold_marks = false;
  bool cover = false;
  BlockStyle cover_title, cover_subtitle, cover_note;
  std::optional<Colour> cover_band;
  int contents_levels = 0;  // 0: no table of contents
  std::string contents_title;
  BlockStyle contents_text;

  // Widths that many parts need.
  [[nodiscard]] Length text_width() const { return page_width - left - right; }
};

// `base` changed by `block`. `families` names the fonts.
[[nodiscard]] TextStyle apply(const Style& style, const TextStyle& base, const BlockStyle& block);

// Reads templates/styles/<name>.yaml; every key is checked. Nothing if anything is wrong.
[[nodiscard]] std::optional<Style> read_style(const base::Files& files, std::string_view name,
                                              base::Diagnostics& diagnostics);

}  // namespace typeset
