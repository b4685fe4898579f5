#include "writers/html.hpp"

#include "base/text.hpp"
#include "writers/frame.hpp"
#include "writers/headings.hpp"
#include "writers/html_body.hpp"

namespace writers {
namespace {

// Adds "style-lettre" and the like; the name comes from a form, so it is only letters, but a
// class must never be cut in two by a space.
std::string page_class(const std::string& style) {
  return style.empty() ? "document" : "document style-" + base::escape_xml(style);
}

std::string line(const char* class_name, const std::string& text) {
  return text.empty()
             ? std::string()
             : std::string("<p class=\"") + class_name + "\">" + base::escape_xml(text) + "</p>\n";
}

std::string head(const document::Metadata& metadata, const HtmlOptions& options) {
  const std::string title = base::escape_xml(metadata.title);
  if (options.cover) {
    return "<header class=\"couverture hors-texte\">\n<h1>" + title + "</h1>\n" +
           line("sous-titre", metadata.subject) + line("auteur", metadata.author) + "</header>\n";
  }
  const char* classes = options.hide_title ? "invisible hors-texte" : "hors-texte";
  return std::string("<h1 class=\"") + classes + "\">" + title + "</h1>\n";
}

// On a narrow screen the list is folded: the style sheet hides it after a closed <details>.
std::string contents(const document::Blocks& blocks, const HtmlOptions& options) {
  const auto entries = heading_entries(blocks, options.contents_levels);
  if (entries.empty()) return {};
  const std::string title = base::escape_xml(options.contents_title);
  return "<nav class=\"sommaire hors-texte\" aria-labelledby=\"titre-du-sommaire\">\n"
         "<details class=\"bascule\"><summary>" +
         title + "</summary></details>\n<h2 id=\"titre-du-sommaire\">" + title + "</h2>\n" +
         contents_list(entries, [](const HeadingEntry& entry) { return "#" + entry.id; }) +
         "</nav>\n";
}

}  // namespace

HtmlOptions html_page_options(const base::Files& files, base::Diagnostics& diagnostics) {
  HtmlOptions options;
  options.frame = read_frame(files, "templates/html/page.html",
                             {"langue", "titre", "style", "classe", "contenu"}, diagnostics);
  options.style_sheet = read_part(files, "templates/html/style.css", diagnostics);
  return options;
}

std::string html_fragment(const document::Document& document, const HtmlOptions& options) {
  const int highest = heading_levels(document.blocks).highest;
  const int shift = highest == 0 ? 0 : options.first_heading - highest;
  return HtmlBody(options, shift).write(document.blocks);
}

std::string html(const document::Document& document, const HtmlOptions& options) {
  document::Blocks blocks = document.blocks;
  if (options.contents_levels > 0) name_headings(blocks);
  const HeadingLevels levels = heading_levels(blocks);
  const bool own_title = levels.of_level_1 == 1 && !options.cover;
  const int shift = own_title || levels.highest == 0 ? 0 : 2 - levels.highest;
  std::string content;
  if (!own_title) content += head(document.metadata, options);
  content += contents(blocks, options) + HtmlBody(options, shift).write(blocks);
  return fill_frame(options.frame, {{"langue", base::escape_xml(document.metadata.language)},
                                    {"titre", base::escape_xml(document.metadata.title)},
                                    {"style", options.style_sheet},
                                    {"classe", page_class(document.metadata.style)},
                                    {"contenu", std::move(content)}});
}

}  // namespace writers
