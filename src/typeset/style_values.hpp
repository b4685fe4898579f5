#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.hpp"
#include "typeset/paragraph.hpp"
#include "yaml/node.hpp"

namespace typeset {

// Reads the values of a style file. Each mistake is added (Kind::content) and gives an empty or
// zero value, so that one reading reports them all. `key` absent: the default.
class StyleValues {
 public:
  StyleValues(const yaml::Node& mapping, base::Diagnostics& diagnostics)
      : mapping_(mapping), diagnostics_(diagnostics) {}

  // "10.5" points; up to three decimals.
  [[nodiscard]] Length length(std::string_view key, Length missing = 0) const;
  [[nodiscard]] std::optional<Length> optional_length(std::string_view key) const;
  // "22.5" millimetres; one decimal.
  [[nodiscard]] Length millimetres(std::string_view key) const;
  [[nodiscard]] std::optional<Length> optional_millimetres(std::string_view key) const;
  [[nodiscard]] std::optional<Colour> colour(std::string_view key) const;  // "#rrggbb"
  [[nodiscard]] std::optional<bool> yes_no(std::string_view key) const;
  [[nodiscard]] std::optional<Align> align(std::string_view key) const;

 private:
  [[nodiscard]] std::optional<std::int64_t> decimal(std::string_view key, int places) const;

  const yaml::Node& mapping_;
  base::Diagnostics& diagnostics_;
};

}  // namespace typeset
