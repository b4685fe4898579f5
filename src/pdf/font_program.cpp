#include "pdf/font_program.hpp"

#include <hb-ot.h>
#include <hb-subset.h>

#include <memory>
#include <string_view>

#include "base/disk.hpp"

namespace pdf {

namespace {

template <typename Object, void (*destroy)(Object*)>
struct Destroy {
  void operator()(Object* object) const { destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using Input =
    std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_t, hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_t, hb_subset_plan_destroy>>;

// ISO 32000-1, 9.9: what an embedded TrueType font of a Type 0 font needs, hinting aside.
constexpr std::array kept_tables{HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
                                 HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                 HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p')};

// Bits of the descriptor's flags (ISO 32000-1, table 123).
constexpr int flag_serif = 1 << 1;
constexpr int flag_symbolic = 1 << 2;  // its codes follow no standard encoding
constexpr int flag_italic = 1 << 6;

// Big-endian reading; zero beyond the end, as for a missing table.
class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    unsigned length = 0;
    const auto* data = hb_blob_get_data(blob_.get(), &length);
    bytes_ = data == nullptr ? std::string_view() : std::string_view(data, length);
  }
  [[nodiscard]] int signed_short(std::size_t offset) const {
    return static_cast<std::int16_t>(
        static_cast<std::uint16_t>(byte(offset) << 8 | byte(offset + 1)));
  }
  [[nodiscard]] int byte(std::size_t offset) const {
    return offset < bytes_.size() ? static_cast<unsigned char>(bytes_[offset]) : 0;
  }

 private:
  Blob blob_;
  std::string_view bytes_;
};

[[noreturn]] void fail(const typeset::Font& font) {
  throw base::MachineError("La police « " + font.path() + " » n’a pas pu être réduite.");
}

void drop_other_tables(hb_face_t* face, hb_subset_input_t* input) {
  auto* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  std::array<hb_tag_t, 64> tags{};
  unsigned start = 0;
  for (unsigned count = tags.size(); count == tags.size(); start += count) {
    hb_face_get_table_tags(face, start, &count, tags.data());
    for (unsigned index = 0; index < count; ++index) {
      hb_set_add(dropped, tags[index]);
    }
  }
  for (const auto tag : kept_tables) {
    hb_set_del(dropped, tag);
  }
}

std::string bytes_of(hb_face_t* face) {
  const Blob blob(hb_face_reference_blob(face));
  unsigned length = 0;
  const auto* data = hb_blob_get_data(blob.get(), &length);
  return data == nullptr ? std::string() : std::string(data, length);
}

}  // namespace

bool has_truetype_outlines(const typeset::Font& font) {
  const Blob blob(hb_face_reference_table(font.face(), HB_TAG('g', 'l', 'y', 'f')));
  return hb_blob_get_length(blob.get()) > 0;
}

std::uint32_t glyph_count(const typeset::Font& font) {
  return hb_face_get_glyph_count(font.face());
}

FontProgram make_font_program(const typeset::Font& font, const std::vector<std::uint32_t>& glyphs) {
  const Input input(hb_subset_input_create_or_fail());
  if (!input) {
    fail(font);
  }
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  drop_other_tables(font.face(), input.get());
  auto* wanted = hb_subset_input_glyph_set(input.get());
  for (const auto glyph : glyphs) {
    hb_set_add(wanted, glyph);
  }
  const Plan plan(hb_subset_plan_create_or_fail(font.face(), input.get()));
  if (!plan) {
    fail(font);
  }
  const Face reduced(hb_subset_plan_execute_or_fail(plan.get()));
  if (!reduced) {
    fail(font);
  }
  FontProgram program{bytes_of(reduced.get()), {}};
  if (program.bytes.empty()) {
    fail(font);
  }
  const auto* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const auto glyph : glyphs) {
    program.glyphs.push_back(static_cast<std::uint16_t>(hb_map_get(renumbered, glyph)));
  }
  return program;
}

FontFacts read_facts(const typeset::Font& font) {
  const Table head(font.face(), HB_TAG('h', 'e', 'a', 'd'));
  const Table post(font.face(), HB_TAG('p', 'o', 's', 't'));
  const Table os2(font.face(), HB_TAG('O', 'S', '/', '2'));
  FontFacts facts;
  for (std::size_t index = 0; index < 4; ++index) {
    facts.box[index] = head.signed_short(36 + 2 * index);
  }
  // italicAngle is a number with sixteen binary decimals.
  const auto fraction = post.byte(6) << 8 | post.byte(7);
  facts.italic_angle = post.signed_short(4) * 1000 + fraction * 1000 / 65536;
  const auto family_class = os2.byte(30);  // 1 to 5 and 7: with serifs
  facts.flags = flag_symbolic;
  if ((family_class >= 1 && family_class <= 5) || family_class == 7) {
    facts.flags |= flag_serif;
  }
  if (font.italic()) {
    facts.flags |= flag_italic;
  }
  // No table gives the stem; a usual estimate from the weight (400 → 87, 700 → 165).
  const auto weight = os2.signed_short(4);
  facts.stem = 50 + weight * weight / 4225;
  return facts;
}

}  // namespace pdf
