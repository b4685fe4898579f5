#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// Read-only access to the project's resources (content/, forms/, templates/), by path relative
// to their root, with '/' between folders. The only way for a pure stage to see a file; tests
// and fuzzers bring MemoryFiles.
class Files {
 public:
  virtual ~Files() = default;
  // The whole content, or nothing if there is no such file.
  [[nodiscard]] virtual std::optional<std::string> read(std::string_view path) const = 0;
  // Names (not paths) of the regular files directly in `folder`, sorted by byte; empty if the
  // folder does not exist.
  [[nodiscard]] virtual std::vector<std::string> list(std::string_view folder) const = 0;
  // Names of the folders directly in `folder`, sorted by byte.
  [[nodiscard]] virtual std::vector<std::string> folders(std::string_view folder) const = 0;
};

class MemoryFiles final : public Files {
 public:
  explicit MemoryFiles(std::map<std::string, std::string, std::less<>> contents)
      : contents_(std::move(contents)) {}
  [[nodiscard]] std::optional<std::string> read(std::string_view path) const override;
  [[nodiscard]] std::vector<std::string> list(std::string_view folder) const override;
  [[nodiscard]] std::vector<std::string> folders(std::string_view folder) const override;

 private:
  std::map<std::string, std::string, std::less<>> contents_;
};

// Nothing above `root` can be seen: a path with ".." is as if it did not exist.
class DiskFiles final : public Files {
 public:
  explicit DiskFiles(std::string root) : root_(std::move(root)) {}
  [[nodiscard]] std::optional<std::string> read(std::string_view path) const override;
  [[nodiscard]] std::vector<std::string> list(std::string_view folder) const override;
  [[nodiscard]] std::vector<std::string> folders(std::string_view folder) const override;

 private:
  std::string root_;
};

}  // namespace base
