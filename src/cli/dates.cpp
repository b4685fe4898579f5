#include <chrono>
#include <cstdlib>

#include "base/text.hpp"
#include "cli/session.hpp"
#include "dossier/scalar.hpp"

namespace cli {

std::optional<calendar::Date> date_option(Session& session, const std::string& text,
                                          const std::string& option) {
  if (text.empty()) return std::nullopt;
  auto parsed = dossier::parse_date(text);
  if (!parsed.value) {
    session.diagnostics.error(base::Kind::usage, {}, option + " : " + parsed.problem,
                              "Écrivez la date 2026-05-22, 22/05/2026 ou « 22 mai 2026 ».");
  }
  return parsed.value;
}

std::optional<calendar::Date> default_day() {
  using std::chrono::floor;
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr && *epoch != '\0') {
    char* end = nullptr;
    const long long seconds = std::strtoll(epoch, &end, 10);
    if (*end == '\0') {
      return floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
    }
  }
  return floor<std::chrono::days>(std::chrono::system_clock::now());
}

}  // namespace cli
