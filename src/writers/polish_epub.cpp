#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "writers/polish.hpp"
#include "writers/xml_edit.hpp"

namespace writers {
namespace {

std::string accessibility(bool has_pictures) {
  std::string xml;
  const auto meta = [&](std::string_view property, std::string_view value) {
    xml += "    <meta property=\"schema:" + std::string(property) + "\">" +
           base::escape_xml(value) + "</meta>\n";
  };
  meta("accessMode", "textual");
  if (has_pictures) meta("accessMode", "visual");
  meta("accessModeSufficient", "textual");
  for (const char* feature : {"ARIA", "displayTransformability", "readingOrder",
                              "structuralNavigation", "tableOfContents"}) {
    meta("accessibilityFeature", feature);
  }
  if (has_pictures) meta("accessibilityFeature", "alternativeText");
  meta("accessibilityHazard", "none");
  meta("accessibilitySummary",
       "Texte structuré par des titres, tableaux avec en-têtes ; toute figure est doublée d’un "
       "tableau ou d’un texte.");
  return xml;
}

void scope_table_headers(std::string& page) {
  constexpr std::string_view opening = "<th";
  for (std::size_t at = page.find(opening); at != std::string::npos;
       at = page.find(opening, at + 1)) {
    const char next = at + opening.size() < page.size() ? page[at + opening.size()] : '\0';
    if (next != ' ' && next != '>') continue;  // <thead>
    const std::size_t body = page.rfind("<tbody", at);
    const std::size_t table = page.rfind("<table", at);
    const bool in_body = body != std::string::npos && body > table;
    page.insert(at + opening.size(), in_body ? " scope=\"row\"" : " scope=\"col\"");
  }
}

// Takes the date off the title page: Pandoc writes it as a machine would (2026-05-22).
void drop_title_date(std::string& page) {
  constexpr std::string_view opening = "  <p class=\"date\">";
  constexpr std::string_view closing = "</p>\n";
  const std::size_t at = page.find(opening);
  if (at == std::string::npos) return;
  page.erase(at, page.find(closing, at) + closing.size() - at);
}

// From `opening` to `closing`, both included, at or after `from`; nothing if one is missing.
void erase_between(std::string& page, std::string_view opening, std::string_view closing) {
  const std::size_t at = page.find(opening);
  const std::size_t end = at == std::string::npos ? at : page.find(closing, at);
  if (end != std::string::npos) page.erase(at, end + closing.size() - at);
}

std::string without_tags(std::string_view xml) {
  std::string text;
  bool inside = false;
  for (const char c : xml) {
    if (c == '<') inside = true;
    if (!inside) text += c;
    if (c == '>') inside = false;
  }
  return text;
}

// Pandoc calls a chapter by the name of its file, which some readers say at each page.
void name_page(std::string& page) {
  const std::size_t heading = page.find("<h1");
  const std::size_t title = page.find("<title>");
  if (heading == std::string::npos || title == std::string::npos) return;
  const std::size_t begin = page.find('>', heading) + 1;
  const std::string name = without_tags(page.substr(begin, page.find("</h1>", begin) - begin));
  const std::size_t at = title + 7;
  page.replace(at, page.find("</title>", at) - at, name);
}

// What every page lacks: its language for HTML readers; what it has too much: styles of its own,
// and the name of the program.
void polish_head(std::string& page) {
  constexpr std::string_view language = " xml:lang=\"";
  const std::size_t at = page.find(language);
  if (at != std::string::npos) {
    page.insert(at, " lang=\"" + std::string(attribute_after(page, language, at)) + "\"");
  }
  erase_between(page, "  <meta name=\"generator\"", "/>\n");
  erase_between(page, "  <style>", "</style>\n");
}

// The parts of a book by the names that assistive technologies know (DPUB-ARIA).
void name_parts(std::string& page) {
  replace_all(page, "class=\"level1\"",
              "role=\"doc-chapter\" epub:type=\"chapter\" class=\"level1\"");
  replace_all(page, "epub:type=\"footnotes\"", "role=\"doc-endnotes\" epub:type=\"endnotes\"");
  for (const std::string name :
       {"en-bref", "attention", "que-faire", "a-verifier", "information"}) {
    replace_all(page, "<div class=\"" + name + "\">", "<div role=\"note\" class=\"" + name + "\">");
  }
}

// Adds `more` to the number that follows each `before`.
void shift_numbers(std::string& page, std::string_view before, std::size_t more) {
  for (std::size_t at = page.find(before); at != std::string::npos;
       at = page.find(before, at + 1)) {
    const std::size_t begin = at + before.size();
    const std::size_t end = page.find_first_not_of("0123456789", begin);
    if (end == begin) continue;
    page.replace(begin, end - begin,
                 std::to_string(std::stoul(page.substr(begin, end - begin)) + more));
  }
}

// The note and its call by their names, each a link that says where it leads. An item of a list
// has a role already: the note is inside.
void name_note(std::string& page, const std::string& number) {
  const std::string item = "<li id=\"fn" + number + "\" epub:type=\"footnote\">";
  const std::size_t at = page.find(item);
  if (at == std::string::npos) return;
  const std::size_t next =
      std::min(page.find("<li id=\"fn", at + 1), page.find("</ol>\n</section>", at));
  page.insert(page.rfind("</li>", next), "</aside>");
  page.replace(at, item.size(),
               "<li><aside id=\"fn" + number + "\" role=\"doc-footnote\" epub:type=\"footnote\">");
  const std::string back = "href=\"#fnref" + number + "\" class=\"footnote-back\"";
  replace_all(page, back,
              back + " aria-label=\"Retour au texte, appel de la note " + number + "\"");
  const std::string call = "id=\"fnref" + number + "\" epub:type=\"noteref\"";
  replace_all(page, call, call + " role=\"doc-noteref\" aria-label=\"Note " + number + "\"");
}

// Pandoc numbers the notes of each chapter from 1; they are numbered through the book, as in the
// other formats. `before`: how many the chapters before have; then, with those of this one.
void number_notes(std::string& page, std::size_t& before) {
  const std::size_t section = page.find("epub:type=\"footnotes\"");
  if (section == std::string::npos) return;
  const std::size_t list = page.find("<ol>", section);
  if (list != std::string::npos && before > 0) {
    page.replace(list, 4, "<ol start=\"" + std::to_string(before + 1) + "\">");
  }
  for (const char* place :
       {"href=\"#fn", "id=\"fn", "href=\"#fnref", "id=\"fnref", "epub:type=\"noteref\">"}) {
    shift_numbers(page, place, before);
  }
  const auto called = [&] { return "id=\"fnref" + std::to_string(before + 1) + "\""; };
  while (page.find(called()) != std::string::npos) name_note(page, std::to_string(++before));
}

void polish_page(std::string& page, std::size_t& notes) {
  name_page(page);
  number_notes(page, notes);
  name_parts(page);
  scope_table_headers(page);
}

void polish_navigation(std::string& page) {
  replace_all(page, "epub:type=\"toc\" id",
              "epub:type=\"toc\" role=\"doc-toc\" aria-label=\"Sommaire\" id");
  replace_all(page, ">Title Page<", ">Page de titre<");
  replace_all(page, ">Table of Contents<", ">Sommaire<");
  replace_all(page, ">Cover<", ">Couverture<");
}

}  // namespace

void polish_epub(Archive& archive, bool has_pictures) {
  std::size_t notes = 0;
  for (ArchiveEntry& entry : archive) {
    if (entry.name.ends_with(".xhtml")) polish_head(entry.content);
    if (entry.name.ends_with("content.opf")) {
      const std::size_t at = entry.content.find("</metadata>");
      if (at != std::string::npos) entry.content.insert(at, accessibility(has_pictures));
    } else if (entry.name.ends_with("nav.xhtml")) {
      polish_navigation(entry.content);
    } else if (entry.name.ends_with("title_page.xhtml")) {
      drop_title_date(entry.content);
    } else if (entry.name.ends_with(".xhtml")) {
      polish_page(entry.content, notes);
    }
  }
}

}  // namespace writers
