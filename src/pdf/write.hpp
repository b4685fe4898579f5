#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "typeset/pages.hpp"

namespace pdf {

// A file carried inside the PDF.
struct Attachment {
  std::string name;         // "dossier.yaml"
  std::string media_type;   // "application/yaml"
  std::string description;  // said by the reader
  std::string content;
};

struct Options {
  // Smaller by about 40 % for long documents, for some milliseconds more: objects are gathered in
  // compressed streams.
  bool compact = false;
  // States conformity to PDF/UA-1 in the metadata: such bytes are delivered only if inspect()
  // finds no fault in them. No body has certified it.
  bool claims_pdf_ua = false;
  // States conformity to PDF/A-3, level A, and adds what it asks for: a colour profile, and the
  // vocabulary of its metadata. The same holds: only if inspect() finds no fault.
  bool claims_pdf_a = false;
  // Only on request: the case file says more than the letter.
  std::optional<Attachment> attachment;
};

// The bytes of a tagged PDF 1.7: fonts embedded and reduced, every glyph mapped to its text,
// structure tree, outline, page labels, links. Same pages, same bytes: no clock, no locale.
//
// Empty, with internal mistakes in `diagnostics`, if the pages break the contract of pages.hpp
// (structure that is not a tree, link without target, glyph 0…), and with a Kind::tool mistake for
// a font without TrueType outlines. Throws base::MachineError if memory is exhausted.
[[nodiscard]] std::string write(const typeset::Pages& pages, const Options& options,
                                base::Diagnostics& diagnostics);

}  // namespace pdf
