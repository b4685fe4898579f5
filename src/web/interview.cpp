#include "web/interview.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "document/typography.hpp"
#include "dossier/condition.hpp"
#include "dossier/scalar.hpp"
#include "dossier/value_reader.hpp"

namespace web {
namespace {

bool is_position(std::string_view part) {
  return !part.empty() &&
         std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool belongs_to(std::string_view field, const std::string& owner) {
  return field == owner || field.starts_with(owner + ".");
}

// What one page sent, by name.
class Posted {
 public:
  explicit Posted(const Request& request) {
    for (const FormValue& value : request.form) {
      if (value.name == shown_mark) {
        shown_.insert(value.value);
      } else {
        values_[value.name].push_back(with_plain_line_ends(value.value));
      }
    }
  }

  bool shows(const std::string& path) const {
    return shown_.count(path) > 0 || values_.count(path) > 0;
  }

  std::string one(const std::string& path) const {
    const auto found = values_.find(path);
    return found == values_.end() ? std::string() : found->second.back();
  }

  std::vector<std::string> all(const std::string& path) const {
    const auto found = values_.find(path);
    return found == values_.end() ? std::vector<std::string>() : found->second;
  }

 private:
  std::set<std::string> shown_;
  std::map<std::string, std::vector<std::string>> values_;
};

dossier::Answer texts(const std::vector<std::string>& values) {
  std::vector<dossier::Answer> items;
  for (const std::string& value : values) {
    const std::string_view trimmed = base::trim(value);
    if (!trimmed.empty()) items.emplace_back(std::string(trimmed));
  }
  return items;
}

// The form of the file when the text is understood, else as it was typed.
std::string canonical(const dossier::Field& field, const places::Directory& places,
                      const std::string& typed) {
  if (field.type == dossier::FieldType::date) {
    const auto parsed = dossier::parse_date(base::trim(typed));
    if (parsed.value) return calendar::iso(*parsed.value);
  } else if (field.type == dossier::FieldType::time) {
    const auto parsed = dossier::parse_time(base::trim(typed));
    if (parsed.value) {
      const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
      return two(parsed.value->hour) + ":" + two(parsed.value->minute);
    }
  }
  if (field.type == dossier::FieldType::insee_code && dossier::insee_code_problem(typed)) {
    const auto named = places.named(base::trim(typed));
    if (named.size() == 1) return named.front().code;
  }
  std::string kept = typed;
  // One line, even if its control shows several.
  if (field.type == dossier::FieldType::text) std::replace(kept.begin(), kept.end(), '\n', ' ');
  return kept;
}

class PageTaker {
 public:
  PageTaker(const Posted& posted, const places::Directory& places, dossier::Answer& answers)
      : posted_(posted), places_(places), answers_(answers) {}

  void take(const dossier::Field& field, const std::string& path) {
    switch (field.type) {
      case dossier::FieldType::record:
        for (const dossier::Field& child : field.fields) {
          take(child, dossier::child_path(path, child.name));
        }
        return;
      case dossier::FieldType::list: {
        std::vector<const dossier::Field*> children;
        for (const dossier::Field& child : field.fields) children.push_back(&child);
        return take_list(children, path);
      }
      case dossier::FieldType::choices:
        if (posted_.shows(path)) put(path, texts(posted_.all(path)));
        return;
      case dossier::FieldType::text_list:
        if (posted_.shows(path)) put(path, texts(base::split(posted_.one(path), '\n')));
        return;
      default:
        if (posted_.shows(path))
          put(path, dossier::Answer(canonical(field, places_, posted_.one(path))));
    }
  }

  // What an item holds that this page does not ask stays.
  void take_list(const std::vector<const dossier::Field*>& children, const std::string& path) {
    if (!posted_.shows(path)) return;
    std::size_t count = 0;
    while (posted_.shows(dossier::child_path(path, std::to_string(count + 1)))) ++count;
    const dossier::Answer* before = dossier::answer_at(answers_, path);
    std::vector<dossier::Answer> items;
    if (before != nullptr && before->items() != nullptr) items = *before->items();
    items.resize(count);
    for (dossier::Answer& item : items) {
      if (item.entries() == nullptr) item = dossier::Answer(dossier::Answer::Entries{});
    }
    put(path, std::move(items));
    for (std::size_t i = 0; i < count; ++i) {
      const std::string item_path = dossier::child_path(path, std::to_string(i + 1));
      for (const dossier::Field* child : children) {
        take(*child, dossier::child_path(item_path, child->name));
      }
    }
  }

 private:
  void put(const std::string& path, dossier::Answer answer) {
    if (answer.blank() && answer.items() == nullptr) {
      dossier::remove_answer(answers_, path);
    } else if (!dossier::set_answer(answers_, path, answer)) {
      // A text stood where the form has fields: the file that was brought was wrong there.
      dossier::remove_answer(answers_, path.substr(0, path.rfind('.')));
      (void)dossier::set_answer(answers_, path, std::move(answer));
    }
  }

  const Posted& posted_;
  const places::Directory& places_;
  dossier::Answer& answers_;
};

}  // namespace

std::string Step::id() const {
  return part == 0 ? bloc->name : bloc->name + "." + std::to_string(part);
}

const std::string& Step::title() const {
  return part == 0 ? bloc->title : bloc->pages[part - 1].title;
}

std::vector<const dossier::Field*> Step::fields() const {
  std::vector<const dossier::Field*> found;
  const auto asked = [&](const dossier::Field& field) {
    return std::find(request->fields.begin(), request->fields.end(), field.name) !=
           request->fields.end();
  };
  if (part > 0) {
    for (const std::string& name : bloc->pages[part - 1].fields) {
      const dossier::Field* field = bloc->find(name);
      if (field->type == dossier::FieldType::insee_code || asked(*field)) found.push_back(field);
    }
    return found;
  }
  for (const dossier::Field& field : bloc->fields) {
    if (field.type == dossier::FieldType::insee_code && !asked(field)) found.push_back(&field);
  }
  for (const std::string& name : request->fields) {
    if (const dossier::Field* field = bloc->find(name)) found.push_back(field);
  }
  return found;
}

bool Step::shows(std::string_view path) const {
  if (!belongs_to(path, bloc->name)) return false;
  if (part == 0) return true;
  const auto all = fields();
  return std::any_of(all.begin(), all.end(), [&](const dossier::Field* field) {
    return belongs_to(path, dossier::child_path(bloc->name, field->name));
  });
}

bool Step::optional() const {
  if (request->optional) return true;
  if (part == 0) return false;
  return std::none_of(request->required.begin(), request->required.end(),
                      [&](const dossier::Requirement& requirement) {
                        return shows(dossier::child_path(bloc->name, requirement.path));
                      });
}

bool Step::started(const dossier::Answer& answers) const {
  const auto answered = [&](const std::string& path) {
    const dossier::Answer* answer = dossier::answer_at(answers, path);
    return answer != nullptr && !answer->blank();
  };
  if (part == 0) return answered(bloc->name);
  const auto all = fields();
  return std::any_of(all.begin(), all.end(), [&](const dossier::Field* field) {
    return answered(dossier::child_path(bloc->name, field->name));
  });
}

bool Step::requires_field(std::string_view path) const {
  if (path == bloc->name) return request->bloc_required;
  return std::any_of(request->required.begin(), request->required.end(),
                     [&](const dossier::Requirement& requirement) {
                       return dossier::child_path(bloc->name, requirement.path) == path;
                     });
}

namespace {

bool asks_something(const Step& step, const dossier::Evaluation& evaluation) {
  const auto fields = step.fields();
  return std::any_of(fields.begin(), fields.end(), [&](const dossier::Field* field) {
    return !field->condition || dossier::evaluate(*field->condition, evaluation);
  });
}

// True if the message is about something that the questions of the bloc leave aside.
bool left_aside(const std::string& field, const Step& step) {
  if (!belongs_to(field, step.bloc->name)) return false;
  const auto& asked = step.request->fields;
  return std::none_of(asked.begin(), asked.end(), [&](const std::string& name) {
    return belongs_to(field, dossier::child_path(step.bloc->name, name));
  });
}

}  // namespace

std::vector<Step> steps(const dossier::Form& form, const CaseState& state, calendar::Date today) {
  std::vector<Step> found;
  const dossier::Evaluation evaluation{form, state.readable, nullptr, today};
  for (const dossier::Request& request : form.requests) {
    const dossier::Field* bloc = form.bloc(request.bloc);
    if (bloc == nullptr) continue;
    if (request.condition && !dossier::evaluate(*request.condition, evaluation)) continue;
    if (bloc->pages.empty()) found.push_back({&form, &request, bloc});
    bool first = true;
    for (std::size_t part = 1; part <= bloc->pages.size(); ++part) {
      const Step step{&form, &request, bloc, part, first};
      if (!asks_something(step, evaluation)) continue;
      found.push_back(step);
      first = false;
    }
  }
  return found;
}

std::vector<const base::Diagnostic*> messages_of(const Step& step, const CaseState& state) {
  std::vector<const base::Diagnostic*> found;
  for (const base::Severity severity : {base::Severity::error, base::Severity::warning}) {
    for (const base::Diagnostic& diagnostic : state.diagnostics.all()) {
      if (diagnostic.severity == severity &&
          (step.shows(diagnostic.field) || (step.first && left_aside(diagnostic.field, step)))) {
        found.push_back(&diagnostic);
      }
    }
  }
  return found;
}

std::vector<const base::Diagnostic*> messages_elsewhere(const std::vector<Step>& steps,
                                                        const CaseState& state) {
  std::vector<const base::Diagnostic*> found;
  for (const base::Diagnostic& diagnostic : state.diagnostics.all()) {
    const bool shown = std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
      return step.shows(diagnostic.field) || left_aside(diagnostic.field, step);
    });
    if (!shown && diagnostic.severity == base::Severity::error) found.push_back(&diagnostic);
  }
  return found;
}

std::string page_message(const base::Diagnostic& diagnostic) {
  std::string message = diagnostic.message;
  if (!message.empty() && message[0] >= 'a' && message[0] <= 'z') {
    message[0] = static_cast<char>(message[0] - 'a' + 'A');
  }
  return document::typography(message);
}

void take_page(const Request& request, const Step& step, const places::Directory& places,
               dossier::Answer& answers) {
  const Posted posted(request);
  PageTaker taker(posted, places, answers);
  if (step.bloc->is_list()) return taker.take_list(step.fields(), step.bloc->name);
  for (const dossier::Field* field : step.fields()) {
    taker.take(*field, dossier::child_path(step.bloc->name, field->name));
  }
}

std::string without_positions(std::string_view path) {
  std::string result;
  for (const std::string& part : base::split(path, '.')) {
    if (is_position(part)) continue;
    result += (result.empty() ? "" : ".") + part;
  }
  return result;
}

}  // namespace web
