#include "web/case_state.hpp"

#include "app/law_values.hpp"
#include "base/text.hpp"
#include "dossier/check.hpp"
#include "dossier/value_reader.hpp"
#include "dossier/write_case.hpp"

namespace web {
namespace {

constexpr const char* file_name = "dossier.yaml";

dossier::Field whole_case(const dossier::Form& form) {
  dossier::Field whole;
  whole.type = dossier::FieldType::record;
  whole.fields = form.blocs;
  return whole;
}

// The names that no form knows: the only mistakes that the pages could not show.
void check_names(const dossier::Answer& answer, const dossier::Field& field,
                 const std::string& path, base::Diagnostics& diagnostics) {
  if (const auto* items = answer.items()) {
    for (std::size_t i = 0; i < items->size(); ++i) {
      check_names((*items)[i], field, dossier::child_path(path, std::to_string(i + 1)),
                  diagnostics);
    }
  } else if (const auto* entries = answer.entries()) {
    for (const dossier::NamedAnswer& entry : *entries) {
      const dossier::Field* child = field.find(entry.name);
      const std::string child_path = dossier::child_path(path, entry.name);
      if (child != nullptr) {
        check_names(entry.value, *child, child_path, diagnostics);
        continue;
      }
      std::vector<std::string> known;
      for (const dossier::Field& each : field.fields) known.push_back(each.name);
      diagnostics.error(base::Kind::dossier, {file_name},
                        "« " + child_path + " » n’est le nom d’aucune rubrique." +
                            base::did_you_mean(entry.name, known));
    }
  }
}

}  // namespace

CaseState examine(const app::Engine& directory, const dossier::Form& form, dossier::Answer answers,
                  calendar::Date today) {
  CaseState state;
  state.answers = std::move(answers);
  state.yaml = dossier::write_case(state.answers);
  app::CompletedCase completed = app::complete_from_place(
      directory, form, yaml::parse(state.yaml, file_name, base::Kind::dossier, state.diagnostics),
      state.diagnostics);
  const yaml::Node& root = completed.root;
  state.shown = dossier::answers(root);
  state.completed = std::move(completed.fields);
  base::Diagnostics said_by_check;
  dossier::ValueReader reader(said_by_check);
  state.readable.root = reader.read_record(root, whole_case(form), {});
  state.readable.file = file_name;
  const auto law = app::numbers_of_the_law(directory, state.diagnostics);
  (void)dossier::check(root, form, {.today = today, .law = law}, state.diagnostics);
  return state;
}

std::optional<dossier::Answer> sealed_answers(const Request& request, const Seal& seal) {
  const std::string content = with_plain_line_ends(request.form_value("dossier"));
  if (content.empty()) return dossier::Answer(dossier::Answer::Entries{});
  if (!seal.matches(content, request.form_value("sceau"))) return std::nullopt;
  base::Diagnostics diagnostics;
  const yaml::Node root = yaml::parse(content, file_name, base::Kind::dossier, diagnostics);
  if (diagnostics.has_errors() || !root.is_mapping()) return std::nullopt;
  return dossier::answers(root);
}

std::optional<dossier::Answer> read_answers(std::string_view content,
                                            base::Diagnostics& diagnostics) {
  const yaml::Node root = yaml::parse(content, file_name, base::Kind::dossier, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  if (!root.is_mapping()) {
    diagnostics.error(base::Kind::dossier, {file_name},
                      "Ce fichier n’est pas un dossier : il n’a pas de rubriques.");
    return std::nullopt;
  }
  return dossier::answers(root);
}

std::optional<dossier::Answer> uploaded_answers(std::string_view content, const dossier::Form& form,
                                                base::Diagnostics& diagnostics) {
  auto answers = read_answers(content, diagnostics);
  if (!answers) return std::nullopt;
  check_names(*answers, whole_case(form), {}, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return answers;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      out += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace web
