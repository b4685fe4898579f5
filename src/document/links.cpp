#include "document/links.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace document {
namespace {

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// Spaces, control characters and delimiters have no place in an address (RFC 3986, 2).
bool has_forbidden_character(std::string_view target) {
  return std::any_of(target.begin(), target.end(), [](char c) {
    return (c >= 0 && c <= ' ') || c == 0x7F || c == '<' || c == '>' || c == '"' || c == '\\' ||
           c == '`' || c == '{' || c == '}';
  });
}

}  // namespace

LinkKind link_kind(std::string_view target) {
  if (target == "verbatim:") return LinkKind::verbatim;
  if (has_forbidden_character(target)) return LinkKind::refused;
  const auto followed = [&](std::string_view prefix) {
    return starts_with(target, prefix) && target.size() > prefix.size();
  };
  if (followed("https://") || followed("http://")) {
    const auto host = target.substr(target.find("//") + 2);
    return host.front() == '/' ? LinkKind::refused : LinkKind::web;
  }
  if (followed("mailto:")) {
    return target.find('@') == std::string_view::npos ? LinkKind::refused : LinkKind::mail;
  }
  if (followed("#")) return LinkKind::anchor;
  if (followed("droit:")) return LinkKind::citation;
  if (followed("terme:")) return LinkKind::term;
  return LinkKind::refused;
}

}  // namespace document
