#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"

namespace yaml {

// A YAML value with the place where it was written. Strict subset: no alias, no anchor, no tag,
// no duplicate key, one document, valid UTF-8 brought to NFC, bounded depth and size.
// Scalars are always text: nothing is guessed to be a number, a date or a yes/no.
class Node {
 public:
  enum class Type { absent, scalar, sequence, mapping };
  struct Entry;

  [[nodiscard]] Type type() const { return type_; }
  // True for no node at all and for an empty `key:` (never the text « null »).
  [[nodiscard]] bool absent() const { return type_ == Type::absent; }
  [[nodiscard]] bool is_scalar() const { return type_ == Type::scalar; }
  [[nodiscard]] bool is_sequence() const { return type_ == Type::sequence; }
  [[nodiscard]] bool is_mapping() const { return type_ == Type::mapping; }

  // The text of a scalar; empty for anything else.
  [[nodiscard]] const std::string& text() const { return text_; }
  // A quoted scalar: "" is then an empty text, not an absent value.
  [[nodiscard]] bool quoted() const { return quoted_; }

  [[nodiscard]] const std::vector<Node>& items() const { return items_; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  // The value under `key`, or an absent node (whose position is this mapping's).
  [[nodiscard]] const Node& operator[](std::string_view key) const;
  [[nodiscard]] const Entry* find(std::string_view key) const;

  [[nodiscard]] base::Position position() const;
  [[nodiscard]] int line() const { return line_; }
  [[nodiscard]] int column() const { return column_; }

 private:
  friend class Builder;
  friend class Overlay;
  Type type_ = Type::absent;
  bool quoted_ = false;
  int line_ = 0;
  int column_ = 0;
  std::shared_ptr<const std::string> file_;
  std::string text_;
  std::vector<Node> items_;
  std::vector<Entry> entries_;
};

struct Node::Entry {
  std::string key;
  int line = 0;
  int column = 0;
  Node value;
  [[nodiscard]] base::Position position() const;
};

struct Limits {
  std::size_t bytes = 4'000'000;
  int depth = 64;
  std::size_t nodes = 200'000;
};

// Parses one document. Mistakes are added to `diagnostics` with `kind`; the result is then
// absent. `file` is only used in messages. An empty document gives an absent node, no mistake.
[[nodiscard]] Node parse(std::string_view content, const std::string& file, base::Kind kind,
                         base::Diagnostics& diagnostics, const Limits& limits = {});

// Reports every key of `mapping` that is not in `allowed`, with the nearest allowed one.
// A node that is neither absent nor a mapping is reported too. False if anything was reported.
bool check_keys(const Node& mapping, const std::vector<std::string>& allowed, base::Kind kind,
                base::Diagnostics& diagnostics);

// Typed access used by the readers of forms, law and styles. Each adds a mistake naming the key
// when the value is missing (required_*) or of the wrong shape, and returns an empty value.
[[nodiscard]] std::string required_text(const Node& mapping, std::string_view key, base::Kind kind,
                                        base::Diagnostics& diagnostics);
[[nodiscard]] std::string optional_text(const Node& mapping, std::string_view key, base::Kind kind,
                                        base::Diagnostics& diagnostics);
// Decimal integer, optional sign, nothing else; reports and returns nothing when wrong.
[[nodiscard]] std::optional<std::int64_t> integer(const Node& scalar, base::Kind kind,
                                                  base::Diagnostics& diagnostics);
// « oui » or « non »; reports and returns nothing when wrong.
[[nodiscard]] std::optional<bool> yes_no(const Node& scalar, base::Kind kind,
                                         base::Diagnostics& diagnostics);
// A sequence of scalars, or one scalar alone.
[[nodiscard]] std::vector<std::string> text_list(const Node& node, base::Kind kind,
                                                 base::Diagnostics& diagnostics);

}  // namespace yaml
