#include "typeset/font_set.hpp"

#include <array>
#include <map>
#include <mutex>

#include "base/text.hpp"

namespace typeset {
namespace {

struct Family {
  std::string_view name;
  std::string_view regular, bold, italic, bold_italic;  // paths
};

#define NOTO "/usr/share/fonts/truetype/noto/"
#define DEJAVU "/usr/share/fonts/truetype/dejavu/"
#define SYMBOLA "/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf"
constexpr std::array<Family, 2> known_families{{
    {"Noto Serif", NOTO "NotoSerif-Regular.ttf", NOTO "NotoSerif-Bold.ttf",
     NOTO "NotoSerif-Italic.ttf", NOTO "NotoSerif-BoldItalic.ttf"},
    {"Noto Sans", NOTO "NotoSans-Regular.ttf", NOTO "NotoSans-Bold.ttf", NOTO "NotoSans-Italic.ttf",
     NOTO "NotoSans-BoldItalic.ttf"},
}};
// fonts-dejavu-core has no oblique face, fonts-symbola (the signs and emoji with which people
// threaten) only one: upright letters are better than none.
constexpr std::array<Family, 2> fallback_families{{
    {"DejaVu Sans", DEJAVU "DejaVuSans.ttf", DEJAVU "DejaVuSans-Bold.ttf", DEJAVU "DejaVuSans.ttf",
     DEJAVU "DejaVuSans-Bold.ttf"},
    {"Symbola", SYMBOLA, SYMBOLA, SYMBOLA, SYMBOLA},
}};
constexpr Family arabic{"Noto Sans Arabic", NOTO "NotoSansArabic-Regular.ttf",
                        NOTO "NotoSansArabic-Bold.ttf", NOTO "NotoSansArabic-Regular.ttf",
                        NOTO "NotoSansArabic-Bold.ttf"};
constexpr Family hebrew{"Noto Sans Hebrew", NOTO "NotoSansHebrew-Regular.ttf",
                        NOTO "NotoSansHebrew-Bold.ttf", NOTO "NotoSansHebrew-Regular.ttf",
                        NOTO "NotoSansHebrew-Bold.ttf"};
#undef NOTO
#undef DEJAVU
#undef SYMBOLA

// The Unicode blocks of Arabic and Hebrew: the figures and the signs of Arabic have no script.
const Family* family_of(char32_t c) {
  const bool is_arabic = (c >= 0x600 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) ||
                         (c >= 0x8A0 && c <= 0x8FF) || (c >= 0xFB50 && c <= 0xFDFF) ||
                         (c >= 0xFE70 && c <= 0xFEFF);
  if (is_arabic) return &arabic;
  const bool is_hebrew = (c >= 0x590 && c <= 0x5FF) || (c >= 0xFB1D && c <= 0xFB4F);
  return is_hebrew ? &hebrew : nullptr;
}

std::string_view path_of(const Family& family, bool bold, bool italic) {
  if (bold) return italic ? family.bold_italic : family.bold;
  return italic ? family.italic : family.regular;
}

}  // namespace

class FontSet::Cache {
 public:
  std::shared_ptr<const Font> load(std::string_view path, base::Diagnostics& diagnostics) {
    const std::lock_guard lock(mutex_);
    const auto found = fonts_.find(path);
    if (found != fonts_.end()) return found->second;
    auto font = Font::load(std::string(path), diagnostics);
    // A failure is not kept: it must be reported to every caller.
    if (font) fonts_.emplace(path, font);
    return font;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Font>, std::less<>> fonts_;
};

FontSet::FontSet() : cache_(std::make_unique<Cache>()) {}
FontSet::~FontSet() = default;

std::vector<std::string> FontSet::families() {
  std::vector<std::string> names;
  names.reserve(known_families.size());
  for (const auto& family : known_families) names.emplace_back(family.name);
  return names;
}

std::shared_ptr<const Font> FontSet::face(std::string_view family, bool bold, bool italic,
                                          base::Diagnostics& diagnostics) const {
  for (const auto& known : known_families) {
    if (known.name == family) return cache_->load(path_of(known, bold, italic), diagnostics);
  }
  diagnostics.error(
      base::Kind::content, {},
      "police « " + std::string(family) + " » inconnue." + base::did_you_mean(family, families()),
      "Familles connues : " + base::join(families(), ", ") + ".");
  return nullptr;
}

bool FontSet::covers(char32_t character, base::Diagnostics& diagnostics) const {
  const auto regular = face(known_families.front().name, false, false, diagnostics);
  if (regular && regular->has(character)) return true;
  for (std::size_t i = 0; i < fallback_count(); ++i) {
    const auto font = fallback(i, false, false, diagnostics);
    if (font && font->has(character)) return true;
  }
  return right_to_left(character, false, diagnostics) != nullptr;
}

std::shared_ptr<const Font> FontSet::right_to_left(char32_t character, bool bold,
                                                   base::Diagnostics& diagnostics) const {
  const Family* family = family_of(character);
  if (family == nullptr) return nullptr;
  auto font = cache_->load(path_of(*family, bold, false), diagnostics);
  return font && font->has(character) ? font : nullptr;
}

std::size_t FontSet::fallback_count() const { return fallback_families.size(); }

std::shared_ptr<const Font> FontSet::fallback(std::size_t index, bool bold, bool italic,
                                              base::Diagnostics& diagnostics) const {
  return cache_->load(path_of(fallback_families.at(index), bold, italic), diagnostics);
}

}  // namespace typeset
