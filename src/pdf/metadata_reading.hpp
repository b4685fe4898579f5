#pragma once

#include <string>
#include <string_view>

// Reading an XMP packet by its text: enough for single values, in either of the two forms of RDF.
namespace pdf {

// The first item of a property in a container (dc:title), entities decoded; empty if there is none.
[[nodiscard]] std::string xmp_item(const std::string& packet, std::string_view property);
// The value of a simple property, as an element or as an attribute; empty if there is none.
[[nodiscard]] std::string xmp_value(const std::string& packet, std::string_view property);

}  // namespace pdf
