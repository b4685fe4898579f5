#pragma once

#include <gtest/gtest.h>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <functional>
#include <string>
#include <vector>

#include "pdf/inspect.hpp"
#include "pdf/write.hpp"
#include "sample_pages.hpp"

// The sample letter, spoiled on purpose.
namespace sample {

using Object = QPDFObjectHandle;

inline const std::string& good_letter() {
  static const std::string bytes = [] {
    base::Diagnostics diagnostics;
    return pdf::write(letter(), {}, diagnostics);
  }();
  return bytes;
}

// A PDF, changed by `change` and written again by libqpdf.
inline std::string changed(const std::string& bytes, const std::function<void(QPDF&)>& change) {
  QPDF file;
  file.processMemoryFile("letter", bytes.data(), bytes.size());
  change(file);
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

// The letter, changed.
inline std::string changed(const std::function<void(QPDF&)>& change) {
  return changed(good_letter(), change);
}

inline std::vector<std::string> failed_rules(const std::string& bytes) {
  std::vector<std::string> failed;
  for (const auto& finding : pdf::inspect(bytes).findings) {
    if (finding.outcome == pdf::Outcome::failed) {
      EXPECT_FALSE(finding.details.empty()) << finding.id;
      failed.push_back(finding.id);
    }
  }
  return failed;
}

inline Object page_of(QPDF& file, std::size_t index) { return file.getAllPages().at(index); }

}  // namespace sample
