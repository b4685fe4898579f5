#include <filesystem>

#include "app/guide.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace cli {

void guide(Session& session, const GuideOptions& options) {
  const auto formats = formats_of(session, options.formats, {app::Format::pdf});
  const auto day = date_option(session, options.date, "--au");
  if (session.diagnostics.has_errors()) return;
  const auto document = app::make_guide(session.engine, day, session.diagnostics);
  if (!document) return;
  for (const app::Format format : formats) {
    const auto bytes =
        app::write(session.engine, *document, format, {"guide", true}, session.diagnostics);
    if (!bytes) continue;
    const std::string path = path_for(options.output, "guide", format, formats.size() == 1);
    if (put(session, path, *bytes, options.replace) && path != "-") tell(session, path);
  }
}

}  // namespace cli
