#include "templating/scope.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "templating/escape.hpp"

namespace templating {
namespace {

constexpr std::string_view root_name = "racine";

const Value* find(const Record& record, std::string_view name) {
  const auto found = std::find_if(record.begin(), record.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  return found == record.end() ? nullptr : &found->second;
}

std::vector<std::string> names_of(const Record& record) {
  std::vector<std::string> names;
  for (const auto& [name, value] : record) names.push_back(name);
  return names;
}

std::string kind_name(const Value& value) {
  if (std::holds_alternative<Text>(value.data)) return "un texte";
  if (std::holds_alternative<bool>(value.data)) return "un oui ou non";
  if (std::holds_alternative<List>(value.data)) return "une liste";
  return "une fiche";
}

void report_unknown(const Tag& tag, const std::string& part, const Record& record, bool first,
                    const Value& root, TagReporter& reporter) {
  std::string hint;
  const auto* root_record = std::get_if<Record>(&root.data);
  if (first && root_record != nullptr && &record != root_record &&
      find(*root_record, part) != nullptr) {
    hint = "Ce nom est à la racine : écrivez « racine." + tag.name + " ».";
  }
  const std::string suggestion =
      hint.empty() ? base::did_you_mean(part, names_of(record)) : std::string();
  reporter.error(tag, "« " + part + " » est inconnu dans « " + tag.name + " »." + suggestion, hint);
}

class NameChecker {
 public:
  NameChecker(const TemplateSet& templates, const Value& root, TagReporter& reporter)
      : templates_(templates), root_(root), reporter_(reporter) {}

  void check(const std::vector<std::size_t>& tags, const Value& scope) {
    for (const std::size_t number : tags) {
      // Repetitions of repetitions: what is not checked here is checked when it is printed.
      if (++steps_ > maximum_steps) return;
      check(templates_.tags[number], scope);
    }
  }

 private:
  static constexpr int maximum_steps = 1'000'000;

  void check(const Tag& tag, const Value& scope) {
    if (tag.kind == TagKind::partial) {
      const auto partial = templates_.partials.find(tag.name);
      if (partial != templates_.partials.end()) check(partial->second.tags, scope);
      return;
    }
    const Value* value = resolve(tag, scope, root_, reporter_);
    if (value == nullptr || tag.kind == TagKind::print) return;
    const bool inverted = tag.kind == TagKind::inverted;
    const auto* list = std::get_if<List>(&value->data);
    if (list != nullptr && !inverted) {
      for (const Value& item : *list) check(tag.children, item);
      return;
    }
    // The names below an absent record are not known.
    if (std::holds_alternative<Absent>(value->data) && !inverted) return;
    const bool opens_scope = std::holds_alternative<Record>(value->data) && !inverted;
    check(tag.children, opens_scope ? *value : scope);
  }

  const TemplateSet& templates_;
  const Value& root_;
  TagReporter& reporter_;
  int steps_ = 0;
};

}  // namespace

void TagReporter::error(const Tag& tag, std::string message, std::string hint) {
  if (!reported_.emplace(&tag, message).second) return;
  diagnostics_.error(base::Kind::content, tag.position, std::move(message), std::move(hint));
}

const Value* resolve(const Tag& tag, const Value& scope, const Value& root, TagReporter& reporter) {
  if (tag.name == ".") return &scope;
  const Value* value = &scope;
  bool first = true;
  bool only_root = false;
  for (const std::string& part : base::split(tag.name, '.')) {
    if (first && part == root_name) {
      value = &root;
      only_root = true;
      first = false;
      continue;
    }
    if (std::holds_alternative<Absent>(value->data)) return value;
    const auto* record = std::get_if<Record>(&value->data);
    if (record == nullptr) {
      reporter.error(
          tag, "« " + part + " » est cherché dans " + kind_name(*value) + ", qui n’a pas de nom.",
          first ? "L’élément courant s’écrit « {{.}} », la racine « {{racine.…}} »." : "");
      return nullptr;
    }
    const Value* next = find(*record, part);
    if (next == nullptr) {
      report_unknown(tag, part, *record, first, root, reporter);
      return nullptr;
    }
    value = next;
    first = false;
    only_root = false;
  }
  if (only_root) {
    reporter.error(tag, "« racine » ne se nomme pas seule.", "Écrivez « racine.nom ».");
    return nullptr;
  }
  return value;
}

bool is_true(const Value& value) {
  if (const auto* yes = std::get_if<bool>(&value.data)) return *yes;
  if (const auto* text = std::get_if<Text>(&value.data))
    return !escape_markdown(text->utf8).empty();
  if (const auto* list = std::get_if<List>(&value.data)) return !list->empty();
  return std::holds_alternative<Record>(value.data);
}

void check_names(const TemplateSet& templates, const Value& root, TagReporter& reporter) {
  NameChecker(templates, root, reporter).check(templates.main.tags, root);
}

}  // namespace templating
