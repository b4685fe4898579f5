#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "typeset/pages.hpp"

// What the file says of the document: the information dictionary and its XMP twin.
namespace pdf {

// Whether the metadata can be written: a title, a language, a date that is one, and no control
// character (XML forbids them). Faults are internal ones.
[[nodiscard]] bool check_metadata(const typeset::PagesMetadata& metadata,
                                  base::Diagnostics& diagnostics);

// A day (AAAA-MM-JJ) as PDF writes dates: "D:20260314".
[[nodiscard]] std::string date_text(std::string_view date);

// Entries of the information dictionary. No date unless one is given; never a user name, a path
// or the clock.
[[nodiscard]] std::string information_entries(const typeset::PagesMetadata& metadata);

// What the packet says the file conforms to; see Options.
struct Claims {
  bool pdf_ua = false;  // PDF/UA-1
  bool pdf_a = false;   // PDF/A-3, level A
};

// The XMP packet (ISO 16684-1) with the same facts and the claims.
[[nodiscard]] std::string xmp_packet(const typeset::PagesMetadata& metadata, const Claims& claims);

}  // namespace pdf
