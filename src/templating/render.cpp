#include "templating/render.hpp"

#include <algorithm>
#include <charconv>
#include <deque>
#include <unordered_map>

#include <kainjow/mustache.hpp>

#include "base/text.hpp"
#include "templating/escape.hpp"
#include "templating/scope.hpp"
#include "templating/template_set.hpp"

namespace templating {
namespace {

namespace mustache = kainjow::mustache;

// Tags replaced, repetitions included: far above any real document (a list of 10 000 lines).
constexpr int maximum_lookups = 2'000'000;

// Answers the questions of the Mustache library, which are numbers of tags (see TemplateFile).
// What the library pushes is only followed to know the innermost record or item.
class StrictContext final : public mustache::basic_context<std::string> {
 public:
  StrictContext(const TemplateSet& templates, const Value& root, bool draft, TagReporter& reporter)
      : templates_(templates), root_(root), draft_(draft), reporter_(reporter) {
    scopes_.push_back(&root);
  }

  void push(const mustache::data* data) override {
    const auto found = values_.find(data);
    scopes_.push_back(found == values_.end() ? scopes_.back() : found->second);
  }

  void pop() override { scopes_.pop_back(); }

  const mustache::data* get(const std::string& number) const override {
    const Tag& tag = tag_at(number);
    if (exhausted(tag)) return &no_;
    const Value* value = resolve(tag, *scopes_.back(), root_, reporter_);
    if (value == nullptr) return &no_;
    return tag.kind == TagKind::print ? printed(tag, *value) : section(*value);
  }

  const mustache::data* get_partial(const std::string& number) const override {
    const Tag& tag = tag_at(number);
    const auto found = templates_.partials.find(tag.name);
    if (exhausted(tag) || found == templates_.partials.end()) return &no_;
    std::string text = found->second.text;
    // Inside a line, the last line end of the partial would break that line.
    if (!tag.own_line && text.ends_with(line_mark)) text.pop_back();
    return keep(text);
  }

 private:
  const Tag& tag_at(const std::string& number) const {
    std::size_t index = 0;
    std::from_chars(number.data(), number.data() + number.size(), index);
    return templates_.tags.at(index);
  }

  bool exhausted(const Tag& tag) const {
    if (++lookups_ <= maximum_lookups) return false;
    reporter_.error(tag, "Ce gabarit se répète trop : le document serait démesuré.");
    return true;
  }

  const mustache::data* keep(const std::string& text) const { return &kept_.emplace_back(text); }

  const mustache::data* section(const Value& value) const {
    if (!is_true(value)) return &no_;
    const bool opens_scope =
        std::holds_alternative<Record>(value.data) || std::holds_alternative<List>(value.data);
    if (!opens_scope) return &yes_;
    const auto known = sections_.find(&value);
    if (known != sections_.end()) return known->second;
    const mustache::data*& data = sections_[&value];
    if (const auto* list = std::get_if<List>(&value.data)) {
      data = &kept_.emplace_back(mustache::list(list->size()));
      for (std::size_t i = 0; i < list->size(); ++i) {
        values_[&data->list_value()[i]] = &(*list)[i];
      }
    } else {
      data = &kept_.emplace_back(true);
      values_[data] = &value;
    }
    return data;
  }

  const mustache::data* printed(const Tag& tag, const Value& value) const {
    if (const auto* absent = std::get_if<Absent>(&value.data)) {
      return missing(tag, absent->label, absent->path);
    }
    const auto* text = std::get_if<Text>(&value.data);
    if (text == nullptr) {
      reporter_.error(tag, "« " + tag.name + " » n’est pas un texte : il ne peut pas être écrit.",
                      not_printable_hint(value));
      return &no_;
    }
    if (const auto character = reserved_character(text->utf8)) {
      reporter_.error(tag, "La valeur de « " + tag.name + " » contient un caractère interdit, " +
                               base::describe_character(*character) + ".");
      return &no_;
    }
    const std::string escaped = escape_markdown(text->utf8);
    if (escaped.empty()) return missing(tag, tag.name, {});
    if (!text->user) return keep(escaped);
    std::string marked;
    base::append_utf8(marked, base::verbatim_begin);
    marked += escaped;
    base::append_utf8(marked, base::verbatim_end);
    return keep(marked);
  }

  static std::string not_printable_hint(const Value& value) {
    if (std::holds_alternative<bool>(value.data)) {
      return "C’est un oui ou non : employez une section « {{#…}} … {{/…}} ».";
    }
    if (std::holds_alternative<List>(value.data)) {
      return "C’est une liste : parcourez-la par une section « {{#…}} … {{/…}} ».";
    }
    return "C’est une fiche : nommez l’une de ses valeurs.";
  }

  // `path` is empty for a text that is given but empty.
  const mustache::data* missing(const Tag& tag, const std::string& label,
                                const std::string& path) const {
    if (draft_) return keep("\\[À COMPLÉTER\u00A0: " + escape_markdown(label) + "\\]");
    if (path.empty()) {
      reporter_.error(tag, "« " + tag.name + " » est vide : rien ne serait écrit ici.",
                      "Protégez ce passage par une section, ou donnez la valeur.");
    } else {
      reporter_.error(tag, "« " + label + " » (" + path + ") manque : rien ne serait écrit ici.",
                      "Complétez le dossier ; pour l’auteur du gabarit : ce passage doit être "
                      "protégé par une section si la valeur est facultative.");
    }
    return &no_;
  }

  const TemplateSet& templates_;
  const Value& root_;
  bool draft_;
  TagReporter& reporter_;
  std::vector<const Value*> scopes_;
  // The library keeps pointers to what get() returned: a deque never moves its elements.
  mutable std::deque<mustache::data> kept_;
  mutable std::unordered_map<const Value*, const mustache::data*> sections_;
  mutable std::unordered_map<const mustache::data*, const Value*> values_;
  mutable int lookups_ = 0;
  const mustache::data no_{false};
  const mustache::data yes_{true};
};

}  // namespace

std::optional<std::string> render(std::string_view template_id, const base::Files& files,
                                  const Value& root, const RenderOptions& options,
                                  base::Diagnostics& diagnostics) {
  const auto templates = load_templates(template_id, files, diagnostics);
  if (!templates) return std::nullopt;
  TagReporter reporter(diagnostics);
  check_names(*templates, root, reporter);

  mustache::mustache engine(templates->main.text);
  engine.set_custom_escape([](const std::string& text) { return text; });
  std::string result;
  if (engine.is_valid()) {
    StrictContext context(*templates, root, options.draft, reporter);
    result = engine.render(context);
  }
  if (!engine.is_valid()) {
    diagnostics.error(base::Kind::internal, {templates->main_file},
                      "Ce gabarit n’a pas pu être rempli : " + engine.error_message() + ".");
    return std::nullopt;
  }
  if (reporter.failed()) return std::nullopt;
  std::replace(result.begin(), result.end(), line_mark, '\n');
  return result;
}

bool check_template(std::string_view template_id, const base::Files& files,
                    base::Diagnostics& diagnostics) {
  return load_templates(template_id, files, diagnostics).has_value();
}

}  // namespace templating
