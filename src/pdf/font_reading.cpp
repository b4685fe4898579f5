#include "pdf/font_reading.hpp"

#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QUtil.hh>

#include <memory>
#include <vector>

#include "base/text.hpp"
#include "pdf/font_encoding.hpp"

namespace pdf {

namespace {

constexpr std::size_t most_mappings = 0x20000;
constexpr std::string_view unknown = "\uFFFD";

std::uint32_t number_of(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) {
    value = value << 8 | static_cast<unsigned char>(byte);
  }
  return value;
}

std::string from_utf16(const std::string& bytes) {
  return QUtil::utf16_to_utf8("\xFE\xFF" + bytes);
}

bool has_font_file(QPDFObjectHandle descriptor) {
  return entry(descriptor, "/FontFile").isStream() || entry(descriptor, "/FontFile2").isStream() ||
         entry(descriptor, "/FontFile3").isStream();
}

// The strings and arrays between beginbfchar or beginbfrange and their ends.
class UnicodeMapReader {
 public:
  UnicodeMapReader(const std::string& data, std::map<std::uint32_t, std::string>& texts)
      : input_(std::make_shared<BufferInputSource>("ToUnicode", data)), texts_(texts) {
    tokenizer_.allowEOF();
  }

  void read() {
    while (true) {
      const auto token = next();
      if (token.getType() == QPDFTokenizer::tt_eof) {
        return;
      }
      if (token.getType() != QPDFTokenizer::tt_word) {
        continue;
      }
      if (token.getValue() == "beginbfchar") {
        read_characters();
      } else if (token.getValue() == "beginbfrange") {
        read_ranges();
      }
    }
  }

 private:
  QPDFTokenizer::Token next() { return tokenizer_.readToken(input_, "ToUnicode", true); }

  void add(std::uint32_t code, const std::string& utf16) {
    if (texts_.size() < most_mappings) {
      texts_[code] = from_utf16(utf16);
    }
  }

  void read_characters() {
    while (true) {
      const auto code = next();
      if (code.getType() != QPDFTokenizer::tt_string) {
        return;
      }
      const auto text = next();
      if (text.getType() != QPDFTokenizer::tt_string) {
        return;
      }
      add(number_of(code.getValue()), text.getValue());
    }
  }

  void read_ranges() {
    while (true) {
      const auto first = next();
      if (first.getType() != QPDFTokenizer::tt_string) {
        return;
      }
      const auto last = next();
      if (last.getType() != QPDFTokenizer::tt_string) {
        return;
      }
      const auto from = number_of(first.getValue()), to = number_of(last.getValue());
      auto target = next();
      if (target.getType() == QPDFTokenizer::tt_string) {
        add_range(from, to, target.getValue());
        continue;
      }
      for (auto code = from; target.getType() != QPDFTokenizer::tt_eof; ++code) {
        target = next();
        if (target.getType() != QPDFTokenizer::tt_string) {
          break;
        }
        add(code, target.getValue());
      }
    }
  }

  void add_range(std::uint32_t from, std::uint32_t to, std::string utf16) {
    for (auto code = from; code <= to && code - from < most_mappings && utf16.size() >= 2; ++code) {
      add(code, utf16);
      const auto unit = number_of(std::string_view(utf16).substr(utf16.size() - 2)) + 1;
      utf16[utf16.size() - 2] = static_cast<char>((unit >> 8) & 0xFF);
      utf16[utf16.size() - 1] = static_cast<char>(unit & 0xFF);
    }
  }

  std::shared_ptr<InputSource> input_;
  QPDFTokenizer tokenizer_;
  std::map<std::uint32_t, std::string>& texts_;
};

}  // namespace

FontReading::FontReading(QPDFObjectHandle font) {
  name_ = name_of(entry(font, "/BaseFont"));
  if (!name_.empty()) {
    name_.erase(0, 1);
  }
  const auto subtype = name_of(entry(font, "/Subtype"));
  if (subtype == "/Type0") {
    read_composite(font);
  } else if (subtype == "/Type3") {
    embedded_ = true;  // its glyphs are drawn in the file
  } else {
    embedded_ = has_font_file(entry(font, "/FontDescriptor"));
    if (subtype == "/TrueType" && embedded_) {
      read_font_file(entry(font, "/FontDescriptor"));
      faults_ = truetype_font_faults(font, file_);
    }
  }
  auto encoding = entry(font, "/Encoding");
  if (encoding.isDictionary()) {
    encoding = entry(encoding, "/BaseEncoding");
  }
  const auto encoding_name = name_of(encoding);
  standard_encoding_ = encoding_name == "/WinAnsiEncoding" || encoding_name == "/MacRomanEncoding";
  if (const auto map = stream_data(entry(font, "/ToUnicode"))) {
    read_unicode_map(*map);
  }
}

