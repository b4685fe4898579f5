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

}  // namespace writers
