#pragma once

#include <string>
#include <vector>

#include "app/generate.hpp"
#include "base/disk.hpp"

// The resources of the repository, and the messages of a stage.
namespace project {

inline app::Engine& engine() {
  static app::Engine whole(EGIDE_SOURCE_DIR);
  return whole;
}

inline std::string file(const std::string& path) {
  return base::read_file(std::string(EGIDE_SOURCE_DIR) + "/" + path).value();
}

inline std::string messages(const base::Diagnostics& diagnostics) {
  std::string text;
  for (const base::Diagnostic& diagnostic : diagnostics.sorted()) {
    text += base::to_string(diagnostic) + "\n";
  }
  return text;
}

// The text with one piece replaced; the piece must be there.
inline std::string with(std::string text, const std::string& piece, const std::string& other) {
  return text.replace(text.find(piece), piece.size(), other);
}

}  // namespace project
