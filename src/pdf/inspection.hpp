#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/content_reading.hpp"
#include "pdf/inspect.hpp"
#include "pdf/qpdf_access.hpp"
#include "pdf/structure_reading.hpp"

// What the rules of inspect() look at, and the rules by family.
namespace pdf {

struct Annotation {
  std::size_t page = 0;
  QPDFObjectHandle object;
};

struct Inspection {
  QPDFObjectHandle trailer = QPDFObjectHandle::newNull();
  QPDFObjectHandle catalog = QPDFObjectHandle::newNull();
  std::vector<QPDFObjectHandle> pages;
  std::map<QPDFObjGen, std::size_t> page_numbers;  // from 1
  std::vector<Annotation> annotations;
  std::vector<ContentReading> contents;
  FontsRead fonts;
  StructureReading structure;
  std::string metadata;               // the XMP packet
  std::vector<std::string> warnings;  // of the reader: repairs it had to make
  bool encrypted = false, extraction_allowed = true;
  std::string_view bytes;                 // the whole file
  std::vector<QPDFObjectHandle> objects;  // all of them, only if the file says it is PDF/A
};

// Reads all of it. Throws what libqpdf throws if the bytes are no PDF.
void read_document(QPDF& file, Inspection& inspection);

// A rule while it is being checked. It starts as not applicable.
class Rule {
 public:
  Rule(std::string id, std::string title) {
    finding_.id = std::move(id), finding_.title = std::move(title);
  }
  void applies() { applicable_ = true; }
  void fault(const std::string& detail);
  // "page 3 : …"; the page is left out if unknown (0).
  void fault(std::size_t page, const std::string& detail);
  void require(bool condition, const std::string& detail);
  [[nodiscard]] Finding finish();

 private:
  Finding finding_;
  bool applicable_ = false;
  std::size_t faults_ = 0;
};

using Findings = std::vector<Finding>;
void check_identity(const Inspection& inspection, Findings& findings);  // title, language…
void check_safety(const Inspection& inspection, Findings& findings);    // scripts, encryption…
void check_navigation(const Inspection& inspection, const InspectOptions& options,
                      Findings& findings);
void check_marks(const Inspection& inspection, Findings& findings);  // content streams
void check_tree(const Inspection& inspection, Findings& findings);   // types, headings, lists
void check_tables(const Inspection& inspection, Findings& findings);
void check_annotations(const Inspection& inspection, Findings& findings);
void check_fonts(const Inspection& inspection, Findings& findings);
void check_archive(const Inspection& inspection, Findings& findings);  // PDF/A, if it is claimed
// After all the others: a file must not claim what they refuse.
void check_claim(const Inspection& inspection, Findings& findings);

}  // namespace pdf
