#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "typeset/style.hpp"

namespace typeset {

// The printed number of the page on which each id stands.
using PageNumbers = std::map<std::string, std::size_t, std::less<>>;

// What internal links say after their words: « (p. 42) ».
struct PageReferences {
  PageNumbers numbers;  // empty: not known yet, a number of two digits keeps the place
  std::set<std::string, std::less<>> silent;  // ids whose page is never said
  bool shown = false;

  [[nodiscard]] std::optional<std::size_t> page_of(std::string_view id) const;
};

// References whose numbers are not known yet.
[[nodiscard]] PageReferences page_references(const document::Document& document,
                                             const Style& style);

}  // namespace typeset
