#include "pdf/digest.hpp"

#include <array>

namespace pdf {

void Digest::add(std::string_view part) {
  std::array<std::uint8_t, 8> length{};
  auto rest = part.size();
  for (auto& byte : length) {
    byte = static_cast<std::uint8_t>(rest & 0xFF);
    rest >>= 8;
  }
  sha256_update(&context_, part.size(), reinterpret_cast<const std::uint8_t*>(part.data()));
  sha256_update(&context_, length.size(), length.data());
}

std::string Digest::bytes() {
  std::string bytes(16, '\0');
  sha256_digest(&context_, bytes.size(), reinterpret_cast<std::uint8_t*>(bytes.data()));
  return bytes;
}

}  // namespace pdf
