#include "typeset/flow.hpp"

#include <algorithm>

namespace typeset {

Length NoteBody::height() const { return height_of(atoms); }

void Flow::space(Length length) { pending_ = std::max(pending_, length); }

Atom& Flow::push(Atom atom) {
  atom.before = std::max(atom.before, pending_);
  pending_ = 0;
  atom.boxes.insert(atom.boxes.end(), boxes_.begin(), boxes_.end());
  atoms.push_back(std::move(atom));
  return atoms.back();
}

void Flow::tie_last(Tie tie) {
  if (!atoms.empty()) atoms.back().tie = std::max(atoms.back().tie, tie);
}

bool continues_table(const std::vector<Atom>& atoms, std::size_t begin) {
  if (begin == 0 || begin >= atoms.size()) return false;
  return atoms[begin].table != no_index && atoms[begin].table == atoms[begin - 1].table;
}

Length height_above(const std::vector<Atom>& atoms, const Parts& parts, std::size_t begin) {
  if (!continues_table(atoms, begin)) return 0;
  const RepeatedHead& head = parts.heads[atoms[begin].table];
  return head.height + (head.sums ? head.sums->height : 0);
}

Length height_below(const std::vector<Atom>& atoms, const Parts& parts, std::size_t last) {
  if (!continues_table(atoms, last + 1)) return 0;
  const RepeatedHead& head = parts.heads[atoms[last].table];
  return head.sums ? head.sums->height : 0;
}

Length height_of(const std::vector<Atom>& atoms) {
  Length height = 0;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    height += atoms[i].height + (i == 0 ? 0 : atoms[i].before);
  }
  return height;
}

void move_down(Atom& atom, Length distance) {
  for (Mark& mark : atom.marks) {
    for (GlyphRun& run : mark.glyphs) run.y += distance;
    for (Path& path : mark.paths) {
      for (Point& point : path.points) point.y += distance;
    }
  }
  for (LinkMark& link : atom.links) link.area.y += distance;
}

Path filled_rectangle(const Rectangle& area, Colour colour) {
  Path path;
  path.commands = {PathCommand::move, PathCommand::line, PathCommand::line, PathCommand::line,
                   PathCommand::close};
  path.points = {{area.x, area.y},
                 {area.x + area.width, area.y},
                 {area.x + area.width, area.y + area.height},
                 {area.x, area.y + area.height}};
  path.fill = colour;
  return path;
}

}  // namespace typeset
