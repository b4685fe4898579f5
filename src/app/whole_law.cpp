#include <algorithm>
#include <map>

#include "app/catalogue.hpp"
#include "app/changes_values.hpp"
#include "app/deadlines.hpp"
#include "app/glossary.hpp"
#include "app/guide.hpp"
#include "app/law_values.hpp"
#include "app/values.hpp"
#include "base/text.hpp"

namespace app {

using templating::Record;
using templating::Value;

namespace {

// The eve of the act of 21 March 2024: tables show the penalties on both sides of it.
calendar::Date eve_of_2024_act() {
  using namespace std::chrono;
  return sys_days(year(2024) / March / 22);
}

// Of the vocabulary: the one for whom the guide is written.
constexpr std::string_view elected_victim = "élu";

// Offences that may victimize an elected member first, then from the lightest to the heaviest.
bool read_first(const law::OffenceVersion& left, const law::OffenceVersion& right) {
  const bool one = law::covers(left, elected_victim);
  const bool other = law::covers(right, elected_victim);
  return one != other ? one : law::harsher(right.penalty, left.penalty);
}

// Only what every chapter may show; nothing if the offence does not exist on `day`.
std::optional<Record> offence_row(const Engine& engine, const law::Offence& offence,
                                  calendar::Date day, base::Diagnostics& diagnostics) {
  const law::OffenceVersion* now = law::in_force(offence.versions, day);
  if (now == nullptr || now->repealed) return std::nullopt;
  const law::OffenceVersion* before = law::in_force(offence.versions, eve_of_2024_act());
  const bool existed = before != nullptr && !before->repealed;
  const std::string penalty = law::french(now->penalty);
  const std::string earlier = existed ? law::french(before->penalty) : std::string("—");
  return with_presence(
      {{"id", project_text(offence.id)},
       {"titre", project_text(offence.title)},
       {"description", project_text(offence.description)},
       {"faits", project_text(now->facts)},
       {"vise_élu", Value(law::covers(*now, elected_victim))},
       {"nature", project_text(std::string(law::name(now->nature)))},
       {"peine", project_text(penalty)},
       {"peine_avant", project_text(earlier)},
       {"prison", project_text(law::french_custody(now->penalty))},
       {"prison_avant",
        project_text(existed ? law::french_custody(before->penalty) : std::string("—"))},
       {"a_changé", Value(penalty != earlier)},
       {"articles", citation_values(engine, now->citations, diagnostics)},
       {"presse", Value(offence.press)},
       {"plainte_nécessaire", Value(offence.complaint_needed)},
       {"prescription", project_text(now->limitation_rule)},
       {"remarque", project_text(now->remark)},
       {"changement", project_text(now->change)},
       {"à_vérifier", Value(now->provenance.confidence == law::Confidence::to_verify)}});
}

// [{remarque, titres: [{titre}]}]: a remark that several offences share is told once.
Value remarks(const std::vector<std::pair<std::string, std::string>>& titles_and_remarks) {
  std::vector<std::pair<std::string, std::vector<Record>>> grouped;
  for (const auto& [title, remark] : titles_and_remarks) {
    if (remark.empty()) continue;
    const std::string& wanted = remark;
    auto group = std::find_if(grouped.begin(), grouped.end(),
                              [&](const auto& one) { return one.first == wanted; });
    if (group == grouped.end()) group = grouped.insert(grouped.end(), {remark, {}});
    group->second.push_back({{"titre", project_text(title)}});
  }
  std::vector<Record> records;
  records.reserve(grouped.size());
  for (auto& [remark, titles] : grouped) {
    records.push_back(
        with_presence({{"remarque", project_text(remark)}, {"titres", ranked(std::move(titles))}}));
  }
  return ranked(std::move(records));
}

void add_offences(const Engine& engine, calendar::Date day, Record& root,
                  base::Diagnostics& diagnostics) {
  struct Shown {
    const law::OffenceVersion* version;
    std::string title;
    Record row;
  };
  std::map<std::string, std::vector<Shown>> families;
  Record by_id;
  for (const std::string& id : engine.law().offence_ids()) {
    const law::Offence* offence = engine.law().offence(id, diagnostics);
    if (offence == nullptr) continue;
    auto row = offence_row(engine, *offence, day, diagnostics);
    // An offence that does not exist that day can still be named, and is then false.
    by_id.emplace_back(id, row ? Value(*row) : Value(templating::Absent{offence->title, id}));
    if (!row) continue;
    families[offence->family].push_back(
        {law::in_force(offence->versions, day), offence->title, std::move(*row)});
  }
  Record by_family;
  Record remarks_by_family;
  for (const law::Term& family : engine.law().vocabulary(diagnostics).families) {
    std::vector<Shown>& shown = families[family.value];
    std::stable_sort(shown.begin(), shown.end(), [](const Shown& left, const Shown& right) {
      return read_first(*left.version, *right.version);
    });
    std::vector<Record> rows;
    std::vector<std::pair<std::string, std::string>> titles_and_remarks;
    for (Shown& one : shown) {
      titles_and_remarks.emplace_back(one.title, one.version->remark);
      rows.push_back(std::move(one.row));
    }
    remarks_by_family.emplace_back(family.value, remarks(titles_and_remarks));
    by_family.emplace_back(family.value, ranked(std::move(rows)));
  }
  root.emplace_back("infractions", with_presence(std::move(by_family)));
  root.emplace_back("remarques", with_presence(std::move(remarks_by_family)));
  root.emplace_back("infraction", with_presence(std::move(by_id)));
}

const law::RuleVersion* rule_version(const law::Rule& rule, calendar::Date day) {
  return law::in_force(rule.versions, day);
}

std::optional<Record> deadline_row(Engine& engine, const std::string& id, calendar::Date day,
                                   base::Diagnostics& diagnostics) {
  const law::Rule* rule = engine.rules().rule(id, diagnostics);
  if (rule == nullptr) return std::nullopt;
  const law::RuleVersion* version = rule_version(*rule, day);
  if (version == nullptr || version->repealed) return std::nullopt;
  const law::Event* start = engine.rules().event(version->start, diagnostics);
  return with_presence(
      {{"id", project_text(rule->id)},
       {"titre", project_text(rule->title)},
       {"régime", project_text(version->regime)},
       {"départ", project_text(start == nullptr ? std::string() : start->name)},
       {"durée", project_text(law::describe(version->counting.length))},
       {"heure", version->hour ? project_text(law::hour_french(*version->hour)) : Value(false)},
       {"qui", project_text(version->who)},
       {"perdu", project_text(version->lost)},
       {"articles", citation_values(engine, version->basis, diagnostics)},
       {"avertissement", project_text(version->reminder)},
       {"réserve", project_text(version->reservation)},
       {"confiance", project_text(std::string(law::name(version->provenance.confidence)))},
       {"à_vérifier", Value(version->provenance.confidence == law::Confidence::to_verify)}});
}

// Every rule under one theme and one only: none may be missing from the list that people read.
Value themes(const std::vector<DeadlineTheme>& plan, const std::map<std::string, Record>& rows,
             const std::vector<std::string>& ids, base::Diagnostics& diagnostics) {
  std::map<std::string, int> listed;
  std::vector<Record> records;
  for (const DeadlineTheme& theme : plan) {
    std::vector<Record> deadlines;
    for (const std::string& id : theme.rules) {
      ++listed[id];
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
        diagnostics.error(base::Kind::content, theme.position,
                          "règle «\u00A0" + id + "\u00A0» inconnue." + base::did_you_mean(id, ids));
      }
      if (const auto row = rows.find(id); row != rows.end()) deadlines.push_back(row->second);
    }
    records.push_back(with_presence(
        {{"titre", project_text(theme.title)}, {"délais", ranked(std::move(deadlines))}}));
  }
  for (const std::string& id : ids) {
    if (listed[id] == 1) continue;
    diagnostics.error(base::Kind::content, plan.empty() ? base::Position{} : plan.front().position,
                      "la règle «\u00A0" + id + "\u00A0» doit être dans un thème, et un seul.");
  }
  return ranked(std::move(records));
}

void add_deadline_rules(Engine& engine, const GuidePlan& plan, calendar::Date day, Record& root,
                        base::Diagnostics& diagnostics) {
  std::vector<Record> rows;
  std::map<std::string, Record> row_of;
  Record by_id;
  const std::vector<std::string> ids = engine.rules().ids();
  for (const std::string& id : ids) {
    auto row = deadline_row(engine, id, day, diagnostics);
    by_id.emplace_back(id, row ? Value(*row) : Value(templating::Absent{id, id}));
    if (!row) continue;
    row_of.emplace(id, *row);
    rows.push_back(std::move(*row));
  }
  root.emplace_back("délais", ranked(std::move(rows)));
  root.emplace_back("délai", with_presence(std::move(by_id)));
  root.emplace_back("thèmes", themes(plan.themes, row_of, ids, diagnostics));
}

Value parameters(const Engine& engine, calendar::Date day) {
  Record record;
  for (const std::string& id : engine.law().parameter_ids()) {
    // A value that did not exist yet that day is absent, which is no mistake of the guide.
    base::Diagnostics own;
    auto values = parameter_record(engine, id, day, own);
    record.emplace_back(id, values ? Value(std::move(*values)) : Value(templating::Absent{id, id}));
  }
  return with_presence(std::move(record));
}

Value open_points(const Engine& engine, base::Diagnostics& diagnostics) {
  std::vector<Record> rows;
  for (const law::OpenPoint& point : engine.law().open_points(diagnostics)) {
    rows.push_back(
        with_presence({{"id", project_text(point.id)},
                       {"titre", project_text(point.title)},
                       {"explication", project_text(point.explanation)},
                       {"conduite", project_text(point.meanwhile)},
                       {"articles", citation_values(engine, point.citations, diagnostics)}}));
  }
  return ranked(std::move(rows));
}

void add_documents(const Engine& engine, Record& root, base::Diagnostics& diagnostics) {
  std::vector<Record> rows;
  Record by_id;
  for (const CatalogueEntry& entry : catalogue(engine, diagnostics)) {
    Record row = with_presence({{"id", project_text(entry.id)},
                                {"titre", project_text(entry.title)},
                                {"pour", project_text(entry.audience)},
                                {"description", project_text(entry.description)}});
    by_id.emplace_back(entry.id, row);
    rows.push_back(std::move(row));
  }
  root.emplace_back("documents", ranked(std::move(rows)));
  root.emplace_back("document", with_presence(std::move(by_id)));
}

Value glossary(const Engine& engine, base::Diagnostics& diagnostics) {
  std::vector<Record> rows;
  for (const GlossaryTerm& term : read_glossary(engine.files(), diagnostics)) {
    rows.push_back(
        with_presence({{"id", project_text(term.id)},
                       {"ancre", project_text(term_anchor(term.id))},
                       {"terme", project_text(term.term)},
                       {"définition", project_text(term.definition)},
                       {"articles", citation_values(engine, term.citations, diagnostics)}}));
  }
  return ranked(std::move(rows));
}

}  // namespace

Record whole_law(Engine& engine, const GuidePlan& plan, calendar::Date day,
                 base::Diagnostics& diagnostics) {
  Record root;
  add_offences(engine, day, root, diagnostics);
  add_deadline_rules(engine, plan, day, root, diagnostics);
  root.emplace_back("droit", parameters(engine, day));
  root.emplace_back("changements", changes_by_day(engine, eve_of_2024_act(),
                                                  std::max(day, eve_of_2024_act()), diagnostics));
  root.emplace_back("changements_ensuite",
                    changes_by_day(engine, day, std::max(day, plan.edition), diagnostics));
  root.emplace_back("points", open_points(engine, diagnostics));
  add_documents(engine, root, diagnostics);
  root.emplace_back("glossaire", glossary(engine, diagnostics));
  root.emplace_back("édition", with_presence({{"date", date_value(day)},
                                              {"parue", date_value(plan.edition)},
                                              {"antérieure", Value(day < plan.edition)},
                                              {"droit_vérifié_le", date_value(plan.law_checked_on)},
                                              {"titre", project_text(plan.title)},
                                              {"soustitre", project_text(plan.subtitle)},
                                              {"éditeur", project_text(plan.publisher)}}));
  return root;
}

}  // namespace app
