#include "pdf/attachments.hpp"

#include <exception>

#include "pdf/qpdf_access.hpp"
#include "pdf/tree_reading.hpp"

namespace pdf {

std::optional<Attachment> read_source(const std::string& bytes) {
  try {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("document", bytes.data(), bytes.size());
    const auto names = entry(entry(file.getRoot(), "/Names"), "/EmbeddedFiles");
    for (const auto& specification : tree_values(names, "/Names")) {
      if (name_of(entry(specification, "/AFRelationship")) != "/Source") continue;
      const auto stream = entry(entry(specification, "/EF"), "/F");
      auto content = stream_data(stream);
      if (!content) continue;
      auto type = name_of(entry(stream, "/Subtype"));
      return Attachment{text_of(entry(specification, "/UF")), type.empty() ? type : type.substr(1),
                        text_of(entry(specification, "/Desc")), std::move(*content)};
    }
  } catch (const std::exception&) {
    // No PDF: no source in it.
  }
  return std::nullopt;
}

}  // namespace pdf
