#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "yaml/node.hpp"

namespace law {

// Something that starts a deadline or chooses the version of a rule
// (content/droit/evenements.yaml). Its day comes from the case file or from another rule.
struct Event {
  std::string id;
  std::string name;                 // French, with its article: « la réception de la demande »
  std::vector<std::string> fields;  // paths in the case file; the first one filled in is used, and
                                    // the earliest of its days when there are several
  std::string rule;                 // else the deadline that this rule gives; may be empty
  // The earliest day among the readings of that rule, not the rule's own: for a period that must
  // have been used whatever reading prevails.
  bool earliest_reading = false;
};

// Reports an event without a name. An event may have neither field nor rule: its day is
// then only known from the command line.
[[nodiscard]] std::vector<Event> read_events(const yaml::Node& root,
                                             base::Diagnostics& diagnostics);

[[nodiscard]] const Event* find_event(const std::vector<Event>& events, std::string_view id);

}  // namespace law
