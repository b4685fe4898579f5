#include "documents/pictures.hpp"

#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace pictures {

namespace {

constexpr int furthest = 64;

void append(png_structp png, png_bytep data, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}

}  // namespace

Picture read_png(const std::string& bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return {};
  image.format = PNG_FORMAT_GRAY;
  Picture picture{image.width, image.height, {}};
  picture.pixels.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr) == 0) return {};
  return picture;
}

std::string write_png(const Picture& picture) {
  std::string bytes;
  png_structp png = png_create_write_struct(
      PNG_LIBPNG_VER_STRING, nullptr,
      [](png_structp, png_const_charp message) { throw std::runtime_error(message); }, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &bytes, append, nullptr);
  png_set_IHDR(png, info, picture.width, picture.height, 2, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, 9);
  png_write_info(png, info);
  png_set_packing(png);
  std::vector<std::uint8_t> row(picture.width);
  for (std::uint32_t y = 0; y < picture.height; ++y) {
    for (std::uint32_t x = 0; x < picture.width; ++x) {
      row[x] = static_cast<std::uint8_t>((picture.pixels[y * picture.width + x] + 42) / 85);
    }
    png_write_row(png, row.data());
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

std::size_t different_pixels(const Picture& accepted, const Picture& made) {
  if (accepted.width != made.width || accepted.height != made.height) {
    return std::max({accepted.pixels.size(), made.pixels.size(), tolerated_pixels + 1});
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < made.pixels.size(); ++i) {
    count += std::abs(accepted.pixels[i] - made.pixels[i]) > furthest ? 1 : 0;
  }
  return count;
}

Picture difference(const Picture& accepted, const Picture& made) {
  Picture all{accepted.width + 2 * made.width, std::max(accepted.height, made.height), {}};
  all.pixels.assign(std::size_t{all.width} * all.height, 255);
  const auto grey = [](const Picture& picture, std::uint32_t x, std::uint32_t y) {
    return x < picture.width && y < picture.height ? picture.pixels[y * picture.width + x] : 255;
  };
  for (std::uint32_t y = 0; y < all.height; ++y) {
    auto* row = &all.pixels[std::size_t{y} * all.width];
    for (std::uint32_t x = 0; x < accepted.width; ++x) {
      row[x] = static_cast<std::uint8_t>(grey(accepted, x, y));
    }
    for (std::uint32_t x = 0; x < made.width; ++x) {
      const int now = grey(made, x, y);
      row[accepted.width + x] = static_cast<std::uint8_t>(now);
      row[accepted.width + made.width + x] =
          std::abs(grey(accepted, x, y) - now) > furthest ? 0 : 255;
    }
  }
  return all;
}

}  // namespace pictures
