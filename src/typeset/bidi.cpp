#include "typeset/bidi.hpp"

#include <fribidi.h>

#include <algorithm>
#include <new>
#include <numeric>

#include "base/text.hpp"

namespace typeset {
namespace {

constexpr FriBidiChar isolate = 0x2068, end_of_isolate = 0x2069;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// The characters of a paragraph for FriBidi, and where each stands in it.
struct Characters {
  std::vector<FriBidiChar> text;
  std::vector<std::size_t> bytes;  // of its first byte; nowhere: added
  std::vector<FriBidiCharType> types;

  void add(FriBidiChar character, std::size_t byte) {
    text.push_back(character);
    bytes.push_back(byte);
    types.push_back(type_of(character, byte != nowhere));
  }

 private:
  static FriBidiCharType type_of(FriBidiChar character, bool typed) {
    // Two lines of one paragraph: the end of the first is no end of paragraph.
    if (character == '\n') return FRIBIDI_TYPE_WS;
    const FriBidiCharType type = fribidi_get_bidi_type(character);
    const bool control = FRIBIDI_IS_EXPLICIT_OR_BN(type) || FRIBIDI_IS_ISOLATE(type);
    return typed && control ? FRIBIDI_TYPE_BN : type;
  }
};

Characters characters_of(const InlineText& text) {
  Characters result;
  bool isolated = false;
  for (const Stretch& stretch : text.stretches) {
    const bool verbatim = text.formats[stretch.format].verbatim;
    if (verbatim != isolated) result.add(verbatim ? isolate : end_of_isolate, nowhere);
    isolated = verbatim;
    for (std::size_t offset = stretch.begin; offset < stretch.end;) {
      const std::size_t here = offset;
      result.add(base::next_code_point(text.utf8, offset), here);
    }
  }
  if (isolated) result.add(end_of_isolate, nowhere);
  return result;
}

}  // namespace

std::vector<Level> bidi_levels(const InlineText& text) {
  if (!base::has_right_to_left(text.utf8)) return {};
  const Characters characters = characters_of(text);
  const auto count = static_cast<FriBidiStrIndex>(characters.text.size());
  std::vector<FriBidiBracketType> brackets(characters.text.size());
  fribidi_get_bracket_types(characters.text.data(), count, characters.types.data(),
                            brackets.data());
  std::vector<FriBidiLevel> found(characters.text.size());
  FriBidiParType direction = FRIBIDI_PAR_LTR;
  if (fribidi_get_par_embedding_levels_ex(characters.types.data(), brackets.data(), count,
                                          &direction, found.data()) == 0) {
    throw std::bad_alloc();
  }
  std::vector<Level> levels(text.utf8.size());
  std::size_t end = levels.size();
  for (std::size_t i = characters.bytes.size(); i-- > 0;) {
    if (characters.bytes[i] == nowhere) continue;
    std::fill(levels.begin() + static_cast<std::ptrdiff_t>(characters.bytes[i]),
              levels.begin() + static_cast<std::ptrdiff_t>(end), static_cast<Level>(found[i]));
    end = characters.bytes[i];
  }
  return levels;
}

std::vector<std::size_t> visual_order(std::span<const Level> levels) {
  std::vector<std::size_t> order(levels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const Level highest = levels.empty() ? Level{0} : *std::max_element(levels.begin(), levels.end());
  for (Level level = highest; level > 0; --level) {
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin;
      while (end < order.size() && levels[order[end]] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(begin),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      begin = std::max(end, begin + 1);
    }
  }
  return order;
}

}  // namespace typeset
