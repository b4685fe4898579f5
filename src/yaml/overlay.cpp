#include "yaml/overlay.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace yaml {
namespace {

constexpr std::size_t maximum_items = 1'000;

// The number of an item in a path, from 1; 0 for the name of a key.
std::size_t item_number(std::string_view part) {
  std::size_t number = 0;
  for (const char c : part) {
    if (c < '0' || c > '9' || number > maximum_items) return 0;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

}  // namespace

Node Overlay::made(Node::Type type, const base::Position& from) {
  Node node;
  node.type_ = type;
  node.file_ = std::make_shared<const std::string>(from.file);
  node.line_ = from.line;
  node.column_ = from.column;
  return node;
}

bool Overlay::put(std::string_view path, std::string_view text, const base::Position& from) {
  Node node = made(Node::Type::scalar, from);
  node.text_ = base::nfc(text);
  node.quoted_ = true;
  return put_below(root_, base::split(path, '.'), 0, node);
}

bool Overlay::put_list(std::string_view path, const std::vector<std::string>& texts,
                       const base::Position& from) {
  Node list = made(Node::Type::sequence, from);
  for (const std::string& text : texts) {
    Node item = made(Node::Type::scalar, from);
    item.text_ = base::nfc(text);
    item.quoted_ = true;
    list.items_.push_back(std::move(item));
  }
  return put_below(root_, base::split(path, '.'), 0, list);
}

bool Overlay::put_below(Node& owner, const std::vector<std::string>& parts, std::size_t at,
                        const Node& node) {
  if (at == parts.size()) {
    const bool replaced = owner.absent() || owner.type() == node.type() ||
                          (!owner.is_mapping() && !node.is_mapping());
    if (replaced) owner = node;
    return replaced;
  }
  if (item_number(parts[at]) > 0) return put_in_list(owner, parts, at, node);
  if (owner.absent()) owner = made(Node::Type::mapping, node.position());
  if (!owner.is_mapping()) return false;
  for (Node::Entry& entry : owner.entries_) {
    if (entry.key == parts[at]) return put_below(entry.value, parts, at + 1, node);
  }
  Node value;
  if (!put_below(value, parts, at + 1, node)) return false;
  owner.entries_.push_back({parts[at], node.line(), node.column(), std::move(value)});
  return true;
}

bool Overlay::put_in_list(Node& list, const std::vector<std::string>& parts, std::size_t at,
                          const Node& node) {
  const std::size_t number = item_number(parts[at]);
  if (number > (list.is_sequence() ? list.items().size() : 0) + 1) return false;
  if (list.absent()) list = made(Node::Type::sequence, node.position());
  if (!list.is_sequence()) return false;
  if (number <= list.items_.size()) return put_below(list.items_[number - 1], parts, at + 1, node);
  Node item;
  if (!put_below(item, parts, at + 1, node)) return false;
  list.items_.push_back(std::move(item));
  return true;
}

void Overlay::lay_on(Node& under, const Node& over) {
  if (over.absent()) return;
  if (!under.is_mapping() || !over.is_mapping()) {
    under = over;
    return;
  }
  for (const Node::Entry& entry : over.entries_) {
    const auto known = std::find_if(under.entries_.begin(), under.entries_.end(),
                                    [&](const Node::Entry& e) { return e.key == entry.key; });
    if (known == under.entries_.end()) {
      under.entries_.push_back(entry);
    } else {
      lay_on(known->value, entry.value);
    }
  }
}

const Node& at(const Node& root, std::string_view path) {
  static const Node nothing;
  const Node* node = &root;
  for (const std::string& part : base::split(path, '.')) {
    const std::size_t number = item_number(part);
    if (number > 0) {
      if (number > node->items().size()) return nothing;
      node = &node->items()[number - 1];
    } else {
      node = &(*node)[part];
    }
  }
  return *node;
}

}  // namespace yaml
