#include <iostream>

#include "app/qualify.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace cli {
namespace {

void print(const app::QualifiedOffence& offence) {
  std::cout << "  " << offence.id << '\n'
            << "    " << offence.title << '\n'
            << "    Peine encourue : " << offence.penalty << '\n'
            << "    Textes : " << offence.base << '\n';
  for (const app::MissingFact& fact : offence.missing) {
    std::cout << "    À préciser : " << fact.title << " (" << base::join(fact.answers, " ; ")
              << ")\n";
  }
  if (!offence.remark.empty()) std::cout << "    Attention : " << offence.remark << '\n';
  for (const std::string& sentence : offence.explanation) {
    std::cout << "    - " << sentence << '\n';
  }
}

void print_group(const app::CaseQualification& found, bool applying, const char* title) {
  bool first = true;
  for (const app::QualifiedOffence& offence : found.offences) {
    if (offence.applies != applying) continue;
    if (first) std::cout << '\n' << title << '\n';
    first = false;
    print(offence);
  }
}

}  // namespace

void qualify(Session& session, const QualifyOptions& options) {
  const auto content = file_content(session, options.case_file);
  if (!content) return;
  const auto found =
      app::qualify_case(session.engine, {options.case_file, *content}, session.diagnostics);
  if (!found) return;
  if (options.json) {
    std::cout << app::qualification_json(*found);
    return;
  }
  std::cout << "Faits du " << calendar::french(found->facts) << ". Victime : " << found->victim
            << ".\n";
  print_group(*found, true, "Ces infractions correspondent aux faits décrits :");
  print_group(*found, false, "Celles-ci sont possibles, selon ce qui reste à préciser :");
  std::cout << "\nReportez dans le dossier celles que vous retenez :\n"
               "  infractions:\n"
               "    - référence: …\n"
               "Le procureur, puis le juge, qualifient les faits.\n";
}

}  // namespace cli
