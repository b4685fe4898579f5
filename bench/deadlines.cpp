// How many deadlines a second, and how the engine compares with the plainest program that gives
// the same dates: one that looks at every day in turn.
//   ninja bench_deadlines && build/release/bench/bench_deadlines [repetitions]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

#include "../tests/property/law/walking_oracle.hpp"
#include "base/files.hpp"
#include "law/evaluate.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds(const std::function<void()>& work) {
  const auto begin = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

// Keeps the optimiser from dropping results nobody reads.
long sink = 0;

struct Measure {
  double engine = 0;  // whole answer: version, date, steps in French, other readings
  double count = 0;   // the counting alone, with its steps
  double walk = 0;
};

Measure measure(law::DeadlineRules& rules, const std::string& id, int repetitions) {
  base::Diagnostics diagnostics;
  const law::Rule* rule = rules.rule(id, diagnostics);
  const auto& holidays = rules.holidays(diagnostics);
  law::Question question;
  question.rule = id;
  const auto start = [](int i) {
    return *calendar::make_date(2026, 1, 1) + std::chrono::days{i % 3650};
  };
  const law::Counting& counting = rule->versions.back().counting;
  Measure result;
  result.engine = seconds([&] {
    for (int i = 0; i < repetitions; ++i) {
      question.start = law::Moment{start(i), {}};
      const auto deadline = evaluate(question, rules, diagnostics);
      sink += deadline->date->time_since_epoch().count();
    }
  });
  result.count = seconds([&] {
    for (int i = 0; i < repetitions; ++i) {
      const auto counted =
          law::count(counting, {start(i), {}}, "le départ", holidays, question.place);
      sink += counted.counted->end.date.time_since_epoch().count();
    }
  });
  result.walk = seconds([&] {
    for (int i = 0; i < repetitions; ++i) {
      const auto day = oracle::walk(counting, oracle::from_iso(calendar::iso(start(i))),
                                    question.place.territory, false);
      sink += day.day;
    }
  });
  return result;
}

void report_first_answer(const base::Files& files) {
  const double first = seconds([&] {
    law::DeadlineRules rules(files);
    base::Diagnostics diagnostics;
    law::Question question;
    question.rule = "recours-contentieux";
    question.start = law::Moment{*calendar::make_date(2026, 12, 1), {}};
    sink += evaluate(question, rules, diagnostics)->date->time_since_epoch().count();
  });
  std::printf("first answer, files read: %.2f ms\n", first * 1000);
}

}  // namespace

int main(int argc, char** argv) {
  const int repetitions = argc > 1 ? std::atoi(argv[1]) : 20'000;
  if (repetitions < 1) {
    std::fprintf(stderr, "usage: bench_deadlines [repetitions]\n");
    return 2;
  }
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  report_first_answer(files);
  law::DeadlineRules rules(files);
  std::printf("%-28s %14s %14s %14s %10s\n", "rule", "answers/s", "counts/s", "day by day/s",
              "ratio");
  for (const char* id : {"information-conseil", "recours-contentieux", "declaration-assureur",
                         "depot-depenses-securite", "prescription-delit", "prescription-crime"}) {
    const Measure result = measure(rules, id, repetitions);
    const auto rate = [&](double time) { return repetitions / time; };
    std::printf("%-28s %14.0f %14.0f %14.0f %10.2f\n", id, rate(result.engine), rate(result.count),
                rate(result.walk), result.walk / result.count);
  }
  std::printf("ratio: counts/s of the engine (with French steps) over day by day (date only)\n");
  return sink == 0 ? 1 : 0;
}
