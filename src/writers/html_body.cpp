#include "writers/html_body.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "document/links.hpp"
#include "document/words.hpp"

namespace writers {
namespace {

using document::Attributes;

std::string attribute(const char* name, std::string_view value) {
  return value.empty() ? std::string()
                       : std::string(" ") + name + "=\"" + base::escape_xml(value) + "\"";
}

std::string id_and_classes(const Attributes& attributes, const char* more = "") {
  std::vector<std::string> classes;
  if (*more != '\0') classes.emplace_back(more);
  classes.insert(classes.end(), attributes.classes.begin(), attributes.classes.end());
  return attribute("id", attributes.id) + attribute("class", base::join(classes, " "));
}

const char* alignment_class(document::Alignment alignment) {
  switch (alignment) {
    case document::Alignment::center:
      return " class=\"centre\"";
    case document::Alignment::end:
      return " class=\"fin\"";
    case document::Alignment::start:
      return "";
  }
  return "";
}

// A part without heading is no section for those who hear the page.
const char* element_of(const Attributes& attributes) {
  return attributes.has_class("expediteur") ? "address" : "div";
}

// Text that holds characters written from right to left, or that change the direction of their
// neighbours.
bool changes_direction(std::string_view text) {
  if (base::has_right_to_left(text)) return true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    const bool mark = c == 0x200E || c == 0x200F || c == 0x61C;
    if (mark || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
  }
  return false;
}

bool may_be_linked(std::string_view target) {
  const auto kind = document::link_kind(target);
  return kind == document::LinkKind::web || kind == document::LinkKind::mail ||
         kind == document::LinkKind::anchor;
}

// A title replaces the text for some readers: it must hold it (RGAA 4.1, 6.1).
std::string title_of(const document::Link& link) {
  if (link.title.empty()) return {};
  const std::string text = document::plain_text(link.content);
  const std::string words = base::join(document::words(text), " ");
  const bool held = base::join(document::words(link.title), " ").find(words) != std::string::npos;
  return held ? link.title : text + " – " + link.title;
}

bool is_title_of_box(const document::Block& block) {
  const auto* div = std::get_if<document::Div>(&block.data);
  return div != nullptr && div->attributes.has_class("titre-encadre");
}

}  // namespace

std::string HtmlBody::write(const document::Blocks& list) {
  blocks(list);
  notes();
  return std::move(out_);
}

void HtmlBody::blocks(const document::Blocks& list) {
  for (const auto& block : list) std::visit(*this, block.data);
}

void HtmlBody::inlines(const document::Inlines& list) {
  for (const auto& part : list) std::visit(*this, part.data);
}

void HtmlBody::element(const char* name, const document::Inlines& content) {
  out_ += std::string("<") + name + ">";
  inlines(content);
  out_ += std::string("</") + name + ">";
}

std::string HtmlBody::made_id(const char* name, std::size_t number) const {
  return options_.id_prefix + name + "-" + std::to_string(number);
}

std::string HtmlBody::address(const std::string& target) const {
  const bool anchor = document::link_kind(target) == document::LinkKind::anchor;
  return anchor && options_.anchor ? options_.anchor(std::string_view(target).substr(1)) : target;
}

// ---- Blocks --------------------------------------------------------------------------------

void HtmlBody::operator()(const document::Paragraph& paragraph) {
  element("p", paragraph.content);
  out_ += "\n";
}

void HtmlBody::operator()(const document::Heading& heading) {
  const std::string name = "h" + std::to_string(std::clamp(heading.level + shift_, 1, 6));
  out_ += "<" + name + id_and_classes(heading.attributes) + ">";
  inlines(heading.content);
  out_ += "</" + name + ">\n";
}

void HtmlBody::flow(const document::Blocks& list) {
  const auto* lone = list.empty() ? nullptr : std::get_if<document::Paragraph>(&list.front().data);
  if (lone == nullptr) return blocks(list);
  const bool followed_by_list =
      list.size() == 2 && (std::holds_alternative<document::BulletList>(list.back().data) ||
                           std::holds_alternative<document::OrderedList>(list.back().data));
  if (list.size() > 1 && !followed_by_list) return blocks(list);
  inlines(lone->content);
  if (followed_by_list) {
    out_ += "\n";
    std::visit(*this, list.back().data);
  }
}

void HtmlBody::items(const std::vector<document::Blocks>& list) {
  for (const auto& item : list) {
    out_ += "<li>";
    flow(item);
    out_ += "</li>\n";
  }
}

void HtmlBody::operator()(const document::BulletList& list) {
  out_ += "<ul>\n";
  items(list.items);
  out_ += "</ul>\n";
}

void HtmlBody::operator()(const document::OrderedList& list) {
  out_ += list.start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(list.start) + "\">\n";
  items(list.items);
  out_ += "</ol>\n";
}

void HtmlBody::operator()(const document::Quote& quote) {
  out_ += "<blockquote>\n";
  blocks(quote.content);
  out_ += "</blockquote>\n";
}

void HtmlBody::operator()(const document::ThematicBreak&) { out_ += "<hr>\n"; }

void HtmlBody::columns(const document::Table& table) {
  int sum = 0;
  for (const auto& column : table.columns) sum += column.width;
  if (sum == 0 || !options_.inline_styles) return;
  out_ += "<colgroup>";
  for (const auto& column : table.columns) {
    out_ += "<col style=\"width:" + std::to_string(100 * column.width / sum) + "%\">";
  }
  out_ += "</colgroup>\n";
}

void HtmlBody::row(const document::Table& table, const document::Row& cells, bool header,
                   bool total) {
  out_ += total ? "<tr class=\"total\">" : "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool names_row = !header && i == 0 && table.row_headers;
    // An empty cell names nothing.
    const bool names = (header || names_row) && !cells[i].empty();
    const char* scope = header ? " scope=\"col\"" : " scope=\"row\"";
    out_ += std::string(names ? "<th" : "<td") + (names ? scope : "");
    if (i < table.columns.size()) out_ += alignment_class(table.columns[i].alignment);
    out_ += ">";
    flow(cells[i]);
    out_ += names ? "</th>" : "</td>";
  }
  out_ += "</tr>\n";
}

