#pragma once

#include <string>

#include "document/document.hpp"

namespace document {

// The tree in a form that people can compare, for tests: one block a line, children indented by
// two spaces, inlines in one line with [verbatim], *emphasis*, **strong**, ^superscript^,
// (text → target "title"), {span}, and ⏎ for a line break; notes as ⟦blocks⟧.
[[nodiscard]] std::string to_string(const Document& document);
[[nodiscard]] std::string to_string(const Inlines& inlines);

}  // namespace document
