#include "law/qualification.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::usage;

void report_unknown(std::string_view what, const std::string& value,
                    const std::vector<std::string>& known, base::Diagnostics& diagnostics) {
  if (std::find(known.begin(), known.end(), value) != known.end()) return;
  diagnostics.error(kind, {}, std::string(what) + " « " + value + " » : valeur inconnue.",
                    "Valeurs possibles : " + french_list(known) + ".");
}

bool check_words(const Vocabulary& words, const Facts& facts, base::Diagnostics& diagnostics) {
  base::Diagnostics found;
  if (!facts.family.empty())
    report_unknown("famille", facts.family, values_of(words.families), found);
  report_unknown("victime", facts.victim, values_of(words.victims), found);
  std::vector<std::string> names;
  for (const CriterionTerm& term : words.criteria) names.push_back(term.name);
  for (const auto& [name, value] : facts.criteria) {
    report_unknown("critère", name, names, found);
    for (const CriterionTerm& term : words.criteria) {
      if (term.name == name) report_unknown(name, value, values_of(term.values), found);
    }
  }
  std::vector<std::string> circumstances;
  for (const Circumstance& one : words.circumstances) circumstances.push_back(one.value);
  for (const std::string& value : facts.circumstances) {
    report_unknown("circonstance", value, circumstances, found);
  }
  for (const base::Diagnostic& one : found.all()) diagnostics.add(one);
  return !found.has_errors();
}

// How many circumstances count for this family, stated or implied by a criterion.
int count_circumstances(const Vocabulary& words, const Facts& facts, const std::string& family) {
  int count = 0;
  for (const Circumstance& one : words.circumstances) {
    const auto& families = one.families;
    if (std::find(families.begin(), families.end(), family) == families.end()) continue;
    bool holds = std::find(facts.circumstances.begin(), facts.circumstances.end(), one.value) !=
                 facts.circumstances.end();
    if (one.implied_by) {
      const auto criterion = facts.criteria.find(one.implied_by->first);
      holds = holds ||
              (criterion != facts.criteria.end() && criterion->second == one.implied_by->second);
    }
    if (holds) ++count;
  }
  return count;
}

// Nothing if the facts exclude the offence.
std::optional<Qualification> confront(const Offence& offence, const OffenceVersion& version,
                                      const Vocabulary& words, const Facts& facts) {
  if (!covers(version, facts.victim)) return std::nullopt;
  const int count = count_circumstances(words, facts, offence.family);
  if (count < offence.circumstances_at_least) return std::nullopt;
  if (offence.circumstances_at_most >= 0 && count > offence.circumstances_at_most) {
    return std::nullopt;
  }
  Qualification result{&offence, &version, Match::applies, {}};
  for (const Criterion& criterion : offence.criteria) {
    const auto known = facts.criteria.find(criterion.name);
    if (known == facts.criteria.end()) {
      result.match = Match::possible;
      result.missing.push_back(criterion.name);
    } else if (std::find(criterion.accepted.begin(), criterion.accepted.end(), known->second) ==
               criterion.accepted.end()) {
      return std::nullopt;
    }
  }
  return result;
}

void warn_not_covered(const Offence& offence, base::Diagnostics& diagnostics) {
  diagnostics.warning(base::Kind::content, offence.position,
                      "droit non couvert : la base ne connaît « " + offence.title +
                          " » que depuis le " +
                          calendar::french(offence.versions.front().provenance.since) + ".");
}

}  // namespace

std::vector<Qualification> qualify(const Library& library, const Facts& facts,
                                   base::Diagnostics& diagnostics) {
  std::vector<Qualification> found;
  const Vocabulary& words = library.vocabulary(diagnostics);
  if (!check_words(words, facts, diagnostics)) return found;
  for (const std::string& id : library.offence_ids()) {
    const Offence* offence = library.offence(id, diagnostics);
    if (offence == nullptr) continue;
    if (!facts.family.empty() && offence->family != facts.family) continue;
    const OffenceVersion* version = in_force(offence->versions, facts.date);
    if (version == nullptr) {
      // A first version that entered into force that day created the offence: before it, the facts
      // were not punishable under this name, and nothing is missing from the database.
      if (!offence->versions.front().provenance.entry_into_force) {
        warn_not_covered(*offence, diagnostics);
      }
      continue;
    }
    if (version->repealed) continue;
    if (auto one = confront(*offence, *version, words, facts)) found.push_back(std::move(*one));
  }
  std::stable_sort(found.begin(), found.end(), [](const Qualification& a, const Qualification& b) {
    if (a.match != b.match) return a.match == Match::applies;
    return harsher(a.version->penalty, b.version->penalty);
  });
  return found;
}

std::vector<std::string> explain_law(const Library& library, const Offence& offence,
                                     calendar::Date day, base::Diagnostics& diagnostics) {
  std::vector<std::string> sentences;
  const OffenceVersion* applied = in_force(offence.versions, day);
  if (applied == nullptr || applied->repealed) return sentences;
  sentences.push_back("La loi pénale applicable est celle du jour des faits, le " +
                      calendar::french(day) + " (" +
                      library.citation_text("code-penal/112-1", diagnostics) + ").");
  if (applied->provenance.entry_into_force) {
    sentences.push_back("Les peines indiquées sont en vigueur depuis le " +
                        calendar::french(applied->provenance.since) + ".");
  }
  for (const OffenceVersion& later : offence.versions) {
    if (later.provenance.since <= day || later.repealed) continue;
    const std::string since = calendar::french(later.provenance.since);
    if (harsher(later.penalty, applied->penalty)) {
      sentences.push_back("La loi plus sévère en vigueur depuis le " + since + " (" +
                          french(later.penalty) +
                          ") n’est pas rétroactive : elle ne s’applique pas à ces faits.");
    } else if (harsher(applied->penalty, later.penalty)) {
      sentences.push_back("La loi plus douce en vigueur depuis le " + since + " (" +
                          french(later.penalty) +
                          ") s’applique aux faits antérieurs qui n’ont pas été jugés "
                          "définitivement.");
    }
  }
  return sentences;
}

}  // namespace law
