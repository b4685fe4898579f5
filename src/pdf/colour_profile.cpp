#include "pdf/colour_profile.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace pdf {

namespace {

constexpr std::size_t header_size = 128;

void append_number(std::string& out, std::uint32_t value) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(value >> shift & 0xFFU);
}

void append_numbers(std::string& out, std::initializer_list<std::uint32_t> values) {
  for (const auto value : values) append_number(out, value);
}

// A text in one language (10.13).
std::string text(std::string_view ascii) {
  std::string tag = "mluc";
  append_numbers(tag, {0, 1, 12});
  tag += "frFR";
  append_numbers(tag, {static_cast<std::uint32_t>(ascii.size() * 2), 28});
  for (const char character : ascii) {
    tag += '\0';
    tag += character;
  }
  return tag;
}

// Numbers are in 65536ths of a unit: 0x10000 is 1.
std::string colour(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
  std::string tag = "XYZ ";
  append_numbers(tag, {0, x, y, z});
  return tag;
}

// The curve of sRGB: a power of 2.4 above 0.04045, a line below.
std::string curve() {
  std::string tag = "para";
  append_numbers(tag, {0, 3U << 16U, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B});
  return tag;
}

// From the white of daylight at 6500 K, which sRGB has, to the one of profiles (Bradford).
std::string adaptation() {
  std::string tag = "sf32";
  append_numbers(tag, {0, 0x10C42, 0x05DE, 0xFFFFF325, 0x0793, 0xFD90, 0xFFFFFBA1, 0xFFFFFDA2,
                       0x03DC, 0xC06E});
  return tag;
}

std::string header(std::size_t size) {
  std::string head;
  append_number(head, static_cast<std::uint32_t>(size));
  append_numbers(head, {0, 0x04200000});
  head += "mntrRGB XYZ ";
  // 2026-01-01: a date must be one, and this one never changes.
  append_numbers(head, {2026U << 16U | 1U, 1U << 16U, 0});
  head += "acsp";
  append_numbers(head, {0, 0, 0, 0, 0, 0, 0});
  append_numbers(head, {0xF6D6, 0x10000, 0xD32D});  // the white of profiles, D50
  head.resize(header_size, '\0');
  return head;
}

}  // namespace

std::string srgb_profile() {
  const std::vector<std::pair<std::vector<std::string_view>, std::string>> tags{
      {{"desc"}, text("sRGB IEC61966-2.1")},       {{"cprt"}, text("CC0")},
      {{"wtpt"}, colour(0xF6D6, 0x10000, 0xD32D)}, {{"chad"}, adaptation()},
      {{"rXYZ"}, colour(0x6FA2, 0x38F5, 0x0390)},  {{"gXYZ"}, colour(0x6299, 0xB785, 0x18DA)},
      {{"bXYZ"}, colour(0x24A0, 0x0F84, 0xB6CF)},  {{"rTRC", "gTRC", "bTRC"}, curve()}};
  std::size_t names = 0;
  for (const auto& tag : tags) names += tag.first.size();
  const std::size_t start = header_size + 4 + names * 12;
  std::string table, data;
  append_number(table, static_cast<std::uint32_t>(names));
  for (const auto& [signatures, content] : tags) {
    for (const auto signature : signatures) {
      table += signature;
      append_numbers(table, {static_cast<std::uint32_t>(start + data.size()),
                             static_cast<std::uint32_t>(content.size())});
    }
    data += content;
    data.resize((data.size() + 3) / 4 * 4, '\0');
  }
  return header(start + data.size()) + table + data;
}

}  // namespace pdf
