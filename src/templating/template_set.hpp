#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"

namespace templating {

enum class TagKind { print, section, inverted, partial };

// One tag of a template or of a partial.
struct Tag {
  TagKind kind = TagKind::print;
  std::string name;  // "faits.date.longue", "."; for a partial its name
  base::Position position;
  std::vector<std::size_t> children;  // numbers of the tags directly in this section
  bool own_line = false;              // a partial alone on its line
};

// A file after reading. In `text` each tag is replaced by its number in TemplateSet::tags
// ("{{#12}}…{{/12}}"), so that the Mustache library asks for numbers and each question has a
// position; each line end is `line_mark`, so that the library, which drops or leaves blank lines
// around sections (an empty line in the middle of a table…), sees none. Lines that hold only
// section tags or comments are already gone.
struct TemplateFile {
  std::string text;
  std::vector<std::size_t> tags;  // those outside any section
};

// Never in a template nor in a value: both refuse control characters.
inline constexpr char line_mark = '\x1E';

struct TemplateSet {
  std::string main_file;
  std::vector<Tag> tags;
  TemplateFile main;
  std::map<std::string, TemplateFile, std::less<>> partials;  // by name
};

// Reads templates/<id>.md and all the partials it reaches. Nothing if a mistake was found; all
// the mistakes of all the files are reported.
[[nodiscard]] std::optional<TemplateSet> load_templates(std::string_view id,
                                                        const base::Files& files,
                                                        base::Diagnostics& diagnostics);

}  // namespace templating
