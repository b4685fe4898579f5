#pragma once

#include <string>
#include <string_view>

namespace web {

// Protects the case file that travels in the forms: the server signs what it wrote, and takes
// back only that (HMAC-SHA-256, RFC 2104, by OpenSSL). The key never leaves the process.
class Seal {
 public:
  explicit Seal(std::string key) : key_(std::move(key)) {}
  // A new key at each start; throws base::MachineError if the machine gives no randomness.
  [[nodiscard]] static Seal random();

  // 64 hexadecimal digits.
  [[nodiscard]] std::string of(std::string_view content) const;
  // In a time that does not depend on where they differ.
  [[nodiscard]] bool matches(std::string_view content, std::string_view seal) const;

 private:
  std::string key_;
};

// SHA-256 in hexadecimal: the name of a content (style sheet, script) in addresses.
[[nodiscard]] std::string content_hash(std::string_view content);

}  // namespace web
