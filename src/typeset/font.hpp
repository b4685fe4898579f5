#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "typeset/pages.hpp"

struct hb_face_t;
struct hb_font_t;
struct hb_blob_t;

namespace typeset {

// A font file, loaded once and immutable. HarfBuzz objects are shared read-only between threads.
class Font {
 public:
  // Loads a static TrueType or OpenType font. Nothing (with a Kind::tool mistake naming the file
  // and the Debian package to install) if the file is absent or not a font.
  [[nodiscard]] static std::shared_ptr<const Font> load(const std::string& path,
                                                        base::Diagnostics& diagnostics);
  ~Font();
  Font(const Font&) = delete;
  Font& operator=(const Font&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  // PostScript name reduced to [A-Za-z0-9-].
  [[nodiscard]] const std::string& postscript_name() const { return postscript_name_; }
  [[nodiscard]] hb_face_t* face() const { return face_; }
  // In font units (scale = units_per_em): a length at `size` is value * size / units_per_em.
  [[nodiscard]] hb_font_t* font() const { return font_; }
  [[nodiscard]] std::int32_t units_per_em() const { return units_per_em_; }
  [[nodiscard]] bool has(char32_t code_point) const;
  // In font units, y upwards.
  [[nodiscard]] std::int32_t ascender() const { return ascender_; }
  [[nodiscard]] std::int32_t descender() const { return descender_; }
  [[nodiscard]] std::int32_t cap_height() const { return cap_height_; }
  [[nodiscard]] bool italic() const { return italic_; }
  [[nodiscard]] bool bold() const { return bold_; }

 private:
  Font() = default;
  std::string path_;
  std::string postscript_name_;
  hb_blob_t* blob_ = nullptr;
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
  std::int32_t units_per_em_ = 1000;
  std::int32_t ascender_ = 0, descender_ = 0, cap_height_ = 0;
  bool italic_ = false, bold_ = false;
};

}  // namespace typeset
