#include "app/qualify.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/facts_reading.hpp"
#include "app/fixed_fields.hpp"
#include "base/text.hpp"
#include "dossier/check.hpp"
#include "law/qualification.hpp"
#include "yaml/node.hpp"

namespace app {
namespace {

constexpr base::Kind of_case = base::Kind::dossier;

// A form that asks nothing: the blocs are those of every document.
std::optional<dossier::Form> no_document(const Engine& engine, base::Diagnostics& diagnostics) {
  const auto ids = dossier::list_forms(engine.files());
  if (ids.empty()) return std::nullopt;
  auto form = dossier::load_form(engine.files(), ids.front(), diagnostics);
  if (!form) return std::nullopt;
  form->requests.clear();
  form->controls.clear();
  return form;
}

// The first word that the lines give.
std::string first_word(const std::vector<FactReading>& lines, const dossier::Case& dossier) {
  for (const FactReading& line : lines) {
    const auto words = words_read(line, dossier);
    if (!words.empty()) return words.front();
  }
  return {};
}

law::Facts facts_of(const FactsReading& reading, const dossier::Case& dossier, calendar::Date day,
                    const std::string& victim) {
  law::Facts facts;
  facts.date = day;
  facts.victim = victim;
  for (const auto& [name, lines] : reading.criteria) {
    const std::string word = first_word(lines, dossier);
    if (!word.empty()) facts.criteria[name] = word;
  }
  for (const FactReading& line : reading.circumstances) {
    for (std::string& word : words_read(line, dossier)) {
      facts.circumstances.push_back(std::move(word));
    }
  }
  return facts;
}

void set(dossier::RecordValue& record, const std::vector<std::string>& path, std::size_t at,
         const dossier::TextList& value) {
  for (dossier::NamedValue& field : record.fields) {
    if (field.name != path[at]) continue;
    if (at + 1 == path.size()) {
      field.value.data = value;
    } else if (auto* below = std::get_if<dossier::RecordValue>(&field.value.data)) {
      set(*below, path, at + 1, value);
    }
  }
}

// The case in which a field of several values has this one only: each nature of facts is looked
// at for itself, since one case may hold several offences.
dossier::Case narrowed(dossier::Case dossier, const std::string& path, const std::string& value) {
  set(dossier.root, base::split(path, '.'), 0, {value});
  return dossier;
}

void require(const dossier::Case& dossier, std::string_view field, const char* message,
             base::Diagnostics& diagnostics) {
  if (dossier.at(field) != nullptr) return;
  base::Diagnostic missing;
  missing.kind = of_case;
  missing.position.file = dossier.file;
  missing.field = field;
  missing.message = message;
  missing.hint = "Ajoutez ce champ au dossier.";
  diagnostics.add(std::move(missing));
}

bool depends_on(const law::Offence& offence, const std::vector<std::string>& criteria) {
  return criteria.empty() ||
         std::any_of(offence.criteria.begin(), offence.criteria.end(), [&](const auto& criterion) {
           return std::find(criteria.begin(), criteria.end(), criterion.name) != criteria.end();
         });
}

std::vector<MissingFact> missing_facts(const law::Vocabulary& words,
                                       const std::vector<std::string>& names) {
  std::vector<MissingFact> missing;
  for (const law::CriterionTerm& term : words.criteria) {
    if (std::find(names.begin(), names.end(), term.name) == names.end()) continue;
    MissingFact fact{term.name, term.title, {}};
    for (const law::Term& answer : term.values) fact.answers.push_back(answer.title);
    missing.push_back(std::move(fact));
  }
  return missing;
}

QualifiedOffence described(const law::Library& library, const law::Qualification& found,
                           calendar::Date day, base::Diagnostics& diagnostics) {
  QualifiedOffence offence;
  offence.id = found.offence->id;
  offence.title = found.offence->title;
  offence.applies = found.match == law::Match::applies;
  offence.missing = missing_facts(library.vocabulary(diagnostics), found.missing);
  offence.penalty = law::french(found.version->penalty);
  offence.base = library.citation_list(found.version->citations, diagnostics);
  offence.press = found.offence->press;
  offence.remark = found.version->remark;
  offence.explanation = law::explain_law(library, *found.offence, day, diagnostics);
  return offence;
}

// Adds an offence, or keeps the better of two answers about it.
void keep(std::vector<law::Qualification>& all, law::Qualification found) {
  const auto known = std::find_if(all.begin(), all.end(),
                                  [&](const auto& one) { return one.offence == found.offence; });
  if (known == all.end()) {
    all.push_back(std::move(found));
  } else if (known->match == law::Match::possible && found.match == law::Match::applies) {
    *known = std::move(found);
  }
}

std::vector<law::Qualification> all_that_fit(const law::Library& library,
                                             const FactsReading& reading,
                                             const dossier::Case& dossier, calendar::Date day,
                                             const std::string& victim,
                                             base::Diagnostics& diagnostics) {
  std::vector<law::Qualification> all;
  for (const FactReading& line : reading.families) {
    const dossier::FieldValue* value = dossier.at(line.field);
    const auto* chosen = value == nullptr ? nullptr : std::get_if<dossier::TextList>(&value->data);
    if (chosen == nullptr) continue;
    for (const std::string& each : *chosen) {
      const dossier::Case one = narrowed(dossier, line.field, each);
      const auto family = words_read(line, one);
      if (family.empty()) continue;
      law::Facts facts = facts_of(reading, one, day, victim);
      facts.family = family.front();
      for (law::Qualification& found : law::qualify(library, facts, diagnostics)) {
        if (depends_on(*found.offence, line.criteria)) keep(all, std::move(found));
      }
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    if (a.match != b.match) return a.match == law::Match::applies;
    return law::harsher(a.version->penalty, b.version->penalty);
  });
  return all;
}

}  // namespace

std::optional<CaseQualification> qualify_case(Engine& engine, const CaseFile& file,
                                              base::Diagnostics& diagnostics) {
  const auto form = no_document(engine, diagnostics);
  const yaml::Node root = yaml::parse(file.content, file.name, of_case, diagnostics);
  if (!form || diagnostics.has_errors()) return std::nullopt;
  const auto reading = read_facts_reading(engine.files(), *form, diagnostics);
  auto dossier = dossier::check(root, *form, {.draft = true}, diagnostics);
  if (!reading || !dossier) return std::nullopt;
  dossier->file = file.name;
  require(*dossier, facts_date_field, "la date des faits manque : elle choisit la loi applicable.",
          diagnostics);
  for (const FactReading& line : reading->victims) {
    require(*dossier, line.field, "la qualité de la victime manque : les peines en dépendent.",
            diagnostics);
  }
  if (!reading->families.empty()) {
    require(*dossier, reading->families.front().field, "la nature des faits manque.", diagnostics);
  }
  if (diagnostics.has_errors()) return std::nullopt;
  CaseQualification result;
  result.facts = std::get<calendar::Date>(dossier->at(facts_date_field)->data);
  const std::string victim = first_word(reading->victims, *dossier);
  for (const law::Term& term : engine.law().vocabulary(diagnostics).victims) {
    if (term.value == victim) result.victim = term.title;
  }
  for (const law::Qualification& found :
       all_that_fit(engine.law(), *reading, *dossier, result.facts, victim, diagnostics)) {
    result.offences.push_back(described(engine.law(), found, result.facts, diagnostics));
  }
  if (diagnostics.has_errors()) return std::nullopt;
  return result;
}

std::string qualification_json(const CaseQualification& found) {
  nlohmann::ordered_json root;
  root["date"] = calendar::iso(found.facts);
  root["victime"] = found.victim;
  root["infractions"] = nlohmann::ordered_json::array();
  for (const QualifiedOffence& offence : found.offences) {
    nlohmann::ordered_json item;
    item["id"] = offence.id;
    item["titre"] = offence.title;
    item["convient"] = offence.applies;
    item["manque"] = nlohmann::ordered_json::array();
    for (const MissingFact& fact : offence.missing) {
      item["manque"].push_back(
          {{"critère", fact.name}, {"titre", fact.title}, {"réponses", fact.answers}});
    }
    item["peine"] = offence.penalty;
    item["articles"] = offence.base;
    item["presse"] = offence.press;
    item["remarque"] = offence.remark;
    item["droit_appliqué"] = offence.explanation;
    root["infractions"].push_back(std::move(item));
  }
  return root.dump(2) + "\n";
}

}  // namespace app
