#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "calendar/date.hpp"
#include "document/document.hpp"
#include "templating/value.hpp"

namespace app {

// A heading of the list of deadlines, and its rules in the order of reading.
struct DeadlineTheme {
  std::string title;
  std::vector<std::string> rules;
  base::Position position;
};

// content/guide/guide.yaml
struct GuidePlan {
  std::string title, subtitle, publisher, style;
  calendar::Date edition{};
  calendar::Date law_checked_on{};
  std::vector<std::string> chapters;  // names of content/guide/<name>.md, in order
  // Name of the box that opens each chapter whose articles changed between an earlier day asked
  // and the edition.
  std::string changes_box;
  std::vector<DeadlineTheme> themes;  // together, every rule once
};

[[nodiscard]] std::optional<GuidePlan> read_guide_plan(const base::Files& files,
                                                       base::Diagnostics& diagnostics);

// Everything of the law database that a chapter may name, in the state of `day`
// (CONTRIBUTING.md, « Écrire un chapitre »).
[[nodiscard]] templating::Record whole_law(Engine& engine, const GuidePlan& plan,
                                           calendar::Date day, base::Diagnostics& diagnostics);

// The guide as one document, in the law of `day` (else of the edition).
[[nodiscard]] std::optional<document::Document> make_guide(Engine& engine,
                                                           std::optional<calendar::Date> day,
                                                           base::Diagnostics& diagnostics);

}  // namespace app
