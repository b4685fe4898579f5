#include "app/deadline_page.hpp"

#include "app/citations.hpp"
#include "app/deadlines.hpp"
#include "app/values.hpp"
#include "base/text.hpp"
#include "document/links.hpp"
#include "document/read.hpp"
#include "document/typography.hpp"
#include "templating/render.hpp"

namespace app {

using templating::Record;

std::optional<document::Document> deadline_page(Engine& engine,
                                                const std::vector<law::Deadline>& deadlines,
                                                calendar::Date today,
                                                base::Diagnostics& diagnostics) {
  std::vector<Record> rows;
  for (const law::Deadline& deadline : dated(deadlines)) {
    rows.push_back(deadline_record(engine, deadline, diagnostics));
  }
  std::vector<Record> missing;
  for (const law::Deadline& deadline : deadlines) {
    if (deadline.date) continue;
    missing.push_back(
        with_presence({{"libellé", project_text(deadline.title)},
                       {"manque", project_text(base::join(deadline.missing, ", "))}}));
  }
  const templating::Value values = with_presence({{"établi_le", date_value(today)},
                                                  {"délais", ranked(std::move(rows))},
                                                  {"inconnus", ranked(std::move(missing))}});
  const std::string source = "templates/delais.md";
  const auto markdown = templating::render("delais", engine.files(), values, {}, diagnostics);
  if (!markdown) return std::nullopt;
  document::Document page = document::read(*markdown, source, diagnostics);
  page.metadata.title = "Les délais de votre dossier";
  page.metadata.style = "note";
  page.metadata.date = calendar::iso(today);
  resolve_law_citations(engine, page, source, today, diagnostics);
  document::typography(page);
  document::check_structure(page, source, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return page;
}

}  // namespace app
