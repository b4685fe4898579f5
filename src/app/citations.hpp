#pragma once

#include <string>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "calendar/date.hpp"
#include "document/document.hpp"

namespace app {

// Turns « [](droit:cgct/L2123-35) » into the reference and its page on Légifrance, by the law
// database alone: an unknown article, or one that no longer exists on `day`, is a mistake.
// « [mot](terme:id) » leads to the glossary if the document holds it, else is only its words.
void resolve_law_citations(const Engine& engine, document::Document& document,
                           const std::string& source, calendar::Date day,
                           base::Diagnostics& diagnostics);

}  // namespace app
