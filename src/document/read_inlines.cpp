#include <cmark-gfm.h>

#include <array>
#include <cstdlib>

#include "base/text.hpp"
#include "document/links.hpp"
#include "document/read_attributes.hpp"
#include "document/read_context.hpp"

namespace document {
namespace {

std::string_view view(const char* text) { return text == nullptr ? "" : text; }

class InlineReader {
 public:
  InlineReader(ReadContext& context, int line, bool quotation)
      : context_(context), line_(line), quotation_(quotation) {}

  Inlines read(cmark_node* container);

 private:
  void node(cmark_node* node);
  void text(std::string_view utf8);
  void append(std::string_view utf8, bool verbatim);
  void code(std::string_view utf8);
  void link(cmark_node* node);
  void verbatim_link(cmark_node* node);
  void foreign_words(cmark_node* node, std::string_view language);
  void note(cmark_node* node);
  void check_slips(std::string_view plain);
  Inlines children(cmark_node* node, bool quotation);
  void error(std::string message, std::string hint = {}) {
    context_.error(line_, std::move(message), std::move(hint));
  }

  ReadContext& context_;
  int line_;
  bool quotation_;         // inside [..](verbatim:) or [..](langue:xx)
  bool in_value_ = false;  // between the marks of what a user typed
  Inlines result_;
};

Inlines InlineReader::read(cmark_node* container) {
  for (cmark_node* child = cmark_node_first_child(container); child != nullptr;
       child = cmark_node_next(child)) {
    node(child);
  }
  if (in_value_) error("une valeur saisie n’est pas fermée dans le même paragraphe.");
  return std::move(result_);
}

Inlines InlineReader::children(cmark_node* node, bool quotation) {
  return InlineReader(context_, line_, quotation).read(node);
}

void InlineReader::node(cmark_node* node) {
  line_ = std::max(line_, cmark_node_get_start_line(node));
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) return text(view(cmark_node_get_literal(node)));
  if (type == CMARK_NODE_SOFTBREAK) return append(" ", in_value_ || quotation_);
  if (type == CMARK_NODE_LINEBREAK) {
    result_.push_back({LineBreak{}});
    return;
  }
  // A value is wholly escaped: nothing in it can be anything but text.
  if (in_value_) error("une valeur saisie contient une mise en forme.");
  if (type == CMARK_NODE_CODE) return code(view(cmark_node_get_literal(node)));
  if (type == CMARK_NODE_EMPH) {
    result_.push_back({Emphasis{children(node, quotation_)}});
  } else if (type == CMARK_NODE_STRONG) {
    result_.push_back({Strong{children(node, quotation_)}});
  } else if (type == CMARK_NODE_LINK) {
    link(node);
  } else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
    note(node);
  } else if (type == CMARK_NODE_IMAGE) {
    error("les images ne sont pas admises.");
  } else if (type == CMARK_NODE_HTML_INLINE) {
    error("le HTML n’est pas admis.", "Écrivez « \\< » pour le signe lui-même.");
  } else {
    error("élément de texte non admis.");
  }
}

void InlineReader::text(std::string_view utf8) {
  std::size_t start = 0;
  const auto flush = [&](std::size_t end) {
    append(utf8.substr(start, end - start), in_value_ || quotation_);
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t before = at;
    const char32_t c = base::next_code_point(utf8, at);
    if (c != base::verbatim_begin && c != base::verbatim_end) continue;
    flush(before);
    start = at;
    const bool begins = c == base::verbatim_begin;
    if (begins == in_value_) {
      error(begins ? "une valeur saisie commence dans une autre."
                   : "une valeur saisie finit sans avoir commencé.");
    }
    in_value_ = begins;
  }
  flush(utf8.size());
}

void InlineReader::append(std::string_view utf8, bool verbatim) {
  if (utf8.empty()) return;
  if (!verbatim) check_slips(utf8);
  if (!result_.empty()) {
    auto* last = std::get_if<Text>(&result_.back().data);
    if (last != nullptr && last->verbatim == verbatim) {
      last->utf8 += utf8;
      return;
    }
  }
  result_.push_back({Text{std::string(utf8), verbatim}});
}

