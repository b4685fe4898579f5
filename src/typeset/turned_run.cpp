#include "typeset/turned_run.hpp"

#include <hb.h>

#include <vector>

#include "base/text.hpp"

namespace typeset {
namespace {

bool has_ink(const Font& font, hb_codepoint_t glyph) {
  hb_glyph_extents_t extents{};
  return hb_font_get_glyph_extents(font.font(), glyph, &extents) != 0 && extents.width != 0;
}

// A glyph that shows nothing and takes no room; 0 if the font has none. Not the one of a joiner,
// which in many fonts is a drawing of what it does. Found among the first, if at all.
hb_codepoint_t unseen_glyph(const Font& font) {
  const hb_codepoint_t count = hb_face_get_glyph_count(font.face());
  for (hb_codepoint_t glyph = 1; glyph < count; ++glyph) {
    if (hb_font_get_glyph_h_advance(font.font(), glyph) == 0 && !has_ink(font, glyph)) return glyph;
  }
  return 0;
}

class TurnedRun {
 public:
  TurnedRun(const Font& font, hb_buffer_t* buffer, std::string_view text, std::size_t offset,
            ShapedWord& word)
      : font_(font), text_(text), offset_(offset), word_(word), unseen_(unseen_glyph(font)) {
    infos_ = hb_buffer_get_glyph_infos(buffer, &count_);
    positions_ = hb_buffer_get_glyph_positions(buffer, &count_);
    for (unsigned i = 0; i < count_; ++i) pen_ += positions_[i].x_advance;
  }

  void append() {
    for (unsigned end = count_; end > 0;) {
      unsigned begin = end - 1;
      while (begin > 0 && infos_[begin - 1].cluster == infos_[begin].cluster) --begin;
      cluster(begin, end);
      end = begin;
    }
    word_.glyphs.insert(word_.glyphs.end(), signs_.begin(), signs_.end());
  }

 private:
  struct Characters {
    std::vector<std::uint32_t> begins;  // bytes of the word
    std::uint32_t end = 0;
  };

  void cluster(unsigned begin, unsigned end) {
    const auto bytes_end = begin > 0 ? infos_[begin - 1].cluster : text_.size();
    Characters characters = characters_of(infos_[begin].cluster, bytes_end);
    std::size_t letters = 0, next = 0;
    for (unsigned i = begin; i < end; ++i) letters += is_sign(i) ? 0 : 1;
    if (unseen_ == 0 && letters < characters.begins.size()) characters.begins.resize(letters);
    while (next + letters < characters.begins.size()) {
      word_.glyphs.push_back({&font_, unseen_});
      give(characters, next++);
    }
    for (unsigned i = end; i-- > begin;) {
      pen_ -= positions_[i].x_advance;
      ShapedGlyph glyph{&font_, infos_[i].codepoint, positions_[i].x_advance,
                        positions_[i].x_offset, positions_[i].y_offset};
      glyph.begin = characters.begins.front();
      if (is_sign(i)) {
        glyph.x_offset += pen_;  // from the left end of the run
        if (has_ink(font_, glyph.id)) signs_.push_back(glyph);
      } else {
        word_.glyphs.push_back(glyph);
        give(characters, next++);
      }
    }
  }

  [[nodiscard]] bool is_sign(unsigned i) const {
    return unseen_ != 0 && positions_[i].x_advance == 0;
  }

  [[nodiscard]] Characters characters_of(std::size_t begin, std::size_t end) const {
    Characters result;
    for (std::size_t at = begin; at < end;) {
      result.begins.push_back(static_cast<std::uint32_t>(offset_ + at));
      (void)base::next_code_point(text_, at);
    }
    result.end = static_cast<std::uint32_t>(offset_ + end);
    return result;
  }

  // The last glyph has the text of this character; of none if they all have been given.
  void give(const Characters& characters, std::size_t index) {
    if (index >= characters.begins.size()) return;
    const bool last = index + 1 == characters.begins.size();
    ShapedGlyph& glyph = word_.glyphs.back();
    glyph.begin = characters.begins[index];
    glyph.length = (last ? characters.end : characters.begins[index + 1]) - glyph.begin;
  }

  const Font& font_;
  std::string_view text_;
  std::size_t offset_;
  ShapedWord& word_;
  hb_codepoint_t unseen_;
  unsigned count_ = 0;
  const hb_glyph_info_t* infos_ = nullptr;
  const hb_glyph_position_t* positions_ = nullptr;
  std::int32_t pen_ = 0;  // left edge of what is still to append
  std::vector<ShapedGlyph> signs_;
};

}  // namespace

void append_turned(const Font& font, hb_buffer_t* buffer, std::string_view text, std::size_t offset,
                   ShapedWord& word) {
  TurnedRun(font, buffer, text, offset, word).append();
}

}  // namespace typeset