void HtmlBody::operator()(const document::Table& table) {
  const std::string caption_id = made_id("tableau", ++tables_);
  // A wide table scrolls in its own region, which the keyboard must reach.
  out_ += "<div class=\"defilant\" role=\"region\" tabindex=\"0\"";
  // Regions need different names.
  out_ += table.caption.empty() ? attribute("aria-label", "Tableau " + std::to_string(tables_))
                                : attribute("aria-labelledby", caption_id);
  out_ += ">\n<table" + id_and_classes(table.attributes) + ">\n";
  if (!table.caption.empty()) {
    out_ += "<caption" + attribute("id", caption_id) + ">";
    inlines(table.caption);
    out_ += "</caption>\n";
  }
  columns(table);
  if (!table.header.empty()) {
    out_ += "<thead>\n";
    row(table, table.header, true, false);
    out_ += "</thead>\n";
  }
  out_ += "<tbody>\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool total =
        std::find(table.total_rows.begin(), table.total_rows.end(), i) != table.total_rows.end();
    row(table, table.rows[i], false, total);
  }
  out_ += "</tbody>\n</table>\n</div>\n";
}

void HtmlBody::operator()(const document::Div& div) {
  if (!div.content.empty() && is_title_of_box(div.content.front())) return box(div);
  const char* name = element_of(div.attributes);
  out_ += std::string("<") + name + id_and_classes(div.attributes) +
          attribute("lang", div.attributes.get("lang")) + ">\n";
  blocks(div.content);
  out_ += std::string("</") + name + ">\n";
}

void HtmlBody::box(const document::Div& div) {
  const auto& title = std::get<document::Div>(div.content.front().data);
  const std::string title_id = made_id("encadre", ++boxes_);
  out_ += "<div role=\"note\"" + id_and_classes(div.attributes, "encadre") +
          attribute("aria-labelledby", title_id) + ">\n";
  out_ += "<div class=\"titre-encadre\"" + attribute("id", title_id) + ">\n";
  blocks(title.content);
  out_ += "</div>\n";
  for (std::size_t i = 1; i < div.content.size(); ++i) std::visit(*this, div.content[i].data);
  out_ += "</div>\n";
}

