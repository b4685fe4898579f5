#include "pdf/tree_reading.hpp"

#include <set>

namespace pdf {

std::vector<QPDFObjectHandle> tree_values(QPDFObjectHandle root, const char* array) {
  std::set<QPDFObjGen> seen;
  std::vector<QPDFObjectHandle> waiting{root}, values;
  while (!waiting.empty()) {
    auto node = waiting.back();
    waiting.pop_back();
    if (node.isIndirect() && !seen.insert(node.getObjGen()).second) continue;
    auto leaves = entry(node, array);
    for (int index = 1; leaves.isArray() && index < leaves.getArrayNItems(); index += 2) {
      values.push_back(leaves.getArrayItem(index));
    }
    auto kids = entry(node, "/Kids");
    for (int index = 0; kids.isArray() && index < kids.getArrayNItems(); ++index) {
      // Direct nodes cannot loop, and their depth is bounded by the reader.
      waiting.push_back(kids.getArrayItem(index));
    }
  }
  return values;
}

}  // namespace pdf
