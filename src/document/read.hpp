#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "document/document.hpp"

// The Markdown reader. The dialect is CommonMark with GFM tables and footnotes, less what has no
// place in a document whose words must be the same in every format, plus divs and attributes:
//
// - `::: name`, `::: {#id .class key="value"}` … `:::` are divs, nestable, written at the very
//   start of a line. A closing line closes the innermost open div, whatever its length.
// - `## Title {#id .class}`: attributes of a heading.
// - `::: {.tableau legende="…" colonnes="3 1 1" total="1" reports="2 3" entetes-lignes="oui"}`
//   around one pipe table gives the table its caption, relative widths, number of last rows that
//   are sums, columns whose sums are carried from page to page, and says that the first cell of
//   each row names the row. The div disappears.
// - `::: {.frise alternative="…"}` around a bullet list of `AAAA-MM-JJ | kind | label` items
//   becomes a Figure, its events sorted by date; with `reperes="libres" legende="…"`, the first
//   field is any words and the order is the one written.
// - `::: {.graphique type="barres" legende="…" unite="…"}` around one pipe table, and
//   `::: {.arbre legende="…"}` around a nested list, become a Div that holds the caption (a Div of
//   class "legende-figure"), the Figure, and the table or list itself.
// - The boxes en-bref, attention, que-faire, a-verifier and information begin with their name
//   (a Div of class "titre-encadre"), or with their attribute `titre`, unless they begin with a
//   heading: no format may show a reservation of law by its colour alone.
// - Text between base::verbatim_begin and base::verbatim_end, the content of
//   `[…](verbatim:)`, and code spans are verbatim text.
// - `[…](langue:en)` is a Span with the attribute `lang`, its words verbatim.
// - Links go to http(s):, mailto:, #id, droit:ID or terme:ID; nothing else.
// - Refused: raw HTML, images, code blocks, link reference definitions, a footnote inside a
//   footnote, called twice or never called, a link or a note left as plain text by a slip in
//   its spelling, and any nesting deeper than `maximum_depth`.
namespace document {

inline constexpr int maximum_depth = 64;
inline constexpr std::size_t maximum_source_bytes = std::size_t{4} << 20;
inline constexpr int maximum_table_columns = 64;
// An upper bound of the cells that the pipes of a source may make (missing cells included).
inline constexpr std::size_t maximum_table_cells = 200'000;

// Reads `markdown` (valid UTF-8, lines ended by \n or \r\n; no front matter). `file` names it in
// the messages, whose lines count from 1 in `markdown`. Every mistake is an error of kind
// content; the document is then incomplete and must not be written. Metadata stays empty.
[[nodiscard]] Document read(std::string_view markdown, const std::string& file,
                            base::Diagnostics& diagnostics);

}  // namespace document
