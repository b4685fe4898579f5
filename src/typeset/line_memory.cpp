#include "typeset/line_memory.hpp"

#include <string_view>
#include <type_traits>

namespace typeset {
namespace {

// Everything that lines depend on: not the elements, links and notes.
class Key {
 public:
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

std::string key_of(const InlineText& text, const ParagraphShape& shape) {
  Key key;
  key.add(shape.measure);
  key.add(shape.first_line_indent);
  key.add(shape.align);
  key.add(shape.hyphenate);
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
  return key.take();
}

}  // namespace

std::vector<Line> LineMemory::lines(const LineMaker& maker, const InlineText& text,
                                    const ParagraphShape& shape) {
  std::string key = key_of(text, shape);
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  return known_.emplace(std::move(key), maker.lines(text, shape)).first->second;
}

}  // namespace typeset
