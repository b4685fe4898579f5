#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "document/document.hpp"

// Where links lead, and the links of content (droit:, terme:) that become ordinary ones.
namespace document {

enum class LinkKind {
  web,       // http: or https: and a host
  mail,      // mailto:
  anchor,    // "#id"
  citation,  // "droit:ID", an article of the law database
  term,      // "terme:ID", a word of the glossary
  verbatim,  // "verbatim:", not a link: its content is an exact quotation
  language,  // "langue:XX" or "langue:xx-XX", not a link: its content is in that language (BCP 47)
  refused    // anything else; also an address with a space, a quote or an angle bracket
};
inline constexpr std::string_view language_scheme = "langue:";
// Schemes are recognized in lower case only.
[[nodiscard]] LinkKind link_kind(std::string_view target);

// What a link of content becomes.
struct ResolvedLink {
  std::string text;        // written if the link is empty: « article 433-3 du code pénal »
  std::string address;     // http(s): or "#id"; if empty, the content alone remains, in a Span of
                           // class "citation"
  std::string title;       // may be empty
  std::string short_text;  // written instead of `text` between parentheses; may be empty
};
struct LinkResolver {
  LinkKind kind = LinkKind::citation;
  std::function<std::optional<ResolvedLink>(std::string_view id)> find;
  std::vector<std::string> known;  // the ids, for "did you mean"; may be empty
};

// Replaces every droit: and terme: link, anywhere in the document, footnotes included. One that
// no resolver finds is an error of kind content at the line of the link in `file`.
void resolve_citations(Document& document, const std::string& file,
                       const std::vector<LinkResolver>& resolvers, base::Diagnostics& diagnostics);

// Checks a whole document (after chapters were put together): an id given twice, a link to an id
// that nothing has, a heading more than one level below the one before it.
void check_structure(const Document& document, const std::string& file,
                     base::Diagnostics& diagnostics);

}  // namespace document
