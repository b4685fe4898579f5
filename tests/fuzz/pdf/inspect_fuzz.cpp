// Any bytes as a PDF: the inspector, the extraction of text and of the attached case file return.
#include <cstdint>
#include <string>

#include "pdf/attachments.hpp"
#include "pdf/inspect.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(pdf::inspect(bytes));
  static_cast<void>(pdf::extract_text(bytes));
  static_cast<void>(pdf::read_source(bytes));
  return 0;
}
