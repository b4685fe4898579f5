#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "calendar/date.hpp"
#include "document/document.hpp"
#include "document/links.hpp"

namespace app {

// What the links of one kind lead to (« cgct/L2123-35 » for « droit:cgct/L2123-35 »), without
// repetition, in reading order, footnotes and tables included; before they are resolved.
[[nodiscard]] std::vector<std::string> linked(const document::Blocks& blocks,
                                              document::LinkKind kind);

// The id of the place where a chapter first cites an article.
[[nodiscard]] std::string citation_place(const std::string& chapter, std::string_view citation);

// Gives that id to the first link to each article, so that an index can lead there. Before the
// links are resolved.
void name_first_citations(document::Blocks& blocks, const std::string& chapter);

// Every id that a link « #id » may lead to in these blocks.
[[nodiscard]] std::set<std::string> anchors(const document::Blocks& blocks);

// How an article is cited where the link has no words of its own.
enum class Citing {
  long_form,  // « article L. 2123-35 du code général des collectivités territoriales »
  short_in_parentheses  // « (art. L. 2123-35 CGCT) », long elsewhere
};

// Turns « [](droit:cgct/L2123-35) » into the reference and its page on Légifrance, by the law
// database alone: an unknown article is a mistake; one that is not in force on `day` says so.
// « [mot](terme:id) » leads to the glossary if `known` holds its place (glossary.hpp,
// term_anchor), else is only its words; an unknown term is a mistake.
void resolve_law_citations(const Engine& engine, document::Document& document,
                           const std::string& source, calendar::Date day,
                           const std::set<std::string>& known, Citing citing,
                           base::Diagnostics& diagnostics);

// For a document that stands alone, without short forms.
void resolve_law_citations(const Engine& engine, document::Document& document,
                           const std::string& source, calendar::Date day,
                           base::Diagnostics& diagnostics);

}  // namespace app
