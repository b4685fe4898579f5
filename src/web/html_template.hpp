#pragma once

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "templating/value.hpp"

// The pages of templates/web/*.html: a small Mustache, as strict as the one of the documents.
namespace web {

// A page of ours that is wrong: an unknown name, a value of another kind. Never caused by what a
// user types.
class TemplateError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

// {{nom}} writes a text, escaped for HTML; {{{html_nom}}} writes HTML made by the program (the
// name must say so); {{#nom}}…{{/nom}} repeats over a list, enters a record, or depends on a
// yes/no or on a text being there; {{^nom}}…{{/nom}} is the opposite; {{> partiel}} includes
// templates/web/partiel.html (it may include itself, as far as the values go); {{! … }} is a
// comment. A name is looked for in the innermost record, then outwards; an unknown one is an
// error.
class HtmlTemplates {
 public:
  // Reads every templates/web/*.html; throws TemplateError naming file and line.
  explicit HtmlTemplates(const base::Files& files);

  [[nodiscard]] std::string render(std::string_view name, const templating::Record& values) const;

  struct Node {
    enum class Kind { literal, escaped, raw, section, inverted, partial };
    Kind kind = Kind::literal;
    std::string text;   // the literal, or the name
    std::string place;  // "accueil.html:12"
    std::vector<Node> children;
  };
  using Nodes = std::vector<Node>;

 private:
  std::map<std::string, Nodes, std::less<>> pages_;
};

}  // namespace web
