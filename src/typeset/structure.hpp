#pragma once

#include <cstddef>
#include <vector>

#include "typeset/pages.hpp"

namespace typeset {

// The logical structure while it is being made. An element joins its parent's children only when
// something of it is placed on a page, so that children stand in reading order.
class Structure {
 public:
  Structure();  // holds the document element, 0

  [[nodiscard]] std::size_t add(Role role, std::size_t parent);
  [[nodiscard]] Element& operator[](std::size_t element) { return elements_[element]; }
  // Joins the element, and first its ancestors, to their parents; nothing if already done.
  void attach(std::size_t element);

  // The attached elements, renumbered without gaps in the order of a walk down the tree. Gives
  // for each old index the new one (artifact if not attached) in `renumbered`. To be called once.
  [[nodiscard]] std::vector<Element> finish(std::vector<std::size_t>& renumbered);

 private:
  std::vector<Element> elements_;
  std::vector<std::size_t> parents_;
  std::vector<bool> attached_;
};

}  // namespace typeset