// What the parser left as plain text because of a slip would be read by the addressee.
void InlineReader::check_slips(std::string_view plain) {
  struct Slip {
    const char* sign;
    const char* message;
  };
  constexpr std::array slips = {
      Slip{"](", "lien mal formé : « ]( » resterait dans le texte."},
      Slip{"[^", "appel d’une note qui n’existe pas : « [^ » resterait dans le texte."},
      Slip{":::", "« ::: » doit être au tout début d’une ligne, hors liste et citation."},
      Slip{"**", "gras mal formé : « ** » resterait dans le texte."},
      Slip{"{#", "attributs mal placés : « {# » resterait dans le texte."},
      Slip{"{.", "attributs mal placés : « {. » resterait dans le texte."},
      Slip{"{{", "accolades « {{ » restées dans le texte."},
      Slip{"}}", "accolades « }} » restées dans le texte."}};
  for (const Slip& slip : slips) {
    if (plain.find(slip.sign) != std::string_view::npos) {
      error(slip.message, "Pour écrire ces signes eux-mêmes, entourez-les d’accents graves (`).");
    }
  }
}

void InlineReader::code(std::string_view utf8) {
  if (without_marks(utf8).size() != utf8.size()) {
    error("une valeur saisie ne peut pas être entre accents graves (`).");
  }
  append(utf8, true);
}

void InlineReader::link(cmark_node* node) {
  Link link;
  link.target = without_marks(view(cmark_node_get_url(node)));
  link.title = without_marks(view(cmark_node_get_title(node)));
  link.line = line_;
  const LinkKind kind = link_kind(link.target);
  if (kind == LinkKind::refused) {
    error(
        "adresse de lien non admise.",
        "Sont admis : https:, http:, mailto:, #identifiant, droit:, terme:, langue: et verbatim:.");
    return;
  }
  if (kind == LinkKind::verbatim) return verbatim_link(node);
  if (kind == LinkKind::language) {
    return foreign_words(node, std::string_view(link.target).substr(language_scheme.size()));
  }
  context_.in_link = true;
  link.content = children(node, quotation_);
  context_.in_link = false;
  if (link.content.empty() && kind != LinkKind::citation && kind != LinkKind::term) {
    error("lien sans texte.", "Écrivez entre crochets où il mène.");
  }
  result_.push_back({std::move(link)});
}

void InlineReader::verbatim_link(cmark_node* node) {
  for (Inline& part : children(node, true)) {
    if (const auto* quoted = std::get_if<Text>(&part.data)) {
      append(quoted->utf8, true);
    } else {
      result_.push_back(std::move(part));
    }
  }
}

// French typography does not apply to them.
void InlineReader::foreign_words(cmark_node* node, std::string_view language) {
  Span span;
  span.attributes.others.emplace_back("lang", language);
  span.content = children(node, true);
  if (span.content.empty()) error("mots d’une autre langue : il n’y a rien entre les crochets.");
  result_.push_back({std::move(span)});
}

void InlineReader::note(cmark_node* node) {
  const auto index =
      static_cast<std::size_t>(std::strtoul(cmark_node_get_literal(node), nullptr, 10));
  if (index == 0 || index > context_.notes.size()) return error("appel de note sans note.");
  if (context_.in_note) return error("une note ne peut pas en appeler une autre.");
  if (context_.in_link) {
    return error("note appelée dans un lien.",
                 "Placez l’appel après le lien : il en est un aussi.");
  }
  if (context_.called[index - 1]) {
    return error("note appelée deux fois.", "Écrivez une note pour chaque appel.");
  }
  context_.called[index - 1] = true;
  context_.in_note = true;
  Note note{read_blocks(context_.notes[index - 1], context_)};
  context_.in_note = false;
  if (note.content.empty()) error("note vide.");
  result_.push_back({std::move(note)});
}

}  // namespace

Inlines read_inlines(cmark_node* container, ReadContext& context) {
  return InlineReader(context, cmark_node_get_start_line(container), false).read(container);
}

}  // namespace document
