#include "writers/headings.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "document/visit.hpp"
#include "document/words.hpp"

namespace writers {
namespace {

constexpr std::size_t longest_name = 60;

void find_levels(const document::Blocks& blocks, HeadingLevels& levels) {
  for (const auto& block : blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block.data)) {
      levels.highest =
          levels.highest == 0 ? heading->level : std::min(levels.highest, heading->level);
      if (heading->level == 1) ++levels.of_level_1;
    } else if (const auto* div = std::get_if<document::Div>(&block.data)) {
      find_levels(div->content, levels);
    }
  }
}

void add_id(const document::Attributes& attributes, std::set<std::string>& ids) {
  if (!attributes.id.empty()) ids.insert(attributes.id);
}

void ids_of_spans(const document::Inlines& inlines, std::set<std::string>& ids) {
  for (const auto& part : inlines) {
    std::visit(
        [&](const auto& data) {
          if constexpr (requires { data.attributes; }) add_id(data.attributes, ids);
          if constexpr (requires { data.content; }) {
            using Content = std::remove_cvref_t<decltype(data.content)>;
            if constexpr (std::is_same_v<Content, document::Inlines>) {
              ids_of_spans(data.content, ids);
            }
          }
        },
        part.data);
  }
}

void ids_of_blocks(const document::Blocks& blocks, std::set<std::string>& ids) {
  for (const auto& block : blocks) {
    std::visit(
        [&](const auto& data) {
          if constexpr (requires { data.attributes; }) add_id(data.attributes, ids);
          if constexpr (requires { data.items; }) {
            for (const auto& item : data.items) ids_of_blocks(item, ids);
          } else if constexpr (requires { data.rows; }) {
            for (const auto& cell : data.header) ids_of_blocks(cell, ids);
            for (const auto& row : data.rows) {
              for (const auto& cell : row) ids_of_blocks(cell, ids);
            }
          } else if constexpr (requires { data.content; }) {
            using Content = std::remove_cvref_t<decltype(data.content)>;
            if constexpr (std::is_same_v<Content, document::Blocks>) {
              ids_of_blocks(data.content, ids);
            }
          }
        },
        block.data);
  }
}

// Of ASCII letters, digits and hyphens.
std::string name_of(const document::Heading& heading) {
  std::string name = "titre";
  for (const std::string& word : document::words(document::plain_text(heading.content))) {
    std::string part;
    for (const char c : base::fold(word)) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) part += c;
    }
    if (part.empty()) continue;
    if (name.size() + part.size() >= longest_name) break;
    name += "-" + part;
  }
  return name;
}

}  // namespace

HeadingLevels heading_levels(const document::Blocks& blocks) {
  HeadingLevels levels;
  find_levels(blocks, levels);
  return levels;
}

std::set<std::string> written_ids(const document::Blocks& blocks) {
  std::set<std::string> ids;
  ids_of_blocks(blocks, ids);
  document::for_each_run(blocks,
                         [&](const document::Inlines& inlines) { ids_of_spans(inlines, ids); });
  return ids;
}

void name_headings(document::Blocks& blocks) {
  std::set<std::string> taken = written_ids(blocks);
  for (auto& block : blocks) {
    auto* heading = std::get_if<document::Heading>(&block.data);
    if (heading == nullptr || !heading->attributes.id.empty()) continue;
    const std::string name = name_of(*heading);
    std::string id = name;
    for (int again = 2; !taken.insert(id).second; ++again) id = name + "-" + std::to_string(again);
    heading->attributes.id = std::move(id);
  }
}

std::vector<HeadingEntry> heading_entries(const document::Blocks& blocks, int levels) {
  const int highest = heading_levels(blocks).highest;
  std::vector<HeadingEntry> entries;
  for (const auto& block : blocks) {
    const auto* heading = std::get_if<document::Heading>(&block.data);
    if (heading == nullptr || heading->level - highest >= levels) continue;
    entries.push_back({heading->level - highest + 1, heading->attributes.id,
                       document::plain_text(heading->content)});
  }
  return entries;
}

std::string contents_list(const std::vector<HeadingEntry>& entries,
                          const std::function<std::string(const HeadingEntry&)>& address) {
  std::string list;
  std::vector<int> open;  // levels of the lists that are open, each within an item of the last
  for (const HeadingEntry& entry : entries) {
    // A list never closes for a heading below the one that began it, and the first stays open.
    while (open.size() > 1 && entry.level < open.back()) {
      list += "</li>\n</ol>\n";
      open.pop_back();
    }
    if (open.empty() || entry.level > open.back()) {
      list += open.empty() ? "<ol>\n" : "\n<ol>\n";
      open.push_back(entry.level);
    } else {
      list += "</li>\n";
    }
    list += "<li><a href=\"" + base::escape_xml(address(entry)) + "\">" +
            base::escape_xml(entry.title) + "</a>";
  }
  for (std::size_t i = 0; i < open.size(); ++i) list += "</li>\n</ol>\n";
  return list;
}

}  // namespace writers
