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

XmlPiece::XmlPiece(std::string& xml, std::string_view opening, std::string_view closing)
    : xml_(xml), start_(xml.find(opening)) {
  if (start_ == std::string::npos) return;
  piece_ = xml.substr(start_, xml.find(closing, start_) - start_);
  size_ = piece_.size();
}

XmlPiece::~XmlPiece() {
  if (size_ > 0) xml_.replace(start_, size_, piece_);
}

void XmlPiece::set(std::string_view element, std::string_view name, std::string_view value,
                   std::size_t from) {
  const std::size_t start = piece_.find(element, from);
  if (start == std::string::npos) return;
  const std::string opening = " " + std::string(name) + "=\"";
  const std::size_t at = piece_.find(opening, start);
  if (at == std::string::npos || at > piece_.find('>', start)) return;
  const std::size_t begin = at + opening.size();
  piece_.replace(begin, piece_.find('"', begin) - begin, value);
}

void XmlPiece::add_after(std::string_view text, std::string_view added) {
  const std::size_t at = piece_.find(text);
  if (at != std::string::npos) piece_.insert(at + text.size(), added);
}

void XmlPiece::fill(std::string_view tag, std::string_view closing, std::string_view content) {
  const std::size_t at = piece_.find(tag);
  if (at == std::string::npos) return;
  const std::size_t begin = at + tag.size();
  piece_.replace(begin, piece_.find(closing, begin) - begin, content);
}

}  // namespace writers
