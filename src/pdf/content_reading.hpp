#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pdf/font_reading.hpp"
#include "pdf/qpdf_access.hpp"

namespace pdf {

// One marked sequence that has a number.
struct MarkedSequence {
  int number = 0;
  std::string tag;
  std::vector<std::pair<FontReading*, std::string>> shown;
};

// A content stream (of a page, or of a form shown on it), read for its marks.
struct ContentReading {
  std::size_t page = 0;  // counts from 1
  QPDFObjGen owner;      // the page, or the form
  std::optional<long long> struct_parents;
  std::vector<MarkedSequence> sequences;
  int unmarked = 0;  // drawing outside of any mark
  int artifacts_in_content = 0, content_in_artifacts = 0;
  int nested_sequences = 0;       // a numbered sequence inside another: readers lose what follows
  std::vector<QPDFObjGen> forms;  // shown, each as often as it is
  int references = 0;             // forms that stand for a page of another file
  bool four_inks = false;         // sets a colour in cyan, magenta, yellow and black
  bool balanced = true;           // BMC/BDC with EMC
  bool readable = true;
};

// The fonts met in a file, one reading an object.
class FontsRead {
 public:
  [[nodiscard]] FontReading* read(QPDFObjectHandle font);
  [[nodiscard]] const std::vector<std::unique_ptr<FontReading>>& all() const { return all_; }

 private:
  std::map<QPDFObjGen, FontReading*> by_object_;
  std::vector<std::unique_ptr<FontReading>> all_;
};

// Reads the content of a page, and of the forms it shows.
[[nodiscard]] std::vector<ContentReading> read_content(QPDFObjectHandle page, std::size_t number,
                                                       FontsRead& fonts);

}  // namespace pdf
