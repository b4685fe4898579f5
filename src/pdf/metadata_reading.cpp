#include "pdf/metadata_reading.hpp"

#include <array>
#include <utility>

namespace pdf {

namespace {

std::string decoded(std::string_view xml) {
  constexpr std::array<std::pair<std::string_view, char>, 5> entities{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  std::string text;
  while (!xml.empty()) {
    char next = xml.front();
    std::size_t taken = 1;
    for (const auto& [entity, character] : entities) {
      if (xml.starts_with(entity)) next = character, taken = entity.size();
    }
    text += next;
    xml.remove_prefix(taken);
  }
  return text;
}

// What stands between the tags of an element; empty if it is not there.
std::string_view inside(std::string_view xml, std::string_view element) {
  const std::string name(element);
  for (auto at = xml.find("<" + name); at != std::string_view::npos;
       at = xml.find("<" + name, at + 1)) {
    const auto after = at + 1 + name.size();
    if (after >= xml.size() || (xml[after] != '>' && xml[after] != ' ' && xml[after] != '\n')) {
      continue;
    }
    const auto open = xml.find('>', after);
    const auto close = xml.find("</" + name + ">", after);
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
      return {};
    return xml.substr(open + 1, close - open - 1);
  }
  return {};
}

}  // namespace

std::string xmp_item(const std::string& packet, std::string_view property) {
  return decoded(inside(inside(packet, property), "rdf:li"));
}

std::string xmp_value(const std::string& packet, std::string_view property) {
  if (const auto element = inside(packet, property); !element.empty()) return decoded(element);
  for (const char quote : {'"', '\''}) {
    const std::string start = " " + std::string(property) + "=" + quote;
    const auto at = packet.find(start);
    if (at == std::string::npos) continue;
    const auto begin = at + start.size();
    const auto end = packet.find(quote, begin);
    if (end != std::string::npos)
      return decoded(std::string_view(packet).substr(begin, end - begin));
  }
  return {};
}

}  // namespace pdf
