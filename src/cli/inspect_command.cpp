#include <iostream>

#include "app/inspection.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "pdf/attachments.hpp"

namespace cli {

void inspect(Session& session, const InspectOptions& options) {
  const auto bytes = file_content(session, options.file);
  if (!bytes) return;
  const pdf::Report report = pdf::inspect(*bytes);
  std::cout << (options.json ? app::inspection_json(report) : app::inspection_text(report));
  if (report.passed()) return;
  session.diagnostics.error(base::Kind::output, {options.file},
                            "ce PDF ne respecte pas toutes les règles d’accessibilité contrôlées.");
}

void extract(Session& session, const ExtractOptions& options) {
  const auto bytes = file_content(session, options.file);
  if (!bytes) return;
  const auto source = pdf::read_source(*bytes);
  if (!source) {
    session.diagnostics.error(base::Kind::dossier, {options.file},
                              "ce PDF ne porte pas de dossier.",
                              "Seul un PDF fait avec « --joindre-dossier » en porte un.");
    return;
  }
  if (put(session, options.output, source->content, options.replace) && options.output != "-") {
    tell(session, options.output);
  }
}

}  // namespace cli
