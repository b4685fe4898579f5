// The templates of the repository: tags, sections and partials, before any value.
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "templating/render.hpp"

namespace templating {
namespace {

TEST(Repository, EveryTemplateIsWellFormed) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  for (const std::string& file : files.list("templates")) {
    if (!file.ends_with(".md")) continue;
    base::Diagnostics diagnostics;
    EXPECT_TRUE(check_template(file.substr(0, file.size() - 3), files, diagnostics)) << file;
    for (const auto& diagnostic : diagnostics.sorted()) ADD_FAILURE() << to_string(diagnostic);
  }
}

}  // namespace
}  // namespace templating
