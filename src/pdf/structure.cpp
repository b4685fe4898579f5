#include "pdf/structure.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "pdf/page_content.hpp"
#include "pdf/tokens.hpp"
#include "pdf/trees.hpp"

namespace pdf {

namespace {

constexpr std::size_t usual_entries = 128;  // bytes of most elements, at the most

using typeset::Child;
using typeset::Element;
using typeset::Role;

// Beyond this, the children of a grouping element are gathered in neutral divisions.
constexpr std::size_t children_in_element = 4000;

// In the order of typeset::Role.
constexpr std::array<std::string_view, 31> types{
    "Document", "Part",  "Sect",      "Div",        "H1",   "H2",    "H3",      "H4",
    "H5",       "H6",    "P",         "BlockQuote", "L",    "LI",    "Lbl",     "LBody",
    "Table",    "THead", "TBody",     "TR",         "TH",   "TD",    "Caption", "Figure",
    "Link",     "Note",  "Reference", "TOC",        "TOCI", "Index", "Span"};
static_assert(types.size() == static_cast<std::size_t>(Role::span) + 1);

bool groups(Role role) {
  return role == Role::document || role == Role::part || role == Role::section ||
         role == Role::division;
}

class StructureWriter {
 public:
  StructureWriter(ObjectWriter& writer, const typeset::Pages& pages,
                  const std::vector<PageObjects>& objects)
      : writer_(&writer), pages_(&pages), objects_(&objects) {}

  Reference write();

 private:
  void write_element(std::size_t index, const std::string& children);
  std::string common_entries(std::size_t index);
  std::string attributes(const Element& element);
  std::string figure_box(const Element& element);
  typeset::Rectangle box_on_page(const Element& element, std::size_t page);
  std::optional<std::size_t> first_page(const Element& element) const;
  std::string kids(std::size_t index, std::optional<std::size_t> page);
  void append_kid(std::string& out, const Child& child, std::optional<std::size_t> page);
  std::string divided_kids(std::size_t index);
  void set_parents(const Element& element, Reference parent, std::size_t start, std::size_t end);
  Reference parent_tree();
  Reference identifier_tree();

