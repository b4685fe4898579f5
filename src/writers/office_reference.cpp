#include "writers/office_reference.hpp"

#include <string_view>
#include <utility>

#include "writers/archive.hpp"
#include "writers/xml_edit.hpp"

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

// Pandoc looks for a style of Word by the name that people see.
StyleNames docx_styles(std::string_view xml) {
  constexpr std::string_view id = "w:styleId=\"";
  StyleNames styles;
  for (std::size_t at = xml.find(id); at != std::string_view::npos; at = xml.find(id, at + 1)) {
    styles.emplace(attribute_after(xml, id, at), attribute_after(xml, "<w:name w:val=\"", at));
  }
  return styles;
}

// In OpenDocument, by its internal name.
StyleNames odt_styles(std::string_view xml) {
  StyleNames styles;
  for (const std::string_view opening :
       {"<style:style style:name=\"", "<text:list-style style:name=\""}) {
    for (std::size_t at = xml.find(opening); at != std::string_view::npos;
         at = xml.find(opening, at + 1)) {
      const std::string name(attribute_after(xml, opening, at));
      styles.emplace(name, name);
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
