#include "writers/office_reference.hpp"

#include <string_view>
#include <utility>

#include "writers/archive.hpp"

namespace writers {
namespace {

void collect(const base::Files& resources, const std::string& root, const std::string& folder,
             Archive& entries) {
  for (const std::string& name : resources.list(root + folder)) {
    const std::string inside = folder.empty() ? name : folder.substr(1) + "/" + name;
    if (auto content = resources.read(root + "/" + inside)) {
      entries.push_back({inside, std::move(*content)});
    }
  }
  for (const std::string& name : resources.folders(root + folder)) {
    collect(resources, root, folder + "/" + name, entries);
  }
}

// The value of an attribute from `start` on, and where it ends.
std::pair<std::string, std::size_t> value_after(std::string_view xml, std::string_view opening,
                                                std::size_t start) {
  const std::size_t at = xml.find(opening, start);
  if (at == std::string_view::npos) return {{}, at};
  const std::size_t begin = at + opening.size();
  const std::size_t end = xml.find('"', begin);
  if (end == std::string_view::npos) return {{}, end};
  return {std::string(xml.substr(begin, end - begin)), end};
}

// Pandoc looks for a style of Word by the name that people see.
StyleNames docx_styles(std::string_view xml) {
  StyleNames styles;
  for (std::size_t at = 0;;) {
    auto [id, id_end] = value_after(xml, "w:styleId=\"", at);
    if (id_end == std::string_view::npos) return styles;
    auto [name, name_end] = value_after(xml, "<w:name w:val=\"", id_end);
    if (name_end == std::string_view::npos) return styles;
    styles.emplace(std::move(id), std::move(name));
    at = name_end;
  }
}

// In OpenDocument, by its internal name.
StyleNames odt_styles(std::string_view xml) {
  StyleNames styles;
  for (const std::string_view opening :
       {"<style:style style:name=\"", "<text:list-style style:name=\""}) {
    for (std::size_t at = 0;;) {
      auto [name, end] = value_after(xml, opening, at);
      if (end == std::string_view::npos) break;
      styles.emplace(name, name);
      at = end;
    }
  }
  return styles;
}

}  // namespace

std::optional<ReferenceDocument> reference_document(Format format, const base::Files& resources,
                                                    base::Diagnostics& diagnostics) {
  const bool word = format == Format::docx;
  const std::string root = word ? "templates/bureautique/docx" : "templates/bureautique/odt";
  const std::string styles_name = word ? "word/styles.xml" : "styles.xml";
  Archive entries;
  collect(resources, root, "", entries);
  const std::string* styles = find_entry(entries, styles_name);
  if (styles == nullptr) {
    diagnostics.error(base::Kind::content, {root + "/" + styles_name, 0, 0},
                      "Fichier introuvable : les styles du document ne sont pas définis.",
                      "Réinstallez Égide ou rétablissez ce fichier.");
    return std::nullopt;
  }
  ReferenceDocument result;
  result.style_sheet = *styles;
  result.styles = word ? docx_styles(*styles) : odt_styles(*styles);
  result.parts = entries;
  result.bytes = zip(std::move(entries));
  return result;
}

}  // namespace writers
