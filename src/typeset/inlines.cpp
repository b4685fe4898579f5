#include <algorithm>

#include "base/text.hpp"
#include "document/words.hpp"
#include "typeset/composer.hpp"

namespace typeset {
namespace {

// Superscripts, in hundredths of the size of the text.
constexpr Length superscript_size = 66, superscript_rise = 34;

// Of most paragraphs, at the most.
constexpr std::size_t usual_bytes = 256, usual_stretches = 4;

// Where the links between a note and its call lead: no author's id has a colon.
std::string note_place(std::size_t note) { return "note:" + std::to_string(note + 1); }

}  // namespace

std::string call_place(std::size_t note) { return "appel:" + std::to_string(note + 1); }

// Lays inlines end to end.
class InlineWriter {
 public:
  InlineWriter(Composer& composer, const TextStyle& text, std::size_t element, bool measuring)
      : composer_(composer), text_(text), element_(element), measuring_(measuring) {
    format_ = composer.format_of(text);
    result_.utf8.reserve(usual_bytes);
    result_.stretches.reserve(usual_stretches);
    result_.formats.reserve(usual_stretches);
  }

  void write(const document::Inlines& inlines) {
    for (const auto& item : inlines) {
      std::visit([this](const auto& data) { write(data); }, item.data);
    }
  }

  InlineText take() { return std::move(result_); }

  void append(std::string_view text) {
    if (text.empty()) return;
    const std::size_t begin = result_.utf8.size();
    result_.utf8 += text;
    const auto is_other_space = [](char c) { return c == '\t' || c == '\n' || c == '\r'; };
    const auto added = result_.utf8.begin() + static_cast<std::ptrdiff_t>(begin);
    std::replace_if(added, result_.utf8.end(), is_other_space, ' ');
    cover(begin);
  }

 private:
  void write(const document::Text& text) {
    const bool before = format_.verbatim;
    format_.verbatim = before || text.verbatim;
    changed_ = changed_ || format_.verbatim != before;
    append(text.utf8);
    changed_ = changed_ || format_.verbatim != before;
    format_.verbatim = before;
  }

  void write(const document::LineBreak& /*unused*/) {
    const std::size_t begin = result_.utf8.size();
    result_.utf8 += '\n';
    cover(begin);
  }

  void write(const document::Emphasis& emphasis) {
    const bool before = text_.italic;
    text_.italic = !before;  // emphasis inside italics stands upright
    with_face(emphasis.content);
    text_.italic = before;
    restore_face();
  }

  void write(const document::Strong& strong) {
    const bool before = text_.bold;
    text_.bold = true;
    with_face(strong.content);
    text_.bold = before;
    restore_face();
  }

  void write(const document::Superscript& superscript) {
    const Format before = format_;
    format_.rise += format_.size * superscript_rise / 100;
    format_.size = format_.size * superscript_size / 100;
    changed_ = true;
    write(superscript.content);
    restore(before);
  }

  void write(const document::Span& span) {
    const std::string_view language = span.attributes.get("lang");
    if (measuring_ || (span.attributes.id.empty() && language.empty())) return write(span.content);
    const Format before = format_;
    if (!span.attributes.id.empty()) {
      (void)composer_.register_id(span.attributes.id);
      format_.anchor = composer_.parts.anchors.size();
      composer_.parts.anchors.push_back(span.attributes.id);
    }
    if (!language.empty()) {
      format_.element = composer_.structure.add(Role::span, parent());
      composer_.structure[format_.element].language = language;
    }
    changed_ = true;
    write(span.content);
    restore(before);
  }

  void write(const document::Link& link) {
    const Format before = format_;
    if (!measuring_) {
      Link target;
      target.element = composer_.structure.add(Role::link, parent());
      if (link.target.starts_with('#')) {
        target.destination = link.target.substr(1);
        composer_.destinations_.push_back(target.destination);
      } else {
        target.address = link.target;
      }
      target.description = link.title.empty() ? document::plain_text(link.content) : link.title;
      if (base::trim(target.description).empty()) {
        composer_.report("un lien n’a pas de texte",
                         "Écrivez entre crochets ce à quoi mène le lien.");
      }
      format_.element = target.element;
      format_.link = composer_.parts.links.size();
      composer_.parts.links.push_back(std::move(target));
    }
    format_.colour = composer_.style.links;
    format_.underlined = composer_.style.underline_links;
    changed_ = true;
    write(link.content);
    restore(before);
    if (link.target.starts_with('#')) append_page(std::string_view(link.target).substr(1));
  }

