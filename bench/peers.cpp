// The median time in the process of one document, from its case file already read to the bytes of
// its PDF (facts, template, tree, layout, writing), to be set against the programs of bench/peers.
//   bench_peers DOCUMENT DOSSIER [ROUNDS]     bench_peers guide - [ROUNDS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "app/generate.hpp"
#include "app/guide.hpp"
#include "base/files.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double median_ms(int rounds, const std::function<bool()>& work) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const auto begin = Clock::now();
    if (!work()) std::exit(1);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

bool make_pdf(const app::Engine& engine, const std::optional<document::Document>& document,
              const app::FormatOptions& options, base::Diagnostics& diagnostics) {
  return document && app::write(engine, *document, app::Format::pdf, options, diagnostics);
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 3 ? std::atoi(argv[3]) : 20;
  if (argc < 3 || rounds < 1) {
    std::fprintf(stderr, "usage: bench_peers DOCUMENT DOSSIER [ROUNDS]\n");
    return 2;
  }
  const std::string name = argv[1], path = argv[2];
  app::Engine engine(EGIDE_SOURCE_DIR);
  base::Diagnostics diagnostics;
  std::function<bool()> once;
  std::optional<app::Prepared> prepared;
  if (name == "guide") {
    once = [&] {
      return make_pdf(engine, app::make_guide(engine, {}, diagnostics), {"guide", true},
                      diagnostics);
    };
  } else {
    const std::string content = engine.files().read(path).value_or("");
    prepared = app::prepare(engine, name, {path, content}, {}, diagnostics);
    if (!prepared) return 1;
    once = [&] {
      return make_pdf(engine, app::make_document(engine, *prepared, {}, diagnostics), {name},
                      diagnostics);
    };
  }
  if (!once()) return 1;  // the law and the fonts are read
  std::printf("%.2f\n", median_ms(rounds, once));
  return 0;
}
