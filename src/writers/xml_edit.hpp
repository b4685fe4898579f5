#pragma once

#include <string>
#include <string_view>

#include "writers/archive.hpp"

// Small changes of XML that a program wrote: the same shape each time, so that it can be found as
// text.
namespace writers {

inline constexpr std::string_view xml_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

void replace_all(std::string& text, std::string_view from, std::string_view to);

// `<name attributes>content</name>`, or nothing without content, which is escaped.
[[nodiscard]] std::string xml_element(std::string_view name, std::string_view content,
                                      std::string_view attributes = {});

// Replaces an entry that is there.
void put(Archive& archive, std::string_view name, std::string content);

// "AAAA-MM-JJT00:00:00Z", or nothing without date.
[[nodiscard]] std::string midnight(const std::string& date);

// The value of the attribute that `opening` begins (`w:val="`) at or after `from`; empty if none.
[[nodiscard]] std::string_view attribute_after(std::string_view xml, std::string_view opening,
                                               std::size_t from);

// The part of a text that begins with `opening` and ends before `closing`: changed apart, written
// back when it goes out of scope. Where there is none, nothing is changed. One at a time.
class XmlPiece {
 public:
  XmlPiece(std::string& xml, std::string_view opening, std::string_view closing);
  XmlPiece(const XmlPiece&) = delete;
  XmlPiece& operator=(const XmlPiece&) = delete;
  ~XmlPiece();

  // The value of an attribute of the first element, at or after `from`, that begins with `element`
  // (`<w:sz `), if it has this attribute.
  void set(std::string_view element, std::string_view name, std::string_view value,
           std::size_t from = 0);
  // Puts `added` after the first `text`.
  void add_after(std::string_view text, std::string_view added);
  // Puts `content` between two tags.
  void fill(std::string_view tag, std::string_view closing, std::string_view content);
  [[nodiscard]] std::size_t find(std::string_view text) const { return piece_.find(text); }

 private:
  std::string& xml_;
  std::string piece_;
  std::size_t start_ = 0, size_ = 0;
};

}  // namespace writers
