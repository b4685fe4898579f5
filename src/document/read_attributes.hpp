#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

// Internal to the reader: the attributes between braces, and the marks of what users typed.
namespace document {

struct ReadAttributes {
  Attributes attributes;
  std::string mistake;  // French, or empty
};

// Reads `#id .class key="value" …`, what stands between the braces. Backslashes before ASCII
// punctuation are removed from values; the marks of verbatim text are kept (see without_marks).
[[nodiscard]] ReadAttributes read_attributes(std::string_view text);

// A lower-case ASCII letter, then such letters, digits and hyphens.
[[nodiscard]] bool is_attribute_name(std::string_view text);

// Takes away the marks that stand around what a user typed.
[[nodiscard]] std::string without_marks(std::string_view text);

// Cuts a text at the marks into plain and verbatim texts. Marks that do not go by pairs are
// taken away.
[[nodiscard]] Inlines split_at_marks(std::string_view text);

}  // namespace document
