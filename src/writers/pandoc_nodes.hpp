#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "writers/pandoc_ast.hpp"

// Internal to what builds Pandoc's tree: its nodes.
namespace writers {

[[nodiscard]] nlohmann::json node(const char* type);
[[nodiscard]] nlohmann::json node(const char* type, nlohmann::json content);
[[nodiscard]] nlohmann::json no_attributes();

// Text in the words of the format, written as it is: DOCX or ODT. `type`: RawBlock or RawInline.
[[nodiscard]] nlohmann::json raw(Format format, const char* type, std::string_view text);

// A block whose paragraphs have a style of the reference document, by the name Pandoc knows.
[[nodiscard]] nlohmann::json styled(const std::string& style, nlohmann::json block);

// What Pandoc says of the document as a whole; its title only where it is asked.
[[nodiscard]] nlohmann::json metadata_nodes(const document::Metadata& from,
                                            const AstOptions& options);

}  // namespace writers
