#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include "base/disk.hpp"

namespace pdf {
namespace {

constexpr int level = 6;  // of 12: beyond, a tenth smaller for three times as long

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
