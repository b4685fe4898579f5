#pragma once

#include "base/diagnostics.hpp"
#include "document/document.hpp"

namespace app {

// Warns of a recipient's address that NF Z 10-011 would not have: more than six lines, a line of
// more than 38 characters, a last line that is not a postal code and a town in capitals. Without a
// postal code at the start of its last line, it is not an address (« À chacun des membres… »).
// `file`: the case file, where the mistake is to be mended.
void check_recipient(const document::Document& document, const std::string& file,
                     base::Diagnostics& diagnostics);

}  // namespace app
