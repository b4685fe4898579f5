#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "calendar/holidays.hpp"
#include "law/events.hpp"
#include "law/rule.hpp"

namespace law {

// The deadline rules of content/droit/delais, with the events and the public holidays. Each file
// is read the first time it is needed, and once; what is wrong in it is reported then.
class DeadlineRules {
 public:
  // `files` must outlive this object.
  explicit DeadlineRules(const base::Files& files) : files_(files) {}

  // Null if there is no such rule (reported, with the nearest one) or if its file has mistakes.
  [[nodiscard]] const Rule* rule(const std::string& id, base::Diagnostics& diagnostics);
  // Null and reported if content/droit/evenements.yaml does not define it.
  [[nodiscard]] const Event* event(const std::string& id, base::Diagnostics& diagnostics);
  [[nodiscard]] const calendar::Holidays& holidays(base::Diagnostics& diagnostics);
  // False, and reported with the known ones, if the place is in no territory of the holidays.
  [[nodiscard]] bool knows(const calendar::Place& place, base::Diagnostics& diagnostics);

  // Every rule, sorted by byte.
  [[nodiscard]] std::vector<std::string> ids() const;
  // Reads everything and reports every mistake, unknown events included.
  void check_all(base::Diagnostics& diagnostics);

 private:
  [[nodiscard]] yaml::Node parse(const std::string& path, base::Diagnostics& diagnostics) const;
  [[nodiscard]] const std::vector<Event>& events(base::Diagnostics& diagnostics);
  void check_events(const Rule& rule, base::Diagnostics& diagnostics);

  const base::Files& files_;
  std::map<std::string, std::optional<Rule>> rules_;
  std::optional<std::vector<Event>> events_;
  std::optional<calendar::Holidays> holidays_;
};

}  // namespace law
