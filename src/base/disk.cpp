#include "base/disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace base {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

[[noreturn]] void fail(const std::string& what, const std::string& path) {
  throw MachineError(what + " « " + path + " » : " + std::strerror(errno) + ".");
}

void write_all(int descriptor, std::string_view content, const std::string& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("Impossible d’écrire", path);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

std::optional<std::string> read_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0 || S_ISDIR(status.st_mode)) {
    return std::nullopt;
  }
  std::string content;
  content.reserve(static_cast<std::size_t>(status.st_size));
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

bool write_file(const std::string& path, std::string_view content, Overwrite overwrite) {
  std::string beside = path + ".XXXXXX";
  const Descriptor file(::mkostemp(beside.data(), O_CLOEXEC));
  if (file.get() < 0) fail("Impossible d’écrire dans le dossier de", path);
  try {
    write_all(file.get(), content, path);
    // The usual rights of a new file; mkstemp gives 0600, which would surprise on a shared folder.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(file.get(), 0666 & ~mask);
    if (overwrite == Overwrite::replace) {
      if (::rename(beside.c_str(), path.c_str()) != 0) fail("Impossible de remplacer", path);
      return true;
    }
    // link() refuses an existing target, which rename() would silently replace.
    if (::link(beside.c_str(), path.c_str()) != 0) {
      if (errno != EEXIST) fail("Impossible de créer", path);
      ::unlink(beside.c_str());
      return false;
    }
  } catch (...) {
    ::unlink(beside.c_str());
    throw;
  }
  ::unlink(beside.c_str());
  return true;
}

TemporaryFolder::TemporaryFolder() {
  const char* base = std::getenv("TMPDIR");
  path_ = std::string(base != nullptr && *base != '\0' ? base : "/tmp") + "/egide-XXXXXX";
  if (::mkdtemp(path_.data()) == nullptr) fail("Impossible de créer le dossier temporaire", path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace base
