#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pdf/object_writer.hpp"

// Number trees and name trees (ISO 32000-1, 7.9.6 and 7.9.7), split in leaves so that no array
// grows without bound. Values are in PDF syntax.
namespace pdf {

// Keys must be strictly ascending.
[[nodiscard]] Reference write_number_tree(ObjectWriter& writer,
                                          const std::vector<std::pair<int, std::string>>& values);
// In any order; keys must differ.
[[nodiscard]] Reference write_name_tree(ObjectWriter& writer,
                                        std::vector<std::pair<std::string, std::string>> values);

}  // namespace pdf
