#include "base/diagnostics.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace base {

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  list_.push_back(std::move(diagnostic));
}

void Diagnostics::error(Kind kind, Position position, std::string message, std::string hint) {
  add({Severity::error, kind, std::move(position), {}, std::move(message), std::move(hint)});
}

void Diagnostics::warning(Kind kind, Position position, std::string message, std::string hint) {
  add({Severity::warning, kind, std::move(position), {}, std::move(message), std::move(hint)});
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  const auto place = [](const Diagnostic& d) {
    return std::tie(d.position.file, d.position.line, d.position.column);
  };
  std::set<std::tuple<std::string, int, int, std::string, std::string>> seen;
  std::vector<Diagnostic> result;
  for (const Diagnostic& d : list_) {
    const auto key =
        std::tuple(d.position.file, d.position.line, d.position.column, d.field, d.message);
    if (seen.insert(key).second) result.push_back(d);
  }
  // At one place, the order in which they were found: the order of the questions.
  std::stable_sort(result.begin(), result.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return result;
}

int Diagnostics::exit_status() const {
  constexpr std::array gravest_first = {Kind::internal, Kind::content, Kind::tool,
                                        Kind::output,   Kind::dossier, Kind::usage};
  for (const Kind kind : gravest_first) {
    const bool found = std::any_of(list_.begin(), list_.end(), [&](const Diagnostic& d) {
      return d.severity == Severity::error && d.kind == kind;
    });
    if (found) return base::exit_status(kind);
  }
  return 0;
}

int exit_status(Kind kind) {
  switch (kind) {
    case Kind::internal:
      return 1;
    case Kind::usage:
      return 2;
    case Kind::dossier:
      return 3;
    case Kind::content:
      return 4;
    case Kind::tool:
      return 5;
    case Kind::output:
      return 6;
  }
  return 1;
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string text;
  const Position& at = diagnostic.position;
  if (!at.file.empty()) {
    text += at.file;
    if (at.line > 0) text += ":" + std::to_string(at.line);
    if (at.line > 0 && at.column > 0) text += ":" + std::to_string(at.column);
    text += " : ";
  }
  text += diagnostic.severity == Severity::error ? "erreur : " : "avertissement : ";
  if (!diagnostic.field.empty()) text += "[" + diagnostic.field + "] ";
  text += diagnostic.message;
  if (!diagnostic.hint.empty()) text += " " + diagnostic.hint;
  return text;
}

}  // namespace base
