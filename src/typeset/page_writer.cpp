#include "typeset/page_writer.hpp"

#include <algorithm>
#include <utility>

#include "typeset/carried_sums.hpp"

namespace typeset {
namespace {

constexpr Length box_rule_width = 2500, turn_over_size = points(7);
constexpr Length note_rule_width = points(72), note_rule_thickness = 400;

void move_down(Mark& mark, Length distance) {
  for (GlyphRun& run : mark.glyphs) run.y += distance;
  for (Path& path : mark.paths) {
    for (Point& point : path.points) point.y += distance;
  }
}

// A small triangle at the foot of a box that goes on overleaf.
Path turn_over(const Box& box, Length bottom) {
  const Length right = box.x + box.width - box.padding, top = bottom - box.padding * 3 / 4;
  Path path;
  path.commands = {PathCommand::move, PathCommand::line, PathCommand::line, PathCommand::close};
  path.points = {{right - turn_over_size, top},
                 {right, top},
                 {right - turn_over_size / 2, top + turn_over_size / 2}};
  path.fill = *box.rule;
  return path;
}

}  // namespace

void PageWriter::write(std::vector<Atom>& atoms, const std::vector<PagePlan>& plans,
                       const PageRoom& room) {
  bool first = true;
  for (const PagePlan& plan : plans) {
    page(atoms, plan, room, first);
    first = false;
  }
}

void PageWriter::page(std::vector<Atom>& atoms, const PagePlan& plan, const PageRoom& room,
                      bool first) {
  Page page;
  page.width = composer_.style.page_width;
  page.height = composer_.style.page_height;
  if (plan.landscape) std::swap(page.width, page.height);
  page.label = std::to_string(pages_.pages.size() + 1);
  pages_.pages.push_back(std::move(page));
  links_of_page_.clear();

  const Length top = first ? room.first_top : room.next_top;
  const Length above = height_above(atoms, composer_.parts, plan.begin);
  const std::vector<Length> places = tops(atoms, plan, top + above);
  backgrounds(atoms, plan, places, top);
  head_of_table(atoms, plan, top);
  for (std::size_t i = plan.begin; i < plan.end; ++i) atom(atoms[i], places[i - plan.begin]);
  if (plan.begin < plan.end) {
    sums_to_carry(atoms, plan, places.back() + atoms[plan.end - 1].height);
  }
  notes(plan, room);
}

void PageWriter::head_of_table(const std::vector<Atom>& atoms, const PagePlan& plan, Length top) {
  if (!continues_table(atoms, plan.begin)) return;
  const RepeatedHead& head = composer_.parts.heads[atoms[plan.begin].table];
  for (Mark repeated : head.marks) {
    move_down(repeated, top);
    add_artifact(page_index(), std::move(repeated), ArtifactKind::pagination);
  }
  if (!head.sums) return;
  for (Mark& mark : carried_line(composer_, *head.sums, "Report", carried_)) {
    move_down(mark, top + head.height);
    add_artifact(page_index(), std::move(mark), ArtifactKind::pagination);
  }
}

void PageWriter::sums_to_carry(const std::vector<Atom>& atoms, const PagePlan& plan, Length top) {
  const std::size_t table = atoms[plan.end - 1].table;
  if (!continues_table(atoms, plan.begin) || atoms[plan.begin].table != table) carried_.clear();
  if (table == no_index || !composer_.parts.heads[table].sums) return;
  const CarriedSums& sums = *composer_.parts.heads[table].sums;
  carried_.resize(sums.columns.size());
  for (std::size_t i = plan.begin; i < plan.end; ++i) {
    if (atoms[i].table != table) continue;
    for (std::size_t c = 0; c < atoms[i].amounts.size(); ++c) carried_[c] += atoms[i].amounts[c];
  }
  if (!continues_table(atoms, plan.end)) return;
  for (Mark& mark : carried_line(composer_, sums, "À reporter", carried_)) {
    move_down(mark, top);
    add_artifact(page_index(), std::move(mark), ArtifactKind::pagination);
  }
}

std::vector<Length> PageWriter::tops(const std::vector<Atom>& atoms, const PagePlan& plan,
                                     Length top) const {
  std::vector<Length> places;
  bool empty = true;
  for (std::size_t i = plan.begin; i < plan.end; ++i) {
    if (atoms[i].fixed) {
      places.push_back(0);
      continue;
    }
    if (!empty) top += atoms[i].before;
    empty = false;
    places.push_back(top);
    top += atoms[i].height;
  }
  return places;
}

void PageWriter::backgrounds(const std::vector<Atom>& atoms, const PagePlan& plan,
                             const std::vector<Length>& tops, Length page_top) {
  std::map<std::size_t, Extent> extents;  // outer boxes first: they are numbered first
  for (std::size_t i = plan.begin; i < plan.end; ++i) {
    const Length top = i == plan.begin ? page_top : tops[i - plan.begin];
    const Length bottom = tops[i - plan.begin] + atoms[i].height;
    for (const std::size_t index : atoms[i].boxes) {
      const auto [extent, added] = extents.try_emplace(index, Extent{top, bottom});
      if (!added) extent->second.bottom = bottom;
    }
  }
  const auto inside = [&](std::size_t i, std::size_t index) {
    const auto& boxes = atoms[i].boxes;
    return std::find(boxes.begin(), boxes.end(), index) != boxes.end();
  };
  for (const auto& [index, extent] : extents) {
    const bool begun_before = plan.begin > 0 && inside(plan.begin - 1, index);
    const bool goes_on = plan.end < atoms.size() && inside(plan.end, index);
    box(composer_.parts.boxes[index], extent, begun_before, goes_on);
  }
}

void PageWriter::box(const Box& box, Extent extent, bool begun_before, bool goes_on) {
  if (begun_before) extent.top -= box.padding;
  if (goes_on) extent.bottom += box.padding;
  Mark mark;
  const Length height = extent.bottom - extent.top;
  if (box.background) {
    mark.paths.push_back(filled_rectangle({box.x, extent.top, box.width, height}, *box.background));
  }
  if (box.rule) {
    mark.paths.push_back(filled_rectangle({box.x, extent.top, box_rule_width, height}, *box.rule));
    if (goes_on) mark.paths.push_back(turn_over(box, extent.bottom));
  }
  add_artifact(page_index(), std::move(mark), ArtifactKind::background);
}

void PageWriter::notes(const PagePlan& plan, const PageRoom& room) {
  if (plan.notes.empty()) return;
  Length height = 0;
  for (const NotePart& part : plan.notes) {
    const auto& atoms = composer_.parts.notes[part.note].atoms;
    for (std::size_t i = part.first; i < part.last; ++i) {
      height += atoms[i].height + (i == 0 ? 0 : atoms[i].before);
    }
  }
  Length y = bottom_of(room, plan.landscape) - height;
  Mark rule;
  rule.paths.push_back(filled_rectangle(
      {composer_.style.left, y - room.note_gap / 2, note_rule_width, note_rule_thickness},
      composer_.style.rules));
  add_artifact(page_index(), std::move(rule), ArtifactKind::layout);
  for (const NotePart& part : plan.notes) {
    auto& atoms = composer_.parts.notes[part.note].atoms;
    for (std::size_t i = part.first; i < part.last; ++i) {
      if (i > 0) y += atoms[i].before;
      atom(atoms[i], y);
      y += atoms[i].height;
    }
  }
}

void PageWriter::atom(Atom& atom, Length top) {
  if (atom.detached) first_detached_ = std::min(first_detached_, page_index());
  for (const Anchor& anchor : atom.anchors) {
    const Length y = atom.fixed ? 0 : top;
    pages_.destinations.push_back({anchor.id, page_index(), y});
    if (anchor.level > 0) {
      pages_.outline.push_back({anchor.level, anchor.title, page_index(), y});
    }
  }
  for (const std::size_t element : atom.attach) composer_.structure.attach(element);
  for (Mark& part : atom.marks) mark(part, top);
  for (const LinkMark& part : atom.links) link(part, top);
}

void PageWriter::add_artifact(std::size_t page, Mark mark, ArtifactKind kind) {
  Content content;
  content.artifact_kind = kind;
  content.paths = std::move(mark.paths);
  content.glyphs = std::move(mark.glyphs);
  pages_.pages[page].contents.push_back(std::move(content));
}

void PageWriter::mark(Mark& mark, Length top) {
  move_down(mark, top);
  if (mark.element == artifact) {
    const ArtifactKind kind = mark.artifact_kind;
    add_artifact(page_index(), std::move(mark), kind);
    return;
  }
  composer_.structure.attach(mark.element);
  auto& contents = pages_.pages.back().contents;
  if (!contents.empty() && contents.back().element == mark.element) {
    std::move(mark.paths.begin(), mark.paths.end(), std::back_inserter(contents.back().paths));
    std::move(mark.glyphs.begin(), mark.glyphs.end(), std::back_inserter(contents.back().glyphs));
  } else {
    Content content;
    content.element = mark.element;
    content.paths = std::move(mark.paths);
    content.glyphs = std::move(mark.glyphs);
    Child child;
    child.kind = Child::Kind::content;
    child.page = page_index();
    child.index = contents.size();
    contents.push_back(std::move(content));
    composer_.structure[mark.element].children.push_back(child);
  }
  if (mark.note_element != no_index) composer_.structure.attach(mark.note_element);
}

void PageWriter::link(const LinkMark& mark, Length top) {
  Rectangle area = mark.area;
  area.y += top;
  auto& links = pages_.pages.back().links;
  const auto known = links_of_page_.find(mark.link);
  if (known != links_of_page_.end()) {
    links[known->second].areas.push_back(area);
    return;
  }
  const Link& link = composer_.parts.links[mark.link];
  Child child;
  child.kind = Child::Kind::link;
  child.page = page_index();
  child.index = links.size();
  composer_.structure[link.element].children.push_back(child);
  links_of_page_.emplace(mark.link, links.size());
  links.push_back({{area}, link.address, link.destination, link.description});
}

}  // namespace typeset
