#include "typeset/font.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>

namespace typeset {
namespace {

constexpr hb_tag_t os2_table = HB_TAG('O', 'S', '/', '2');
constexpr unsigned fs_selection_offset = 62;  // OpenType, table OS/2

void report(const std::string& path, const std::string& what, base::Diagnostics& diagnostics) {
  const auto slash = path.rfind('/');
  const auto file = slash == std::string::npos ? path : path.substr(slash + 1);
  std::string package = "fonts-noto-core";
  if (file.starts_with("DejaVu")) package = "fonts-dejavu-core";
  if (file.starts_with("Symbola")) package = "fonts-symbola";
  if (file.starts_with("Lato")) package = "fonts-lato";
  diagnostics.error(base::Kind::tool, {path, 0, 0}, what,
                    "Installez le paquet Debian qui la fournit : apt-get install " + package);
}

std::string reduced_postscript_name(hb_face_t* face) {
  std::array<char, 128> name{};
  auto size = static_cast<unsigned>(name.size());
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name.data());
  std::string reduced;
  for (const char c : std::string(name.data())) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (letter || (c >= '0' && c <= '9') || c == '-') reduced += c;
  }
  return reduced;
}

// fsSelection of the OS/2 table: bit 0 italic, bit 5 bold. 0 if the table is too short.
unsigned font_selection(hb_face_t* face) {
  hb_blob_t* table = hb_face_reference_table(face, os2_table);
  unsigned size = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(table, &size));
  unsigned selection = 0;
  if (size >= fs_selection_offset + 2) {
    selection = bytes[fs_selection_offset] * 256U + bytes[fs_selection_offset + 1];
  }
  hb_blob_destroy(table);
  return selection;
}

}  // namespace

std::shared_ptr<const Font> Font::load(const std::string& path, base::Diagnostics& diagnostics) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (blob == nullptr) {
    report(path, "police introuvable ou illisible", diagnostics);
    return nullptr;
  }
  const std::shared_ptr<Font> font(new Font);
  font->path_ = path;
  font->blob_ = blob;
  font->face_ = hb_face_create(blob, 0);
  font->font_ = hb_font_create(font->face_);
  if (hb_face_get_glyph_count(font->face_) == 0) {
    report(path, "ce fichier n’est pas une police TrueType ou OpenType", diagnostics);
    return nullptr;
  }
  if (hb_ot_var_has_data(font->face_) != 0) {
    report(path, "police variable : seules les polices statiques sont acceptées", diagnostics);
    return nullptr;
  }
  font->postscript_name_ = reduced_postscript_name(font->face_);
  font->units_per_em_ = static_cast<std::int32_t>(hb_face_get_upem(font->face_));
  hb_font_set_scale(font->font_, font->units_per_em_, font->units_per_em_);
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font->font_, &extents);
  font->ascender_ = extents.ascender;
  font->descender_ = extents.descender;
  hb_position_t cap_height = 0;
  if (hb_ot_metrics_get_position(font->font_, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height) != 0) {
    font->cap_height_ = cap_height;
  } else {
    font->cap_height_ = font->units_per_em_ * 7 / 10;
  }
  const unsigned selection = font_selection(font->face_);
  font->italic_ = (selection & 1U) != 0;
  font->bold_ = (selection & 0x20U) != 0;
  hb_face_make_immutable(font->face_);
  hb_font_make_immutable(font->font_);
  return font;
}

Font::~Font() {
  hb_font_destroy(font_);
  hb_face_destroy(face_);
  hb_blob_destroy(blob_);
}

bool Font::has(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_, code_point, &glyph) != 0 && glyph != 0;
}

}  // namespace typeset
