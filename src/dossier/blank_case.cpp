#include "dossier/blank_case.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "dossier/condition_text.hpp"

namespace dossier {
namespace {

constexpr std::size_t comment_width = 90;

using Lines = std::vector<std::string>;

std::string sample(const Field& field) {
  if (!field.example.empty()) return field.example;
  switch (field.type) {
    case FieldType::date:
      return "2026-03-14";
    case FieldType::time:
      return "18:30";
    case FieldType::integer:
      return std::to_string(std::max<std::int64_t>(field.minimum.value_or(1), 1));
    case FieldType::amount:
      return "100,00";
    case FieldType::yes_no:
      return "oui";
    case FieldType::choice:
    case FieldType::choices:
    case FieldType::reference:
      return field.choices.empty() ? "" : field.choices.front().value;
    case FieldType::postal_code:
      return "01000";
    case FieldType::insee_code:
      return "01053";
    case FieldType::email:
      return "nom@exemple.fr";
    case FieldType::phone:
      return "01 99 00 12 34";
    case FieldType::web_address:
      return "https://www.exemple.fr/page";
    default:
      return "texte";
  }
}

std::string yaml_quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return result + "\"";
}

void add_comment(Lines& lines, std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::string line = "##";
  for (const std::string& word : base::split(text, ' ')) {
    if (word.empty()) continue;
    if (base::length(line) + 1 + base::length(word) > comment_width) {
      lines.push_back(line);
      line = "##  ";
    }
    line += " " + word;
  }
  lines.push_back(line);
}

void add_indented(Lines& lines, const Lines& inner, const std::string& prefix) {
  for (const std::string& line : inner) lines.push_back(line.empty() ? line : prefix + line);
}

// How much a field is needed.
enum class Need { always, sometimes, never };

class BlankCaseWriter {
 public:
  BlankCaseWriter(const Form& form, const BlankCaseOptions& options)
      : form_(form), options_(options) {}

  std::string run() {
    Lines lines;
    if (!options_.schema.empty()) {
      lines.push_back("# yaml-language-server: $schema=" + options_.schema);
    }
    add_comment(lines, form_.title + ".");
    if (!form_.audience.empty()) add_comment(lines, "Pour\u00A0: " + form_.audience + ".");
    add_comment(lines, form_.description);
    add_comment(
        lines,
        "Les lignes qui commencent par deux dièses expliquent. Celles qui commencent par un seul "
        "dièse sont des champs facultatifs, ou utiles dans certains cas : ôtez le dièse et "
        "l’espace qui le suit pour les remplir. Mettez entre guillemets un texte qui contient "
        "deux points ou un dièse.");
    for (const Request& request : form_.requests) {
      if (const Field* bloc = form_.bloc(request.bloc)) add_bloc(lines, request, *bloc);
    }
    return base::join(lines, "\n") + "\n";
  }

 private:
  void add_bloc(Lines& lines, const Request& request, const Field& bloc) {
    lines.emplace_back();
    const bool optional = request.optional || request.condition.has_value() ||
                          (request.required.empty() && !request.bloc_required);
    std::string title = bloc.title;
    if (request.condition) {
      title += " (si " + describe(*request.condition, form_) + ")";
    } else if (optional) {
      title += " (facultatif)";
    }
    add_comment(lines, title + ".");
    for (const std::string& text : {bloc.why, bloc.help}) {
      if (!text.empty()) add_comment(lines, text);
    }
    Lines fields;
    // Something must stay in the bloc, or it would be absent.
    bool first = request.required.empty();
    for (const std::string& name : request.fields) {
      const Field* field = bloc.find(name);
      if (field != nullptr) add_field(fields, *field, bloc, request, name, first);
      first = false;
    }
    Lines body = {bloc.name + ":"};
    add_container(body, fields, bloc.is_list());
    const bool given = !optional || (options_.examples && !request.required.empty());
    add_indented(lines, body, given ? "" : "# ");
  }

  // A list shows one item.
  static void add_container(Lines& body, const Lines& fields, bool list) {
    if (list) body.emplace_back("  -");
    add_indented(body, fields, list ? "    " : "  ");
  }

  Need need(const Request& request, const std::string& path, const Field& field) const {
    Need result = Need::never;
    for (const Requirement& requirement : request.required) {
      const bool inside = requirement.path.starts_with(path + ".");
      if (requirement.path != path && !inside) continue;
      const bool always = !requirement.condition && !field.condition;
      if (always) return Need::always;
      result = Need::sometimes;
    }
    return result;
  }

  static bool requires_below(const Request& request, const std::string& path) {
    return std::any_of(
        request.required.begin(), request.required.end(),
        [&](const Requirement& requirement) { return requirement.path.starts_with(path + "."); });
  }

  void add_field(Lines& lines, const Field& field, const Field& owner, const Request& request,
                 const std::string& path, bool forced) {
    const Need needed = forced ? Need::always : need(request, path, field);
    add_explanation(lines, field, owner, needed);
    Lines body;
    if (field.is_record() || field.is_list()) {
      Lines inner;
      bool first = !requires_below(request, path);
      for (const Field& child : field.fields) {
        add_field(inner, child, field, request, path + "." + child.name, first);
        first = false;
      }
      body.push_back(field.name + ":");
      add_container(body, inner, field.is_list());
    } else {
      const bool filled = options_.examples && needed != Need::never;
      body.push_back(field.name + ":" + (filled ? " " + yaml_quoted(sample(field)) : ""));
    }
    const bool shown = needed == Need::always || (options_.examples && needed == Need::sometimes);
    add_indented(lines, body, shown ? "" : "# ");
  }

  void add_explanation(Lines& lines, const Field& field, const Field& owner, Need needed) const {
    std::string title = field.title;
    if (field.condition) {
      title += std::string(needed == Need::never ? " (facultatif, " : " (") + "si " +
               describe(*field.condition, form_, &owner) + ")";
    } else if (needed == Need::sometimes) {
      title += " (obligatoire dans certains cas)";
    } else if (needed == Need::never) {
      title += " (facultatif)";
    }
    add_comment(lines, title + ".");
    for (const std::string& text : {field.why, field.help}) {
      if (!text.empty()) add_comment(lines, text);
    }
    const bool listed = field.type == FieldType::choice || field.type == FieldType::choices;
    if (listed) {
      add_comment(lines, field.type == FieldType::choices ? "Une ou plusieurs valeurs :"
                                                          : "Une de ces valeurs :");
      for (const Choice& choice : field.choices) {
        add_comment(lines, "- " + choice.value + "\u00A0: " + choice.title);
      }
    } else if (field.type == FieldType::yes_no) {
      add_comment(lines, "oui ou non");
    } else if (!field.example.empty()) {
      add_comment(lines, "Exemple : " + field.example);
    }
  }

  const Form& form_;
  const BlankCaseOptions& options_;
};

}  // namespace

std::string blank_case(const Form& form, const BlankCaseOptions& options) {
  return BlankCaseWriter(form, options).run();
}

}  // namespace dossier
