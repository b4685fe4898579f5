#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// Bounds on a child process. Memory is the address space, in bytes (0: not limited); output is
// what it may write on its standard output and error together, in bytes: past it, it is killed.
struct ProcessLimits {
  std::chrono::milliseconds wall_clock{60'000};
  std::chrono::seconds processor_time{60};
  unsigned long memory = 0;
  std::size_t output = 256UL << 20U;
};

struct ProcessResult {
  bool started = false;    // false: the program was not found or could not be run
  bool timed_out = false;  // killed, with its whole process group, at the wall-clock bound
  int status = -1;         // exit status, or 128 + signal
  std::string out;
  std::string err;
};

// Runs `program` (looked up in PATH) with an argument vector, never through a shell, with the
// given standard input, in `folder`, in its own process group. The environment is PATH,
// HOME and TMPDIR (both `folder`), LC_ALL=C.UTF-8, TZ=UTC and SOURCE_DATE_EPOCH=`epoch`, nothing
// else. When it ends, the processes it left behind are killed. Throws MachineError when the
// machine has no process, pipe or memory left.
[[nodiscard]] ProcessResult run_process(const std::string& program,
                                        const std::vector<std::string>& arguments,
                                        std::string_view input, const std::string& folder,
                                        const ProcessLimits& limits, long epoch = 0);

}  // namespace base
