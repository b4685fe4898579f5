#include "typeset/pieces.hpp"

#include <unigbrk.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.hpp"

namespace typeset {
namespace {

// In the unit of badness: a hyphen costs 200, a line stretched to its limit 100.
constexpr std::int32_t after_slash = 20;
// Readers that undo hyphenation would join the two halves of a compound: a last resort.
constexpr std::int32_t after_compound_hyphen = 1000;
constexpr std::int32_t inside_long_word = 50;
constexpr std::int32_t at_no_break_space = 5000;

constexpr std::u32string_view opening = U"«([“‘\"";
constexpr std::u32string_view closing = U"»)]”,.;:!?…\"";
constexpr std::u32string_view address_separators = U"/.-_&=?@#+,;:%";

bool is_one_of(char32_t character, std::u32string_view set) {
  return set.find(character) != std::u32string_view::npos;
}

struct Cut {
  std::size_t offset = 0;
  Break kind = Break::none;
};

// Offsets at which a word without its outer punctuation may take a hyphen: each of its parts
// between apostrophes must be a plain lower-case word, so that addresses, references and names
// are left whole.
std::vector<std::size_t> hyphens(std::string_view word, const Hyphenator& hyphenator,
                                 base::Diagnostics& diagnostics) {
  std::vector<std::pair<std::size_t, char32_t>> characters;
  for (std::size_t offset = 0; offset < word.size();) {
    const std::size_t here = offset;
    characters.emplace_back(here, base::next_code_point(word, offset));
  }
  std::size_t first = 0, last = characters.size();
  while (first < last && is_one_of(characters[first].second, opening)) ++first;
  while (first < last && is_one_of(characters[last - 1].second, closing)) --last;
  std::vector<std::size_t> offsets;
  const auto offset_of = [&](std::size_t i) {
    return i < characters.size() ? characters[i].first : word.size();
  };
  std::size_t part = first;
  for (std::size_t i = first; i <= last; ++i) {
    const bool apostrophe = i < last && is_one_of(characters[i].second, U"’'");
    if (i < last && !apostrophe) continue;
    const std::size_t begin = offset_of(part);
    const auto letters = word.substr(begin, offset_of(i) - begin);
    for (const auto point : hyphenator.points(letters, diagnostics)) {
      offsets.push_back(begin + point);
    }
    part = i + 1;
  }
  return offsets;
}

class Builder {
 public:
  Builder(const PieceMaker& maker, const Hyphenator* hyphenator, base::Diagnostics& diagnostics)
      : maker_(maker), hyphenator_(hyphenator), diagnostics_(diagnostics) {}

  Pieces run() {
    const std::size_t likely = maker_.measured.tokens.size() * (hyphenator_ == nullptr ? 1 : 2);
    result_.pieces.reserve(likely);
    result_.bytes.reserve(likely);
    for (const Token& token : maker_.measured.tokens) add(token);
    close(maker_.text.utf8.size(), Break::forced);
    return std::move(result_);
  }

 private:
  void add(const Token& token) {
    if (token.kind == Token::Kind::line_break) {
      close(token.begin, Break::forced);
      begin_ = end_ = space_end_ = token.end;
      return;
    }
    if (token.kind == Token::Kind::elastic_space) {
      space_end_ = token.end;
      return;
    }
    const Break before = maker_.breaks[token.begin];
    if (space_end_ > end_) {
      close(token.begin, before == Break::none ? Break::none : Break::space);
    } else if (before == Break::mark && token.begin > begin_) {
      cut({token.begin, Break::mark}, token);
    }
    for (const Cut& place : cuts(token)) cut(place, token);
    end_ = space_end_ = token.end;
  }

