#include "typeset/paginate.hpp"

#include <algorithm>

namespace typeset {
namespace {

constexpr Length almost_empty_part = 5;
constexpr Length uncut_note_part = 4;
constexpr int spacing_step = 3;  // hundredths

// Whether no earlier page may hold this atom.
bool starts_page(const std::vector<Atom>& atoms, std::size_t i) {
  return atoms[i].page_before || (i > 0 && atoms[i].landscape != atoms[i - 1].landscape);
}

class Paginator {
 public:
  Paginator(const std::vector<Atom>& atoms, const Parts& parts, const PageRoom& room)
      : atoms_(atoms), parts_(parts), room_(room) {}

  std::vector<PagePlan> run() {
    std::size_t begin = 0;
    while (begin < atoms_.size() || !carried_.empty()) {
      plans_.push_back(plan(begin));
      begin = plans_.back().end;
    }
    return std::move(plans_);
  }

 private:
  PagePlan plan(std::size_t begin) {
    PagePlan page;
    page.begin = begin;
    page.landscape = begin < atoms_.size() && atoms_[begin].landscape;
    bottom_ = bottom_of(room_, page.landscape);
    const Length top = plans_.empty() ? room_.first_top : room_.next_top;
    place_carried(page, bottom_ - top);
    const std::size_t reached = fill(begin, top);
    page.end = reached < atoms_.size() ? best_break(begin, reached) : reached;
    if (page.end == begin && begin < atoms_.size() && page.notes.empty()) page.end = begin + 1;
    place_notes(page, top);
    return page;
  }

  // The first atom that does not fit, or that starts a page.
  [[nodiscard]] std::size_t fill(std::size_t begin, Length top) const {
    Length y = top;
    bool empty = true;
    y += height_above(atoms_, parts_, begin);
    Length notes = carried_height_;
    for (std::size_t i = begin; i < atoms_.size(); ++i) {
      const Atom& atom = atoms_[i];
      if (atom.fixed) {
        notes += notes_of(atom);
        continue;
      }
      if (!empty && starts_page(atoms_, i)) return i;
      y += atom.height + (empty ? 0 : atom.before);
      notes += notes_of(atom);
      const Length below =
          height_below(atoms_, parts_, i) + (notes > 0 ? notes + room_.note_gap : 0);
      if (y + below > bottom_) return i;
      empty = false;
    }
    return atoms_.size();
  }

  // A note taller than this part of the page may go on at the foot of the next: keeping it whole
  // would leave the page of the line before its call almost empty.
  [[nodiscard]] Length notes_of(const Atom& atom) const {
    Length height = 0;
    for (const std::size_t note : atom.notes) {
      height += std::min(parts_.notes[note].height(), bottom_ / uncut_note_part);
    }
    return height;
  }

  // Where to end a page whose atom `reached` is the first too many.
  [[nodiscard]] std::size_t best_break(std::size_t begin, std::size_t reached) const {
    if (starts_page(atoms_, reached)) return reached;
    std::size_t best = reached;
    Tie weakest = Tie::never;
    for (std::size_t end = reached; end > begin; --end) {
      if (atoms_[end - 1].fixed) continue;
      if (atoms_[end - 1].tie < weakest) {
        weakest = atoms_[end - 1].tie;
        best = end;
      }
      if (weakest == Tie::free) break;
    }
    // A page that a note fills may hold nothing else, rather than a heading without its text.
    return weakest >= Tie::next && carried_height_ > 0 ? begin : best;
  }

  void place_carried(PagePlan& page, Length available) {
    carried_height_ = 0;
    std::vector<NotePart> rest;
    for (const NotePart& part : carried_) add_note(page, part, available, rest);
    carried_ = std::move(rest);
  }

