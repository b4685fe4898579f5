#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace cli {

// Help in French: what the command is for, examples, then its arguments and options.
class FrenchFormatter final : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;
};

// The message for a command line that CLI11 refuses, in French, with the nearest known word.
[[nodiscard]] std::string french_message(const CLI::App& app, const CLI::ParseError& error);

}  // namespace cli
