#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The ZIP container of DOCX, ODT and EPUB files.
namespace writers {

struct ArchiveEntry {
  std::string name;  // path inside the archive, '/' between folders
  std::string content;
};
using Archive = std::vector<ArchiveEntry>;

// The regular files of a ZIP archive, in its order; nothing if the bytes are not a ZIP archive.
[[nodiscard]] std::optional<Archive> unzip(std::string_view bytes);

// The same entries always give the same bytes: no clock, no owner, a fixed date (1 January 1980,
// the first that ZIP knows). The entry "mimetype" goes first and uncompressed, as OpenDocument
// and EPUB ask; then "[Content_Types].xml"; then the others by name.
[[nodiscard]] std::string zip(Archive entries);

// The content of an entry, to read or to change, or nullptr.
[[nodiscard]] std::string* find_entry(Archive& archive, std::string_view name);

}  // namespace writers
