#include "pdf/embedded_font.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <limits>

#include "base/disk.hpp"
#include "base/text.hpp"
#include "pdf/digest.hpp"
#include "pdf/font_program.hpp"
#include "pdf/tokens.hpp"

namespace pdf {

namespace {

constexpr std::string_view hexadecimal = "0123456789ABCDEF";
constexpr std::size_t mappings_in_block = 100;  // limit of a bfchar block

int to_thousandths(std::int64_t font_units, std::int64_t units_per_em) {
  const auto doubled = 2000 * font_units;
  const auto half = font_units < 0 ? -units_per_em : units_per_em;
  return static_cast<int>((doubled + half) / (2 * units_per_em));
}

void append_hexadecimal(std::string& out, std::string_view bytes) {
  out += '<';
  for (const char character : bytes) {
    const auto byte = static_cast<unsigned char>(character);
    out += hexadecimal[byte >> 4];
    out += hexadecimal[byte & 15];
  }
  out += '>';
}

std::string two_bytes(std::uint32_t value) {
  return {static_cast<char>((value >> 8) & 0xFF), static_cast<char>(value & 0xFF)};
}

// Six letters that differ from one subset to another (ISO 32000-1, 9.6.4).
std::string subset_name(const typeset::Font& font, std::string_view program) {
  Digest digest;
  digest.add(font.postscript_name());
  digest.add(program);
  auto name = digest.bytes().substr(0, 6);
  for (char& letter : name)
    letter = static_cast<char>('A' + static_cast<unsigned char>(letter) % 26);
  return name + "+" + font.postscript_name();
}

// Most glyphs stand for one byte: no call for them.
bool same(std::string_view first, std::string_view second) {
  if (first.size() != second.size()) return false;
  return first.size() == 1 ? first.front() == second.front() : first == second;
}

}  // namespace

EmbeddedFont::EmbeddedFont(const typeset::Font& font)
    : font_(&font), glyph_count_(glyph_count(font)) {}

EmbeddedFont::Code EmbeddedFont::code(std::uint32_t glyph, std::string_view text) {
  if (glyph < first_code_.size()) {
    for (auto code = first_code_[glyph]; code != 0; code = codes_[code].next) {
      if (same(codes_[code].text, text)) {
        return code;
      }
    }
  }
  return new_code(glyph, text);
}

EmbeddedFont::Code EmbeddedFont::new_code(std::uint32_t glyph, std::string_view text) {
  if (codes_.size() > std::numeric_limits<Code>::max()) {
    throw base::MachineError(
        "Écriture du PDF impossible : une police porte plus de 65 535 signes.");
  }
  if (glyph == 0 || glyph >= glyph_count_ || base::invalid_utf8(text)) {
    sound_ = false;
    return 0;
  }
  const auto code = static_cast<Code>(codes_.size());
  if (first_code_.size() <= glyph) {
    first_code_.resize(glyph + 1, 0);
  }
  const auto advance = hb_font_get_glyph_h_advance(font_->font(), glyph);
  codes_.push_back({glyph, to_thousandths(advance, font_->units_per_em()), std::string(text),
                    first_code_[glyph]});
  first_code_[glyph] = code;
  return code;
}

std::string EmbeddedFont::unicode_map() const {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (std::size_t start = 1; start < codes_.size(); start += mappings_in_block) {
    const auto end = std::min(codes_.size(), start + mappings_in_block);
    append_integer(map, static_cast<std::int64_t>(end - start));
    map += " beginbfchar\n";
    for (auto code = start; code < end; ++code) {
      append_hexadecimal(map, two_bytes(static_cast<std::uint32_t>(code)));
      append_hexadecimal(map, utf16(codes_[code].text));
      map += '\n';
    }
    map += "endbfchar\n";
  }
  map += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
  return map;
}

std::string EmbeddedFont::widths() const {
  std::string widths = "[1 [";
  for (std::size_t code = 1; code < codes_.size(); ++code) {
    append_integer(widths, codes_[code].width);
    widths += ' ';
  }
  widths.back() = ']';
  return widths + "]";
}

std::string EmbeddedFont::descriptor_entries(const std::string& name, Reference file) const {
  const auto facts = read_facts(*font_);
  const auto scaled = [this](std::int64_t units) {
    return to_thousandths(units, font_->units_per_em());
  };
  std::string entries = "/Type /FontDescriptor /FontName ";
  append_name(entries, name);
  entries += " /Flags ";
  append_integer(entries, facts.flags);
  entries += " /FontBBox [";
  for (const auto value : facts.box) {
    append_integer(entries, scaled(value));
    entries += ' ';
  }
  entries.back() = ']';
  entries += " /ItalicAngle ";
  append_thousandths(entries, facts.italic_angle);
  entries += " /Ascent ";
  append_integer(entries, scaled(font_->ascender()));
  entries += " /Descent ";
  append_integer(entries, scaled(font_->descender()));
  entries += " /CapHeight ";
  append_integer(entries, scaled(font_->cap_height()));
  entries += " /StemV ";
  append_integer(entries, facts.stem);
  entries += " /FontFile2 ";
  append_reference(entries, file);
  return entries;
}

void EmbeddedFont::write(ObjectWriter& writer, Reference reference) const {
  std::vector<std::uint32_t> glyphs;
  glyphs.reserve(codes_.size());
  for (const auto& entry : codes_) {
    glyphs.push_back(entry.glyph);
  }
  const auto program = make_font_program(*font_, glyphs);
  const auto name = subset_name(*font_, program.bytes);

  std::string file_entries = "/Length1 ";
  append_integer(file_entries, static_cast<std::int64_t>(program.bytes.size()));
  const auto file =
      writer.stream(std::move(file_entries), program.bytes, ObjectWriter::Compression::deflate);
  const auto descriptor = writer.dictionary(descriptor_entries(name, file));

  std::string map;
  for (const auto glyph : program.glyphs) {
    map += two_bytes(glyph);
  }
  const auto glyph_map = writer.stream({}, map, ObjectWriter::Compression::deflate);

  std::string descendant = "/Type /Font /Subtype /CIDFontType2 /BaseFont ";
  append_name(descendant, name);
  descendant +=
      " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor ";
  append_reference(descendant, descriptor);
  descendant += " /CIDToGIDMap ";
  append_reference(descendant, glyph_map);
  descendant += " /W " + widths();
  const auto descendant_font = writer.dictionary(std::move(descendant));

  const auto unicode = writer.stream({}, unicode_map(), ObjectWriter::Compression::deflate);
  std::string entries = "/Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont ";
  append_name(entries, name);
  entries += " /DescendantFonts [";
  append_reference(entries, descendant_font);
  entries += "] /ToUnicode ";
  append_reference(entries, unicode);
  writer.fill(reference, std::move(entries));
}

bool EmbeddedFonts::sound() const {
  return std::all_of(fonts_.begin(), fonts_.end(), [](const auto& font) { return font.sound(); });
}

std::size_t EmbeddedFonts::index(const typeset::Font& font) {
  const auto found = std::find_if(fonts_.begin(), fonts_.end(), [&font](const EmbeddedFont& known) {
    return &known.font() == &font;
  });
  if (found != fonts_.end()) {
    return static_cast<std::size_t>(found - fonts_.begin());
  }
  fonts_.emplace_back(font);
  return fonts_.size() - 1;
}

}  // namespace pdf
