#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "document/words.hpp"
#include "typeset/composer.hpp"
#include "typeset/figure.hpp"
#include "typeset/table.hpp"

namespace typeset {
namespace {

constexpr Length narrowest_ems = 1;    // below, not even a figure and its sign fit
constexpr std::size_t kept_lines = 2;  // at the foot and at the head of a page

// A page may not end inside a short paragraph, after its first line, before its last, nor with
// half a word.
void tie_lines(std::vector<Atom>& atoms, std::size_t first, const std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const bool few_before = i + 1 < kept_lines, few_after = lines.size() - i - 1 < kept_lines;
    if (few_before || few_after || lines[i].hyphenated) atoms[first + i].tie = Tie::lines;
  }
}

Path underline(const GlyphRun& run, Length width) {
  const Length thickness = std::max<Length>(run.size / 20, 300);
  return filled_rectangle({run.x, run.y + run.size / 8, width, thickness}, run.colour);
}

Length visible_width(const LineRun& run) {
  Length width = 0, trailing = 0;
  for (const Glyph& glyph : run.run.glyphs) {
    trailing = glyph.text == " " ? trailing + glyph.advance : 0;
    width += glyph.advance;
  }
  return width - trailing;
}

// The level of the highest heading; 7 if there is none.
int highest_level(const document::Blocks& blocks) {
  int level = 7;
  for (const auto& block : blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block.data)) {
      level = std::min(level, heading->level);
    } else if (const auto* division = std::get_if<document::Div>(&block.data)) {
      level = std::min(level, highest_level(division->content));
    }
  }
  return level;
}

// A sentence that ends with a colon stays with the list, table or quotation that it announces.
bool announces(const document::Paragraph& paragraph, const document::Block& next) {
  if (std::holds_alternative<document::Paragraph>(next.data)) return false;
  const std::string text = document::plain_text(paragraph.content);
  return base::trim(text).ends_with(':');
}

}  // namespace

Composer::Composer(const Style& style_of_document, const Options& options, Shaper& words,
                   SettingMemory& memory, const PageReferences& references,
                   base::Diagnostics& diagnostics)
    : shaper(words),
      style(style_of_document),
      options_(options),
      references_(references),
      diagnostics_(diagnostics),
      lines_{shaper, *options.hyphenator, diagnostics},
      memory_(memory) {}

void Composer::report(const std::string& message, const std::string& hint) {
  diagnostics_.error(base::Kind::content, {options_.source, 0, 0}, message, hint);
}

Length Composer::baseline(const TextStyle& text) {
  const Font* font = shaper.font(shaper.face(text.family, text.bold, text.italic, text.tabular));
  if (font == nullptr) return text.leading;
  const Length ascender = scale(font->ascender(), text.size, *font);
  const Length descender = scale(font->descender(), text.size, *font);
  return (text.leading - (ascender - descender)) / 2 + ascender;
}

void Composer::document(const document::Blocks& content, Flow& flow) {
  Column column;
  column.x = style.left;
  column.width = style.text_width();
  column.text = style.text;
  top_level_ = highest_level(content);
  blocks(content, column, flow);
  check_destinations();
}

void Composer::blocks(const document::Blocks& blocks, const Column& column, Flow& flow) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const document::Block& item = blocks[i];
    block(item, column, flow);
    const auto* paragraph = std::get_if<document::Paragraph>(&item.data);
    if (paragraph == nullptr) continue;
    flow.space(column.text.between);
    const bool followed = i + 1 < blocks.size();
    if (followed && announces(*paragraph, blocks[i + 1])) flow.tie_last(Tie::next);
  }
}

void Composer::block(const document::Block& item, const Column& column, Flow& flow) {
  struct Visitor {
    Composer& composer;
    const Column& column;
    Flow& flow;
    void operator()(const document::Paragraph& data) { composer.text_block(data, column, flow); }
    void operator()(const document::Heading& data) { composer.heading(data, column, flow); }
    void operator()(const document::BulletList& data) {
      composer.list(data.items, 0, false, column, flow);
    }
    void operator()(const document::OrderedList& data) {
      composer.list(data.items, data.start, true, column, flow);
    }
    void operator()(const document::Quote& data) { composer.quote(data, column, flow); }
    void operator()(const document::Table& data) {
      const std::size_t first = flow.atoms.size();
      TableComposer(composer, data, column).compose(flow);
      composer.add_anchor(data.attributes, flow, first);
    }
    void operator()(const document::Div& data) { composer.division(data, column, flow); }
    void operator()(const document::ThematicBreak& /*unused*/) { composer.rule(column, flow); }
    void operator()(const document::Figure& data) { composer.figure(data, column, flow); }
  };
  std::visit(Visitor{*this, column, flow}, item.data);
}

