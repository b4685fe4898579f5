#include "typeset/shape.hpp"

#include <hb.h>
#include <unigbrk.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "typeset/turned_run.hpp"

namespace typeset {
namespace {

struct Manner {
  bool tabular = false, right_to_left = false;
};

// Appends the glyphs of `text`, all in one font, whose first byte is at `offset` of the word.
// False if the font lacks a character; nothing is then appended.
bool append_run(hb_buffer_t* buffer, const Font& font, std::string_view text, std::size_t offset,
                Manner manner, ShapedWord& word) {
  hb_buffer_clear_contents(buffer);
  const auto size = static_cast<int>(text.size());
  hb_buffer_add_utf8(buffer, text.data(), size, 0, size);
  hb_buffer_guess_segment_properties(buffer);
  hb_buffer_set_direction(buffer, manner.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  // A vowel sign is a character of its own to append_turned.
  hb_buffer_set_cluster_level(buffer, manner.right_to_left
                                          ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS
                                          : HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  static const hb_language_t french = hb_language_from_string("fr", 2);
  hb_buffer_set_language(buffer, french);
  constexpr unsigned whole = HB_FEATURE_GLOBAL_END;
  const std::array<hb_feature_t, 2> features{
      hb_feature_t{HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, whole},
      hb_feature_t{HB_TAG('t', 'n', 'u', 'm'), manner.tabular ? 1U : 0U, HB_FEATURE_GLOBAL_START,
                   whole}};
  hb_shape(font.font(), buffer, features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  const bool complete =
      std::all_of(infos, infos + count, [](const auto& info) { return info.codepoint != 0; });
  if (complete && manner.right_to_left) {
    append_turned(font, buffer, text, offset, word);
  } else if (complete) {
    word.glyphs.reserve(word.glyphs.size() + count);
    for (unsigned i = 0; i < count; ++i) {
      const bool first = i == 0 || infos[i].cluster != infos[i - 1].cluster;
      unsigned next = i + 1;
      while (next < count && infos[next].cluster == infos[i].cluster) ++next;
      const auto end = next < count ? infos[next].cluster : static_cast<unsigned>(size);
      word.glyphs.push_back({&font, infos[i].codepoint, positions[i].x_advance,
                             positions[i].x_offset, positions[i].y_offset,
                             static_cast<std::uint32_t>(offset) + infos[i].cluster,
                             first ? end - infos[i].cluster : 0});
    }
  }
  return complete;
}

// Byte lengths of the user-perceived characters of a text.
std::vector<std::size_t> grapheme_lengths(std::string_view text) {
  std::vector<std::size_t> lengths;
  std::size_t offset = 0, begin = 0;
  char32_t previous = 0;
  while (offset < text.size()) {
    const std::size_t here = offset;
    const char32_t character = base::next_code_point(text, offset);
    if (here > begin && uc_is_grapheme_break(previous, character)) {
      lengths.push_back(here - begin);
      begin = here;
    }
    previous = character;
  }
  if (text.size() > begin) lengths.push_back(text.size() - begin);
  return lengths;
}

}  // namespace

bool shows_nothing(char32_t character) {
  return (character >= 0x200B && character <= 0x200F) || character == 0x2060 ||
         (character >= 0xFE00 && character <= 0xFE0F) || character == 0xAD || character == 0x61C;
}

Shaper::Shaper(const FontSet& fonts, base::Position source, base::Diagnostics& diagnostics)
    : fonts_(fonts),
      source_(std::move(source)),
      diagnostics_(diagnostics),
      slots_(std::make_shared<std::deque<Slot>>()),
      buffer_(hb_buffer_create(), hb_buffer_destroy) {}

Shaper::Face Shaper::face(std::string_view family, bool bold, bool italic, bool tabular) {
  return face(family, bold, italic, tabular, false);
}

Shaper::Face Shaper::right_to_left(Face face) {
  const Slot& slot = (*slots_)[face];
  return this->face(slot.family, slot.bold, slot.italic, slot.tabular, true);
}

Shaper::Face Shaper::face(std::string_view family, bool bold, bool italic, bool tabular,
                          bool right_to_left) {
  for (Face i = 0; i < slots_->size(); ++i) {
    const Slot& slot = (*slots_)[i];
    if (slot.family == family && slot.bold == bold && slot.italic == italic &&
        slot.tabular == tabular && slot.right_to_left == right_to_left) {
      return i;
    }
  }
  Slot slot;
  slot.family = family;
  slot.bold = bold;
  slot.italic = italic;
  slot.tabular = tabular;
  slot.right_to_left = right_to_left;
  slot.font = fonts_.face(family, bold, italic, diagnostics_);
  if (slot.font) use(slot.font);
  slots_->push_back(std::move(slot));
  return slots_->size() - 1;
}

void Shaper::use(const std::shared_ptr<const Font>& font) {
  if (std::find(used_.begin(), used_.end(), font) == used_.end()) used_.push_back(font);
}

const ShapedWord& Shaper::word(Face face, std::string_view text) {
  Slot& slot = (*slots_)[face];
  const auto found = slot.words.find(text);
  if (found != slot.words.end()) return found->second;
  const auto added = slot.words.emplace(std::string(text), shape(slot, text)).first;
  added->second.text = added->first;
  return added->second;
}

const ShapedWord& Shaper::space(Face face) {
  Slot& slot = (*slots_)[face];
  if (slot.space == nullptr) slot.space = &word(face, " ");
  return *slot.space;
}

ShapedWord Shaper::shape(const Slot& slot, std::string_view text) {
  ShapedWord word;
  if (!slot.font || text.empty()) return word;
  const Manner manner{slot.tabular, slot.right_to_left};
  if (!append_run(buffer_.get(), *slot.font, text, 0, manner, word)) {
    shape_with_fallback(slot, text, word);
  }
  return word;
}

void Shaper::shape_with_fallback(const Slot& slot, std::string_view text, ShapedWord& word) {
  const Manner manner{slot.tabular, slot.right_to_left};
  std::shared_ptr<const Font> font;
  std::size_t begin = 0, offset = 0;
  const auto flush = [&](std::size_t end) {
    const auto run = text.substr(begin, end - begin);
    if (font && !run.empty() && !append_run(buffer_.get(), *font, run, begin, manner, word)) {
      report_missing(base::to_utf32(run).front());
    }
    begin = end;
  };
  for (const std::size_t length : grapheme_lengths(text)) {
    const auto next = font_for(slot, base::to_utf32(text.substr(offset, length)));
    if (next != font) {
      flush(offset);
      font = next;
    }
    offset += length;
  }
  flush(text.size());
}

std::shared_ptr<const Font> Shaper::font_for(const Slot& slot, std::u32string_view cluster) {
  const auto covers = [&](const Font& font) {
    return std::all_of(cluster.begin(), cluster.end(), [&](char32_t character) {
      return shows_nothing(character) || font.has(character);
    });
  };
  if (covers(*slot.font)) return slot.font;
  const auto letter = std::find_if(cluster.begin(), cluster.end(), base::is_right_to_left);
  if (letter == cluster.end() || slot.right_to_left) {
    auto font = fonts_.right_to_left(cluster.front(), slot.bold, diagnostics_);
    if (font && covers(*font)) {
      use(font);
      return font;
    }
  }
  if (letter != cluster.end()) {
    report_missing(*letter);
    return nullptr;
  }
  for (std::size_t i = 0; i < fonts_.fallback_count(); ++i) {
    auto font = fonts_.fallback(i, slot.bold, slot.italic, diagnostics_);
    if (font && covers(*font)) {
      use(font);
      return font;
    }
  }
  const auto missing = std::find_if(cluster.begin(), cluster.end(), [&](char32_t character) {
    return !shows_nothing(character) && !slot.font->has(character);
  });
  report_missing(*missing);
  return nullptr;
}

void Shaper::report_missing(char32_t character) {
  if (!reported_.insert(character).second) return;
  if (base::is_right_to_left(character)) {
    diagnostics_.error(base::Kind::content, source_,
                       "le caractère " + base::describe_character(character) +
                           " appartient à une écriture de droite à gauche que la mise en page "
                           "PDF ne sait pas ordonner",
                       "Transcrivez ce passage en caractères latins, ou produisez le document "
                       "dans un autre format.");
    return;
  }
  diagnostics_.error(
      base::Kind::content, source_,
      "aucune police ne contient le caractère " + base::describe_character(character),
      "Remplacez ce caractère par un autre, ou décrivez-le en toutes lettres.");
}

}  // namespace typeset
