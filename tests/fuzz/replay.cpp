#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

// Runs a fuzz entry without libFuzzer: on every seed of the folder given, on a few built-in ones,
// and on random changes of them, always the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string changed(std::string input, std::mt19937& random) {
  const auto below = [&](std::size_t bound) { return random() % bound; };
  for (std::size_t i = 0, count = 1 + below(6); i < count; ++i) {
    const std::size_t at = input.empty() ? 0 : below(input.size());
    switch (below(4)) {
      case 0:
        input.insert(at, 1, static_cast<char>(below(256)));
        break;
      case 1:
        if (!input.empty()) input.erase(at, 1 + below(8));
        break;
      case 2:
        input.insert(at, input.substr(at, 1 + below(40)));
        break;
      default:
        if (!input.empty()) input[at] = static_cast<char>(below(256));
    }
  }
  return input;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> seeds = {"", "a: b\n", "# t\n\n- x\n", "{{#a}}{{b}}{{/a}}",
                                    "2026-05-03"};
  if (argc > 1 && std::filesystem::is_directory(argv[1])) {
    for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
      std::ifstream file(entry.path(), std::ios::binary);
      seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
  }
  std::mt19937 random(1881);
  std::size_t runs = 0;
  for (const std::string& seed : seeds) {
    run(seed);
    for (int i = 0; i < 200; ++i, ++runs) run(changed(seed, random));
  }
  std::printf("%zu seeds, %zu changes\n", seeds.size(), runs);
  return 0;
}
