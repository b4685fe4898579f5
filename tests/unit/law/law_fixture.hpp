#pragma once

#include <string>

#include "law/library.hpp"

// The law database of this repository.
struct RepositoryLibrary {
  base::DiskFiles files{EGIDE_SOURCE_DIR};
  law::Library library{files};
  base::Diagnostics diagnostics;
};

inline calendar::Date day(const std::string& iso) { return *calendar::parse_iso(iso); }

inline std::string messages(const base::Diagnostics& diagnostics) {
  std::string all;
  for (const base::Diagnostic& one : diagnostics.all()) all += base::to_string(one) + "\n";
  return all;
}
