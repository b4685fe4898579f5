#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "typeset/font.hpp"
#include "typeset/pages.hpp"

// Pages read back as lines of paragraphs, for tests that measure them.
namespace measured_lines {

using typeset::Length;

struct Space {
  Length begin = 0, end = 0;
};

struct Line {
  std::size_t page = 0, block = 0;  // element of the paragraph, heading or caption
  typeset::Role role = typeset::Role::paragraph;
  bool in_note = false, in_cell = false, in_header = false;
  Length y = 0, left = 0, right = 0, size = 0;
  std::string text;           // U+00AD for the hyphen of a broken word
  std::vector<Space> spaces;  // between words

  [[nodiscard]] bool hyphenated() const { return text.ends_with("\u00AD"); }
  [[nodiscard]] bool heading() const {
    return role >= typeset::Role::heading1 && role <= typeset::Role::heading6;
  }
};

// Where an element stands in the structure.
struct Place {
  std::size_t block = 0;
  typeset::Role role = typeset::Role::document;
  bool in_note = false, in_cell = false, in_header = false;
};

inline bool is_block(typeset::Role role) {
  using typeset::Role;
  return role == Role::paragraph || role == Role::caption || role == Role::label ||
         (role >= Role::heading1 && role <= Role::heading6);
}

inline void find_places(const typeset::Pages& pages, std::size_t element, Place place,
                        std::map<std::size_t, Place>& places) {
  const typeset::Element& one = pages.structure[element];
  using typeset::Role;
  if (is_block(one.role)) {
    place.block = element;
    place.role = one.role;
  }
  place.in_note = place.in_note || one.role == Role::note;
  place.in_cell = place.in_cell || one.role == Role::table;
  place.in_header = place.in_header || one.role == Role::table_head;
  places[element] = place;
  for (const typeset::Child& child : one.children) {
    if (child.kind == typeset::Child::Kind::element) {
      find_places(pages, child.element, place, places);
    }
  }
}

inline void add(Line& line, const typeset::GlyphRun& run) {
  Length x = run.x;
  line.size = std::max(line.size, run.size);
  for (const typeset::Glyph& glyph : run.glyphs) {
    if (glyph.text == " " || glyph.text == "\u00A0") {
      line.spaces.push_back({x, x + glyph.advance});
    } else {
      line.right = std::max(line.right, x + glyph.advance);
    }
    line.text += glyph.text;
    x += glyph.advance;
  }
}

// Every line that is read, in the order of pages, then of writing.
inline std::vector<Line> lines_of(const typeset::Pages& pages) {
  std::map<std::size_t, Place> places;
  find_places(pages, 0, {}, places);
  std::vector<Line> lines;
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    std::map<std::pair<std::size_t, Length>, std::size_t> known;  // by block and baseline
    for (const typeset::Content& content : pages.pages[page].contents) {
      if (content.element == typeset::artifact) continue;
      const Place& place = places.at(content.element);
      for (const typeset::GlyphRun& run : content.glyphs) {
        // A superscript stands above its line.
        Length y = run.y;
        for (const auto& [key, index] : known) {
          const bool same_block = key.first == place.block;
          if (same_block && key.second > y && key.second - y < lines[index].size / 2) {
            y = key.second;
          }
        }
        const auto [entry, added] = known.try_emplace({place.block, y}, lines.size());
        if (added) {
          lines.push_back({page,
                           place.block,
                           place.role,
                           place.in_note,
                           place.in_cell,
                           place.in_header,
                           y,
                           run.x,
                           run.x,
                           run.size,
                           {},
                           {}});
        }
        add(lines[entry->second], run);
      }
    }
  }
  for (Line& line : lines) {
    // The invisible spaces of the end of a line.
    std::erase_if(line.spaces, [&](const Space& space) { return space.begin >= line.right; });
  }
  return lines;
}

// How far down the figures of a page go; 0 if there is none.
inline Length foot_of_figures(const typeset::Pages& pages, std::size_t page) {
  Length foot = 0;
  for (const typeset::Content& content : pages.pages[page].contents) {
    if (content.element == typeset::artifact) continue;
    if (pages.structure[content.element].role != typeset::Role::figure) continue;
    for (const typeset::Path& path : content.paths) {
      for (const typeset::Point& point : path.points) foot = std::max(foot, point.y);
    }
  }
  return foot;
}

}  // namespace measured_lines
