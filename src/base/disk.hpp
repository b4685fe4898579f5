#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace base {

// The machine failed (disk full, folder not writable…), not the input. Caught in main and in the
// web request handler only; the message is French and fit for the user.
class MachineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The whole content of a regular file, or nothing if it cannot be opened or read.
[[nodiscard]] std::optional<std::string> read_file(const std::string& path);

enum class Overwrite { refuse, replace };

// Writes beside the target, then renames, so that nothing half-written is ever seen.
// Returns false, writing nothing, if the file exists and must not be replaced.
// Throws MachineError if the machine refuses.
[[nodiscard]] bool write_file(const std::string& path, std::string_view content,
                              Overwrite overwrite);

// A private folder (mode 0700), removed with all it holds at the end of its life.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace base
