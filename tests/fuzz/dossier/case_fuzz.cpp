// Any bytes as a case file for a form with every type of field: no crash, a case exactly when no
// error is reported, and a message that never quotes a value.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "../../unit/dossier/sample_form.hpp"
#include "dossier/calculation.hpp"
#include "dossier/condition.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto form = [] {
    base::Diagnostics diagnostics;
    return dossier::sample_form(diagnostics).value();
  }();
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const bool draft : {false, true}) {
    base::Diagnostics diagnostics;
    const auto root = yaml::parse(text, "d.yaml", base::Kind::dossier, diagnostics);
    if (diagnostics.has_errors()) return 0;
    const auto dossier = dossier::check(root, form, {.draft = draft}, diagnostics);
    if (dossier.has_value() == diagnostics.has_errors()) std::abort();
    if (!dossier) continue;
    (void)dossier::evaluate_named({form, *dossier, nullptr, {}});
    base::Diagnostics totals;
    if (!dossier::calculate(form, *dossier, {}, totals) && !totals.has_errors()) std::abort();
  }
  return 0;
}
