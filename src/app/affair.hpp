#pragma once

#include <string>
#include <vector>

#include "app/generate.hpp"

// `egide affaire`: which documents a case calls for, in their order, with its deadlines.
namespace app {

// A document that the case calls for, and why (the form says both).
struct CalledDocument {
  std::string id, title, audience, because;
  // What keeps it from being made now: the fields that miss. Empty if it is complete.
  base::Diagnostics missing;
};

struct AffairPlan {
  std::vector<CalledDocument> documents;  // in order of use
  std::vector<law::Deadline> deadlines;   // of every form together, by date
};

// Nothing if the case file itself has mistakes. A field that only one document needs is not a
// mistake of the case: that document is listed with what it misses.
[[nodiscard]] std::optional<AffairPlan> plan_affair(Engine& engine, const CaseFile& file,
                                                    const GenerateOptions& options,
                                                    base::Diagnostics& diagnostics);

// Every deadline of the case, whatever document asks it, by date; those that lack a day last.
[[nodiscard]] std::vector<law::Deadline> case_deadlines(Engine& engine, const CaseFile& file,
                                                        const GenerateOptions& options,
                                                        base::Diagnostics& diagnostics);

// The index page that opens the folder: the documents in order, why, and the deadlines.
[[nodiscard]] std::optional<document::Document> affair_index(Engine& engine, const AffairPlan& plan,
                                                             calendar::Date today,
                                                             base::Diagnostics& diagnostics);

}  // namespace app
