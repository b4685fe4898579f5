#include "pdf/compact.hpp"

#define POINTERHOLDER_TRANSITION 4
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/disk.hpp"

namespace pdf {

std::string compacted(const std::string& bytes) {
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("document", bytes.data(), bytes.size());
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  } catch (const std::exception& failure) {
    throw base::MachineError(std::string("Le PDF n’a pas pu être réduit : ") + failure.what());
  }
}

}  // namespace pdf
