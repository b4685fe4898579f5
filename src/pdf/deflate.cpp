#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include "base/disk.hpp"

namespace pdf {
namespace {

// Of 12. The next is a hundredth smaller for a third longer; the last, a tenth for four times.
constexpr int level = 5;

}  // namespace

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(level), libdeflate_free_compressor) {
  if (!compressor_) throw base::MachineError("Écriture du PDF impossible : mémoire épuisée.");
}

std::string Deflater::compress(std::string_view data) {
  std::string out(libdeflate_zlib_compress_bound(compressor_.get(), data.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor_.get(), data.data(), data.size(), out.data(),
                                      out.size()));
  return out;
}

}  // namespace pdf
