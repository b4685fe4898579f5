#include "web/seal.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <span>

#include "base/disk.hpp"

namespace web {
namespace {

std::string hexadecimal(std::span<const unsigned char> bytes) {
  std::string out;
  for (const unsigned char byte : bytes) {
    out += "0123456789abcdef"[byte >> 4U];
    out += "0123456789abcdef"[byte & 0xFU];
  }
  return out;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Seal Seal::random() {
  std::array<unsigned char, 32> key{};
  if (RAND_bytes(key.data(), static_cast<int>(key.size())) != 1) {
    throw base::MachineError("La machine ne fournit pas de nombres aléatoires.");
  }
  return Seal(std::string(key.begin(), key.end()));
}

std::string Seal::of(std::string_view content) const {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (HMAC(EVP_sha256(), key_.data(), static_cast<int>(key_.size()), bytes_of(content),
           content.size(), digest.data(), &length) == nullptr) {
    throw base::MachineError("Le contrôle d’intégrité n’a pas pu être calculé.");
  }
  return hexadecimal(std::span(digest).first(length));
}

bool Seal::matches(std::string_view content, std::string_view seal) const {
  const std::string expected = of(content);
  return seal.size() == expected.size() &&
         CRYPTO_memcmp(seal.data(), expected.data(), expected.size()) == 0;
}

std::string content_hash(std::string_view content) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_Digest(content.data(), content.size(), digest.data(), &length, EVP_sha256(), nullptr) !=
      1) {
    throw base::MachineError("Une empreinte n’a pas pu être calculée.");
  }
  return hexadecimal(std::span(digest).first(length));
}

}  // namespace web
