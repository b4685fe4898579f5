#include "document/quantity.hpp"

#include "base/text.hpp"
#include "document/typography.hpp"

namespace document {
namespace {

constexpr std::string_view none = "—";
constexpr int most_digits = 9;
constexpr int decimals = 3;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_space(char32_t c) { return c == U' ' || c == U'\u00A0' || c == U'\u202F'; }

class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(base::to_utf32(text)) {}

  // In thousandths. Groups of thousands are of three digits.
  std::optional<std::int64_t> number() {
    const std::size_t first = digits();
    if (first == 0) return std::nullopt;
    while (first <= 3 && at_ + 3 < text_.size() && is_space(text_[at_]) &&
           is_digit(text_[at_ + 1])) {
      ++at_;
      if (digits() != 3) return std::nullopt;
    }
    int missing = decimals;
    if (at_ < text_.size() && text_[at_] == U',') {
      ++at_;
      const std::size_t read = digits();
      if (read == 0 || read > decimals) return std::nullopt;
      missing -= static_cast<int>(read);
    }
    if (count_ > most_digits) return std::nullopt;
    for (; missing > 0; --missing) value_ *= 10;
    return value_;
  }

  // What follows the number, without the space between.
  std::string rest() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    std::string utf8;
    for (; at_ < text_.size(); ++at_) base::append_utf8(utf8, text_[at_]);
    return utf8;
  }

 private:
  std::size_t digits() {
    const std::size_t first = at_;
    for (; at_ < text_.size() && is_digit(text_[at_]); ++at_) {
      if (++count_ <= most_digits) value_ = value_ * 10 + static_cast<int>(text_[at_] - U'0');
    }
    return at_ - first;
  }

  std::u32string text_;
  std::size_t at_ = 0;
  std::int64_t value_ = 0;
  int count_ = 0;
};

}  // namespace

std::optional<Quantity> read_quantity(std::string_view cell, std::string_view unit) {
  const std::string_view text = base::trim(cell);
  if (text.empty() || text == none) return Quantity{std::nullopt, std::string(none)};
  NumberReader reader(text);
  const auto number = reader.number();
  if (!number) return std::nullopt;
  const std::string rest = reader.rest();
  if (unit == duration_unit) {
    const bool years = rest == "an" || rest == "ans";
    if (!years && rest != "mois") return std::nullopt;
    return Quantity{*number * (years ? 12 : 1), typography(text)};
  }
  if (!rest.empty() && rest != unit) return std::nullopt;
  const bool bare = rest.empty() && !unit.empty();
  std::string written = typography(text);
  if (bare) written += "\u00A0" + std::string(unit);
  return Quantity{*number, std::move(written)};
}

}  // namespace document
