#include <algorithm>

#include "typeset/composer.hpp"

namespace typeset {
namespace {

constexpr Length box_rule_width = 2500;
constexpr Length shrink_step = 250;  // a quarter of a point
constexpr std::size_t lines_before_signature = 2;

}  // namespace

const BlockStyle* Composer::look_of(const document::Attributes& attributes,
                                    std::string& name) const {
  for (const auto& class_name : attributes.classes) {
    const auto found = style.blocks.find(class_name);
    if (found != style.blocks.end()) {
      name = class_name;
      return &found->second;
    }
  }
  return nullptr;
}

void Composer::division(const document::Div& data, const Column& column, Flow& flow) {
  std::string name;
  const BlockStyle* look = look_of(data.attributes, name);
  const std::size_t first = flow.atoms.size();
  if (look == nullptr) {
    blocks(data.content, column, flow);
    add_anchor(data.attributes, flow, first);
    return;
  }
  if (look->place) {
    placed(data, *look, name, flow);
    add_anchor(data.attributes, flow, first);
    return;
  }
  flow.space(look->before);
  if (look->background || look->rule) {
    boxed(data, *look, column, flow);
  } else {
    Column inner = column;
    inner.x += look->left;
    inner.width -= look->left + look->right;
    inner.element = structure.add(Role::division, column.element);
    inner.text = apply(style, column.text, *look);
    blocks(data.content, inner, flow);
  }
  flow.space(look->after);
  if (first == flow.atoms.size()) return;
  flow.atoms[first].page_before = look->page_before || look->detached;
  flow.atoms[first].detached = look->detached;
  if (look->keep_together) {
    for (std::size_t i = first; i + 1 < flow.atoms.size(); ++i) flow.atoms[i].tie = Tie::never;
  }
  if (look->keep_with_next) flow.tie_last(Tie::next);
  if (look->keep_with_previous) tie_to_previous_lines(flow, first);
  add_anchor(data.attributes, flow, first);
}

void Composer::tie_to_previous_lines(Flow& flow, std::size_t first_atom) {
  std::size_t lines = 0;
  for (std::size_t i = first_atom; i-- > 0 && lines < lines_before_signature;) {
    if (flow.atoms[i].fixed) break;
    flow.atoms[i].tie = Tie::never;
    if (flow.atoms[i].text_line) ++lines;
  }
}

void Composer::boxed(const document::Div& data, const BlockStyle& look, const Column& column,
                     Flow& flow) {
  Box box;
  box.x = column.x + look.left;
  box.width = column.width - look.left - look.right;
  box.padding = look.padding;
  box.background = look.background;
  box.rule = look.rule;
  parts.boxes.push_back(box);

  Column inner = column;
  inner.x = box.x + look.padding + box_rule_width;
  inner.width = box.width - 2 * look.padding - box_rule_width;
  inner.element = structure.add(Role::division, column.element);
  inner.text = apply(style, column.text, look);

  flow.open_box(parts.boxes.size() - 1);
  Atom edge;
  edge.height = look.padding;
  edge.tie = Tie::never;
  flow.push(edge);
  blocks(data.content, inner, flow);
  flow.no_space();
  flow.tie_last(Tie::never);
  edge.tie = Tie::free;
  flow.push(edge);
  flow.close_box();
}

void Composer::placed(const document::Div& data, const BlockStyle& look, const std::string& name,
                      Flow& flow) {
  const Rectangle& place = *look.place;
  Column column;
  column.x = place.x;
  column.width = place.width;
  column.element = structure.add(Role::division, 0);
  column.text = apply(style, style.text, look);
  const Length wanted_size = column.text.size, wanted_leading = column.text.leading;
  Flow inner;
  while (true) {
    inner = {};
    blocks(data.content, column, inner);
    const bool fits = place.height == 0 || height_of(inner.atoms) <= place.height;
    if (fits) break;
    if (column.text.size - shrink_step < look.smallest_size || look.smallest_size == 0) {
      report("le bloc « " + name + " » est trop haut pour sa place sur la page",
             "Raccourcissez-le : six lignes au plus, sans ligne vide.");
      break;
    }
    column.text.size -= shrink_step;
    column.text.leading = static_cast<Length>(static_cast<std::int64_t>(wanted_leading) *
                                              column.text.size / wanted_size);
  }
  for (const Atom& atom : flow.atoms) {
    if (atom.fixed) continue;
    report("le bloc « " + name + " » doit précéder le texte de la lettre");
    break;
  }
  Length y = place.y;
  for (std::size_t i = 0; i < inner.atoms.size(); ++i) {
    Atom atom = std::move(inner.atoms[i]);
    if (i > 0) y += atom.before;
    atom.before = 0;
    atom.fixed = true;
    atom.tie = Tie::never;
    move_down(atom, y);
    y += atom.height;
    flow.push(std::move(atom));
  }
  placed_bottom_ = std::max(placed_bottom_, std::max(y, place.y + place.height));
}

}  // namespace typeset