  [[nodiscard]] std::vector<Cut> cuts(const Token& token) const {
    std::vector<Cut> places;
    if (token.kind != Token::Kind::word) return places;
    for (std::size_t i = token.begin + 1; i < token.end; ++i) {
      if (maker_.breaks[i] != Break::none) places.push_back({i, Break::mark});
    }
    if (hyphenator_ == nullptr || !places.empty()) return places;
    if (maker_.text.formats[token.format].verbatim || follows_number(token)) return places;
    const std::string_view word(maker_.text.utf8.data() + token.begin, token.end - token.begin);
    for (const auto offset : hyphens(word, *hyphenator_, diagnostics_)) {
      places.push_back({token.begin + offset, Break::hyphen});
    }
    return places;
  }

  // « 22 novembre », « 1er septembre », « 15 habitants »: bound by a space that is not cut.
  [[nodiscard]] bool follows_number(const Token& token) const {
    const std::string_view before(maker_.text.utf8.data(), token.begin);
    constexpr std::string_view bound = "\u00A0";
    if (!before.ends_with(bound) || before.size() == bound.size()) return false;
    const char last = before[before.size() - bound.size() - 1];
    return (last >= '0' && last <= '9') || before.ends_with("1er\u00A0");
  }

  void cut(const Cut& place, const Token& token) {
    const Format& format = maker_.text.formats[token.format];
    std::int32_t penalty = 0;
    if (place.kind == Break::mark) {
      const bool compound = maker_.text.utf8[place.offset - 1] == '-';
      if (compound && format.verbatim) return;
      penalty = compound ? after_compound_hyphen : after_slash;
    }
    end_ = space_end_ = place.offset;
    close(place.offset, place.kind);
    Piece& piece = result_.pieces.back();
    piece.penalty = penalty;
    if (place.kind != Break::hyphen) return;
    for (const ShapedGlyph& glyph : maker_.shaper.word(format.face, "-").glyphs) {
      piece.hyphen += scale(glyph.advance, format.size, *glyph.font);
    }
  }

  void close(std::size_t next, Break after) {
    Piece piece;
    piece.width = maker_.measured.width(begin_, end_);
    piece.space = maker_.measured.width(end_, space_end_);
    piece.after = after;
    result_.pieces.push_back(piece);
    result_.bytes.push_back({begin_, end_, space_end_});
    begin_ = end_ = space_end_ = next;
  }

  const PieceMaker& maker_;
  const Hyphenator* hyphenator_;
  base::Diagnostics& diagnostics_;
  Pieces result_;
  std::size_t begin_ = 0, end_ = 0, space_end_ = 0;  // of the piece being made
};

}  // namespace

Pieces PieceMaker::pieces(const Hyphenator* hyphenator, base::Diagnostics& diagnostics) const {
  return Builder(*this, hyphenator, diagnostics).run();
}

Pieces PieceMaker::split_wide(const Pieces& pieces, Length limit) const {
  Pieces result;
  for (std::size_t i = 0; i < pieces.pieces.size(); ++i) {
    const Piece& whole = pieces.pieces[i];
    PieceBytes bytes = pieces.bytes[i];
    if (whole.width > limit) {
      const std::string_view visible(text.utf8.data(), bytes.end);
      std::size_t offset = bytes.begin;
      char32_t previous = base::next_code_point(visible, offset);
      while (offset < bytes.end) {
        const std::size_t here = offset;
        const char32_t character = base::next_code_point(visible, offset);
        if (uc_is_grapheme_break(previous, character)) {
          Piece part;
          part.width = measured.width(bytes.begin, here);
          part.after = Break::emergency;
          part.penalty = is_one_of(previous, address_separators) ? 0 : inside_long_word;
          result.pieces.push_back(part);
          result.bytes.push_back({bytes.begin, here, here});
          bytes.begin = here;
        }
        previous = character;
      }
    }
    Piece rest = whole;
    rest.width = measured.width(bytes.begin, bytes.end);
    if (rest.after == Break::none) {
      rest.after = Break::space;
      rest.penalty = at_no_break_space;
    }
    result.pieces.push_back(rest);
    result.bytes.push_back(bytes);
  }
  return result;
}

}  // namespace typeset
