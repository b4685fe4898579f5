#pragma once

#include <optional>
#include <string>
#include <vector>

#include "law/count.hpp"
#include "law/provenance.hpp"

// A deadline rule: content/droit/delais/<id>.yaml. The keys of the file are described in
// CONTRIBUTING.md, « Ajouter un délai »; nothing that changes a date has a default.
namespace law {

// What the computed day is.
enum class Nature {
  limit,    // limite: last day to act
  waiting,  // attente: last day of a wait; acting is possible from the day after
  opening,  // ouverture: first day on which the thing may be done
  birth     // naissance: day on which a right or an implicit decision is born
};

// The date of the rule holds if all these acts were done within `within` of the starting event;
// else the date is that of the last of them.
struct DoneInTime {
  std::vector<std::string> acts;  // event ids
  Counting within;
};

// Another reading of the same law. The rule's own reading is the cautious one.
struct Alternative {
  std::string label;
  std::string start;  // event id; empty: that of the rule
  Counting counting;
  std::optional<int> hour;  // minutes since midnight
  std::optional<DoneInTime> done_in_time;
  std::vector<Source> sources;
};

// A day earlier than the limit at which it is wise to act: `days` before it, then the last open
// day. Only for a limit that the law does not extend.
struct Advice {
  int days = 0;
  std::string reason;
};

struct RuleVersion {
  Provenance provenance;
  bool repealed = false;  // then only `reminder` (why, and what replaces it) and the basis
  std::string regime;     // a short name shown with the date, or empty
  std::string start;      // event id
  Nature nature = Nature::limit;
  Counting counting;
  std::vector<std::string> extension_basis;  // citation ids and sources: the authority for moving
  std::vector<Source> extension_sources;     // the day, or for not moving it
  std::optional<int> hour;                   // minutes since midnight, Paris
  std::vector<std::string> basis;            // citation ids
  std::string who;
  std::string lost;
  std::string reminder;     // always shown with the date
  std::string reservation;  // what is not settled; empty if nothing
  std::vector<Alternative> alternatives;
  std::optional<Advice> advice;
  std::optional<DoneInTime> done_in_time;
  std::vector<int> reminders;  // days after the starting event
};

// The same period counted back from its other end: last day to send, from the day of the meeting.
struct Reverse {
  std::string start;  // event id
  std::string title;
};

struct Example {
  Moment start;
  bool backwards = false;
  std::string territory;  // empty: metropole
  std::vector<std::pair<std::string, Moment>> events;
  std::optional<calendar::Date> deadline;
  std::optional<int> hour;
  std::string source;
  base::Position position;
};

struct Rule {
  std::string id;
  std::string title;
  std::string version_event;  // event whose day chooses the version
  std::optional<Reverse> reverse;
  std::vector<RuleVersion> versions;  // in order of date
  std::vector<Example> examples;
  base::Position position;
};

[[nodiscard]] Rule read_rule(const yaml::Node& root, const std::string& id,
                             base::Diagnostics& diagnostics);

// « Dernier jour pour agir », « Premier jour possible »…
[[nodiscard]] std::string_view describe(Nature nature);

}  // namespace law
