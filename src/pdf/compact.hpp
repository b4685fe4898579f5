#pragma once

#include <string>

namespace pdf {

// The same document with its objects gathered in compressed streams. Same bytes in, same bytes
// out. Throws base::MachineError if libqpdf cannot read what was written.
[[nodiscard]] std::string compacted(const std::string& bytes);

}  // namespace pdf
