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
  }

  std::string take() { return std::move(bytes_); }

  void add(std::string_view text) {
    add(text.size());
    bytes_ += text;
  }
  template <typename Number>
  requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void add(Number value) {
    const auto* begin = reinterpret_cast<const char*>(&value);
    bytes_.append(begin, sizeof value);
  }

 private:
  std::string bytes_;
};

void add_text(const InlineText& text, Key& key) {
  key.add(text.utf8);
  for (const Stretch& stretch : text.stretches) {
    key.add(stretch.end);
    key.add(stretch.format);
  }
  for (const Format& format : text.formats) {
    key.add(format.face);
    key.add(format.size);
    key.add(format.rise);
    key.add(format.colour.red);
    key.add(format.colour.green);
    key.add(format.colour.blue);
    key.add(format.verbatim);
  }
}

std::string key_of(const InlineText& text, const ParagraphShape& shape) {
  Key key(text);
  key.add(shape.measure);
  key.add(shape.first_line_indent);
  key.add(shape.align);
  key.add(shape.hyphenate);
  add_text(text, key);
  return key.take();
}

std::string key_of(const InlineText& text) {
  Key key(text);
  add_text(text, key);
  return key.take();
}

}  // namespace

const std::vector<Line>& SettingMemory::lines(const LineMaker& maker, const InlineText& text,
                                              const ParagraphShape& shape) {
  std::string key = key_of(text, shape);
  const auto found = lines_.find(key);
  if (found != lines_.end()) return found->second;
  return lines_.emplace(std::move(key), maker.lines(text, shape)).first->second;
}

TextWidths SettingMemory::widths(const InlineText& text, Shaper& shaper) {
  std::string key = key_of(text);
  const auto found = widths_.find(key);
  if (found != widths_.end()) return found->second;
  return widths_.emplace(std::move(key), widths_of(text, shaper)).first->second;
}

const Drawing& SettingMemory::drawing(const document::Figure& figure, Shaper& shaper,
                                      std::string_view family, Length width) {
  FigureKey key(&figure, family, width);
  const auto found = drawings_.find(key);
  if (found != drawings_.end()) return found->second;
  return drawings_.emplace(std::move(key), draw(figure, shaper, family, width)).first->second;
}

}  // namespace typeset
