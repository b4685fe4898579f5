#pragma once

#include <map>
#include <string>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "document/document.hpp"
#include "writers/html.hpp"

// A long document as a site that needs no server: one page a chapter, a page of contents, and a
// search in the reader's browser over a file of texts. Every address is relative, and nothing
// comes from elsewhere. Without script, only the search is missing.
//
// As in writers::html, what is not the document's own text has the class "hors-texte".
namespace writers {

using SiteFiles = std::map<std::string, std::string>;  // name → bytes, all in one folder

struct SiteOptions {
  // See site_options.
  std::string page_frame, chapter_frame, contents_frame;
  std::string style_sheet, script;
  Draw draw;  // see HtmlOptions
};

// Reads templates/html/site/ (and templates/html/style.css, that the pages share with single
// pages). A missing file, or a frame without the right names, is an error of kind content.
[[nodiscard]] SiteOptions site_options(const base::Files& files, base::Diagnostics& diagnostics);

// A chapter begins at each of the highest headings and its page has the name of its id; what
// stands before the first is on the page of contents, index.html.
[[nodiscard]] SiteFiles site(const document::Document& document, const SiteOptions& options);

}  // namespace writers
