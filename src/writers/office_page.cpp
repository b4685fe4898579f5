#include "writers/office_page.hpp"

#include <algorithm>
#include <cstdint>

namespace writers {
namespace {

using typeset::Length;

// Of the text, in the styles of templates/bureautique.
constexpr Length text_size = typeset::points(11);

std::string hexadecimal(const typeset::Colour& colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result;
  for (const std::uint8_t value : {colour.red, colour.green, colour.blue}) {
    result += digits[value >> 4U];
    result += digits[value & 15U];
  }
  return result;
}

// The frames fill the head of the page down to where the text begins: a word processor would
// write the text in any gap that they leave.
void reach_the_text(std::vector<OfficeFrame>& frames, Length text_top) {
  for (OfficeFrame& frame : frames) {
    const bool something_below =
        std::any_of(frames.begin(), frames.end(), [&](const OfficeFrame& other) {
          const bool beside = other.place.x >= frame.place.x + frame.place.width ||
                              frame.place.x >= other.place.x + other.place.width;
          return !beside && other.place.y > frame.place.y;
        });
    if (!something_below) frame.place.height = text_top - frame.place.y;
  }
}

// Headings keep their proportion to the text.
OfficeHeading heading_of(const typeset::BlockStyle& heading, const typeset::Style& style) {
  OfficeHeading result;
  result.colour = hexadecimal(heading.colour.value_or(style.text.colour));
  result.size = heading.size.value_or(style.text.size) * text_size / style.text.size;
  result.before = heading.before;
  result.after = heading.after;
  return result;
}

std::vector<OfficeFrame> frames_of(const typeset::Style& style) {
  std::vector<OfficeFrame> frames;
  Length text_top = 0;
  for (const auto& [class_name, block] : style.blocks) {
    if (!block.place) continue;
    frames.push_back({class_name, *block.place});
    const Length one_line = block.leading.value_or(style.text.leading);
    text_top = std::max(text_top, block.place->y + std::max(block.place->height, one_line));
  }
  reach_the_text(frames, text_top + style.below_places);
  return frames;
}

}  // namespace

const OfficeFrame* OfficePage::frame(std::string_view class_name) const {
  const auto found = std::find_if(frames.begin(), frames.end(), [&](const OfficeFrame& frame) {
    return frame.class_name == class_name;
  });
  return found == frames.end() ? nullptr : &*found;
}

Length OfficePage::text_width(bool turned) const {
  return (turned ? height : width) - left - right;
}

OfficePage office_page(const typeset::Style& style) {
  OfficePage page;
  page.width = style.page_width;
  page.height = style.page_height;
  page.top = style.next_top.value_or(style.top);
  page.bottom = style.bottom;
  page.left = style.left;
  page.right = style.right;
  // The styles give the baselines; word processors want the other edge of the line.
  const Length line = style.running.leading.value_or(style.text.leading);
  page.head = std::max(style.head_distance - line, Length{0});
  page.foot = style.foot_distance;
  page.chapters = !style.headings.empty() && style.headings.front().page_before;
  page.running_title = style.head != typeset::RunningHead::none;
  page.running_chapter = style.head == typeset::RunningHead::chapter;
  page.cover = style.cover;
  page.contents_levels = style.contents_levels;
  page.contents_title = style.contents_title;
  page.frames = frames_of(style);
  for (const auto& [class_name, block] : style.blocks) {
    if (block.detached) page.detached.insert(class_name);
  }
  for (const typeset::BlockStyle& heading : style.headings) {
    page.headings.push_back(heading_of(heading, style));
  }
  // On paper, the tables of the PDF can be small: here they are also read on a screen.
  page.table_size =
      std::max(style.table.text.size.value_or(style.text.size), typeset::points(17) / 2);
  page.link_colour = hexadecimal(style.links);
  page.underline_links = style.underline_links;
  return page;
}

std::string twips(Length length) { return std::to_string((length + 25) / 50); }

std::string half_points(Length length) {
  const std::int64_t halves = (length + 250) / 500;
  return std::to_string(halves / 2) + (halves % 2 == 0 ? "pt" : ".5pt");
}

std::string millimetres(Length length) {
  const std::int64_t hundredths = (static_cast<std::int64_t>(length) * 2540 + 36'000) / 72'000;
  std::string decimals = std::to_string(hundredths % 100);
  if (decimals.size() == 1) decimals.insert(0, "0");
  return std::to_string(hundredths / 100) + "." + decimals + "mm";
}

}  // namespace writers