  void place_notes(PagePlan& page, Length top) {
    Length text = top;
    if (page.begin < page.end) {
      text += height_above(atoms_, parts_, page.begin) + height_below(atoms_, parts_, page.end - 1);
    }
    bool empty = true;
    for (std::size_t i = page.begin; i < page.end; ++i) {
      if (atoms_[i].fixed) continue;
      text += atoms_[i].height + (empty ? 0 : atoms_[i].before);
      empty = false;
    }
    const Length available = bottom_ - room_.note_gap - text;
    for (std::size_t i = page.begin; i < page.end; ++i) {
      for (const std::size_t note : atoms_[i].notes) {
        add_note(page, {note, 0, parts_.notes[note].atoms.size()}, available, carried_);
      }
    }
  }

  // Places what fits of a note; what does not is left to `rest`. At least one line is placed on
  // a page without notes, so that the work ends.
  void add_note(PagePlan& page, NotePart part, Length available, std::vector<NotePart>& rest) {
    const auto& atoms = parts_.notes[part.note].atoms;
    const std::size_t end = part.last;
    part.last = part.first;
    while (part.last < end && rest.empty()) {
      const Atom& atom = atoms[part.last];
      const Length height = atom.height + (part.last == 0 ? 0 : atom.before);
      const bool nothing_yet = page.notes.empty() && part.last == part.first;
      if (carried_height_ + height > available && !nothing_yet) break;
      carried_height_ += height;
      ++part.last;
    }
    if (part.last > part.first) page.notes.push_back(part);
    if (part.last < end) rest.push_back({part.note, part.last, end});
  }

  const std::vector<Atom>& atoms_;
  const Parts& parts_;
  const PageRoom& room_;
  Length bottom_ = 0;  // of this page
  std::vector<PagePlan> plans_;
  std::vector<NotePart> carried_;  // from the page before
  Length carried_height_ = 0;      // of the notes already on this page
};

// A page that ends the document, or what stands before a new start, with little on it.
bool almost_empty(const std::vector<Atom>& atoms, const PagePlan& page, const PageRoom& room) {
  if (page.begin == 0 || page.begin >= page.end || starts_page(atoms, page.begin)) return false;
  if (page.end < atoms.size() && !starts_page(atoms, page.end)) return false;
  Length height = 0;
  for (std::size_t i = page.begin; i < page.end; ++i) {
    height += atoms[i].height + (i == page.begin ? 0 : atoms[i].before);
  }
  return height < (bottom_of(room, page.landscape) - room.next_top) / almost_empty_part;
}

// Brings down the spaces of the atoms [begin, end) until a page is saved; else leaves them.
bool tighten(std::vector<Atom>& atoms, std::size_t begin, std::size_t end, const Parts& parts,
             const PageRoom& room, int least_spacing, std::vector<PagePlan>& plans) {
  std::vector<Length> spaces;
  spaces.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) spaces.push_back(atoms[i].before);
  const auto set_spaces = [&](int hundredths) {
    for (std::size_t i = begin; i < end; ++i)
      atoms[i].before = spaces[i - begin] * hundredths / 100;
  };
  for (int spacing = 100 - spacing_step; spacing >= least_spacing; spacing -= spacing_step) {
    set_spaces(spacing);
    std::vector<PagePlan> tighter = paginate(atoms, parts, room);
    if (tighter.size() < plans.size()) {
      plans = std::move(tighter);
      return true;
    }
  }
  set_spaces(100);
  return false;
}

}  // namespace

std::vector<PagePlan> paginate(const std::vector<Atom>& atoms, const Parts& parts,
                               const PageRoom& room) {
  return Paginator(atoms, parts, room).run();
}

std::vector<PagePlan> paginate_tightly(std::vector<Atom>& atoms, const Parts& parts,
                                       const PageRoom& room, int least_spacing) {
  std::vector<PagePlan> plans = paginate(atoms, parts, room);
  std::size_t section = 0;  // the first atom after the last forced start of a page
  for (std::size_t page = 0; page < plans.size(); ++page) {
    const std::size_t begin = plans[page].begin, end = plans[page].end;
    if (begin < atoms.size() && starts_page(atoms, begin)) section = begin;
    if (!almost_empty(atoms, plans[page], room)) continue;
    // The page is gone: the next one now has its rank.
    if (tighten(atoms, section, end, parts, room, least_spacing, plans)) --page;
  }
  return plans;
}

}  // namespace typeset