void Composer::text_block(const document::Paragraph& data, const Column& column, Flow& flow) {
  const std::size_t element = structure.add(Role::paragraph, column.element);
  paragraph(inline_text(data.content, column.text, element), column, element, flow);
}

std::size_t Composer::plain(const std::string& text, Role role, const Column& column, Flow& flow) {
  const std::size_t element = structure.add(role, column.element);
  paragraph(plain_text(text, column.text), column, element, flow);
  return element;
}

void Composer::paragraph(const InlineText& text, const Column& column, std::size_t element,
                         Flow& flow) {
  ParagraphShape shape;
  shape.measure = column.width;
  const Length narrowest = narrowest_ems * column.text.size;
  if (shape.measure < narrowest) {
    report("un texte n’a pas la place de s’écrire : trop de listes imbriquées, ou de colonnes",
           "Réduisez le nombre de niveaux de liste ou de colonnes du tableau.");
    shape.measure = narrowest;
  }
  shape.first_line_indent = column.text.indent;
  shape.align = column.text.align;
  shape.hyphenate = column.text.hyphenate;
  const std::vector<Line>& lines = memory_.lines(lines_, text, shape);
  const Length base = baseline(column.text);
  const std::size_t first = flow.atoms.size();
  std::size_t anchored = no_index;
  for (const Line& line : lines) {
    Atom atom;
    atom.height = column.text.leading;
    atom.text_line = true;
    for (const LineRun& line_run : line.runs) {
      LineRun run = line_run;
      const Format& format = text.formats[run.format];
      const std::size_t owner = format.element == no_index ? element : format.element;
      if (atom.marks.empty() || atom.marks.back().element != owner) {
        atom.marks.emplace_back().element = owner;
      }
      Mark& mark = atom.marks.back();
      const bool measured = format.underlined || format.link != no_index;
      const Length width = measured ? visible_width(run) : 0;
      run.run.x += column.x;
      run.run.y += base;
      if (format.underlined) mark.paths.push_back(underline(run.run, width));
      if (format.link != no_index) {
        atom.links.push_back({format.link, {run.run.x, 0, width, column.text.leading}});
      }
      if (format.anchor != no_index && format.anchor != anchored) {
        anchored = format.anchor;
        atom.anchors.push_back({parts.anchors[format.anchor], 0, {}});
      }
      if (format.note != no_index) {
        atom.notes.push_back(format.note);
        atom.anchors.push_back({call_place(format.note), 0, {}});
        mark.note_element = parts.notes[format.note].element;
      }
      mark.glyphs.push_back(std::move(run.run));
    }
    flow.push(std::move(atom));
  }
  tie_lines(flow.atoms, first, lines);
}

void Composer::heading(const document::Heading& data, const Column& column, Flow& flow) {
  const std::string title = document::plain_text(data.content);
  if (heading_level_ == 0) heading_level_ = top_level_ - 1;
  if (data.level > heading_level_ + 1) {
    report("le titre n° " + std::to_string(heading_count_ + 1) + " du document est de niveau " +
               std::to_string(data.level) + ", trop profond à cet endroit",
           "Les niveaux de titre se suivent sans saut : " +
               std::string(static_cast<std::size_t>(heading_level_) + 1, '#') + ".");
  }
  heading_level_ = data.level;
  ++heading_count_;
  const auto index = static_cast<std::size_t>(std::clamp(data.level, 1, 6) - 1);
  const BlockStyle& look = style.headings[index];
  Column inner = column;
  inner.text = apply(style, column.text, look);
  inner.text.indent = 0;
  const int logical_level = std::max(1, std::min(data.level, 6) - std::min(top_level_, 6) + 1);
  const auto role = static_cast<Role>(static_cast<int>(Role::heading1) + logical_level - 1);
  const std::size_t element = structure.add(role, column.element);
  const std::size_t first = flow.atoms.size();
  flow.space(look.before);
  paragraph(inline_text(data.content, inner.text, element), inner, element, flow);
  flow.space(look.after);
  for (std::size_t i = first; i < flow.atoms.size(); ++i) flow.atoms[i].tie = Tie::next;
  if (first == flow.atoms.size()) {
    report("un titre est vide");
    return;
  }
  Anchor anchor;
  anchor.id =
      data.attributes.id.empty() ? "titre-" + std::to_string(heading_count_) : data.attributes.id;
  anchor.level = logical_level;
  anchor.title = title;
  (void)register_id(anchor.id);
  flow.atoms[first].anchors.push_back(std::move(anchor));
  flow.atoms[first].page_before = look.page_before && column.element == 0;
}