  // « (p. 42) », or « , p. 42 » where parentheses are already open.
  void append_page(std::string_view destination) {
    const auto page = composer_.references_.page_of(destination);
    if (!page) return;
    const auto count = [&](char sign) {
      return std::count(result_.utf8.begin(), result_.utf8.end(), sign);
    };
    const std::string number = "p.\u00A0" + std::to_string(*page);
    append(count('(') > count(')') ? ", " + number : " (" + number + ")");
  }

  void write(const document::Note& note) {
    const int number = measuring_ ? 1 : ++composer_.note_count_;
    const Format before = format_;
    format_.rise += format_.size * superscript_rise / 100;
    format_.size = format_.size * superscript_size / 100;
    if (!measuring_) {
      const std::size_t reference = composer_.structure.add(Role::reference, parent());
      format_.note = composer_.add_note(note, element_, number);
      format_.link = composer_.add_note_link(reference, note_place(format_.note),
                                             "Note " + std::to_string(number));
      format_.element = composer_.parts.links[format_.link].element;
      format_.colour = composer_.style.links;
      format_.underlined = false;
    }
    changed_ = true;
    append(std::to_string(number));
    restore(before);
  }

  [[nodiscard]] std::size_t parent() const {
    return format_.element == no_index ? element_ : format_.element;
  }

  void with_face(const document::Inlines& content) {
    restore_face();
    write(content);
  }
  void restore_face() {
    format_.face = composer_.shaper.face(text_.family, text_.bold, text_.italic, text_.tabular);
    changed_ = true;
  }
  void restore(const Format& before) {
    format_ = before;
    changed_ = true;
  }

  // The text from `begin` to the end takes the current format.
  void cover(std::size_t begin) {
    if (changed_ || result_.formats.empty()) {
      result_.formats.push_back(format_);
      result_.stretches.push_back({begin, begin, result_.formats.size() - 1});
      changed_ = false;
    }
    result_.stretches.back().end = result_.utf8.size();
  }

  Composer& composer_;
  TextStyle text_;
  std::size_t element_;
  bool measuring_;
  Format format_;
  bool changed_ = false;
  InlineText result_;
};

Format Composer::format_of(const TextStyle& text) {
  Format format;
  format.face = shaper.face(text.family, text.bold, text.italic, text.tabular);
  format.size = text.size;
  format.colour = text.colour;
  return format;
}

InlineText Composer::inline_text(const document::Inlines& inlines, const TextStyle& text,
                                 std::size_t element, bool measuring) {
  InlineWriter writer(*this, text, element, measuring);
  writer.write(inlines);
  return writer.take();
}

InlineText Composer::plain_text(const std::string& text, const TextStyle& style_of_text) {
  InlineWriter writer(*this, style_of_text, 0, true);
  writer.append(text);
  return writer.take();
}

std::size_t Composer::add_note(const document::Note& note, std::size_t paragraph, int number) {
  const std::size_t index = parts.notes.size();
  parts.notes.emplace_back();  // keeps its place: a note may call none, but numbers must follow
  const std::size_t element = structure.add(Role::note, paragraph);
  structure[element].id = "note-" + std::to_string(number);
  Column column;
  column.x = style.left;
  column.width = style.text_width();
  column.element = element;
  column.text = apply(style, style.text, style.notes);

  const Length hanging = column.text.size * 2;  // « 99. » and a space
  Column body = column;
  body.x += hanging;
  body.width -= hanging;
  Flow flow;
  blocks(note.content, body, flow);
  if (flow.atoms.empty()) report("la note " + std::to_string(number) + " est vide");
  if (!flow.atoms.empty()) note_label(index, column, hanging, element, flow.atoms.front());
  parts.notes[index].atoms = std::move(flow.atoms);
  parts.notes[index].element = element;
  return index;
}

void Composer::note_label(std::size_t note, Column column, Length width, std::size_t element,
                          Atom& first) {
  const std::string number = std::to_string(note + 1);
  const std::size_t link = add_note_link(structure.add(Role::label, element), call_place(note),
                                         "Retour au texte, appel de la note " + number);
  column.text.colour = style.links;
  label(number + ".", column, parts.links[link].element, first);
  first.links.push_back({link, {column.x, 0, width, column.text.leading}});
  first.anchors.push_back({note_place(note), 0, {}});
}

std::size_t Composer::add_note_link(std::size_t parent, std::string destination,
                                    std::string description) {
  parts.links.push_back(
      {structure.add(Role::link, parent), {}, std::move(destination), std::move(description)});
  return parts.links.size() - 1;
}

}  // namespace typeset
