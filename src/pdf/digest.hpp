#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pdf {

// FNV-1a, 64 bits (Fowler, Noll, Vo; public domain): a name for a content, not a protection.
// The length of each part counts too, so that moving a byte from one part to the next shows.
class Digest {
 public:
  void add(std::string_view part);
  [[nodiscard]] std::uint64_t value() const { return first_; }
  // Sixteen bytes, as the file identifier of ISO 32000-1, 14.4 wants them.
  [[nodiscard]] std::string bytes() const;

 private:
  std::uint64_t first_ = 0xcbf29ce484222325ULL;
  std::uint64_t second_ = 0x9e3779b97f4a7c15ULL;  // an arbitrary second start
};

}  // namespace pdf
