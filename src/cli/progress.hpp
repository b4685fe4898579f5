#pragma once

#include <cstddef>

namespace cli {

// A bar on standard error, only when it is a terminal: nothing reaches a file or a pipe.
class Progress {
 public:
  Progress(std::size_t total, bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more is done.
  void step();

 private:
  void draw() const;

  std::size_t total_, done_ = 0;
  bool shown_;
};

}  // namespace cli
