#pragma once

#include <string>

#include "base/diagnostics.hpp"
#include "typeset/pages.hpp"

// What the file says of the document: the information dictionary and its XMP twin.
namespace pdf {

// Whether the metadata can be written: a title, a language, a date that is one, and no control
// character (XML forbids them). Faults are internal ones.
[[nodiscard]] bool check_metadata(const typeset::PagesMetadata& metadata,
                                  base::Diagnostics& diagnostics);

// Entries of the information dictionary. No date unless one is given; never a user name, a path
// or the clock.
[[nodiscard]] std::string information_entries(const typeset::PagesMetadata& metadata);

// The XMP packet (ISO 16684-1) with the same facts. `claims_pdf_ua` adds the identifier of
// PDF/UA-1: to be set only when an outside checker has found the document conforming.
[[nodiscard]] std::string xmp_packet(const typeset::PagesMetadata& metadata, bool claims_pdf_ua);

}  // namespace pdf
