#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace templating {

enum class TokenKind { text, line_end, print, section, inverted, end, partial, comment };

struct Token {
  TokenKind kind = TokenKind::text;
  std::string text;  // the text itself, or the name in the tag
  base::Position position;
};

// Cuts a template into text, line ends and tags. Tags that the project refuses ({{{x}}}, {{&x}},
// {{=<% %>=}}, template inheritance, an empty or ill-formed name) are reported and left out.
[[nodiscard]] std::vector<Token> scan(std::string_view content, const std::string& file,
                                      base::Diagnostics& diagnostics);

}  // namespace templating
