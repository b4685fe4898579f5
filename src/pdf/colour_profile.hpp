#pragma once

#include <string>

namespace pdf {

// The sRGB colour space (IEC 61966-2-1) as an ICC profile, version 4.2 (ISO 15076-1): under 500
// bytes, its curve given as a formula. Always the same bytes.
[[nodiscard]] std::string srgb_profile();

}  // namespace pdf
