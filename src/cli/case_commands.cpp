#include <iostream>

#include "cli/output.hpp"
#include "cli/session.hpp"
#include "dossier/blank_case.hpp"
#include "dossier/schema.hpp"

namespace cli {

void new_case(Session& session, const NewOptions& options) {
  const auto form =
      dossier::load_form(session.engine.files(), options.document, session.diagnostics);
  if (!form) return;
  if (put(session, options.output, dossier::blank_case(*form), options.replace) &&
      options.output != "-") {
    tell(session, options.output);
  }
}

void schema(Session& session, const SchemaOptions& options) {
  const auto form =
      dossier::load_form(session.engine.files(), options.document, session.diagnostics);
  if (form) std::cout << dossier::json_schema(*form);
}

}  // namespace cli
