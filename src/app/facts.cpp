#include "app/facts.hpp"

#include <algorithm>

#include "app/case_values.hpp"
#include "app/law_values.hpp"
#include "app/values.hpp"
#include "dossier/calculation.hpp"
#include "dossier/condition.hpp"

namespace app {

using templating::Absent;
using templating::List;
using templating::Record;
using templating::Value;

namespace {

dossier::Evaluation evaluation_of(const Affair& affair) {
  return {affair.form, affair.dossier, nullptr, affair.today};
}

Record condition_values(const Affair& affair) {
  Record record;
  for (const auto& [name, yes] : dossier::evaluate_named(evaluation_of(affair))) {
    record.emplace_back(name, Value(yes));
  }
  return record;
}

// What a template may name of a deadline that could not be computed: the missing day.
Value missing_deadline(const dossier::DeadlineUse& use, const std::vector<law::Deadline>& found) {
  const auto same = [&](const law::Deadline& d) { return d.id == use.name(); };
  const auto known = std::find_if(found.begin(), found.end(), same);
  if (known == found.end()) return Absent{"délai « " + use.name() + " »", "délai." + use.name()};
  const std::string missing = known->missing.empty() ? "" : known->missing.front();
  return Absent{known->title, missing};
}

void add_deadlines(Engine& engine, const Affair& affair, Record& root,
                   base::Diagnostics& diagnostics) {
  const auto found = deadlines_of(engine, affair, diagnostics);
  std::vector<Record> list;
  Record by_id;
  for (const law::Deadline& deadline : dated(found)) {
    Record record = deadline_record(engine, deadline, diagnostics);
    record.emplace_back("dépassée", Value(*deadline.date < affair.today));
    by_id.emplace_back(deadline.id, Value(record));
    list.push_back(std::move(record));
  }
  for (const dossier::DeadlineUse& use : affair.form.deadlines) {
    const bool present = std::any_of(by_id.begin(), by_id.end(),
                                     [&](const auto& entry) { return entry.first == use.name(); });
    if (!present) by_id.emplace_back(use.name(), missing_deadline(use, found));
  }
  root.emplace_back("délais", ranked(std::move(list)));
  root.emplace_back("délai", with_presence(std::move(by_id)));
}

std::optional<calendar::Date> selecting_day(const Affair& affair, const std::string& path) {
  if (path.empty() || path == dossier::today_path) return affair.today;
  const dossier::FieldValue* value = affair.dossier.at(path);
  if (value == nullptr) return std::nullopt;
  const auto* date = std::get_if<calendar::Date>(&value->data);
  return date == nullptr ? std::nullopt : std::optional(*date);
}

Record parameter_values(Engine& engine, const Affair& affair, base::Diagnostics& diagnostics) {
  Record record;
  for (const dossier::ParameterUse& use : affair.form.parameters) {
    const auto day = selecting_day(affair, use.by);
    const bool wanted = !use.condition || dossier::evaluate(*use.condition, evaluation_of(affair));
    if (!day || !wanted) {
      record.emplace_back(use.id, Absent{"valeur « " + use.id + " » de la loi", use.by});
      continue;
    }
    auto values = parameter_record(engine, use.id, *day, diagnostics);
    record.emplace_back(use.id, values ? Value(std::move(*values)) : Value());
  }
  return with_presence(std::move(record));
}

Value total_value(const dossier::CalculationResult& result, std::int64_t total) {
  return result.amounts ? amount_value(total) : project_text(std::to_string(total));
}

Record calculation_values(const Affair& affair, base::Diagnostics& diagnostics) {
  Record record;
  const auto results = dossier::calculate(affair.form, affair.dossier, affair.today, diagnostics);
  if (!results) return record;
  for (const dossier::CalculationResult& result : *results) {
    if (result.groups.empty()) {
      record.emplace_back(result.name, total_value(result, result.total));
      continue;
    }
    std::vector<Record> groups;
    for (const dossier::CalculationGroup& group : result.groups) {
      groups.push_back({{"valeur", project_text(group.value)},
                        {"titre", project_text(group.title)},
                        {"total", total_value(result, group.total)},
                        {"nombre", project_text(std::to_string(group.items.size()))}});
    }
    record.emplace_back(result.name, with_presence({{"total", total_value(result, result.total)},
                                                    {"groupes", ranked(std::move(groups))}}));
  }
  return with_presence(std::move(record));
}

}  // namespace

Value facts(Engine& engine, const Affair& affair, base::Diagnostics& diagnostics) {
  Record root = case_values(engine, affair.form, affair.dossier, affair.redaction, diagnostics);
  root.emplace_back("établi_le", date_value(affair.today));
  root.emplace_back("condition", condition_values(affair));
  add_deadlines(engine, affair, root, diagnostics);
  root.emplace_back("droit", parameter_values(engine, affair, diagnostics));
  root.emplace_back("calcul", calculation_values(affair, diagnostics));
  return root;
}

}  // namespace app
