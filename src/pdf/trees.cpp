#include "pdf/trees.hpp"

#include <algorithm>

#include "pdf/tokens.hpp"

namespace pdf {

namespace {

constexpr std::size_t entries_in_leaf = 512;

void append_key(std::string& out, int key) { append_integer(out, key); }
void append_key(std::string& out, const std::string& key) { append_string(out, key); }

template <typename Key>
std::string leaf(const std::vector<std::pair<Key, std::string>>& values, std::size_t start,
                 std::size_t end, std::string_view array) {
  std::string entries(array);
  entries += '[';
  for (auto index = start; index < end; ++index) {
    append_key(entries, values[index].first);
    entries += ' ' + values[index].second + '\n';
  }
  return entries + ']';
}

template <typename Key>
Reference write_tree(ObjectWriter& writer, const std::vector<std::pair<Key, std::string>>& values,
                     std::string_view array) {
  if (values.size() <= entries_in_leaf) {
    return writer.dictionary(leaf(values, 0, values.size(), array));
  }
  std::string kids = "/Kids [";
  for (std::size_t start = 0; start < values.size(); start += entries_in_leaf) {
    const auto end = std::min(values.size(), start + entries_in_leaf);
    auto entries = leaf(values, start, end, array);
    entries += "/Limits [";
    append_key(entries, values[start].first);
    entries += ' ';
    append_key(entries, values[end - 1].first);
    entries += ']';
    append_reference(kids, writer.dictionary(std::move(entries)));
    kids += ' ';
  }
  return writer.dictionary(kids + "]");
}

}  // namespace

Reference write_number_tree(ObjectWriter& writer,
                            const std::vector<std::pair<int, std::string>>& values) {
  return write_tree(writer, values, "/Nums ");
}

Reference write_name_tree(ObjectWriter& writer,
                          std::vector<std::pair<std::string, std::string>> values) {
  std::sort(values.begin(), values.end());
  return write_tree(writer, values, "/Names ");
}

}  // namespace pdf
