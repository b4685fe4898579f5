#include "yaml/node.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace yaml {
namespace {

const Node& absent_node() {
  static const Node node;
  return node;
}

}  // namespace

const Node::Entry* Node::find(std::string_view key) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == entries_.end() ? nullptr : &*found;
}

const Node& Node::operator[](std::string_view key) const {
  const Entry* entry = find(key);
  return entry == nullptr ? absent_node() : entry->value;
}

base::Position Node::position() const { return {file_ ? *file_ : std::string(), line_, column_}; }

base::Position Node::Entry::position() const { return {value.position().file, line, column}; }

namespace {

// The text of a scalar under `key`; reports a value of another shape.
std::optional<std::string> scalar_text(const Node& mapping, std::string_view key, base::Kind kind,
                                       base::Diagnostics& diagnostics) {
  const Node& value = mapping[key];
  if (value.absent()) return std::nullopt;
  if (!value.is_scalar()) {
    diagnostics.error(
        kind, value.position(),
        "la clé « " + std::string(key) + " » attend un texte, pas une liste ni un groupe.");
    return std::string();
  }
  return value.text();
}

}  // namespace

std::string required_text(const Node& mapping, std::string_view key, base::Kind kind,
                          base::Diagnostics& diagnostics) {
  auto text = scalar_text(mapping, key, kind, diagnostics);
  if (!text) {
    diagnostics.error(kind, mapping.position(), "la clé « " + std::string(key) + " » manque.",
                      "Ajoutez une ligne « " + std::string(key) + ": … ».");
  }
  return text.value_or(std::string());
}

std::string optional_text(const Node& mapping, std::string_view key, base::Kind kind,
                          base::Diagnostics& diagnostics) {
  return scalar_text(mapping, key, kind, diagnostics).value_or(std::string());
}

std::optional<std::int64_t> integer(const Node& scalar, base::Kind kind,
                                    base::Diagnostics& diagnostics) {
  const std::string& text = scalar.text();
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (!scalar.is_scalar() || text.empty() || error != std::errc() || stop != end) {
    diagnostics.error(kind, scalar.position(), "un nombre entier est attendu ici.",
                      "Écrivez-le en chiffres, sans espace ni virgule.");
    return std::nullopt;
  }
  return value;
}

std::optional<bool> yes_no(const Node& scalar, base::Kind kind, base::Diagnostics& diagnostics) {
  if (scalar.is_scalar() && scalar.text() == "oui") return true;
  if (scalar.is_scalar() && scalar.text() == "non") return false;
  diagnostics.error(kind, scalar.position(), "« oui » ou « non » est attendu ici.");
  return std::nullopt;
}

std::vector<std::string> text_list(const Node& node, base::Kind kind,
                                   base::Diagnostics& diagnostics) {
  std::vector<std::string> texts;
  if (node.is_scalar()) texts.push_back(node.text());
  if (node.is_mapping()) {
    diagnostics.error(kind, node.position(), "une liste de textes est attendue ici.");
  }
  for (const Node& item : node.items()) {
    if (item.is_scalar()) {
      texts.push_back(item.text());
    } else {
      diagnostics.error(kind, item.position(), "un texte est attendu dans cette liste.");
    }
  }
  return texts;
}

bool check_keys(const Node& mapping, const std::vector<std::string>& allowed, base::Kind kind,
                base::Diagnostics& diagnostics) {
  if (mapping.absent()) return true;
  if (!mapping.is_mapping()) {
    diagnostics.error(kind, mapping.position(),
                      "un groupe de lignes « clé: valeur » est attendu ici.");
    return false;
  }
  bool known = true;
  for (const Node::Entry& entry : mapping.entries()) {
    if (std::find(allowed.begin(), allowed.end(), entry.key) != allowed.end()) continue;
    known = false;
    diagnostics.error(kind, entry.position(), "la clé « " + entry.key + " » est inconnue.",
                      std::string(base::trim(base::did_you_mean(entry.key, allowed))));
  }
  return known;
}

}  // namespace yaml
