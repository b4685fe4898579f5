#include "pdf/inspect.hpp"

#include <algorithm>
#include <exception>

#include "pdf/inspection.hpp"
#include "pdf/metadata_reading.hpp"

namespace pdf {

namespace {

constexpr std::size_t most_details = 20;
constexpr std::size_t most_pages = 100'000;

void read_annotations(std::size_t number, Inspection& inspection) {
  auto annotations = entry(inspection.pages[number - 1], "/Annots");
  if (!annotations.isArray()) {
    return;
  }
  for (auto& object : annotations.getArrayAsVector()) {
    inspection.annotations.push_back({number, object});
  }
}

Finding readable(const std::vector<std::string>& warnings) {
  Rule rule("fichier-lisible", "Le fichier se lit sans réparation");
  rule.applies();
  for (const auto& warning : warnings) {
    rule.fault(warning);
  }
  return rule.finish();
}

// A family of rules must not take the others with it when the file breaks the reader.
template <typename Check>
void guarded(const char* id, Findings& findings, Check check) {
  try {
    check();
  } catch (const std::exception& failure) {
    Rule rule(id, "Cette partie du fichier se lit");
    rule.fault(failure.what());
    findings.push_back(rule.finish());
  }
}

}  // namespace

void read_document(QPDF& file, Inspection& inspection) {
  inspection.trailer = file.getTrailer();
  inspection.catalog = file.getRoot();
  inspection.encrypted = file.isEncrypted();
  inspection.extraction_allowed = !inspection.encrypted || file.allowAccessibility();
  inspection.pages = file.getAllPages();
  if (inspection.pages.size() > most_pages) {
    inspection.pages.resize(most_pages);
  }
  for (std::size_t index = 0; index < inspection.pages.size(); ++index) {
    inspection.page_numbers.emplace(inspection.pages[index].getObjGen(), index + 1);
    read_annotations(index + 1, inspection);
    auto readings = read_content(inspection.pages[index], index + 1, inspection.fonts);
    std::move(readings.begin(), readings.end(), std::back_inserter(inspection.contents));
  }
  inspection.structure = read_structure(inspection.catalog, inspection.page_numbers);
  inspection.metadata = stream_data(entry(inspection.catalog, "/Metadata")).value_or("");
  if (!xmp_value(inspection.metadata, "pdfaid:part").empty()) {
    inspection.objects = file.getAllObjects();
  }
  for (const auto& warning : file.getWarnings()) {
    inspection.warnings.push_back(warning.getMessageDetail());
  }
}

void Rule::fault(const std::string& detail) {
  applicable_ = true;
  if (++faults_ <= most_details) {
    finding_.details.push_back(detail);
  }
}

void Rule::fault(std::size_t page, const std::string& detail) {
  fault(page == 0 ? detail : "page " + std::to_string(page) + " : " + detail);
}

void Rule::require(bool condition, const std::string& detail) {
  applies();
  if (!condition) {
    fault(detail);
  }
}

Finding Rule::finish() {
  finding_.outcome = faults_ > 0   ? Outcome::failed
                     : applicable_ ? Outcome::passed
                                   : Outcome::not_applicable;
  if (faults_ > most_details) {
    finding_.details.push_back("… et " + std::to_string(faults_ - most_details) + " autres");
  }
  return std::move(finding_);
}

bool Report::passed() const {
  return std::none_of(findings.begin(), findings.end(),
                      [](const Finding& finding) { return finding.outcome == Outcome::failed; });
}

const Finding* Report::find(std::string_view id) const {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [id](const Finding& finding) { return finding.id == id; });
  return found == findings.end() ? nullptr : &*found;
}

Report inspect(const std::string& bytes, const InspectOptions& options) {
  Report report;
  auto& findings = report.findings;
  QPDF file;
  file.setSuppressWarnings(true);
  Inspection inspection;
  inspection.bytes = bytes;
  try {
    file.processMemoryFile("document", bytes.data(), bytes.size());
    read_document(file, inspection);
  } catch (const std::exception& failure) {
    findings.push_back(readable({failure.what()}));
    return report;
  }
  findings.push_back(readable(inspection.warnings));
  guarded("identite", findings, [&] { check_identity(inspection, findings); });
  guarded("surete", findings, [&] { check_safety(inspection, findings); });
  guarded("navigation", findings, [&] { check_navigation(inspection, options, findings); });
  guarded("marques", findings, [&] { check_marks(inspection, findings); });
  guarded("structure", findings, [&] { check_tree(inspection, findings); });
  guarded("tableaux", findings, [&] { check_tables(inspection, findings); });
  guarded("annotations", findings, [&] { check_annotations(inspection, findings); });
  guarded("polices", findings, [&] { check_fonts(inspection, findings); });
  guarded("pdfa", findings, [&] { check_archive(inspection, findings); });
  guarded("declaration", findings, [&] { check_claim(inspection, findings); });
  return report;
}

}  // namespace pdf
