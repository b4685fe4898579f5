#include "web/html_template.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace web {
namespace {

using Node = HtmlTemplates::Node;
using Nodes = HtmlTemplates::Nodes;
using templating::Record;
using templating::Value;

class Reader {
 public:
  Reader(std::string file, std::string_view text) : file_(std::move(file)), rest_(text) {}

  Nodes read(const std::string& section) {
    Nodes nodes;
    for (;;) {
      const auto open = rest_.find("{{");
      add_literal(nodes, rest_.substr(0, open));
      if (open == std::string_view::npos) {
        if (!section.empty()) fail("la section « " + section + " » n’est pas fermée");
        rest_ = {};
        return nodes;
      }
      advance(open + 2);
      if (read_tag(nodes, section)) return nodes;
    }
  }

 private:
  [[noreturn]] void fail(const std::string& problem) const {
    throw TemplateError(place() + " : " + problem);
  }

  std::string place() const { return file_ + ":" + std::to_string(line_); }

  void advance(std::size_t length) {
    line_ += static_cast<int>(
        std::count(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
    rest_.remove_prefix(length);
  }

  static void add_literal(Nodes& nodes, std::string_view text) {
    if (!text.empty()) nodes.push_back({Node::Kind::literal, std::string(text), {}, {}});
  }

  // True at the end of `section`.
  bool read_tag(Nodes& nodes, const std::string& section) {
    const bool raw = rest_.starts_with("{");
    const std::string_view closing = raw ? "}}}" : "}}";
    const auto close = rest_.find(closing);
    if (close == std::string_view::npos) fail("« " + std::string(closing) + " » manque");
    std::string_view tag = base::trim(rest_.substr(raw ? 1 : 0, close - (raw ? 1 : 0)));
    if (tag.empty()) fail("une balise est vide");
    const std::string here = place();
    advance(close + closing.size());
    const char mark = tag[0];
    if (mark == '!') return false;
    const bool marked = !raw && std::string_view("#^/>").find(mark) != std::string_view::npos;
    const std::string name(base::trim(marked ? tag.substr(1) : tag));
    if (marked && mark == '/') {
      if (name != section) fail("« " + name + " » se ferme ici sans être ouvert");
      return true;
    }
    Node node{Node::Kind::escaped, name, here, {}};
    if (raw) {
      if (!name.starts_with("html_")) fail("« " + name + " » n’est pas du HTML");
      node.kind = Node::Kind::raw;
    } else if (marked && mark == '>') {
      node.kind = Node::Kind::partial;
    } else if (marked) {
      node.kind = mark == '#' ? Node::Kind::section : Node::Kind::inverted;
      node.children = read(name);
    }
    nodes.push_back(std::move(node));
    return false;
  }

  std::string file_;
  std::string_view rest_;
  int line_ = 1;
};

class Renderer {
 public:
  explicit Renderer(const std::map<std::string, Nodes, std::less<>>& pages) : pages_(pages) {}

  void write(const Nodes& nodes) {
    for (const Node& node : nodes) write(node);
  }

  std::vector<const Record*> scopes;
  std::string out;

 private:
  const Value& value_of(const Node& node) const {
    for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
      for (const auto& [name, value] : **scope) {
        if (name == node.text) return value;
      }
    }
    throw TemplateError(node.place + " : « " + node.text + " » est inconnu");
  }

  static bool is_true(const Value& value) {
    if (const auto* yes = std::get_if<bool>(&value.data)) return *yes;
    if (const auto* text = std::get_if<templating::Text>(&value.data)) return !text->utf8.empty();
    if (const auto* list = std::get_if<templating::List>(&value.data)) return !list->empty();
    return std::holds_alternative<Record>(value.data);
  }

  void write(const Node& node) {
    switch (node.kind) {
      case Node::Kind::literal:
        out += node.text;
        return;
      case Node::Kind::partial: {
        const auto page = pages_.find(node.text);
        if (page == pages_.end()) {
          throw TemplateError(node.place + " : le partiel « " + node.text + " » n’existe pas");
        }
        return write(page->second);
      }
      case Node::Kind::inverted:
        if (!is_true(value_of(node))) write(node.children);
        return;
      case Node::Kind::section:
        return write_section(node, value_of(node));
      case Node::Kind::escaped:
      case Node::Kind::raw: {
        const auto* text = std::get_if<templating::Text>(&value_of(node).data);
        if (text == nullptr)
          throw TemplateError(node.place + " : « " + node.text + " » n’est pas un texte");
        out += node.kind == Node::Kind::raw ? text->utf8 : base::escape_xml(text->utf8);
        return;
      }
    }
  }

  void write_section(const Node& node, const Value& value) {
    if (const auto* list = std::get_if<templating::List>(&value.data)) {
      for (const Value& item : *list) {
        const auto* record = std::get_if<Record>(&item.data);
        if (record == nullptr)
          throw TemplateError(node.place + " : « " + node.text +
                              " » n’est pas une liste de fiches");
        enter(*record, node.children);
      }
    } else if (const auto* record = std::get_if<Record>(&value.data)) {
      enter(*record, node.children);
    } else if (is_true(value)) {
      write(node.children);
    }
  }

  void enter(const Record& record, const Nodes& children) {
    scopes.push_back(&record);
    write(children);
    scopes.pop_back();
  }

  const std::map<std::string, Nodes, std::less<>>& pages_;
};

}  // namespace

HtmlTemplates::HtmlTemplates(const base::Files& files) {
  for (const std::string& name : files.list("templates/web")) {
    if (!name.ends_with(".html")) continue;
    const std::string content = files.read("templates/web/" + name).value_or("");
    pages_[name.substr(0, name.size() - 5)] = Reader(name, content).read("");
  }
}

std::string HtmlTemplates::render(std::string_view name, const Record& values) const {
  const auto page = pages_.find(name);
  if (page == pages_.end())
    throw TemplateError("la page « " + std::string(name) + " » n’existe pas");
  Renderer renderer(pages_);
  renderer.scopes.push_back(&values);
  renderer.write(page->second);
  return std::move(renderer.out);
}

}  // namespace web
