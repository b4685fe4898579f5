#pragma once

#include <string>

namespace pdf {

// The document that ObjectWriter has just written, its objects gathered in compressed streams
// (ISO 32000-1, 7.5.7 and 7.5.8): about half the size. Same bytes in, same bytes out. Reads no
// other PDF: throws base::MachineError for bytes that are not laid out as ObjectWriter does.
[[nodiscard]] std::string compacted(const std::string& bytes);

}  // namespace pdf
