#pragma once

#include <string>
#include <string_view>

#include "app/completion.hpp"
#include "app/formats.hpp"
#include "cli/session.hpp"

namespace cli {

// Writes data to a file, or to standard output for « - ». An existing file is refused
// (Kind::output) unless `replace`. Folders on the way are made. False if nothing was written.
bool put(Session& session, const std::string& path, std::string_view bytes, bool replace);

// True for « - », for a name that ends with a slash, or for an existing folder.
[[nodiscard]] bool is_folder(const std::string& path);

// A line of progress or of result on standard error, unless --quiet.
void tell(const Session& session, const std::string& line);

// Which fields were completed from the commune, and what to check about them; never their values.
void tell_completed(const Session& session, const std::vector<app::CompletedField>& fields);

// The content of a file named on the command line; reports one that cannot be read.
[[nodiscard]] std::optional<std::string> file_content(Session& session, const std::string& path);

// The formats named on the command line, or `by_default` when none is; reports unknown ones.
[[nodiscard]] std::vector<app::Format> formats_of(Session& session,
                                                  const std::vector<std::string>& names,
                                                  std::vector<app::Format> by_default);

// Where a format goes: the file named by -o, or beside the others in the folder it names; a file
// called `name` here without -o.
[[nodiscard]] std::string path_for(const std::string& output, const std::string& name,
                                   app::Format format, bool single);

// "dossier" for "chemin/dossier.yaml".
[[nodiscard]] std::string stem(const std::string& path);

}  // namespace cli
