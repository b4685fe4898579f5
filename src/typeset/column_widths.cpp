#include <algorithm>
#include <numeric>

#include "typeset/table.hpp"

namespace typeset {
namespace {

std::int64_t sum(const std::vector<Length>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

// `total` in proportion to `weights`, without losing a unit.
std::vector<Length> share(std::int64_t total, const std::vector<std::int64_t>& weights) {
  const std::int64_t whole = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  std::vector<Length> result;
  std::int64_t before = 0;
  for (const std::int64_t weight : weights) {
    const std::int64_t after = before + weight;
    result.push_back(static_cast<Length>(total * after / whole - total * before / whole));
    before = after;
  }
  return result;
}

std::vector<std::int64_t> weights_of(const std::vector<Length>& values) {
  std::vector<std::int64_t> weights(values.begin(), values.end());
  for (auto& weight : weights) weight = std::max<std::int64_t>(weight, 1);
  return weights;
}

}  // namespace

std::vector<Length> column_widths(const std::vector<Length>& least,
                                  const std::vector<Length>& natural, const std::vector<int>& parts,
                                  Length available) {
  // Not even the longest words fit: they will be cut, fairly.
  if (sum(least) >= available) return share(available, weights_of(least));
  const bool given = std::any_of(parts.begin(), parts.end(), [](int part) { return part > 0; });
  std::vector<std::int64_t> wanted;
  for (std::size_t i = 0; i < least.size(); ++i) {
    wanted.push_back(given ? std::max(parts[i], 1) : std::max<Length>(natural[i], 1));
  }
  std::vector<Length> widths = share(available, wanted);
  // Columns narrower than their longest word take what the others have beyond theirs.
  std::int64_t missing = 0;
  std::vector<std::int64_t> spare;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    spare.push_back(std::max<std::int64_t>(0, widths[i] - least[i]));
    missing += std::max<std::int64_t>(0, least[i] - widths[i]);
  }
  if (missing == 0) return widths;
  const std::vector<Length> given_up = share(missing, spare);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    widths[i] = std::max(widths[i], least[i]) - given_up[i];
  }
  return widths;
}

}  // namespace typeset
