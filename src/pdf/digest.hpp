#pragma once

#include <nettle/sha2.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace pdf {

// SHA-256 (FIPS 180-4) of many parts. The length of each part counts too, so that moving a byte
// from one part to the next shows.
class Digest {
 public:
  Digest() { sha256_init(&context_); }
  void add(std::string_view part);
  // The first sixteen bytes: as many as the file identifier of ISO 32000-1, 14.4 wants. To be
  // called once.
  [[nodiscard]] std::string bytes();

 private:
  sha256_ctx context_;
};

}  // namespace pdf
