#include "app/inspection.hpp"

#include <nlohmann/json.hpp>

namespace app {
namespace {

std::string_view word(pdf::Outcome outcome) {
  switch (outcome) {
    case pdf::Outcome::passed:
      return "respectée";
    case pdf::Outcome::failed:
      return "manquée";
    case pdf::Outcome::not_applicable:
      return "sans objet";
  }
  return {};
}

}  // namespace

std::string inspection_text(const pdf::Report& report) {
  std::string text;
  for (const pdf::Finding& finding : report.findings) {
    text += std::string(word(finding.outcome)) + " : " + finding.title + "\n";
    for (const std::string& detail : finding.details) text += "  – " + detail + "\n";
  }
  text += report.passed() ? "Aucune règle manquée. Ce contrôle n’est pas une certification.\n"
                          : "Des règles sont manquées.\n";
  return text;
}

std::string inspection_json(const pdf::Report& report) {
  auto rules = nlohmann::ordered_json::array();
  for (const pdf::Finding& finding : report.findings) {
    rules.push_back({{"id", finding.id},
                     {"titre", finding.title},
                     {"resultat", std::string(word(finding.outcome))},
                     {"details", finding.details}});
  }
  const nlohmann::ordered_json whole = {{"conforme", report.passed()}, {"regles", rules}};
  return whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace app
