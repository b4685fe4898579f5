#pragma once

#include <map>
#include <vector>

#include "typeset/composer.hpp"
#include "typeset/paginate.hpp"

namespace typeset {

// Places atoms on pages: marks, backgrounds, notes, links, destinations, and the children of the
// logical structure in reading order.
class PageWriter {
 public:
  PageWriter(Composer& composer, Pages& pages) : composer_(composer), pages_(pages) {}

  // Adds the pages of one flow after those already there. Takes what the atoms show.
  void write(std::vector<Atom>& atoms, const std::vector<PagePlan>& plans, const PageRoom& room);

  // The first page that is neither numbered nor counted; no_index: none.
  [[nodiscard]] std::size_t first_detached() const { return first_detached_; }

  // Adds an artifact to a page.
  void add_artifact(std::size_t page, Mark mark, ArtifactKind kind);

 private:
  struct Extent {
    Length top = 0, bottom = 0;
  };

  void page(std::vector<Atom>& atoms, const PagePlan& plan, const PageRoom& room, bool first);
  [[nodiscard]] std::vector<Length> tops(const std::vector<Atom>& atoms, const PagePlan& plan,
                                         Length top) const;
  // The repeated head of a table begun before, and the sums carried from the page before.
  void head_of_table(const std::vector<Atom>& atoms, const PagePlan& plan, Length top);
  // The sums to carry, under the last row of a page that cuts a table.
  void sums_to_carry(const std::vector<Atom>& atoms, const PagePlan& plan, Length top);
  void backgrounds(const std::vector<Atom>& atoms, const PagePlan& plan,
                   const std::vector<Length>& tops, Length page_top);
  void box(const Box& box, Extent extent, bool begun_before, bool goes_on);
  void notes(const PagePlan& plan, const PageRoom& room);
  void atom(Atom& atom, Length top);
  void mark(Mark& mark, Length top);
  void link(const LinkMark& mark, Length top);
  [[nodiscard]] std::size_t page_index() const { return pages_.pages.size() - 1; }

  Composer& composer_;
  Pages& pages_;
  std::size_t first_detached_ = no_index;
  std::vector<std::int64_t> carried_;  // cents, of the table that the last page cut
  // Index in Page::links of each link of the current page.
  std::map<std::size_t, std::size_t> links_of_page_;
};

}  // namespace typeset
