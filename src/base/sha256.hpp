#pragma once

#include <string>
#include <string_view>

namespace base {

// SHA-256 (FIPS 180-4) in lower-case hexadecimal, as `sha256sum` prints it.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace base
