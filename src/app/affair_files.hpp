#pragma once

#include <string>
#include <vector>

#include "app/affair.hpp"
#include "app/completion.hpp"
#include "app/formats.hpp"

namespace app {

struct AffairFile {
  std::string name;  // "01-plainte.pdf"
  std::string bytes;
};

// The whole folder of an affair: an index (PDF and HTML), the calendar of its deadlines, then each
// document in these formats, numbered in order of use. A document that misses something is left
// out, unless a draft is asked. What the commune completed is added to `completed`.
[[nodiscard]] std::vector<AffairFile> affair_files(Engine& engine, const AffairPlan& plan,
                                                   const CaseFile& file,
                                                   const GenerateOptions& options,
                                                   const std::vector<Format>& formats,
                                                   std::vector<CompletedField>& completed,
                                                   base::Diagnostics& diagnostics);

}  // namespace app
