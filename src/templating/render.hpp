#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "templating/value.hpp"

namespace templating {

struct RenderOptions {
  // Absent and empty values become a visible « [À COMPLÉTER : label] » instead of a mistake.
  // Nothing else is forgiven.
  bool draft = false;
};

// Fills templates/<template_id>.md (or <template_id>.md when it names a folder, as the chapters of
// the guide do), with its partials templates/communs/<nom>.md, and gives
// Markdown for document::read. Mistakes (Kind::content, with the line of the tag) are added to
// `diagnostics`, and nothing is returned if there was one.
//
// What a tag may name (stricter than Mustache, on purpose: a name must never be taken elsewhere
// than where the template says):
// - the names of the innermost record or list item, and nothing of what surrounds it;
//   `racine.x` reaches the root, `.` is the current item itself;
// - a section over a yes/no or a text does not change the visible names; absent, « non », an
//   empty text and an empty list are false;
// - below an absent value, every name is that absent value.
//
// Values come out with each ASCII punctuation mark backslash-escaped, and runs of blanks and line
// ends folded to one space; text typed by a user stands between base::verbatim_begin and _end.
// `root` must hold a Record.
[[nodiscard]] std::optional<std::string> render(std::string_view template_id,
                                                const base::Files& files, const Value& root,
                                                const RenderOptions& options,
                                                base::Diagnostics& diagnostics);

// Only reads the template and its partials: tags, sections, partials that exist and do not
// include themselves. True if no mistake was found.
bool check_template(std::string_view template_id, const base::Files& files,
                    base::Diagnostics& diagnostics);

}  // namespace templating
