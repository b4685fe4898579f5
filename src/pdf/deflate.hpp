#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

// Each of them compressed, in their order; many are shared out between the processor's cores.
[[nodiscard]] std::vector<std::string> compressed(std::span<const std::string> data);

}  // namespace pdf