void HtmlBody::operator()(const document::Figure& figure) {
  const Drawings drawings = options_.draw ? options_.draw(figure) : Drawings();
  out_ += "<figure" + id_and_classes(figure.attributes, "dessin") + ">\n";
  // The style sheet shows one of the two: they say the same.
  const auto drawing = [&](const std::string& name, const std::string& svg) {
    if (svg.empty()) return;
    out_ += "<div class=\"hors-texte " + name + "\" role=\"img\"" +
            attribute("aria-label", figure.alternative) + ">" + svg + "</div>\n";
  };
  drawing("dessin-large", drawings.wide);
  drawing("dessin-etroit", drawings.narrow);
  if (drawings.wide.empty()) {
    out_ += "<figcaption class=\"hors-texte\">" + base::escape_xml(figure.alternative) +
            "</figcaption>\n";
  }
  out_ += "</figure>\n";
}

// ---- Inlines -------------------------------------------------------------------------------

// The number of an article holds together; browsers break a line after its hyphens.
void HtmlBody::numbers(std::string_view text) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (digit(end) || (end > at && text.substr(end, 1) == "-" && digit(end + 1))) ++end;
    const std::string_view number = text.substr(at, end - at);
    if (number.find('-') != std::string_view::npos) {
      out_ += base::escape_xml(text.substr(written, at - written)) + "<span class=\"numero\">" +
              base::escape_xml(number) + "</span>";
      written = end;
    }
    at = std::max(end, at + 1);
  }
  out_ += base::escape_xml(text.substr(written));
}

void HtmlBody::operator()(const document::Text& text) {
  if (citing_ && !text.verbatim) return numbers(text.utf8);
  const bool isolate = text.verbatim && changes_direction(text.utf8);
  out_ += isolate ? "<bdi>" + base::escape_xml(text.utf8) + "</bdi>" : base::escape_xml(text.utf8);
}

void HtmlBody::operator()(const document::LineBreak&) { out_ += "<br>\n"; }

void HtmlBody::operator()(const document::Emphasis& part) { element("em", part.content); }

void HtmlBody::operator()(const document::Strong& part) { element("strong", part.content); }

void HtmlBody::operator()(const document::Superscript& part) { element("sup", part.content); }

void HtmlBody::operator()(const document::Link& link) {
  if (!may_be_linked(link.target)) return inlines(link.content);
  const std::string title = title_of(link);
  out_ += "<a" + attribute("href", address(link.target)) + attribute("title", title) + ">";
  citing_ = true;
  inlines(link.content);
  citing_ = false;
  out_ += "</a>";
}

void HtmlBody::operator()(const document::Span& span) {
  out_ += "<span" + id_and_classes(span.attributes) +
          attribute("lang", span.attributes.get("lang")) + ">";
  const bool outer = std::exchange(citing_, citing_ || span.attributes.has_class("citation"));
  inlines(span.content);
  citing_ = outer;
  out_ += "</span>";
}

void HtmlBody::operator()(const document::Note& note) {
  const std::size_t number = options_.first_note + notes_.size();
  notes_.push_back(&note);
  const std::string shown = std::to_string(number);
  out_ += "<sup class=\"appel hors-texte\"><a role=\"doc-noteref\"" +
          attribute("id", made_id("appel", number)) +
          attribute("href", "#" + made_id("note", number)) + " aria-label=\"Note " + shown + "\">" +
          shown + "</a></sup>";
}

void HtmlBody::notes() {
  if (notes_.empty()) return;
  const std::size_t first = options_.first_note;
  const std::string title = made_id("notes", first);
  out_ += "<section class=\"notes\" role=\"doc-endnotes\"" + attribute("aria-labelledby", title) +
          ">\n<h2 class=\"hors-texte\"" + attribute("id", title) + ">Notes</h2>\n";
  out_ += first == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(first) + "\">\n";
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    out_ += "<li" + attribute("id", made_id("note", first + i)) + ">";
    flow(notes_[i]->content);
    out_ += " <a class=\"retour hors-texte\" role=\"doc-backlink\"" +
            attribute("href", "#" + made_id("appel", first + i)) +
            " aria-label=\"Retour au texte, appel de la note " + std::to_string(first + i) +
            "\">↩\uFE0E</a></li>\n";
  }
  out_ += "</ol>\n</section>\n";
}

}  // namespace writers
