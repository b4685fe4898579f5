#include "writers/pandoc_nodes.hpp"

#include <utility>

namespace writers {

using nlohmann::json;

json node(const char* type) { return {{"t", type}}; }

json node(const char* type, json content) { return {{"t", type}, {"c", std::move(content)}}; }

json no_attributes() { return json::array({"", json::array(), json::array()}); }

json raw(Format format, const char* type, std::string_view text) {
  const char* language = format == Format::docx ? "openxml" : "opendocument";
  return node(type, json::array({language, std::string(text)}));
}

json styled(const std::string& style, json block) {
  json others = json::array({json::array({"custom-style", style})});
  return node("Div", json::array({json::array({"", json::array(), std::move(others)}),
                                  json::array({std::move(block)})}));
}

json metadata_nodes(const document::Metadata& from, const AstOptions& options) {
  json meta = json::object();
  const auto set = [&](const char* name, const std::string& value) {
    if (!value.empty()) meta[name] = node("MetaInlines", json::array({node("Str", value)}));
  };
  set("lang", from.language);
  if (options.format != Format::epub && !options.title_block) return meta;
  set("title", from.title);
  set("author", from.author);
  if (options.format == Format::epub) {
    set("date", from.date);
    set("subject", from.subject);
    set("subtitle", from.subject);
  } else {
    set("subtitle", from.subject);
  }
  return meta;
}

}  // namespace writers
