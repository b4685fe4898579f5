#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/disk.hpp"

namespace pdf {
namespace {

// Of 12. The next is a hundredth smaller for a third longer; the last, a tenth for four times.
constexpr int level = 5;

// Of fewer bytes, starting a thread takes longer than it saves.
constexpr std::size_t chunk_bytes = std::size_t{1} << 17;

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

void DeflateQueue::add(std::string data) {
  waiting_bytes_ += data.size();
  waiting_.push_back(std::move(data));
  if (waiting_bytes_ < chunk_bytes) return;
  waiting_bytes_ = 0;
  started_.push_back(std::async(std::launch::async, compressed, std::exchange(waiting_, {})));
}

std::vector<std::string> DeflateQueue::finish() {
  Chunk last = compressed(waiting_);
  Chunk all;
  const auto append = [&all](Chunk chunk) {
    std::move(chunk.begin(), chunk.end(), std::back_inserter(all));
  };
  for (auto& started : started_) append(started.get());
  append(std::move(last));
  return all;
}

DeflateQueue::Chunk DeflateQueue::compressed(const Chunk& chunk) {
  Deflater deflater;
  Chunk result;
  for (const std::string& data : chunk) result.push_back(deflater.compress(data));
  return result;
}

}  // namespace pdf
