#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "pdf/write.hpp"
#include "typeset/pages.hpp"

namespace app {

// The pages as a PDF that pdf::inspect finds without fault: what is delivered says PDF/UA-1 (and
// PDF/A-3 if asked), and says it only because the inspection passed. Nothing, with a
// Kind::output mistake that names the rules, if it did not. Throws base::MachineError.
[[nodiscard]] std::optional<std::string> checked_pdf(const typeset::Pages& pages,
                                                     pdf::Options options,
                                                     base::Diagnostics& diagnostics);

}  // namespace app
