#include <iostream>

#include "app/inspection.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

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

}  // namespace cli
