#include "base/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <utility>

#include "base/disk.hpp"
#include "base/text.hpp"

namespace base {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  void close() {
    if (is_open()) ::close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

[[noreturn]] void refuse(const char* what) {
  throw MachineError(std::string("Impossible de lancer un programme : ") + what + ".");
}

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) refuse("plus de tube disponible");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// The input as a file in memory: the child reads it at its own pace, so that writing it can
// neither block nor raise SIGPIPE, and nothing reaches the disk.
Descriptor input_file(std::string_view input) {
  Descriptor file(::memfd_create("entree", MFD_CLOEXEC));
  if (!file.is_open()) refuse("plus de mémoire disponible");
  while (!input.empty()) {
    const ssize_t written = ::write(file.number(), input.data(), input.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) refuse("plus de mémoire disponible");
    input.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::lseek(file.number(), 0, SEEK_SET) != 0) refuse("entrée illisible");
  return file;
}

std::string search_path() {
  const char* path = std::getenv("PATH");
  return path != nullptr && *path != '\0' ? path : "/usr/local/bin:/usr/bin:/bin";
}

// Done before the fork, since execvp may allocate. Folders that are not absolute are skipped:
// what is run must not depend on the current folder.
std::optional<std::string> locate(const std::string& program, const std::string& path) {
  if (program.find('/') != std::string::npos) return program;
  for (const std::string& folder : split(path, ':')) {
    if (folder.empty() || folder.front() != '/') continue;
    std::string candidate = folder;
    candidate.append("/").append(program);
    struct stat status {};
    if (::stat(candidate.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
        ::access(candidate.c_str(), X_OK) == 0) {
      return candidate;
    }
  }
  return std::nullopt;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

// All that the child needs, made ready before the fork.
struct Launch {
  std::string file;
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
  std::string folder;
  ProcessLimits limits;
};

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  const rlimit bound{soft, hard};
  ::setrlimit(resource, &bound);
}

// In the child, between fork and exec: system calls only.
[[noreturn]] void become(const Launch& launch, char* const* arguments, char* const* environment,
                         int input, int out, int err, int failure) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  limit(RLIMIT_CORE, 0, 0);
  const auto seconds = static_cast<rlim_t>(launch.limits.processor_time.count());
  limit(RLIMIT_CPU, seconds, seconds + 1);
  if (launch.limits.memory > 0) limit(RLIMIT_AS, launch.limits.memory, launch.limits.memory);
  const bool ready = ::dup2(input, STDIN_FILENO) >= 0 && ::dup2(out, STDOUT_FILENO) >= 0 &&
                     ::dup2(err, STDERR_FILENO) >= 0 && ::chdir(launch.folder.c_str()) == 0;
  if (ready) {
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    ::execve(launch.file.c_str(), arguments, environment);
  }
  const char mark = '!';
  [[maybe_unused]] const ssize_t told = ::write(failure, &mark, 1);
  ::_exit(127);
}

// Reads what is there; closes the descriptor at the end of the stream.
void drain(Descriptor& from, std::string& to) {
  std::array<char, 65536> buffer;
  const ssize_t count = ::read(from.number(), buffer.data(), buffer.size());
  if (count > 0) {
    to.append(buffer.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    from.close();
  }
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, 1'000'000));
}

// False when the deadline passed or the child wrote more than it may.
bool collect(Descriptor& out, Descriptor& err, ProcessResult& result, std::size_t most,
             Clock::time_point deadline) {
  while (out.is_open() || err.is_open()) {
    std::array<pollfd, 2> waited{pollfd{out.number(), POLLIN, 0}, pollfd{err.number(), POLLIN, 0}};
    const int left = milliseconds_until(deadline);
    const int ready = ::poll(waited.data(), waited.size(), left);
    if (ready < 0 && errno != EINTR) return false;
    if (left == 0) return false;
    if (ready <= 0) continue;
    if (waited[0].revents != 0) drain(out, result.out);
    if (waited[1].revents != 0) drain(err, result.err);
    if (result.out.size() + result.err.size() > most) return false;
  }
  return true;
}

// A child may close its outputs and go on: waits for its end, but not past the deadline. It is
// left as a zombie, so that its number cannot be given to another process group yet.
bool ends_before(Clock::time_point deadline, pid_t child) {
  for (;;) {
    siginfo_t info{};
    const int failed =
        ::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT);
    if (failed == 0 && info.si_pid == child) return true;
    if (failed != 0 && errno != EINTR) return true;
    if (Clock::now() >= deadline) return false;
    const timespec pause{0, 1'000'000};
    ::nanosleep(&pause, nullptr);
  }
}

int wait_for_end(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return status;
}

int exit_status(int wait_status) {
  if (WIFEXITED(wait_status)) return WEXITSTATUS(wait_status);
  if (WIFSIGNALED(wait_status)) return 128 + WTERMSIG(wait_status);
  return -1;
}

bool says_failure(Descriptor& failure) {
  char mark = 0;
  ssize_t count = 0;
  do {
    count = ::read(failure.number(), &mark, 1);
  } while (count < 0 && errno == EINTR);
  return count == 1;
}

}  // namespace

ProcessResult run_process(const std::string& program, const std::vector<std::string>& arguments,
                          std::string_view input, const std::string& folder,
                          const ProcessLimits& limits, long epoch) {
  ProcessResult result;
  const std::string path = search_path();
  const std::optional<std::string> file = locate(program, path);
  if (!file) return result;

  Launch launch{*file,
                {program},
                {"PATH=" + path, "HOME=" + folder, "TMPDIR=" + folder, "LC_ALL=C.UTF-8", "TZ=UTC",
                 "SOURCE_DATE_EPOCH=" + std::to_string(epoch)},
                folder,
                limits};
  launch.arguments.insert(launch.arguments.end(), arguments.begin(), arguments.end());
  const std::vector<char*> argument_pointers = pointers(launch.arguments);
  const std::vector<char*> environment_pointers = pointers(launch.environment);

  Descriptor in = input_file(input);
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  Pipe failure = make_pipe();
  const Clock::time_point deadline = Clock::now() + limits.wall_clock;
  const pid_t child = ::fork();
  if (child < 0) refuse("trop de processus");
  if (child == 0) {
    become(launch, argument_pointers.data(), environment_pointers.data(), in.number(),
           out.write_end.number(), err.write_end.number(), failure.write_end.number());
  }
  ::setpgid(child, child);  // here as well, so that the group exists before it may be killed
  in.close();
  out.write_end.close();
  err.write_end.close();
  failure.write_end.close();
  if (says_failure(failure.read_end)) {
    wait_for_end(child);
    return result;
  }

  result.started = true;
  const bool ended = collect(out.read_end, err.read_end, result, limits.output, deadline) &&
                     ends_before(deadline, child);
  result.timed_out = !ended && Clock::now() >= deadline;
  ::kill(-child, SIGKILL);  // with whatever it left behind
  result.status = exit_status(wait_for_end(child));
  return result;
}

}  // namespace base
