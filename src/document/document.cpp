#include "document/document.hpp"

#include <algorithm>

namespace document {

bool Attributes::has_class(std::string_view name) const {
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

std::string_view Attributes::get(std::string_view name) const {
  for (const auto& [key, value] : others) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace document
