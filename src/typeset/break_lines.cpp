#include "typeset/break_lines.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace typeset {
namespace {

constexpr std::size_t hyphen_states = 3;  // consecutive hyphens so far: 0, 1 or 2
constexpr std::int64_t infinite = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t ratio_unit = 1000;  // r is counted in thousandths
constexpr std::int64_t greatest_ratio = 10'000;
constexpr std::int64_t overfull_badness = 1'000'000;
constexpr std::int64_t good_ratio = 1'400;  // beyond: hyphens are worth trying
constexpr std::int64_t hyphen_penalty = 200;
constexpr std::int64_t consecutive_hyphen_penalty = 300;
constexpr std::int64_t lone_word_penalty = 180;
constexpr std::int64_t hyphen_before_last_line = 1200;
constexpr Length no_space_ems = 2;  // the same for a justified line without space
constexpr Length ragged_ems = 8;    // what a ragged line may lack before looking bad

struct State {
  std::int64_t cost = infinite;
  std::size_t from = 0;  // first piece of the line
  std::uint8_t from_hyphens = 0;
};
using States = std::array<State, hyphen_states>;

class Breaker {
 public:
  Breaker(std::span<const Piece> pieces, const LineShape& shape) : pieces_(pieces), shape_(shape) {
    sums_.reserve(pieces.size() + 1);
    std::int64_t width = 0, space = 0;
    for (const Piece& piece : pieces) {
      sums_.push_back({width, space});
      width += piece.width;
      space += piece.space;
    }
    best_.resize(pieces.size());
  }

  BrokenLines run() {
    for (std::size_t end = 0; end < pieces_.size(); ++end) {
      if (pieces_[end].after != Break::none) find_best_start(end);
    }
    return trace_back();
  }

 private:
  struct Sums {
    std::int64_t width, space;  // of the pieces before this one
  };

  [[nodiscard]] Length measure(std::size_t begin) const {
    return begin == 0 ? shape_.first_measure : shape_.measure;
  }

  // Thousandths of the possible stretch (positive) or shrink (negative) that the line needs;
  // nothing fits below -ratio_unit.
  [[nodiscard]] std::int64_t ratio(std::size_t begin, std::size_t end) const {
    const Piece& last = pieces_[end];
    const std::int64_t spaces = sums_[end].space - sums_[begin].space;
    std::int64_t natural = sums_[end].width - sums_[begin].width + spaces + last.width;
    if (last.after == Break::hyphen) natural += last.hyphen;
    const std::int64_t lacking = measure(begin) - natural;
    if (lacking < 0) {
      const std::int64_t shrink = shape_.justified ? shrink_of(spaces) : 0;
      if (-lacking > shrink) return -greatest_ratio;
      return lacking * ratio_unit / shrink;
    }
    if (last.after == Break::forced) return 0;
    std::int64_t stretch = stretch_of(spaces);
    if (stretch == 0) stretch = std::int64_t{no_space_ems} * shape_.size;
    if (!shape_.justified) stretch = std::int64_t{ragged_ems} * shape_.size;
    return std::min(lacking * ratio_unit / std::max<std::int64_t>(stretch, 1), greatest_ratio);
  }

  [[nodiscard]] std::int64_t cost(std::size_t begin, std::size_t end, std::int64_t used) const {
    constexpr std::int64_t cube = ratio_unit * ratio_unit * ratio_unit;
    const std::int64_t size = used < 0 ? -used : used;
    std::int64_t total = used < -ratio_unit ? overfull_badness : 100 * size * size * size / cube;
    total += 1 + pieces_[end].penalty;
    if (pieces_[end].after == Break::hyphen) total += hyphen_penalty;
    if (end + 1 == pieces_.size() && begin > 0) {
      if (begin == end) total += lone_word_penalty;
      if (pieces_[begin - 1].after == Break::hyphen) total += hyphen_before_last_line;
    }
    return total * total;
  }

  void find_best_start(std::size_t end) {
    const bool hyphenated = pieces_[end].after == Break::hyphen;
    for (std::size_t begin = end + 1; begin-- > 0;) {
      if (begin < end && pieces_[begin].after == Break::forced) break;
      if (begin > 0 && pieces_[begin - 1].after == Break::none) continue;
      const std::int64_t used = ratio(begin, end);
      // A longer line would be fuller still; an overfull line is kept only for want of a better.
      const bool overfull = used < -ratio_unit;
      if (overfull && reached(end)) break;
      extend(begin, end, hyphenated, cost(begin, end, used));
      if (overfull && reached(end)) break;
    }
  }

  [[nodiscard]] bool reached(std::size_t end) const {
    return std::any_of(best_[end].begin(), best_[end].end(),
                       [](const State& state) { return state.cost != infinite; });
  }

  void extend(std::size_t begin, std::size_t end, bool hyphenated, std::int64_t line_cost) {
    for (std::uint8_t hyphens = 0; hyphens < hyphen_states; ++hyphens) {
      std::int64_t before = 0;
      if (begin > 0) {
        before = best_[begin - 1][hyphens].cost;
        if (before == infinite) continue;
      } else if (hyphens > 0) {
        break;
      }
      if (hyphenated && hyphens + 1U >= hyphen_states) continue;
      const std::int64_t again = hyphenated && hyphens > 0 ? consecutive_hyphen_penalty : 0;
      const std::int64_t total = before + line_cost + again * again;
      State& state = best_[end][hyphenated ? hyphens + 1U : 0U];
      if (total < state.cost) state = {total, begin, hyphens};
    }
  }

  [[nodiscard]] BrokenLines trace_back() const {
    BrokenLines result;
    if (pieces_.empty()) return result;
    std::size_t end = pieces_.size() - 1;
    std::uint8_t hyphens = 0;
    while (true) {
      const State& state = best_[end][hyphens];
      result.last.push_back(end);
      const std::int64_t used = ratio(state.from, end);
      result.overfull = result.overfull || used < -ratio_unit;
      result.loose = result.loose || used > good_ratio;
      if (state.from == 0) break;
      end = state.from - 1;
      hyphens = state.from_hyphens;
    }
    std::reverse(result.last.begin(), result.last.end());
    return result;
  }

  std::span<const Piece> pieces_;
  const LineShape& shape_;
  std::vector<Sums> sums_;
  std::vector<States> best_;
};

}  // namespace

BrokenLines break_lines(std::span<const Piece> pieces, const LineShape& shape) {
  return Breaker(pieces, shape).run();
}

}  // namespace typeset
