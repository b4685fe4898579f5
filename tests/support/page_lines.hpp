#pragma once

#include <cstdlib>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "typeset/pages.hpp"

// The lines of each paragraph as the pages show them, read back from the marks alone.
namespace page_lines {

struct Line {
  std::size_t page = 0;
  typeset::Length x = 0, right = 0, y = 0;  // without the spaces at its end
  std::string text;                         // of its glyphs; U+00AD for an added hyphen
  [[nodiscard]] bool hyphenated() const { return text.ends_with("\u00AD"); }
};

struct Block {
  typeset::Role role = typeset::Role::paragraph;
  std::size_t element = 0;
  bool in_table = false;
  std::vector<Line> lines;
};

class Reader {
 public:
  explicit Reader(const typeset::Pages& pages) : pages_(pages) {}

  std::vector<Block> blocks() {
    if (!pages_.structure.empty()) walk(0, false);
    return std::move(blocks_);
  }

 private:
  static bool is_text(typeset::Role role) {
    using typeset::Role;
    return role == Role::paragraph || role == Role::caption || role == Role::label ||
           (role >= Role::heading1 && role <= Role::heading6);
  }

  void walk(std::size_t index, bool in_table) {
    const typeset::Element& element = pages_.structure[index];
    in_table = in_table || element.role == typeset::Role::table;
    if (is_text(element.role)) {
      blocks_.push_back({element.role, index, in_table, {}});
      read(index);
      return;
    }
    for (const typeset::Child& child : element.children) {
      if (child.kind == typeset::Child::Kind::element) walk(child.element, in_table);
    }
  }

  // Notes are read where they are called: they are blocks of their own, afterwards.
  void read(std::size_t index) {
    std::vector<std::size_t> notes;
    collect(index, notes);
    for (const std::size_t note : notes) walk(note, false);
  }

  void collect(std::size_t index, std::vector<std::size_t>& notes) {
    for (const typeset::Child& child : pages_.structure[index].children) {
      if (child.kind == typeset::Child::Kind::content) {
        for (const auto& run : pages_.pages[child.page].contents[child.index].glyphs) {
          add(child.page, run);
        }
      } else if (child.kind == typeset::Child::Kind::element) {
        if (pages_.structure[child.element].role == typeset::Role::note) {
          notes.push_back(child.element);
        } else {
          collect(child.element, notes);
        }
      }
    }
  }

  void add(std::size_t page, const typeset::GlyphRun& run) {
    auto& lines = blocks_.back().lines;
    constexpr typeset::Length raised = typeset::points(6);  // superscripts rise less
    const bool same =
        !lines.empty() && lines.back().page == page && std::abs(run.y - lines.back().y) < raised;
    if (!same) lines.push_back({page, run.x, run.x, run.y, {}});
    Line& line = lines.back();
    typeset::Length x = run.x;
    for (const typeset::Glyph& glyph : run.glyphs) {
      x += glyph.advance;
      line.text += glyph.text;
      if (glyph.text != " ") line.right = x;
    }
  }

  const typeset::Pages& pages_;
  std::vector<Block> blocks_;
};

inline std::vector<Block> read(const typeset::Pages& pages) { return Reader(pages).blocks(); }

}  // namespace page_lines
