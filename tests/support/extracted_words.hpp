#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "writers/archive.hpp"

// The words that a reader meets in a finished file, in the order of the text, to compare formats
// with each other and with document::words. Labels of lists, numbers of notes, headers and
// footers are left out. The text of notes comes last, whatever the place it has in the file; a
// call of a note separates words.
namespace support {

enum class File { docx, odt, html };

namespace detail {

inline std::string decoded_entity(std::string_view name) {
  if (name == "amp") return "&";
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "quot") return "\"";
  if (name == "apos") return "'";
  if (name == "nbsp") return "\u00A0";
  std::string result;
  if (name.starts_with("#")) {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string digits(name.substr(hexadecimal ? 2 : 1));
    base::append_utf8(result,
                      static_cast<char32_t>(std::stoul(digits, nullptr, hexadecimal ? 16 : 10)));
  }
  return result;
}

inline std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos || end - at > 10) {
      result += text[at];
      continue;
    }
    result += decoded_entity(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return result;
}

inline std::string_view tag_name(std::string_view tag) {
  const std::size_t start = tag.starts_with("/") ? 1 : 0;
  const std::size_t end = tag.find_first_of(" \t\r\n/>", start);
  return tag.substr(0, end == std::string_view::npos ? tag.size() : end);
}

template <class... Names>
bool is_one_of(std::string_view name, Names... names) {
  return ((name == names) || ...);
}

// Inside these, text is not read by a person.
inline bool is_hidden(File file, std::string_view name) {
  switch (file) {
    case File::docx:
      return is_one_of(name, "w:instrText", "w:delText");
    case File::odt:
      return is_one_of(name, "text:note-citation", "svg:desc", "svg:title",
                       "office:automatic-styles", "office:font-face-decls");
    case File::html:
      return is_one_of(name, "head", "style", "script", "svg", "nav", "header", "footer");
  }
  return false;
}

// The class "hors-texte" marks what our pages say besides the document's own text; Pandoc's
// books give the calls and the back links of notes the classes "footnote-ref" and "footnote-back".
inline bool hides(File file, std::string_view tag) {
  if (tag.ends_with("/") || tag.starts_with("/")) return false;
  return is_hidden(file, tag_name(tag)) ||
         (file == File::html && (tag.find("hors-texte") != std::string_view::npos ||
                                 tag.find("class=\"footnote-") != std::string_view::npos));
}

// These stand between words though no space is written.
inline bool separates(File file, std::string_view name) {
  const std::string_view bare = name.starts_with("/") ? name.substr(1) : name;
  switch (file) {
    case File::docx:
      return is_one_of(bare, "w:p", "w:br", "w:tab", "w:tc", "w:footnoteReference");
    case File::odt:
      return is_one_of(bare, "text:p", "text:h", "text:line-break", "text:tab", "text:s",
                       "table:table-cell", "text:note", "text:note-body");
    case File::html:
      return !is_one_of(bare, "a", "em", "strong", "sup", "sub", "span", "b", "i", "abbr", "cite",
                        "q", "time", "mark", "small");
  }
  return false;
}

// Only what stands in <w:t> is text in a DOCX; elsewhere it is white space between elements.
inline bool is_text(File file, std::string_view parent) {
  return file != File::docx || parent == "w:t";
}

inline std::string visible_text(File file, std::string_view xml) {
  std::string result;
  std::string_view parent;
  std::string hidden;  // the name of the hidden element that we are in, if any
  int depth = 0;       // and how many elements of that name are open
  for (std::size_t at = 0; at < xml.size();) {
    if (xml[at] != '<') {
      const std::size_t end = std::min(xml.find('<', at), xml.size());
      if (hidden.empty() && is_text(file, parent)) result += decoded(xml.substr(at, end - at));
      at = end;
      continue;
    }
    const bool comment = xml.substr(at).starts_with("<!--");
    const std::size_t end = comment ? xml.find("-->", at) : xml.find('>', at);
    if (end == std::string_view::npos) break;
    const std::string_view tag = xml.substr(at + 1, end - at - 1);
    const std::string_view name = tag_name(tag);
    if (!comment) {
      if (hidden.empty() && hides(file, tag)) hidden = name;
      if (name == hidden && !tag.ends_with("/")) ++depth;
      if (name == "/" + hidden && --depth == 0) hidden.clear();
      if (separates(file, name)) result += ' ';
      parent = name;
    }
    at = end + (comment ? 3 : 1);
  }
  return result;
}

inline std::string part(std::string_view bytes, std::string_view name) {
  auto archive = writers::unzip(bytes);
  const std::string* entry = archive ? writers::find_entry(*archive, name) : nullptr;
  return entry == nullptr ? std::string() : *entry;
}

inline bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0' || c == U'\u202F' ||
         c == U'\u2009';
}

}  // namespace detail

// Words of plain text; spaces that do not break and thin spaces separate words as well.
inline std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (!detail::is_space(c)) {
      base::append_utf8(word, c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

namespace detail {

// OpenDocument writes a note at its call; here they are moved to the end.
inline std::string with_notes_last(std::string content) {
  constexpr std::string_view opening = "<text:note ";
  constexpr std::string_view closing = "</text:note>";
  std::string notes;
  for (std::size_t at = content.find(opening); at != std::string::npos;
       at = content.find(opening, at)) {
    const std::size_t end = content.find(closing, at) + closing.size();
    notes += content.substr(at, end - at);
    content.replace(at, end - at, "<text:tab/>");
  }
  return content + notes;
}

}  // namespace detail

inline std::string extracted_text(std::string_view bytes, File file) {
  switch (file) {
    case File::docx:
      return detail::visible_text(file, detail::part(bytes, "word/document.xml")) + " " +
             detail::visible_text(file, detail::part(bytes, "word/footnotes.xml"));
    case File::odt:
      return detail::visible_text(file,
                                  detail::with_notes_last(detail::part(bytes, "content.xml")));
    case File::html:
      return detail::visible_text(file, bytes);
  }
  return {};
}

inline std::vector<std::string> extracted_words(std::string_view bytes, File file) {
  return words_of(extracted_text(bytes, file));
}

}  // namespace support
