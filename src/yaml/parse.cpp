#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "base/text.hpp"
#include "yaml/node.hpp"

// yaml-cpp's event interface rather than its Node: it gives the position of every key, shows
// aliases and tags before they do harm, and costs a fraction of the time.
namespace yaml {

// Raised inside the event handler to stop yaml-cpp at the first refusal of the strict subset.
struct Refusal {
  int line, column;
  std::string message, hint;
};

class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string file, const Limits& limits)
      : file_(std::make_shared<const std::string>(std::move(file))), limits_(limits) {}

  [[nodiscard]] Node take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add(make(mark, Node::Type::absent));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "les alias YAML (« *nom ») sont refusés.", "Recopiez la valeur.");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    const bool quoted = tag == "!";
    if (expects_key()) {
      add_key(mark, value);
      return;
    }
    // « ~ » and « null » are how YAML spells nothing; yaml-cpp only does so for an empty value.
    const bool nothing = !quoted && (value.empty() || value == "~" || value == "null");
    Node node = make(mark, nothing ? Node::Type::absent : Node::Type::scalar);
    if (!nothing) {
      node.text_ = base::nfc(value);
      node.quoted_ = quoted;
    }
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Type::sequence);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Type::mapping);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    Node node;
    Node::Entry pending;  // the key just read, waiting for its value
    bool has_pending = false;
  };

  [[noreturn]] static void refuse(const YAML::Mark& mark, std::string message,
                                  std::string hint = {}) {
    throw Refusal{mark.line + 1, mark.column + 1, std::move(message), std::move(hint)};
  }

  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) {
      refuse(mark, "les ancres YAML (« &nom ») sont refusées.",
             "Si le texte commence par « & », mettez-le entre guillemets.");
    }
  }

  static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!") {
      refuse(mark, "les types YAML (« !nom ») sont refusés.",
             "Si le texte commence par « ! », mettez-le entre guillemets.");
    }
  }

  Node make(const YAML::Mark& mark, Node::Type type) {
    if (++count_ > limits_.nodes) refuse(mark, "le fichier contient trop de valeurs.");
    Node node;
    node.type_ = type;
    node.line_ = mark.line + 1;
    node.column_ = mark.column + 1;
    node.file_ = file_;
    return node;
  }

  [[nodiscard]] bool expects_key() const {
    return !levels_.empty() && levels_.back().node.is_mapping() && !levels_.back().has_pending;
  }

  void add_key(const YAML::Mark& mark, const std::string& text) {
    Level& level = levels_.back();
    std::string key = base::nfc(text);
    if (level.node.find(key) != nullptr) {
      refuse(mark, "la clé « " + key + " » est écrite deux fois.",
             "Gardez une seule des deux lignes.");
    }
    level.pending = {std::move(key), mark.line + 1, mark.column + 1, {}};
    level.has_pending = true;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            Node::Type type) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (expects_key()) refuse(mark, "une clé doit être un simple texte.");
    if (static_cast<int>(levels_.size()) >= limits_.depth) {
      refuse(mark, "les groupes sont imbriqués trop profondément.");
    }
    levels_.push_back({make(mark, type), {}, false});
  }

  void close() {
    Node node = std::move(levels_.back().node);
    levels_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (levels_.empty()) {
      root_ = std::move(node);
      return;
    }
    Level& level = levels_.back();
    if (level.node.is_sequence()) {
      level.node.items_.push_back(std::move(node));
      return;
    }
    if (!level.has_pending) {
      throw Refusal{node.line_, node.column_, "une clé doit être un simple texte.", {}};
    }
    level.pending.value = std::move(node);
    level.node.entries_.push_back(std::move(level.pending));
    level.has_pending = false;
  }

  std::shared_ptr<const std::string> file_;
  Limits limits_;
  std::size_t count_ = 0;
  std::vector<Level> levels_;
  Node root_;
};

namespace {

base::Position position_of_byte(std::string_view content, std::size_t offset,
                                const std::string& file) {
  const std::string_view before = content.substr(0, offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto start = before.rfind('\n');
  const std::string_view in_line =
      start == std::string_view::npos ? before : before.substr(start + 1);
  return {file, static_cast<int>(line), static_cast<int>(base::length(in_line)) + 1};
}

// yaml-cpp's own messages are English and terse: the ones that people meet, in French.
std::string french(const std::string& message) {
  const auto has = [&](const char* part) { return message.find(part) != std::string::npos; };
  if (has("illegal map value")) {
    return "deux-points mal placé : un texte qui contient « : » doit être entre guillemets.";
  }
  if (has("end of map not found") || has("end of sequence not found")) {
    return "ligne mal alignée : le retrait ne correspond à aucun groupe au-dessus.";
  }
  if (has("tab")) return "une tabulation sert de retrait : remplacez-la par des espaces.";
  if (has("unknown escape")) return "barre oblique inverse inconnue entre guillemets doubles.";
  if (has("end of file") || has("EOF")) return "un guillemet ou un crochet n’est pas refermé.";
  if (has("illegal block scalar")) return "texte en bloc (« | » ou « > ») mal écrit.";
  return "écriture YAML incorrecte (" + message + ").";
}

}  // namespace

Node parse(std::string_view content, const std::string& file, base::Kind kind,
           base::Diagnostics& diagnostics, const Limits& limits) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  if (content.size() > limits.bytes) {
    diagnostics.error(kind, {file}, "le fichier est trop gros.",
                      "Il dépasse " + std::to_string(limits.bytes / 1'000'000) + " Mo.");
    return {};
  }
  if (const auto wrong = base::invalid_utf8(content)) {
    diagnostics.error(kind, position_of_byte(content, *wrong, file),
                      "le texte n’est pas en UTF-8 à cet endroit.",
                      "Enregistrez le fichier avec l’encodage « UTF-8 ».");
    return {};
  }
  std::istringstream stream{std::string(content)};
  Builder builder(file, limits);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) return {};
    Node root = builder.take();
    Builder rest(file, limits);
    if (parser.HandleNextDocument(rest)) {
      diagnostics.error(kind, rest.take().position(), "le fichier contient un deuxième document.",
                        "Retirez la ligne « --- » et ce qui la suit.");
      return {};
    }
    return root;
  } catch (const Refusal& refusal) {
    diagnostics.error(kind, {file, refusal.line, refusal.column}, refusal.message, refusal.hint);
  } catch (const YAML::Exception& error) {
    diagnostics.error(kind, {file, error.mark.line + 1, error.mark.column + 1}, french(error.msg));
  }
  return {};
}

}  // namespace yaml
