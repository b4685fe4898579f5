#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "typeset/style.hpp"

// What DOCX and ODT take from the layout of the printed page (templates/styles): one source for
// the margins, for the window of the envelope, for what is kept apart.
namespace writers {

// A block at a fixed place of the first page. Lengths in thousandths of a point, from the corner
// of the page. `height` is the least: a long text makes the frame higher.
struct OfficeFrame {
  std::string class_name;
  typeset::Rectangle place;
};

// A level of heading: its colour ("rrggbb"), and lengths in thousandths of a point.
struct OfficeHeading {
  std::string colour;
  typeset::Length size = 0, before = 0, after = 0;
};

struct OfficePage {
  typeset::Length width = 0, height = 0;  // 0: those of the reference document
  typeset::Length top = 0, bottom = 0, left = 0, right = 0;
  typeset::Length head = 0, foot = 0;  // from the edge of the page to the running head and foot
  bool chapters = false;               // a heading of level 1 begins a page
  bool running_title = false;          // at the head of the pages after the first
  bool running_chapter = false;  // there, the title of the chapter in place of the document’s
  bool cover = false;            // the first page has no number
  int contents_levels = 0;       // of headings in the table of contents; 0: none
  std::string contents_title;
  std::vector<OfficeFrame> frames;  // the text begins below them
  // Classes of the blocks that start pages of their own, neither numbered nor counted.
  std::set<std::string, std::less<>> detached;
  typeset::Length table_size = 0;  // of the characters in tables
  std::vector<OfficeHeading> headings;
  std::string link_colour;  // "rrggbb"
  bool underline_links = true;

  // Of the column of text, on a page turned on its side or not.
  [[nodiscard]] typeset::Length text_width(bool turned) const;
  [[nodiscard]] const OfficeFrame* frame(std::string_view class_name) const;
};

[[nodiscard]] OfficePage office_page(const typeset::Style& style);

// Twentieths of a point, the unit of Word.
[[nodiscard]] std::string twips(typeset::Length length);
// "9.5pt", to the nearest half point.
[[nodiscard]] std::string half_points(typeset::Length length);
// "55mm", "94.25mm": for OpenDocument.
[[nodiscard]] std::string millimetres(typeset::Length length);

}  // namespace writers
