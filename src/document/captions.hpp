#pragma once

#include <string>

#include "base/diagnostics.hpp"
#include "document/document.hpp"

namespace document {

// Each table has a caption that says what it holds; one without is an error of kind content at its
// line in `file`.
void check_captions(const Document& document, const std::string& file,
                    base::Diagnostics& diagnostics);

}  // namespace document
