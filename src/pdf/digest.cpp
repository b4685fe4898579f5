#include "pdf/digest.hpp"

namespace pdf {

namespace {

constexpr std::uint64_t prime = 0x00000100000001b3ULL;

void step(std::uint64_t& state, unsigned char byte) {
  state ^= byte;
  state *= prime;
}

void append(std::string& bytes, std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((value >> shift) & 0xFF);
  }
}

}  // namespace

void Digest::add(std::string_view part) {
  for (const char character : part) {
    const auto byte = static_cast<unsigned char>(character);
    step(first_, byte);
    step(second_, byte);
  }
  auto length = part.size();
  for (int index = 0; index < 8; ++index, length >>= 8) {
    step(first_, static_cast<unsigned char>(length & 0xFF));
    step(second_, static_cast<unsigned char>(length & 0xFF));
  }
}

std::string Digest::bytes() const {
  std::string bytes;
  append(bytes, first_);
  append(bytes, second_);
  return bytes;
}

}  // namespace pdf
