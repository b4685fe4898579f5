#pragma once

#include <optional>
#include <string>

#include "pdf/write.hpp"

namespace pdf {

// The file that the PDF says it was made from (AFRelationship /Source), of a PDF of any program;
// nothing if there is none, or if the bytes cannot be read. The name is what the file says: never
// a path to trust.
[[nodiscard]] std::optional<Attachment> read_source(const std::string& bytes);

}  // namespace pdf
