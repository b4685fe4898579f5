#include "pdf/navigation.hpp"

#include <charconv>
#include <optional>

#include "pdf/tokens.hpp"
#include "pdf/trees.hpp"

namespace pdf {

namespace {

// ---- Outline -------------------------------------------------------------------------------

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct Node {
  std::size_t parent = none, previous = none, next = none, first = none, last = none;
};

// The entries as a tree: an entry belongs to the nearest one before it of a smaller level.
std::vector<Node> outline_tree(const std::vector<typeset::OutlineEntry>& outline) {
  std::vector<Node> nodes(outline.size());
  std::vector<std::size_t> open;
  std::size_t last_top = none;
  for (std::size_t index = 0; index < outline.size(); ++index) {
    while (!open.empty() && outline[open.back()].level >= outline[index].level) {
      open.pop_back();
    }
    auto& node = nodes[index];
    node.parent = open.empty() ? none : open.back();
    auto& last = open.empty() ? last_top : nodes[open.back()].last;
    node.previous = last;
    if (last != none) {
      nodes[last].next = index;
    } else if (!open.empty()) {
      nodes[open.back()].first = index;
    }
    last = index;
    open.push_back(index);
  }
  return nodes;
}

int children_count(const std::vector<Node>& nodes, std::size_t parent) {
  int count = 0;
  for (auto child = nodes[parent].first; child != none; child = nodes[child].next) {
    ++count;
  }
  return count;
}

// ---- Page labels ---------------------------------------------------------------------------

struct Label {
  char style = 0;  // D, r, R, or 0: a text that is no number
  int value = 0;
};

constexpr std::pair<int, std::string_view> roman_signs[] = {
    {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
    {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};

std::string roman(int value) {
  std::string text;
  for (const auto& [unit, sign] : roman_signs) {
    for (; value >= unit; value -= unit) {
      text += sign;
    }
  }
  return text;
}

std::optional<int> from_roman(std::string_view text) {
  int value = 0;
  auto rest = text;
  for (const auto& [unit, sign] : roman_signs) {
    for (; rest.starts_with(sign); rest.remove_prefix(sign.size())) {
      value += unit;
    }
  }
  // Only the usual way of writing: read back, it must be the same.
  if (value == 0 || !rest.empty() || roman(value) != text) {
    return std::nullopt;
  }
  return value;
}

Label read_label(const std::string& text) {
  int value = 0;
  const auto* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec == std::errc() && result.ptr == end && value > 0 && text[0] != '0') {
    return {'D', value};
  }
  if (const auto small = from_roman(text)) {
    return {'r', *small};
  }
  std::string lower;
  for (const char character : text) {
    lower += character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : ' ';
  }
  if (const auto capital = from_roman(lower)) {
    return {'R', *capital};
  }
  return {};
}

std::string label_entry(const Label& label, const std::string& text) {
  std::string entry = "<<";
  if (label.style == 0) {
    entry += "/P";
    append_text(entry, text);
    return entry + ">>";
  }
  entry += "/S/";
  entry += label.style;
  if (label.value != 1) {
    entry += "/St ";
    append_integer(entry, label.value);
  }
  return entry + ">>";
}

}  // namespace

Reference write_outline(ObjectWriter& writer, const typeset::Pages& pages,
                        const std::vector<PageObjects>& objects) {
  const auto& outline = pages.outline;
  if (outline.empty()) {
    return {};
  }
  const auto nodes = outline_tree(outline);
  const auto root = writer.reserve();
  std::vector<Reference> items;
  for (std::size_t index = 0; index < outline.size(); ++index) {
    items.push_back(writer.reserve());
  }
  std::size_t last_top = 0;
  int top_count = 0;
  for (std::size_t index = 0; index < outline.size(); ++index) {
    const auto& node = nodes[index];
    std::string entries = "/Title";
    append_text(entries, outline[index].title);
    entries += "/Parent ";
    append_reference(entries, node.parent == none ? root : items[node.parent]);
    const auto relative = [&](std::string_view key, std::size_t other) {
      if (other != none) {
        entries += key;
        append_reference(entries, items[other]);
      }
    };
    relative("/Prev ", node.previous);
    relative("/Next ", node.next);
    relative("/First ", node.first);
    relative("/Last ", node.last);
    if (node.first != none) {
      entries += "/Count ";
      append_integer(entries, -children_count(nodes, index));  // negative: closed at first
    }
    entries += "/Dest" + place(pages, objects, outline[index].page, outline[index].y);
    writer.fill(items[index], std::move(entries));
    if (node.parent == none) {
      last_top = index;
      ++top_count;
    }
  }
  std::string entries = "/Type/Outlines/First ";
  append_reference(entries, items[0]);
  entries += "/Last ";
  append_reference(entries, items[last_top]);
  entries += "/Count ";
  append_integer(entries, top_count);
  writer.fill(root, std::move(entries));
  return root;
}

Reference write_page_labels(ObjectWriter& writer, const typeset::Pages& pages) {
  std::vector<std::pair<int, std::string>> ranges;
  Label previous;
  bool any = false;
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    const auto& text = pages.pages[page].label;
    any = any || !text.empty();
    const auto label = read_label(text);
    const bool follows =
        label.style != 0 && label.style == previous.style && label.value == previous.value + 1;
    if (page == 0 || !follows) {
      ranges.emplace_back(static_cast<int>(page), label_entry(label, text));
    }
    previous = label;
  }
  return any ? write_number_tree(writer, ranges) : Reference{};
}

Reference write_destinations(ObjectWriter& writer, const typeset::Pages& pages,
                             const std::vector<PageObjects>& objects) {
  std::vector<std::pair<std::string, std::string>> values;
  for (const auto& destination : pages.destinations) {
    values.emplace_back(destination.name, place(pages, objects, destination.page, destination.y));
  }
  return values.empty() ? Reference{} : write_name_tree(writer, std::move(values));
}

}  // namespace pdf
