#include "document/read_attributes.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace document {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

std::string_view name_at(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (end < text.size() &&
         (text[end] == '-' || text[end] == '_' || (text[end] >= 'a' && text[end] <= 'z') ||
          (text[end] >= '0' && text[end] <= '9'))) {
    ++end;
  }
  return text.substr(start, end - start);
}

// Reads the name of an identifier or a class at `at` and moves past it. A template escapes the
// punctuation of what it prints: « document\-plainte » is « document-plainte ».
std::string name_and_move(std::string_view text, std::size_t& at) {
  std::string name;
  while (at < text.size()) {
    const std::string_view plain = name_at(text, at);
    name += plain;
    at += plain.size();
    if (at + 1 >= text.size() || text[at] != '\\') break;
    if (text[at + 1] != '-' && text[at + 1] != '_') break;
    ++at;
  }
  return name;
}

// Reads the quoted value that begins at `at` (just after the opening quote) and moves `at` past
// the closing one; false if there is none.
bool quoted_value(std::string_view text, std::size_t& at, std::string& value) {
  for (; at < text.size(); ++at) {
    if (text[at] == '"') {
      ++at;
      return true;
    }
    if (text[at] == '\\' && at + 1 < text.size() && is_ascii_punctuation(text[at + 1])) ++at;
    value += text[at];
  }
  return false;
}

std::string read_value(std::string_view text, std::size_t& at, Attributes& attributes) {
  const std::string_view name = name_at(text, at);
  if (!is_attribute_name(name)) {
    return "attributs illisibles : seuls sont admis « #identifiant », « .classe » et "
           "« nom=\"valeur\" », en lettres minuscules sans accent.";
  }
  at += name.size();
  const std::string shown(name);
  if (text.substr(at, 2) != "=\"") {
    return "l’attribut « " + shown + " » doit être suivi de =\"valeur\", entre guillemets droits.";
  }
  at += 2;
  std::string value;
  if (!quoted_value(text, at, value)) {
    return "la valeur de l’attribut « " + shown + " » n’est pas fermée par un guillemet droit.";
  }
  if (!attributes.get(name).empty()) return "l’attribut « " + shown + " » est donné deux fois.";
  attributes.others.emplace_back(shown, std::move(value));
  return {};
}

}  // namespace

bool is_attribute_name(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         name_at(text, 0).size() == text.size();
}

ReadAttributes read_attributes(std::string_view text) {
  ReadAttributes result;
  std::size_t at = 0;
  while (result.mistake.empty()) {
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at == text.size()) break;
    if (text[at] != '#' && text[at] != '.') {
      result.mistake = read_value(text, at, result.attributes);
      continue;
    }
    const bool is_id = text[at] == '#';
    ++at;
    const std::string name = name_and_move(text, at);
    if (!is_attribute_name(name) || (at < text.size() && !is_blank(text[at]))) {
      result.mistake =
          "un identifiant ou une classe s’écrit en lettres minuscules sans accent, chiffres et "
          "tirets, et commence par une lettre.";
    } else if (!is_id) {
      result.attributes.classes.emplace_back(name);
    } else if (!result.attributes.id.empty()) {
      result.mistake = "deux identifiants pour un même élément.";
    } else {
      result.attributes.id = name;
    }
  }
  return result;
}

std::string without_marks(std::string_view text) {
  std::string result;
  for (const Inline& part : split_at_marks(text)) result += std::get<Text>(part.data).utf8;
  return result;
}

Inlines split_at_marks(std::string_view text) {
  Inlines result;
  Text current;
  const auto flush = [&](bool verbatim) {
    if (!current.utf8.empty()) result.push_back({current});
    current = {{}, verbatim};
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = base::next_code_point(text, at);
    if (c == base::verbatim_begin) {
      flush(true);
    } else if (c == base::verbatim_end) {
      flush(false);
    } else {
      current.utf8 += text.substr(start, at - start);
    }
  }
  flush(false);
  return result;
}

}  // namespace document
