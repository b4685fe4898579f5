#pragma once

#include <vector>

#include "pdf/qpdf_access.hpp"

namespace pdf {

// The values of a name tree (`array` is "/Names") or of a number tree ("/Nums"), leaves and
// branches; loops are cut.
[[nodiscard]] std::vector<QPDFObjectHandle> tree_values(QPDFObjectHandle root, const char* array);

}  // namespace pdf
