#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "pdf/object_writer.hpp"
#include "pdf/structure.hpp"
#include "typeset/pages.hpp"

// How one moves in the document: outline, page labels, named places, links.
namespace pdf {

// "[5 0 R/XYZ null 700 null]": a place in a page, the zoom left as it is.
[[nodiscard]] std::string place(const typeset::Pages& pages,
                                const std::vector<PageObjects>& objects, std::size_t page,
                                typeset::Length y);

// The outline, of which the first level shows. None if there is no entry.
[[nodiscard]] Reference write_outline(ObjectWriter& writer, const typeset::Pages& pages,
                                      const std::vector<PageObjects>& objects);

// The number tree of the catalog's /PageLabels. None if no page has a label.
[[nodiscard]] Reference write_page_labels(ObjectWriter& writer, const typeset::Pages& pages);

// The name tree of the destinations, for addresses such as "guide.pdf#delais". None if empty.
[[nodiscard]] Reference write_destinations(ObjectWriter& writer, const typeset::Pages& pages,
                                           const std::vector<PageObjects>& objects);

// Whether every link can be written: its destination exists, or its address is an ASCII or UTF-8
// address in http, https or mailto; it has an area and a description. Faults are internal ones.
[[nodiscard]] bool check_links(const typeset::Pages& pages, base::Diagnostics& diagnostics);

// Writes the annotations of the links and records them in `objects`: one a line of the link, so
// that every reader finds where to click, and all in the same Link element.
void write_links(ObjectWriter& writer, const typeset::Pages& pages,
                 std::vector<PageObjects>& objects);

}  // namespace pdf
