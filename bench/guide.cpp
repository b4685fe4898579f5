#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/guide.hpp"
#include "pdf/inspect.hpp"
#include "pdf/write.hpp"
#include "typeset/layout.hpp"

// How long the whole guide takes once its tree is made: layout, PDF, and the two together as a
// ratio to the limit that we set ourselves, 150 ms. The median says what to expect, the best what
// the program needs when nothing else takes the machine's time; run on a quiet machine.
//   ninja bench_guide && build/release/bench/bench_guide [rounds]
namespace {

// What the user waits: pages are compressed by every core.
double now_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

struct Times {
  double median = 0, best = 0;
};

// What `forget` does is not counted: freeing what the round before has made.
Times times_ms(int rounds, const std::function<void()>& forget, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    forget();
    const double begin = now_ms();
    work();
    times.push_back(now_ms() - begin);
  }
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2], times.front()};
}

void tell(const char* what, const Times& times, double limit) {
  std::printf("%-30s median %7.2f ms %5.2f x the limit, best %7.2f ms %5.2f x the limit\n", what,
              times.median, times.median / limit, times.best, times.best / limit);
}

}  // namespace

int main(int argc, char** argv) {
  constexpr double limit = 150;
  const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 21;
  app::Engine engine(EGIDE_SOURCE_DIR);
  base::Diagnostics diagnostics;
  const auto guide = app::make_guide(engine, std::nullopt, diagnostics);
  if (!guide) return 1;
  const auto style = typeset::read_style(engine.files(), guide->metadata.style, diagnostics);
  if (!style) return 1;
  typeset::Options options;
  options.hyphenator = engine.hyphenator();
  typeset::Pages pages;
  std::string bytes;
  pdf::Options compact;
  compact.compact = true;
  const auto set = [&] {
    pages = typeset::layout(*guide, *style, engine.fonts(), options, diagnostics);
  };
  const auto write = [&] { bytes = pdf::write(pages, compact, diagnostics); };
  const auto keep = [] {};
  const auto forget = [&] { pages = {}, bytes = {}; };
  tell("guide: layout and PDF", times_ms(rounds, forget, [&] { set(), write(); }), limit);
  tell("guide: layout", times_ms(rounds, forget, set), limit);
  tell("guide: PDF", times_ms(rounds, keep, write), limit);
  tell("guide: PDF, not compacted",
       times_ms(rounds, keep, [&] { (void)pdf::write(pages, {}, diagnostics); }), limit);
  tell("guide: inspection", times_ms(rounds, keep, [&] { (void)pdf::inspect(bytes); }), limit);
  std::printf("%zu pages, %zu bytes\n", pages.pages.size(), bytes.size());
  return diagnostics.has_errors() ? 1 : 0;
}
