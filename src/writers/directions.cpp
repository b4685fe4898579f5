#include "writers/directions.hpp"

#include <algorithm>
#include <vector>

#include "typeset/bidi.hpp"
#include "writers/pandoc_nodes.hpp"

namespace writers {
namespace {

using nlohmann::json;

constexpr const char* left_to_right_mark = "\u200E";
constexpr const char* right_to_left_mark = "\u200F";

json span(const std::string& text, const char* direction) {
  json attributes =
      json::array({"", json::array(), json::array({json::array({"dir", direction})})});
  return node("Span", json::array({std::move(attributes), json::array({node("Str", text)})}));
}

std::vector<typeset::Level> levels_of(const std::string& text, bool typed) {
  typeset::Format format;
  format.verbatim = typed;
  return typeset::bidi_levels({text, {{0, text.size(), 0}}, {format}});
}

// The direction of a typed text is that of its first letter.
bool begins_turned(const std::string& text) {
  const auto levels = levels_of(text, true);
  return std::find(levels.begin(), levels.end(), typeset::Level{1}) != levels.end();
}

// Cut where the direction of the line changes; numbers in Arabic belong to it.
json runs(const std::string& text) {
  const auto levels = levels_of(text, false);
  json result = json::array();
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    const bool turned = levels[begin] > 0;
    while (end < text.size() && (levels[end] > 0) == turned) ++end;
    const std::string run = text.substr(begin, end - begin);
    result.push_back(turned ? span(run, "rtl") : node("Str", run));
  }
  return result;
}

}  // namespace

json turned_inlines(const std::string& text, Format format) {
  if (format == Format::epub) return json::array({span(text, "auto")});
  const bool whole = begins_turned(text);
  json result = json::array();
  if (format == Format::docx) {
    result = whole ? json::array({span(text, "rtl")}) : runs(text);
  } else {
    result.push_back(node("Str", text));
  }
  // The marks at the end of the text have its direction, those after it that of the line.
  const std::string end = whole ? right_to_left_mark : "";
  result.push_back(node("Str", end + left_to_right_mark));
  return result;
}

}  // namespace writers
