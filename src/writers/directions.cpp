#include "writers/directions.hpp"

#include "typeset/bidi.hpp"
#include "writers/pandoc_nodes.hpp"

namespace writers {
namespace {

using nlohmann::json;

constexpr const char* left_to_right_mark = "\u200E";

json span(const std::string& text, const char* direction) {
  json attributes =
      json::array({"", json::array(), json::array({json::array({"dir", direction})})});
  return node("Span", json::array({std::move(attributes), json::array({node("Str", text)})}));
}

// Cut where the direction of the line changes; numbers in Arabic belong to it.
json runs(const std::string& text) {
  const auto levels = typeset::bidi_levels({text, {{0, text.size(), 0}}, {{}}});
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
  json result = format == Format::docx ? runs(text) : json::array({node("Str", text)});
  result.push_back(node("Str", left_to_right_mark));
  return result;
}

}  // namespace writers
