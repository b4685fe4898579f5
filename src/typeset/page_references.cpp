#include "typeset/page_references.hpp"

#include <algorithm>

namespace typeset {
namespace {

constexpr std::size_t not_known_yet = 10;  // as wide as most numbers

void find_silent(const document::Blocks& blocks, const Style& style, PageReferences& references) {
  for (const document::Block& block : blocks) {
    const auto* division = std::get_if<document::Div>(&block.data);
    if (division == nullptr) continue;
    const auto& classes = division->attributes.classes;
    const bool silent = std::any_of(classes.begin(), classes.end(), [&](const auto& name) {
      const auto look = style.blocks.find(name);
      return look != style.blocks.end() && !look->second.page_reference;
    });
    if (silent) references.silent.insert(division->attributes.id);
    find_silent(division->content, style, references);
  }
}

}  // namespace

std::optional<std::size_t> PageReferences::page_of(std::string_view id) const {
  if (!shown || silent.contains(id)) return std::nullopt;
  if (numbers.empty()) return not_known_yet;
  const auto found = numbers.find(id);
  if (found == numbers.end()) return std::nullopt;
  return found->second;
}

PageReferences page_references(const document::Document& document, const Style& style) {
  PageReferences references;
  references.shown = style.page_references;
  if (references.shown) find_silent(document.blocks, style, references);
  return references;
}

}  // namespace typeset
