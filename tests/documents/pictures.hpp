#pragma once

#include <cstdint>
#include <string>
#include <vector>

// Grey pictures, as PNG.
namespace pictures {

struct Picture {
  std::uint32_t width = 0, height = 0;
  std::vector<std::uint8_t> pixels;  // 0 is black
};

// Any PNG, as grey; empty if it cannot be read.
[[nodiscard]] Picture read_png(const std::string& bytes);
// Four greys a pixel: small enough to be kept with the sources.
[[nodiscard]] std::string write_png(const Picture& picture);

// How many pixels are another grey: further apart than the rounding to four greys and the
// anti-aliasing of another version of the renderer. All of them if the sizes differ.
[[nodiscard]] std::size_t different_pixels(const Picture& accepted, const Picture& made);
// So few pixels may differ.
inline constexpr std::size_t tolerated_pixels = 12;

// Accepted, made, and what differs, side by side.
[[nodiscard]] Picture difference(const Picture& accepted, const Picture& made);

}  // namespace pictures