  ObjectWriter* writer_;
  const typeset::Pages* pages_;
  const std::vector<PageObjects>* objects_;
  std::vector<Reference> elements_;
  std::vector<Reference> parents_;
  int next_key_ = 0;
};

Reference StructureWriter::write() {
  const auto root = writer_->reserve();
  const auto& structure = pages_->structure;
  elements_.reserve(structure.size());
  for (std::size_t index = 0; index < structure.size(); ++index) {
    elements_.push_back(writer_->reserve());
  }
  parents_.resize(structure.size());
  parents_[0] = root;
  for (std::size_t index = 0; index < structure.size(); ++index) {
    set_parents(structure[index], elements_[index], 0, structure[index].children.size());
  }
  // First the children: they may be gathered in neutral divisions, which become their parents.
  std::vector<std::string> children(structure.size());
  for (std::size_t index = 0; index < structure.size(); ++index) {
    children[index] = kids(index, first_page(structure[index]));
  }
  for (std::size_t index = 0; index < structure.size(); ++index) {
    write_element(index, children[index]);
  }
  std::string entries = "/Type /StructTreeRoot /K ";
  append_reference(entries, elements_[0]);
  entries += " /ParentTree ";
  append_reference(entries, parent_tree());
  entries += " /ParentTreeNextKey ";
  append_integer(entries, next_key_);
  const auto identifiers = identifier_tree();
  if (identifiers.number != 0) {
    entries += " /IDTree ";
    append_reference(entries, identifiers);
  }
  writer_->fill(root, std::move(entries));
  return root;
}

void StructureWriter::set_parents(const Element& element, Reference parent, std::size_t start,
                                  std::size_t end) {
  for (auto index = start; index < end; ++index) {
    if (element.children[index].kind == Child::Kind::element) {
      parents_[element.children[index].element] = parent;
    }
  }
}

void StructureWriter::write_element(std::size_t index, const std::string& children) {
  auto entries = common_entries(index);
  if (const auto page = first_page(pages_->structure[index])) {
    entries += "/Pg ";
    append_reference(entries, (*objects_)[*page].page);
  }
  entries += children;
  writer_->fill(elements_[index], std::move(entries));
}

std::string StructureWriter::common_entries(std::size_t index) {
  const auto& element = pages_->structure[index];
  std::string entries;
  entries.reserve(usual_entries);
  entries += "/S";
  append_name(entries, structure_type(element.role));
  entries += "/P ";
  append_reference(entries, parents_[index]);
  if (!element.id.empty()) {
    entries += "/ID";
    append_string(entries, element.id);
  }
  if (!element.alternative.empty()) {
    entries += "/Alt";
    append_text(entries, element.alternative);
  }
  if (!element.language.empty()) {
    entries += "/Lang";
    append_text(entries, element.language);
  }
  entries += attributes(element);
  return entries;
}

std::string StructureWriter::attributes(const Element& element) {
  if (element.role == Role::figure) {
    return figure_box(element);
  }
  if (element.role == Role::list) {
    const auto labelled = [this](const Child& child) {
      if (child.kind != Child::Kind::element) {
        return false;
      }
      const auto& item = pages_->structure[child.element];
      return std::any_of(item.children.begin(), item.children.end(), [this](const Child& part) {
        return part.kind == Child::Kind::element &&
               pages_->structure[part.element].role == Role::label;
      });
    };
    if (element.numbered_list) {
      return "/A<</O/List/ListNumbering/Decimal>>";
    }
    return std::any_of(element.children.begin(), element.children.end(), labelled)
               ? "/A<</O/List/ListNumbering/Disc>>"
               : "";
  }
  std::string table;
  if (element.scope != typeset::Scope::none) {
    table += element.scope == typeset::Scope::row ? "/Scope/Row" : "/Scope/Column";
  }
  if (element.column_span > 1) {
    table += "/ColSpan ";
    append_integer(table, element.column_span);
  }
  return table.empty() ? "" : "/A<</O/Table" + table + ">>";
}

std::string StructureWriter::figure_box(const Element& element) {
  const auto page = first_page(element);
  if (!page) {
    return {};
  }
  std::string attributes = "/A<</O/Layout/Placement/Block/BBox";
  append_box(attributes, box_on_page(element, *page), pages_->pages[*page].height);
  return attributes + ">>";
}

typeset::Rectangle StructureWriter::box_on_page(const Element& element, std::size_t page) {
  typeset::Rectangle box;
  for (const auto& child : element.children) {
    if (child.kind == Child::Kind::element) {
      box = united(box, box_on_page(pages_->structure[child.element], page));
    } else if (child.kind == Child::Kind::content && child.page == page) {
      box = united(box, bounds(pages_->pages[page].contents[child.index]));
    }
  }
  return box;
}

std::optional<std::size_t> StructureWriter::first_page(const Element& element) const {
  for (const auto& child : element.children) {
    if (child.kind != Child::Kind::element) {
      return child.page;
    }
  }
  return std::nullopt;
}

std::string StructureWriter::kids(std::size_t index, std::optional<std::size_t> page) {
  const auto& element = pages_->structure[index];
  if (element.children.empty()) {
    return {};
  }
  if (!page && groups(element.role) && element.children.size() > children_in_element) {
    return divided_kids(index);
  }
  const bool one = element.children.size() == 1 && element.children[0].kind != Child::Kind::link;
  std::string entries = one ? "/K " : "/K[";
  for (const auto& child : element.children) {
    append_kid(entries, child, page);
    entries += ' ';
  }
  entries.pop_back();
  return one ? entries : entries + "]";
}

void StructureWriter::append_kid(std::string& out, const Child& child,
                                 std::optional<std::size_t> page) {
  if (child.kind == Child::Kind::element) {
    append_reference(out, elements_[child.element]);
    return;
  }
  const auto& objects = (*objects_)[child.page];
  std::string on_page;
  if (child.page != page) {
    on_page = "/Pg ";
    append_reference(on_page, objects.page);
  }
  if (child.kind == Child::Kind::link) {
    for (const auto annotation : objects.links[child.index]) {
      out += "<</Type/OBJR" + on_page + "/Obj ";
      append_reference(out, annotation);
      out += ">>";
    }
    return;
  }
  const auto number = objects.marked_content[child.index];
  if (on_page.empty()) {
    append_integer(out, number);
    return;
  }
  out += "<</Type/MCR" + on_page + "/MCID ";
  append_integer(out, number);
  out += ">>";
}

std::string StructureWriter::divided_kids(std::size_t index) {
  const auto& element = pages_->structure[index];
  std::string divisions = "/K[";
  for (std::size_t start = 0; start < element.children.size(); start += children_in_element) {
    const auto end = std::min(element.children.size(), start + children_in_element);
    const auto division = writer_->reserve();
    set_parents(element, division, start, end);
    std::string entries = "/S/Div/P ";
    append_reference(entries, elements_[index]);
    entries += "/K[";
    for (auto child = start; child < end; ++child) {
      append_reference(entries, elements_[element.children[child].element]);
      entries += ' ';
    }
    writer_->fill(division, entries + "]");
    append_reference(divisions, division);
    divisions += ' ';
  }
  return divisions + "]";
}

Reference StructureWriter::parent_tree() {
  std::vector<std::pair<int, std::string>> values;
  std::vector<std::pair<int, std::string>> links;
  for (std::size_t index = 0; index < pages_->structure.size(); ++index) {
    for (const auto& child : pages_->structure[index].children) {
      if (child.kind != Child::Kind::link) {
        continue;
      }
      for (const auto key : (*objects_)[child.page].link_keys[child.index]) {
        std::string value;
        append_reference(value, elements_[index]);
        links.emplace_back(key, std::move(value));
      }
    }
  }
  for (std::size_t page = 0; page < pages_->pages.size(); ++page) {
    std::string array = "[";
    for (const auto& content : pages_->pages[page].contents) {
      if (content.element != typeset::artifact) {
        append_reference(array, elements_[content.element]);
        array += ' ';
      }
    }
    values.emplace_back(static_cast<int>(page), array + "]");
  }
  std::sort(links.begin(), links.end());
  values.insert(values.end(), links.begin(), links.end());
  next_key_ = values.empty() ? 0 : values.back().first + 1;
  return write_number_tree(*writer_, values);
}

Reference StructureWriter::identifier_tree() {
  std::vector<std::pair<std::string, std::string>> values;
  for (std::size_t index = 0; index < pages_->structure.size(); ++index) {
    const auto& id = pages_->structure[index].id;
    if (!id.empty()) {
      std::string value;
      append_reference(value, elements_[index]);
      values.emplace_back(id, std::move(value));
    }
  }
  return values.empty() ? Reference{} : write_name_tree(*writer_, std::move(values));
}

}  // namespace

std::string_view structure_type(Role role) { return types[static_cast<std::size_t>(role)]; }

Reference write_structure(ObjectWriter& writer, const typeset::Pages& pages,
                          const std::vector<PageObjects>& objects) {
  return StructureWriter(writer, pages, objects).write();
}

}  // namespace pdf
