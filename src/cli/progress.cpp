#include "cli/progress.hpp"

#include <unistd.h>

#include <iostream>
#include <string>

namespace cli {

Progress::Progress(std::size_t total, bool quiet)
    : total_(total), shown_(!quiet && total > 1 && isatty(STDERR_FILENO) != 0) {
  draw();
}

Progress::~Progress() {
  // The line is left free for what follows.
  if (shown_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::step() {
  ++done_;
  draw();
}

void Progress::draw() const {
  if (!shown_) return;
  constexpr std::size_t width = 40;
  const std::size_t filled = done_ * width / total_;
  std::cerr << "\r[" << std::string(filled, '#') << std::string(width - filled, ' ') << "] "
            << done_ << "/" << total_ << std::flush;
}

}  // namespace cli
