#include "typeset/setting_memory.hpp"

#include <string_view>
#include <type_traits>

#include "typeset/figure.hpp"

namespace typeset {
namespace {

// Everything that lines depend on: not the elements, links and notes.
class Key {
 public:
  explicit Key(const InlineText& text) {
    bytes_.reserve(text.utf8.size() + 64 + text.stretches.size() * sizeof(Stretch) +
                   text.formats.size() * sizeof(Format));
    add(text.utf8.size());
    bytes_ += text.utf8;
    for (const Stretch& stretch : text.stretches) {
      add(stretch.end);
      add(stretch.format);
    }
    for (const Format& format : text.formats) add(format);
  }

  void add(const ParagraphShape& shape) {
    add(shape.measure);
    add(shape.first_line_indent);
    add(shape.align);
    add(shape.hyphenate);
  }

  std::string take() { return std::move(bytes_); }

 private:
  template <typename Number>
  requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void add(Number value) {
    const auto* begin = reinterpret_cast<const char*>(&value);
    bytes_.append(begin, sizeof value);
  }
  void add(const Format& format) {
    add(format.face);
    add(format.size);
    add(format.rise);
    add(format.colour.red);
    add(format.colour.green);
    add(format.colour.blue);
    add(format.verbatim);
  }

  std::string bytes_;
};

// What is known by this key, made the first time.
template <typename Known, typename Make>
const auto& remembered(Known& known, typename Known::key_type key, const Make& make) {
  const auto found = known.find(key);
  if (found != known.end()) return found->second;
  return known.emplace(std::move(key), make()).first->second;
}

}  // namespace

const std::vector<Line>& SettingMemory::lines(const LineMaker& maker, const InlineText& text,
                                              const ParagraphShape& shape) {
  Key key(text);
  key.add(shape);
  return remembered(lines_, key.take(), [&] { return maker.lines(text, shape); });
}

TextWidths SettingMemory::widths(const InlineText& text, Shaper& shaper) {
  return remembered(widths_, Key(text).take(), [&] { return widths_of(text, shaper); });
}

const Drawing& SettingMemory::drawing(const document::Figure& figure, Shaper& shaper,
                                      std::string_view family, Length width) {
  return remembered(drawings_, FigureKey(&figure, family, width),
                    [&] { return draw(figure, shaper, family, width); });
}

}  // namespace typeset
