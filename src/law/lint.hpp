#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "calendar/date.hpp"

namespace law {

struct LintOptions {
  calendar::Date today{};                 // given by the caller: the rooms have no clock
  std::chrono::days checked_within{365};  // an older check is a warning
  std::chrono::days end_within{730};      // a text that ends sooner is a warning
  std::string root = "content/droit";
  std::vector<std::string> prose = {"content/guide", "templates", "templates/communs"};
};

struct LintReport {
  std::vector<std::string> uncited;  // articles that nothing cites, in order of id
  int articles = 0;
  int offences = 0;
  int parameters = 0;
  int citations = 0;  // citations checked
};

// Reads the whole law database and everything that cites it (deadline rules, guide, templates),
// and reports: unreadable files, versions out of order or on the same day, missing sources,
// unknown keys (errors of the readers); citations of an article, a text, a family, a victim or a
// criterion that does not exist; checks dated in the future or too old; texts that come to their
// end; files in the wrong place; two names that differ only by case.
LintReport lint(const base::Files& files, const LintOptions& options,
                base::Diagnostics& diagnostics);

}  // namespace law
