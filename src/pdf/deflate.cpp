#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <future>
#include <thread>

#include "base/disk.hpp"

namespace pdf {
namespace {

// Of 12. The next is a hundredth smaller for a third longer; the last, a tenth for four times.
constexpr int level = 5;

// Below this many pages, starting a thread takes longer than it saves.
constexpr std::size_t least_share = 8;

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

std::vector<std::string> compressed(std::span<const std::string> data) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t shares = std::clamp<std::size_t>(data.size() / least_share, 1, cores);
  std::vector<std::string> result(data.size());
  // Pages follow one another in weight: each share takes one in `shares`.
  const auto compress_share = [&](std::size_t share) {
    Deflater deflater;
    for (std::size_t i = share; i < data.size(); i += shares) {
      result[i] = deflater.compress(data[i]);
    }
  };
  std::vector<std::future<void>> others;
  for (std::size_t share = 1; share < shares; ++share) {
    others.push_back(std::async(std::launch::async, compress_share, share));
  }
  compress_share(0);
  for (auto& other : others) other.get();
  return result;
}

}  // namespace pdf
