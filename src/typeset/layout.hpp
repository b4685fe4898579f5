#pragma once

#include <memory>
#include <string>

#include "base/diagnostics.hpp"
#include "document/document.hpp"
#include "typeset/font_set.hpp"
#include "typeset/hyphenate.hpp"
#include "typeset/pages.hpp"
#include "typeset/style.hpp"

namespace typeset {

struct Options {
  // Named in messages: the file from which the document was made.
  std::string source;
  // Shared between layouts, so that the patterns are read once.
  std::shared_ptr<const Hyphenator> hyphenator = std::make_shared<const Hyphenator>();
};

// Sets a document in pages: lines, pages, notes, table of contents, running heads, and the
// logical structure. Pure: the same arguments give equal pages. Mistakes (a character that no font
// has, a heading level skipped, an unknown internal link, an address too long for its window, a
// font missing) are added; the pages are then not to be used.
[[nodiscard]] Pages layout(const document::Document& document, const Style& style,
                           const FontSet& fonts, const Options& options,
                           base::Diagnostics& diagnostics);

// Whether the pages of `layout` turn this table, standing alone in their column, on its side. Other
// formats that have pages do as they do.
[[nodiscard]] bool turns_on_its_side(const document::Table& table, const Style& style,
                                     const FontSet& fonts, const Options& options,
                                     base::Diagnostics& diagnostics);

// The pages as text, one line a run of glyphs: page, y, x, font, size, width, text, element.
// For tests and for reading by eye; lengths in points with three decimals.
[[nodiscard]] std::string dump(const Pages& pages);

}  // namespace typeset
