#include "app/checked_pdf.hpp"

#include "pdf/inspect.hpp"

namespace app {

namespace {

// What a rule found is said in words of structure, never in words of the document.
base::Diagnostic refusal(const pdf::Finding& finding) {
  base::Diagnostic diagnostic;
  diagnostic.kind = base::Kind::output;
  diagnostic.message = "PDF refusé par le contrôle « " + finding.id + " » (" + finding.title + ")";
  if (!finding.details.empty()) diagnostic.message += " : " + finding.details.front();
  diagnostic.message += ".";
  diagnostic.hint =
      "Rien n’est écrit. Corrigez le gabarit ou le chapitre ; un autre format reste possible.";
  return diagnostic;
}

}  // namespace

std::optional<std::string> checked_pdf(const typeset::Pages& pages, pdf::Options options,
                                       base::Diagnostics& diagnostics) {
  // Written with its claim at once: a rule of the inspection is that the claim holds.
  options.claims_pdf_ua = true;
  std::string bytes = pdf::write(pages, options, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const pdf::Report report = pdf::inspect(bytes);
  if (report.passed()) return bytes;
  // The claim falls with any other rule: it is told only when it falls alone.
  const pdf::Finding* claim = nullptr;
  for (const pdf::Finding& finding : report.findings) {
    if (finding.outcome != pdf::Outcome::failed) continue;
    if (finding.id == "declaration") {
      claim = &finding;
    } else {
      diagnostics.add(refusal(finding));
    }
  }
  if (claim != nullptr && !diagnostics.has_errors()) diagnostics.add(refusal(*claim));
  return std::nullopt;
}

}  // namespace app
