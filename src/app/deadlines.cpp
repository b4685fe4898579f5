#include "app/deadlines.hpp"

#include <algorithm>
#include <tuple>

#include "app/body_articles.hpp"
#include "app/fixed_fields.hpp"
#include "app/law_values.hpp"
#include "app/values.hpp"
#include "dossier/condition.hpp"

namespace app {

using templating::List;
using templating::Record;
using templating::Value;

namespace {

law::FieldDates dates_of(const dossier::Case& dossier) {
  return [&dossier](std::string_view field) {
    std::vector<law::Moment> moments;
    for (const dossier::FieldValue* value : dossier::values_at(dossier, field)) {
      const auto* date = std::get_if<calendar::Date>(&value->data);
      if (date != nullptr) moments.push_back({*date, std::nullopt});
    }
    return moments;
  };
}

}  // namespace

calendar::Place place_of(const dossier::Case& dossier) {
  calendar::Place place;
  if (const auto* territory = dossier.at(territory_field)) {
    place.territory = dossier::canonical_text(*territory);
  }
  if (const auto* church = dossier.at(protestant_church_field)) {
    place.protestant_church = std::get<bool>(church->data);
  }
  return place;
}

std::vector<law::Deadline> deadlines_of(Engine& engine, const Affair& affair,
                                        base::Diagnostics& diagnostics) {
  std::vector<law::Deadline> found;
  const dossier::Evaluation evaluation{affair.form, affair.dossier, nullptr, affair.today};
  if (affair.form.deadlines.empty()) return found;
  const BodyArticles body(engine, affair.dossier, diagnostics);
  for (const dossier::DeadlineUse& use : affair.form.deadlines) {
    if (use.condition && !dossier::evaluate(*use.condition, evaluation)) continue;
    law::Question question{use.rule, std::nullopt,  dates_of(affair.dossier),
                           {},       use.backwards, place_of(affair.dossier)};
    if (!use.from.empty()) {
      const auto starts = question.fields(use.from);
      if (!starts.empty()) question.start = starts.front();
    }
    auto deadline = law::evaluate(question, engine.rules(), diagnostics);
    if (!deadline) continue;
    deadline->id = use.name();
    deadline->basis = body.of(std::move(deadline->basis));
    found.push_back(std::move(*deadline));
  }
  return found;
}

namespace {

Value other_readings(const law::Deadline& deadline) {
  std::vector<Record> readings;
  for (const law::OtherReading& reading : deadline.alternatives) {
    Record record{
        {"libellé", project_text(reading.label)},
        {"échéance", date_value(reading.moment.date)},
        {"heure", reading.moment.minute ? project_text(law::hour_french(*reading.moment.minute))
                                        : Value(false)}};
    readings.push_back(with_presence(std::move(record)));
  }
  return ranked(std::move(readings));
}

Value optional_date(const std::optional<calendar::Date>& date) {
  return date ? date_value(*date) : Value(false);
}

Value texts(const std::vector<std::string>& sentences) {
  List list;
  for (const std::string& sentence : sentences) list.push_back(project_text(sentence));
  return list;
}

}  // namespace

Record deadline_record(Engine& engine, const law::Deadline& deadline,
                       base::Diagnostics& diagnostics) {
  const auto flag = [](bool yes) { return Value(yes); };
  Record advised{{"date", deadline.advised ? date_value(deadline.advised->date) : Value(false)},
                 {"raison", project_text(deadline.advised ? deadline.advised->reason : "")}};
  return with_presence(
      {{"id", project_text(deadline.id)},
       {"libellé", project_text(deadline.title)},
       {"régime", project_text(deadline.regime)},
       {"échéance", optional_date(deadline.date)},
       {"heure", deadline.hour ? project_text(law::hour_french(*deadline.hour)) : Value(false)},
       {"départ", optional_date(deadline.start)},
       {"étapes", texts(deadline.steps)},
       {"base", deadline.basis.empty() ? Value(false) : project_text(deadline.basis.front())},
       {"articles", citation_values(engine, deadline.basis, diagnostics)},
       {"qui", project_text(deadline.who)},
       {"perdu", project_text(deadline.lost)},
       {"avertissement", project_text(deadline.reminder)},
       {"réserve", project_text(deadline.reservation)},
       {"report", project_text(deadline.extension.value_or(""))},
       {"conseillée", deadline.advised ? Value(with_presence(std::move(advised)))
                                       : Value(templating::Absent{"jour conseillé", ""})},
       {"autres_lectures", other_readings(deadline)},
       {"à_vérifier", flag(deadline.confidence == law::Confidence::to_verify)},
       {"probable", flag(deadline.confidence == law::Confidence::probable)},
       {"nature", project_text(std::string(law::describe(deadline.nature)))},
       {"est_limite", flag(deadline.nature == law::Deadline{}.nature)}});
}

std::vector<law::Deadline> dated(std::vector<law::Deadline> deadlines) {
  std::erase_if(deadlines, [](const law::Deadline& d) { return !d.date; });
  std::stable_sort(deadlines.begin(), deadlines.end(), [](const auto& a, const auto& b) {
    return std::tuple(*a.date, a.hour.value_or(24 * 60)) <
           std::tuple(*b.date, b.hour.value_or(24 * 60));
  });
  return deadlines;
}

}  // namespace app
