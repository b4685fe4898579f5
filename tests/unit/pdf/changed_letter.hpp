#pragma once

#include <gtest/gtest.h>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <functional>
#include <stdexcept>
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

// The first structure element of this type, in the order of the file.
inline Object element(QPDF& file, const std::string& type) {
  for (auto& object : file.getAllObjects()) {
    if (object.isDictionary() && object.getKey("/S").isNameAndEquals(type) && object.hasKey("/P")) {
      return object;
    }
  }
  throw std::logic_error("no element " + type);
}

inline Object link(QPDF& file) { return page_of(file, 1).getKey("/Annots").getArrayItem(0); }
inline Object font(QPDF& file) {
  return file.getRoot().getKey("/Pages").getKey("/Resources").getKey("/Font").getKey("/F0");
}
inline Object descendant(QPDF& file) {
  return font(file).getKey("/DescendantFonts").getArrayItem(0);
}

// Other words in place of the first of these in a stream.
inline void replace_in(Object stream, const std::string& from, const std::string& to) {
  const auto data = stream.getStreamData();
  std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  stream.replaceStreamData(text, Object::newNull(), Object::newNull());
}
inline void replace_in_content(QPDF& file, std::size_t page, const std::string& from,
                               const std::string& to) {
  replace_in(page_of(file, page).getKey("/Contents"), from, to);
}

}  // namespace sample