bool Composer::register_id(const std::string& id) {
  if (ids_.insert(id).second) return true;
  report("l’identifiant « " + id + " » est donné deux fois",
         "Chaque titre et chaque bloc doit avoir le sien.");
  return false;
}

void Composer::add_anchor(const document::Attributes& attributes, Flow& flow,
                          std::size_t first_atom) {
  if (attributes.id.empty() || first_atom >= flow.atoms.size()) return;
  (void)register_id(attributes.id);
  Anchor anchor;
  anchor.id = attributes.id;
  flow.atoms[first_atom].anchors.push_back(std::move(anchor));
}

void Composer::list(const std::vector<document::Blocks>& items, int start, bool numbered,
                    const Column& column, Flow& flow) {
  const std::size_t list_element = structure.add(Role::list, column.element);
  structure[list_element].numbered_list = numbered;
  Column inner = column;
  inner.x += style.list_indent;
  inner.width -= style.list_indent;
  inner.text.indent = 0;
  inner.text.between = style.list_between;
  flow.space(style.list_between);
  int number = start;
  for (const auto& item : items) {
    const std::size_t item_element = structure.add(Role::list_item, list_element);
    const std::size_t label_element = structure.add(Role::label, item_element);
    inner.element = structure.add(Role::list_body, item_element);
    const std::size_t first = flow.atoms.size();
    blocks(item, inner, flow);
    if (first < flow.atoms.size()) {
      const std::string sign = numbered ? std::to_string(number) + "." : style.bullet;
      label(sign, column, label_element, flow.atoms[first]);
    }
    // A page does not end after the first of several short items, nor before the last.
    const auto rank = static_cast<std::size_t>(number - start);
    const bool at_an_end = rank == 0 || rank + 2 == items.size();
    const bool short_item = flow.atoms.size() == first + 1;
    if (at_an_end && short_item && rank + 1 < items.size()) flow.tie_last(Tie::lines);
    flow.space(style.list_between);
    ++number;
  }
  flow.space(column.text.between);
}

void Composer::label(const std::string& text, const Column& column, std::size_t element,
                     Atom& atom) {
  ParagraphShape shape;
  shape.measure = column.width;
  TextStyle look = column.text;
  look.tabular = true;
  Mark mark;
  mark.element = element;
  for (Line& line : lines_.lines(plain_text(text + " ", look), shape)) {
    for (LineRun& run : line.runs) {
      run.run.x += column.x;
      run.run.y += baseline(look);
      mark.glyphs.push_back(std::move(run.run));
    }
  }
  atom.marks.insert(atom.marks.begin(), std::move(mark));
}

void Composer::quote(const document::Quote& data, const Column& column, Flow& flow) {
  const BlockStyle& look = style.quote;
  Column inner = column;
  inner.x += look.left;
  inner.width -= look.left + look.right;
  inner.element = structure.add(Role::quote, column.element);
  inner.text = apply(style, column.text, look);
  flow.space(look.before);
  blocks(data.content, inner, flow);
  flow.space(look.after);
}

void Composer::rule(const Column& column, Flow& flow) {
  constexpr Length around = points(9), thickness = 500;
  Atom atom;
  atom.height = thickness;
  Mark mark;
  const Length width = column.width / 3;
  mark.paths.push_back(
      filled_rectangle({column.x + (column.width - width) / 2, 0, width, thickness}, style.rules));
  atom.marks.push_back(std::move(mark));
  flow.space(around);
  flow.push(std::move(atom));
  flow.space(around);
}

void Composer::figure(const document::Figure& data, const Column& column, Flow& flow) {
  constexpr Length around = points(12);
  const Drawing& drawing = memory_.drawing(data, shaper, column.text.family, column.width);
  if (data.alternative.empty()) {
    report("la figure n’a pas de texte de remplacement", "Ajoutez alternative=\"…\".");
  }
  Mark mark;
  mark.element = structure.add(Role::figure, column.element);
  structure[mark.element].alternative = data.alternative;
  mark.paths = drawing.paths;
  for (Path& path : mark.paths) {
    for (Point& point : path.points) point.x += column.x;
  }
  Atom atom;
  atom.height = drawing.height;
  atom.marks.push_back(std::move(mark));
  flow.space(around);
  const std::size_t first = flow.atoms.size();
  flow.push(std::move(atom));
  flow.space(around);
  add_anchor(data.attributes, flow, first);
}

void Composer::check_destinations() {
  for (const auto& destination : destinations_) {
    if (ids_.contains(destination)) continue;
    const std::vector<std::string> known(ids_.begin(), ids_.end());
    report("un lien mène à « #" + destination + " », qui n’existe pas." +
               base::did_you_mean(destination, known),
           "Donnez cet identifiant à un titre ou à un bloc : {#" + destination + "}.");
  }
}

}  // namespace typeset
