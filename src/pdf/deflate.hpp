#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace pdf {

// Compresses whole buffers into the zlib format that /FlateDecode names. libdeflate makes smaller
// streams than zlib in a third of the time. Same data in, same bytes out.
class Deflater {
 public:
  Deflater();  // throws base::MachineError if memory is exhausted
  [[nodiscard]] std::string compress(std::string_view data);

 private:
  std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor_;
};

}  // namespace pdf
