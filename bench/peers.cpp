// Two median times in the process of one document, to be set against the programs of bench/peers:
// from its case file already read to its PDF inspected (facts, law, template, tree, layout,
// writing, inspection); and layout and writing alone, which is what the other programs do.
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
#include "pdf/write.hpp"
#include "typeset/layout.hpp"

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

// Nothing is remembered from one round to the next.
double composing_ms(int rounds, const app::Engine& engine, const document::Document& document,
                    base::Diagnostics& diagnostics) {
  const auto style = typeset::read_style(engine.files(), document.metadata.style, diagnostics);
  if (!style) std::exit(1);
  typeset::Options options;
  options.hyphenator = engine.hyphenator();
  pdf::Options compact;
  compact.compact = true;
  return median_ms(rounds, [&] {
    const auto pages = typeset::layout(document, *style, engine.fonts(), options, diagnostics);
    return !pdf::write(pages, compact, diagnostics).empty();
  });
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
  std::function<std::optional<document::Document>()> make;
  std::optional<app::Prepared> prepared;
  if (name == "guide") {
    make = [&] { return app::make_guide(engine, {}, diagnostics); };
  } else {
    const std::string content = engine.files().read(path).value_or("");
    prepared = app::prepare(engine, name, {path, content}, {}, diagnostics);
    if (!prepared) return 1;
    make = [&] { return app::make_document(engine, *prepared, {}, diagnostics); };
  }
  app::FormatOptions options{name};
  options.archive = name == "guide";
  const auto once = [&] { return make_pdf(engine, make(), options, diagnostics); };
  if (!once()) return 1;  // the law and the fonts are read
  const double whole = median_ms(rounds, once);
  std::printf("%.2f %.2f\n", whole, composing_ms(rounds, engine, *make(), diagnostics));
  return 0;
}
