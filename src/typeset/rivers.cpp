#include "typeset/rivers.hpp"

#include <algorithm>

namespace typeset {
namespace {

struct Strip {
  Length begin = 0, end = 0;
};

// The spaces between the words of a line.
std::vector<Strip> spaces_of(const Line& line) {
  std::vector<Strip> spaces;
  for (const LineRun& run : line.runs) {
    Length x = run.run.x;
    for (const Glyph& glyph : run.run.glyphs) {
      const bool space = glyph.text == " " || glyph.text == "\u00A0";
      if (space && glyph.advance > 0) spaces.push_back({x, x + glyph.advance});
      x += glyph.advance;
    }
  }
  return spaces;
}

}  // namespace

Length widest_space(const std::vector<Line>& lines) {
  Length widest = 0;
  for (const Line& line : lines) {
    for (const Strip& space : spaces_of(line)) widest = std::max(widest, space.end - space.begin);
  }
  return widest;
}

std::optional<std::size_t> find_river(const std::vector<Line>& lines) {
  if (lines.size() < river_lines) return std::nullopt;
  // The strips that come down to the line at hand, and over how many lines.
  struct Thread {
    Strip strip;
    std::size_t lines = 1;
  };
  std::vector<Thread> threads;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].runs.empty()) {
      threads.clear();
      continue;
    }
    const Length narrowest = lines[i].runs.front().run.size / river_part_of_em;
    std::vector<Thread> next;
    for (const Strip& space : spaces_of(lines[i])) {
      next.push_back({space, 1});
      for (const Thread& thread : threads) {
        const Strip common{std::max(thread.strip.begin, space.begin),
                           std::min(thread.strip.end, space.end)};
        if (common.end - common.begin < narrowest) continue;
        if (thread.lines + 1 >= river_lines) return i + 1 - river_lines;
        next.push_back({common, thread.lines + 1});
      }
    }
    threads = std::move(next);
  }
  return std::nullopt;
}

}  // namespace typeset
