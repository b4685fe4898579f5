#include <algorithm>

#include "dossier/condition.hpp"
#include "dossier/value_reader.hpp"
#include "web/answer_text.hpp"
#include "web/field_view.hpp"

namespace web {
namespace {

class ReviewWriter {
 public:
  ReviewWriter(const Step& step, const CaseState& state, const FieldTexts& texts,
               calendar::Date today)
      : step_(step), state_(state), texts_(texts), today_(today) {}

  void add(const dossier::Field& field, const std::string& path, const std::string& prefix,
           const dossier::RecordValue* item) {
    if (field.condition &&
        !dossier::evaluate(*field.condition, {*step_.form, state_.readable, item, today_})) {
      return;
    }
    const std::string title = prefix.empty() ? field.title : prefix + "\u00A0: " + field.title;
    if (field.is_record()) {
      for (const dossier::Field& child : field.fields) {
        add(child, dossier::child_path(path, child.name), title, item);
      }
    } else if (field.is_list()) {
      std::vector<const dossier::Field*> children;
      for (const dossier::Field& child : field.fields) children.push_back(&child);
      add_items(children, path, title);
    } else {
      add_line(field, path, title);
    }
  }

  void add_items(const std::vector<const dossier::Field*>& children, const std::string& path,
                 const std::string& prefix) {
    const dossier::Answer* answer = dossier::answer_at(state_.shown, path);
    if (answer == nullptr || answer->items() == nullptr) return;
    const dossier::FieldValue* value = state_.readable.at(path);
    const auto* values = value == nullptr ? nullptr : std::get_if<dossier::ListValue>(&value->data);
    for (std::size_t i = 0; i < answer->items()->size(); ++i) {
      const auto* item = values != nullptr && i < values->size()
                             ? std::get_if<dossier::RecordValue>(&(*values)[i].data)
                             : nullptr;
      const std::string number = std::to_string(i + 1);
      const std::string title = prefix.empty() ? "N°\u00A0" + number : prefix + " " + number;
      for (const dossier::Field* child : children) {
        add(*child, path + "." + number + "." + child->name, title, item);
      }
    }
  }

  std::vector<Record> lines;

 private:
  void add_line(const dossier::Field& field, const std::string& path, const std::string& title) {
    const dossier::Answer* answer = dossier::answer_at(state_.shown, path);
    const auto& all = state_.diagnostics.all();
    const bool mistake = std::any_of(all.begin(), all.end(), [&](const base::Diagnostic& d) {
      return d.severity == base::Severity::error && d.field == path;
    });
    const bool empty = answer == nullptr || answer->blank();
    if (empty && !mistake) return;
    std::string shown = empty ? std::string() : shown_for_reading(field, *answer);
    if (const auto titles = texts_.references.find(field.reference_to);
        titles != texts_.references.end()) {
      for (const ReferenceTitle& each : titles->second) {
        if (each.value == shown) shown = each.title;
      }
    }
    lines.push_back({{"chemin", text(path)},
                     {"titre", prose(title)},
                     {"valeur", text(shown)},
                     {"manque", Value(empty)},
                     {"à_corriger", Value(mistake && !empty)}});
  }

  const Step& step_;
  const CaseState& state_;
  const FieldTexts& texts_;
  calendar::Date today_;
};

}  // namespace

std::vector<Record> review_lines(const Step& step, const CaseState& state, const FieldTexts& texts,
                                 calendar::Date today) {
  ReviewWriter writer(step, state, texts, today);
  if (step.bloc->is_list()) {
    writer.add_items(step.fields(), step.bloc->name, {});
  } else {
    for (const dossier::Field* field : step.fields()) {
      writer.add(*field, dossier::child_path(step.bloc->name, field->name), {}, nullptr);
    }
  }
  return std::move(writer.lines);
}

}  // namespace web
