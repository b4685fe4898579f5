#pragma once

#include <cstddef>
#include <vector>

#include "typeset/flow.hpp"

namespace typeset {

// The vertical room of the pages.
struct PageRoom {
  Length first_top = 0;         // of the first page of the flow
  Length next_top = 0;          // of the others
  Length bottom = 0;            // lowest edge of the text
  Length landscape_bottom = 0;  // the same on a page turned on its side
  Length note_gap = 0;          // between the text and its notes, rule included
};

// A stretch of one note at the foot of a page.
struct NotePart {
  std::size_t note = 0;             // in Parts::notes
  std::size_t first = 0, last = 0;  // atoms, last excluded
};

// The lowest edge of the text of a page.
[[nodiscard]] constexpr Length bottom_of(const PageRoom& room, bool landscape) {
  return landscape ? room.landscape_bottom : room.bottom;
}

// What stands on one page.
struct PagePlan {
  std::size_t begin = 0, end = 0;  // atoms of the flow, end excluded
  std::vector<NotePart> notes;
  bool landscape = false;
};

// Shares out atoms between pages, first fit: each page ends at the last of its weakest ties. A
// note stands on the page of its call; only one taller than a quarter of the page may begin there
// and go on at the foot of the next.
[[nodiscard]] std::vector<PagePlan> paginate(const std::vector<Atom>& atoms, const Parts& parts,
                                             const PageRoom& room);

// The same, the spaces above atoms being brought down to `least_spacing` hundredths at most where
// that saves a page that would be almost empty: in each section (what stands between two forced
// starts of a page) on its own. The atoms keep the spaces found.
[[nodiscard]] std::vector<PagePlan> paginate_tightly(std::vector<Atom>& atoms, const Parts& parts,
                                                     const PageRoom& room, int least_spacing);

}  // namespace typeset
