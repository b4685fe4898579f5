#include "app/citations.hpp"

#include "document/links.hpp"

namespace app {

namespace {

std::optional<document::ResolvedLink> citation(const Engine& engine, std::string_view id,
                                               calendar::Date day, base::Diagnostics& diagnostics) {
  const std::string text = engine.law().citation_text(id, diagnostics);
  if (text.empty()) return std::nullopt;
  return document::ResolvedLink{text, engine.law().address(id, day), text + " (Légifrance)"};
}

}  // namespace

void resolve_law_citations(const Engine& engine, document::Document& document,
                           const std::string& source, calendar::Date day,
                           base::Diagnostics& diagnostics) {
  const document::LinkResolver law{
      document::LinkKind::citation,
      [&](std::string_view id) { return citation(engine, id, day, diagnostics); },
      {}};
  const document::LinkResolver terms{
      document::LinkKind::term, [](std::string_view) { return document::ResolvedLink{}; }, {}};
  document::resolve_citations(document, source, {law, terms}, diagnostics);
}

}  // namespace app
