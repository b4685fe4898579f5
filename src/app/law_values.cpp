#include "app/law_values.hpp"

#include "app/values.hpp"
#include "base/amount.hpp"
#include "law/qualification.hpp"

namespace app {

using templating::List;
using templating::Record;
using templating::Value;

Value citation_values(const Engine& engine, const std::vector<std::string>& citations,
                      base::Diagnostics& diagnostics) {
  std::vector<Record> records;
  records.reserve(citations.size());
  for (const std::string& id : citations) {
    records.push_back({{"citation", project_text(id)},
                       {"texte", project_text(engine.law().citation_text(id, diagnostics))},
                       {"court", project_text(engine.law().short_citation(id, diagnostics))}});
  }
  return ranked(std::move(records));
}

std::optional<Record> offence_record(const Engine& engine, const OffenceAsked& asked,
                                     base::Diagnostics& diagnostics) {
  const law::Offence* offence = engine.law().offence(asked.id, diagnostics, asked.citing);
  if (offence == nullptr) return std::nullopt;
  const law::OffenceVersion* version = law::in_force(offence->versions, asked.facts);
  if (version == nullptr || version->repealed) {
    diagnostics.error(asked.citing.kind, asked.citing.position,
                      "l’infraction «\u00A0" + offence->title + " » n’est pas couverte au " +
                          calendar::french(asked.facts) + ".",
                      "Choisissez une infraction qui existait le jour des faits.");
    return std::nullopt;
  }
  if (!asked.victim.empty() && !law::covers(*version, asked.victim)) {
    diagnostics.warning(asked.citing.kind, asked.citing.position,
                        "l’infraction «\u00A0" + offence->title +
                            "\u00A0» ne vise pas, le jour des faits, une victime de cette qualité.",
                        "Victimes visées\u00A0: " + law::french_list(version->victims) +
                            ". Vérifiez le choix avec «\u00A0egide droit\u00A0».");
  }
  std::vector<Record> complementary;
  for (const law::ComplementaryPenalty& penalty : version->complementary) {
    complementary.push_back(
        {{"titre", project_text(penalty.title)},
         {"articles", citation_values(engine, penalty.citations, diagnostics)}});
  }
  const auto explanation = law::explain_law(engine.law(), *offence, asked.facts, diagnostics);
  return with_presence(
      {{"id", project_text(offence->id)},
       {"titre", project_text(offence->title)},
       {"description", project_text(offence->description)},
       {"famille", project_text(offence->family)},
       {"nature", project_text(std::string(law::name(version->nature)))},
       {"peine", project_text(law::french(version->penalty))},
       {"faits", project_text(law::facts_for(*version, asked.victim))},
       {"articles", citation_values(engine, version->citations, diagnostics)},
       {"base", project_text(engine.law().citation_list(version->citations, diagnostics))},
       {"presse", Value(offence->press)},
       {"plainte_nécessaire", Value(offence->complaint_needed)},
       {"prescription", project_text(version->limitation_rule)},
       {"complémentaires", ranked(std::move(complementary))},
       {"remarque", project_text(version->remark)},
       {"changement", project_text(version->change)},
       {"explication", text_list(explanation, false)},
       {"à_vérifier", Value(version->provenance.confidence == law::Confidence::to_verify)}});
}

namespace {

Value parameter_value(const law::ParameterValue& value) {
  switch (value.type) {
    case law::ParameterType::text:
      return project_text(value.text);
    case law::ParameterType::integer:
      return project_text(base::written_number(value.number));
    case law::ParameterType::amount:
      return amount_value(value.number);
    case law::ParameterType::yes_no:
      return Value(value.yes);
  }
  return Value();
}

}  // namespace

std::optional<Record> parameter_record(const Engine& engine, const std::string& id,
                                       calendar::Date day, base::Diagnostics& diagnostics) {
  const law::ParameterVersion* version = engine.law().parameter_on(id, day, diagnostics);
  if (version == nullptr) return std::nullopt;
  Record record;
  for (const auto& [name, value] : version->values)
    record.emplace_back(name, parameter_value(value));
  record.emplace_back("base",
                      project_text(engine.law().citation_list(version->citations, diagnostics)));
  record.emplace_back("articles", citation_values(engine, version->citations, diagnostics));
  record.emplace_back("changement", project_text(version->change));
  record.emplace_back("depuis", date_value(version->provenance.since));
  record.emplace_back("à_vérifier",
                      Value(version->provenance.confidence == law::Confidence::to_verify));
  return with_presence(std::move(record));
}

dossier::ParameterLookup numbers_of_the_law(const Engine& engine, base::Diagnostics& diagnostics) {
  return [&engine, &diagnostics](const std::string& id, const std::string& key,
                                 calendar::Date day) -> std::optional<std::int64_t> {
    base::Diagnostics uncovered;  // said when the document shows the parameter
    const law::ParameterVersion* version = engine.law().parameter_on(id, day, uncovered);
    if (version == nullptr) return std::nullopt;
    const auto value = version->values.find(key);
    const bool number =
        value != version->values.end() && (value->second.type == law::ParameterType::integer ||
                                           value->second.type == law::ParameterType::amount);
    if (number) return value->second.number;
    diagnostics.error(
        base::Kind::content, {"content/droit/parametres/" + id + ".yaml", 0, 0},
        "«\u00A0" + key + "\u00A0» n’y est pas un nombre, et un formulaire le compare.");
    return std::nullopt;
  };
}

}  // namespace app