void FontReading::read_composite(QPDFObjectHandle font) {
  two_bytes_ = true;
  auto descendants = entry(font, "/DescendantFonts");
  if (!descendants.isArray() || descendants.getArrayNItems() == 0) {
    return;
  }
  auto descendant = descendants.getArrayItem(0);
  embedded_ = has_font_file(entry(descendant, "/FontDescriptor"));
  auto glyph_map = entry(descendant, "/CIDToGIDMap");
  glyphs_ = stream_data(glyph_map);
  faults_ = composite_font_faults(font, descendant);
  const auto encoding = name_of(entry(font, "/Encoding"));
  if (encoding != "/Identity-H" && encoding != "/Identity-V") return;
  identity_ = name_of(glyph_map) == "/Identity";
  read_font_file(entry(descendant, "/FontDescriptor"));
  read_widths(descendant);
}

void FontReading::read_font_file(QPDFObjectHandle descriptor) {
  font_file_ = stream_data(entry(descriptor, "/FontFile2")).value_or("");
  file_ = FontFileReading::read(font_file_);
}

// ISO 32000-1, 9.7.4.3: « first [w w w] » and « first last w ».
void FontReading::read_widths(QPDFObjectHandle descendant) {
  const auto number = [](QPDFObjectHandle object) {
    return object.isNumber() ? object.getNumericValue() : 0;
  };
  if (auto width = entry(descendant, "/DW"); width.isNumber()) default_width_ = number(width);
  auto list = entry(descendant, "/W");
  if (!list.isArray()) return;
  auto items = list.getArrayAsVector();
  for (std::size_t index = 0; index + 1 < items.size();) {
    const auto first = static_cast<std::uint32_t>(integer_of(items[index]).value_or(0));
    if (items[index + 1].isArray()) {
      std::uint32_t code = first;
      for (const auto& width : items[index + 1].getArrayAsVector()) {
        if (widths_.size() < most_mappings) widths_[code++] = number(width);
      }
      index += 2;
      continue;
    }
    if (index + 2 >= items.size()) return;
    const auto last = static_cast<std::uint32_t>(integer_of(items[index + 1]).value_or(0));
    for (auto code = first; code <= last && widths_.size() < most_mappings && code < 0x10000;
         ++code) {
      widths_[code] = number(items[index + 2]);
    }
    index += 3;
  }
}

std::uint32_t FontReading::glyph(std::uint32_t code) const {
  if (!glyphs_) return code;
  const auto offset = static_cast<std::size_t>(code) * 2;
  return offset + 2 > glyphs_->size() ? 0 : number_of(std::string_view(*glyphs_).substr(offset, 2));
}

bool FontReading::lacks_glyph(std::uint32_t code) const {
  return two_bytes_ && file_ && (glyphs_ || identity_) && glyph(code) >= file_->glyph_count();
}

std::optional<double> FontReading::said_width(std::uint32_t code) const {
  const auto found = widths_.find(code);
  return found == widths_.end() ? default_width_ : found->second;
}

std::optional<double> FontReading::drawn_width(std::uint32_t code) const {
  if (!two_bytes_ || !file_ || (!glyphs_ && !identity_)) return std::nullopt;
  return file_->width(glyph(code));
}

void FontReading::read_unicode_map(const std::string& data) {
  UnicodeMapReader(data, texts_).read();
}

template <typename Use>
void FontReading::each_code(std::string_view shown, Use use) const {
  const std::size_t step = two_bytes_ ? 2 : 1;
  for (std::size_t offset = 0; offset + step <= shown.size(); offset += step) {
    use(number_of(shown.substr(offset, step)));
  }
}

void FontReading::use(std::string_view shown) {
  each_code(shown, [this](std::uint32_t code) {
    if (!seen_[code]) used_.insert(code);
    seen_.set(code);
  });
}

std::optional<std::string> FontReading::text(std::uint32_t code) const {
  if (const auto found = texts_.find(code); found != texts_.end()) {
    return found->second;
  }
  if (!two_bytes_ && standard_encoding_) {
    // Exact for WinAnsi, and for ASCII in MacRoman.
    return QUtil::win_ansi_to_utf8(std::string(1, static_cast<char>(code)));
  }
  return std::nullopt;
}

std::string FontReading::text(std::string_view shown) const {
  std::string result;
  each_code(shown, [&](std::uint32_t code) {
    const auto known = text(code);
    result += known ? *known : unknown;
  });
  return result;
}

std::string FontReading::reversed(std::string_view shown) const {
  const std::size_t step = two_bytes_ ? 2 : 1;
  std::string result;
  for (std::size_t end = shown.size() - shown.size() % step; end > 0; end -= step) {
    result += shown.substr(end - step, step);
  }
  return result;
}

bool FontReading::shows_missing_glyph(std::uint32_t code) const {
  if (!two_bytes_) {
    return false;
  }
  if (!glyphs_) {
    return code == 0;
  }
  const auto offset = static_cast<std::size_t>(code) * 2;
  return offset + 2 > glyphs_->size() ||
         number_of(std::string_view(*glyphs_).substr(offset, 2)) == 0;
}

}  // namespace pdf
