#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "document/document.hpp"

// Our own HTML: one accessible page that stands alone (no script, no external resource), or the
// same content to put inside another page.
//
// What is written but is not the document's own text (skip link, calls and back links of notes)
// has the class "hors-texte", so that formats can be compared word for word.
namespace writers {

// A figure as inline SVG, written as it is: for a screen or a sheet, and for a phone; either may be
// empty.
struct Drawings {
  std::string wide, narrow;
};
using Draw = std::function<Drawings(const document::Figure&)>;

struct HtmlOptions {
  std::string frame;        // see html_page_options
  std::string style_sheet;  // CSS, written inside the page
  // The title heads the page as its only h1 unless the document has exactly one level-1 heading.
  // When `hide_title`, it is there for screen readers only (a letter has no title).
  bool hide_title = false;
  // The head of a document that has a cover: title (then always the only h1), subject, author.
  bool cover = false;
  int contents_levels = 0;  // of the table of contents after the title; 0: none
  std::string contents_title;
  Draw draw;  // if empty, the alternative of a figure is written instead
  // The address of "#id" where pages divide the document; if empty, "#id" itself.
  std::function<std::string(std::string_view id)> anchor;
  int first_heading = 2;       // of a fragment: the level of the document's highest headings
  std::string id_prefix;       // of a fragment: before the ids that the writer makes for itself
  std::size_t first_note = 1;  // the number of the first note, where pages divide the document
  // False where the page’s security policy refuses style attributes: columns then take the width
  // of their content.
  bool inline_styles = true;
};

// Reads the frame (templates/html/page.html) and the style sheet (templates/html/style.css). The
// frame holds {{langue}}, {{titre}}, {{style}}, {{classe}} and {{contenu}}, once each at least;
// a missing file or name, or another name, is an error of kind content.
[[nodiscard]] HtmlOptions html_page_options(const base::Files& files,
                                            base::Diagnostics& diagnostics);

// The whole page. Its links were resolved; one of a scheme that no page may hold is written as
// plain text.
[[nodiscard]] std::string html(const document::Document& document, const HtmlOptions& options);

// The content alone, without title.
[[nodiscard]] std::string html_fragment(const document::Document& document,
                                        const HtmlOptions& options);

}  // namespace writers
