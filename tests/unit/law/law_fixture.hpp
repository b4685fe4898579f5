#pragma once

#include <string>
#include <string_view>

#include "law/library.hpp"

// The law database of this repository.
struct RepositoryLibrary {
  base::DiskFiles files{EGIDE_SOURCE_DIR};
  law::Library library{files};
  base::Diagnostics diagnostics;
};

inline calendar::Date day(const std::string& iso) { return *calendar::parse_iso(iso); }

// Every special space as a plain one: the tests read words, not typography.
inline std::string plain(std::string text) {
  for (const std::string_view space : {"\u00A0", "\u202F"}) {
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
      text.replace(at, space.size(), " ");
    }
  }
  return text;
}

inline std::string messages(const base::Diagnostics& diagnostics) {
  std::string all;
  for (const base::Diagnostic& one : diagnostics.all()) all += base::to_string(one) + "\n";
  return plain(all);
}
