#include "typeset/structure.hpp"

namespace typeset {

Structure::Structure() {
  elements_.emplace_back();
  elements_[0].role = Role::document;
  parents_.push_back(0);
  attached_.push_back(true);
}

std::size_t Structure::add(Role role, std::size_t parent) {
  elements_.emplace_back();
  elements_.back().role = role;
  parents_.push_back(parent);
  attached_.push_back(false);
  return elements_.size() - 1;
}

void Structure::attach(std::size_t element) {
  if (attached_[element]) return;
  attach(parents_[element]);  // as deep as the document, which the reader bounds
  attached_[element] = true;
  Child child;
  child.kind = Child::Kind::element;
  child.element = element;
  elements_[parents_[element]].children.push_back(child);
}

std::vector<Element> Structure::finish(std::vector<std::size_t>& renumbered) {
  renumbered.assign(elements_.size(), artifact);
  std::vector<std::size_t> order;
  std::vector<std::size_t> waiting{0};
  while (!waiting.empty()) {
    const std::size_t element = waiting.back();
    waiting.pop_back();
    renumbered[element] = order.size();
    order.push_back(element);
    const auto& children = elements_[element].children;
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      if (child->kind == Child::Kind::element) waiting.push_back(child->element);
    }
  }
  std::vector<Element> result;
  result.reserve(order.size());
  for (const std::size_t element : order) {
    result.push_back(std::move(elements_[element]));
    for (Child& child : result.back().children) {
      if (child.kind == Child::Kind::element) child.element = renumbered[child.element];
    }
  }
  return result;
}

}  // namespace typeset
