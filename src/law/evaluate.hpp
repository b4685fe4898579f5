#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "law/deadline_rules.hpp"

namespace law {

// The days written in the case file under a path (« protection.reçue_le »): none, one, or those
// of every record of a list.
using FieldDates = std::function<std::vector<Moment>(std::string_view field)>;

struct Question {
  std::string rule;
  // Day of the event that starts the rule (or, backwards, of the event it ends at); it wins over
  // the case file.
  std::optional<Moment> start;
  FieldDates fields;                     // may be empty
  std::map<std::string, Moment> events;  // days known by event id; they win over the case file
  bool backwards = false;
  calendar::Place place;
};

struct OtherReading {
  std::string label;
  Moment moment;
  std::vector<Source> sources;
};

struct AdvisedDay {
  calendar::Date date;
  std::string reason;
};

// A computed deadline, with what led to it. `date` is nothing when a starting day is missing:
// `missing` then says which (path of the field, or name of the event).
struct Deadline {
  std::string id;
  std::string title;
  std::string regime;  // name of the version, or empty
  Nature nature = Nature::limit;
  std::optional<calendar::Date> date;
  std::optional<int> hour;  // minutes since midnight, Paris, when the law gives one
  std::optional<calendar::Date> start;
  std::vector<std::string> steps;  // French sentences
  std::vector<std::string> basis;  // citation ids
  std::string who;
  std::string lost;
  std::string reminder;
  std::string reservation;
  std::optional<std::string> extension;  // why the day was moved to an open day, when it was
  std::optional<AdvisedDay> advised;
  std::vector<OtherReading> alternatives;  // only those giving another date
  std::vector<calendar::Date> reminders;
  std::vector<std::string> missing;
  Confidence confidence = Confidence::to_verify;
  std::vector<Source> sources;
  std::string version;  // which version of the rule was applied, and why
};

// Nothing, with a diagnostic, when the rule cannot answer: unknown rule, law not covered on that
// day, rule repealed, no way to count. Never a guess.
[[nodiscard]] std::optional<Deadline> evaluate(const Question& question, DeadlineRules& rules,
                                               base::Diagnostics& diagnostics);

struct FreeCount {
  std::string length;  // « 5 jours francs »
  Moment start;
  bool backwards = false;
  std::optional<bool> extended;  // nothing: no extension, and the steps say what it would do
  calendar::Place place;
};

// `egide calcul "5 jours francs" --depuis …`: a month without the day sought gives its last day.
[[nodiscard]] std::optional<Deadline> count_freely(const FreeCount& request, DeadlineRules& rules,
                                                   base::Diagnostics& diagnostics);

}  // namespace law
