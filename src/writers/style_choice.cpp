#include "writers/style_choice.hpp"

#include <algorithm>
#include <variant>

#include "document/words.hpp"

namespace writers {

using document::Attributes;
using document::Block;
using document::Blocks;

namespace {

bool is_list(const Block& block) {
  return std::holds_alternative<document::BulletList>(block.data) ||
         std::holds_alternative<document::OrderedList>(block.data) ||
         std::holds_alternative<document::Quote>(block.data);
}

}  // namespace

const std::string* StyleChoice::find(const std::string& name) const {
  const auto found = options_.styles.find(name);
  return found == options_.styles.end() ? nullptr : &found->second;
}

const StyleNames::value_type* StyleChoice::styled_class(const Attributes& from) const {
  if (options_.format == Format::epub) return nullptr;
  for (const std::string& name : from.classes) {
    const auto found = options_.styles.find(name);
    if (found != options_.styles.end()) return &*found;
  }
  return nullptr;
}

std::string StyleChoice::style_of(const Attributes& from) const {
  const auto* found = styled_class(from);
  return found == nullptr ? std::string() : found->second;
}

const std::string* StyleChoice::list_style(const Place& place, const std::string& suffix) const {
  if (options_.format != Format::odt) return nullptr;
  const std::string* own = find(place.class_name + suffix);
  return own != nullptr ? own : find("liste" + suffix);
}

Place StyleChoice::list_place(const Place& place, const char* name) const {
  const bool in_list = place.class_name.starts_with("liste-");
  const std::string* style = find(name);
  if ((!place.style.empty() && !in_list) || style == nullptr) return place;
  return {*style, name};
}

Place StyleChoice::cell_place(const std::string& kind, document::Alignment alignment) const {
  std::string name = "cellule" + kind;
  if (alignment == document::Alignment::center) name += "-centre";
  if (alignment == document::Alignment::end) name += "-droite";
  if (const std::string* style = find(name)) return {*style, name};
  Place place;
  place.strong = kind == "-forte";
  return place;
}

void StyleChoice::style_before(const Block& block, const Block& next, Place& place) const {
  const auto* paragraph = std::get_if<document::Paragraph>(&block.data);
  if (paragraph == nullptr || !place.style.empty()) return;
  const auto take = [&](const std::string& name) {
    if (const std::string* style = find(name)) place.style = *style;
  };
  if (const auto* div = std::get_if<document::Div>(&next.data)) {
    for (const std::string& name : div->attributes.classes) take("avant-" + name);
  } else if (is_list(next) && document::plain_text(paragraph->content).ends_with(':')) {
    take("avant-liste");
  }
}

std::size_t StyleChoice::framed_from(const Blocks& content, std::size_t at) const {
  std::size_t count = 0;
  if (options_.format != Format::odt) return count;
  while (at + count < content.size() && frame_of(content[at + count]) != nullptr) ++count;
  return count;
}

const OfficeFrame* StyleChoice::frame_of(const Block& block) const {
  const auto* div = std::get_if<document::Div>(&block.data);
  if (div == nullptr || find("cadre") == nullptr) return nullptr;
  for (const std::string& name : div->attributes.classes) {
    if (const OfficeFrame* frame = options_.page.frame(name)) return frame;
  }
  return nullptr;
}

std::vector<bool> StyleChoice::turned(const Blocks& content) const {
  std::vector<bool> result(content.size(), false);
  if (options_.page.width == 0 || options_.format == Format::epub) return result;
  for (std::size_t i = content.size(); i > 0; --i) {
    const Block& block = content[i - 1];
    const auto* table = std::get_if<document::Table>(&block.data);
    const bool announces =
        std::holds_alternative<document::Heading>(block.data) && i < content.size() && result[i];
    result[i - 1] = announces || (table != nullptr && is_turned(*table));
  }
  return result;
}

bool StyleChoice::is_turned(const document::Table& table) const {
  return options_.turned ? options_.turned(table) : table.attributes.has_class("paysage");
}

bool StyleChoice::is_detached(const Attributes& from) const {
  if (options_.format == Format::epub) return false;
  return std::any_of(from.classes.begin(), from.classes.end(), [&](const std::string& name) {
    return options_.page.detached.contains(name);
  });
}

}  // namespace writers
