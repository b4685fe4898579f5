#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "writers/office_page.hpp"

namespace writers {

// The version of Pandoc's tree. Only the first two numbers count: Pandoc refuses a tree whose
// first two are not its own.
struct ApiVersion {
  int major = 1;
  int minor = 22;
};

enum class Format { docx, odt, epub };

// The styles of a reference document that blocks and spans can have: from the class written in
// the source ("destinataire") to the name by which Pandoc asks for the style. In OpenDocument the
// lists inside a block of class X have the list styles "X-puces" and "X-numeros", if they exist.
// The title of a box of class X (a Div of class "titre-encadre") has the style "X-titre".
// The paragraph before a block of class X has the style "avant-X", and the cells of tables the
// styles "cellule", "cellule-tete", "cellule-forte", alone or followed by "-centre" or "-droite",
// if they exist.
using StyleNames = std::map<std::string, std::string, std::less<>>;

struct AstOptions {
  Format format = Format::docx;
  StyleNames styles;         // for DOCX and ODT; a class that is not there changes nothing
  OfficePage page;           // for DOCX and ODT
  bool title_block = false;  // write title, subject and author at the head of the text
  // The file of the picture of a figure, relative to Pandoc's folder, or nothing to leave the
  // figure out (its facts stand in a table of the document). Called in the order of the text.
  std::function<std::optional<std::string>(const document::Figure&)> picture;
  // Whether a table stands on a page turned on its side; without it, the class « paysage » decides.
  std::function<bool(const document::Table&)> turned;
};

// Stand in DOCX and ODT where pages of another kind begin (see polish.hpp): those that are kept
// apart, those that are turned on their side, and those that are not.
inline constexpr std::string_view detached_mark = "<!-- à part -->";
inline constexpr std::string_view turned_mark = "<!-- paysage -->";
inline constexpr std::string_view upright_mark = "<!-- portrait -->";

// Begins in DOCX the style of words of another language, whose tag follows: see polish.hpp.
inline constexpr std::string_view language_style = "langue-";

// The document as the JSON that `pandoc -f json` reads, in the part of pandoc-types that 1.22 and
// 1.23 share. Keys are sorted: the same document gives the same bytes. The text must be valid
// UTF-8. Links to anything but http, https, mailto and "#id" lose their target.
[[nodiscard]] std::string pandoc_json(const document::Document& document, ApiVersion version,
                                      const AstOptions& options);

}  // namespace writers
