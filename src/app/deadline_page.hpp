#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "document/document.hpp"
#include "law/evaluate.hpp"

namespace app {

// The page of `egide delais`: the timeline, its table, and how each date was found. Deadlines
// without a date are listed with the day that misses.
[[nodiscard]] std::optional<document::Document> deadline_page(
    Engine& engine, const std::vector<law::Deadline>& deadlines, calendar::Date today,
    base::Diagnostics& diagnostics);

}  // namespace app
