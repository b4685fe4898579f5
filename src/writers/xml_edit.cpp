#include "writers/xml_edit.hpp"

#include <utility>

#include "base/text.hpp"

namespace writers {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string xml_element(std::string_view name, std::string_view content,
                        std::string_view attributes) {
  if (content.empty()) return {};
  std::string result = "<";
  result.append(name).append(attributes).append(">").append(base::escape_xml(content));
  return result.append("</").append(name).append(">");
}

void put(Archive& archive, std::string_view name, std::string content) {
  if (std::string* entry = find_entry(archive, name)) *entry = std::move(content);
}

std::string midnight(const std::string& date) {
  return date.empty() ? std::string() : date + "T00:00:00Z";
}

std::string_view attribute_after(std::string_view xml, std::string_view opening, std::size_t from) {
  const std::size_t at = xml.find(opening, from);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + opening.size();
  return xml.substr(begin, xml.find('"', begin) - begin);
}

}  // namespace writers
