#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.hpp"

namespace yaml {

// A tree to which values are added: a row of a table over a shared case file, or what the program
// completes. The nodes put keep the place they come from, so that a mistake in them is shown there.
class Overlay {
 public:
  explicit Overlay(Node root) : root_(std::move(root)) {}

  // Puts a text at a dotted path. A part that is a number counts the items of a list from 1; the
  // one just after the last is added. What misses on the way is made. False, changing nothing, if
  // the path goes through a value of another shape or past the end of a list.
  bool put(std::string_view path, std::string_view text, const base::Position& from);
  // The same for a list of texts.
  bool put_list(std::string_view path, const std::vector<std::string>& texts,
                const base::Position& from);

  // Another tree on top: mappings are joined key by key, anything else of `over` replaces.
  void lay(const Node& over) { lay_on(root_, over); }

  [[nodiscard]] const Node& root() const { return root_; }

 private:
  // Node has no writer but the parser and this class.
  static Node made(Node::Type type, const base::Position& from);
  static bool put_below(Node& owner, const std::vector<std::string>& parts, std::size_t at,
                        const Node& node);
  static bool put_in_list(Node& list, const std::vector<std::string>& parts, std::size_t at,
                          const Node& node);
  static void lay_on(Node& under, const Node& over);

  Node root_;
};

// The value at a dotted path (items count from 1), or an absent node.
[[nodiscard]] const Node& at(const Node& root, std::string_view path);

}  // namespace yaml
