// The forms of the repository and their example case files: what an author runs after writing one.
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "dossier/check.hpp"
#include "dossier/form.hpp"

namespace dossier {
namespace {

std::string messages(const base::Diagnostics& diagnostics) {
  std::string all;
  for (const auto& diagnostic : diagnostics.sorted()) all += to_string(diagnostic) + "\n";
  return all;
}

TEST(Repository, EveryFormIsSound) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  for (const std::string& id : list_forms(files)) {
    base::Diagnostics diagnostics;
    EXPECT_TRUE(load_form(files, id, diagnostics)) << messages(diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << messages(diagnostics);
  }
}

TEST(Repository, EveryFormHasItsTemplateStyleAndExample) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  base::Diagnostics diagnostics;
  for (const Form& form : load_forms(files, diagnostics)) {
    const std::string text =
        form.is_guide ? "content/guide/guide.yaml" : "templates/" + form.template_id + ".md";
    for (const std::string& file :
         {text, "templates/styles/" + form.style + ".yaml", form.example}) {
      EXPECT_TRUE(files.read(file)) << form.file << " : " << file;
    }
  }
}

TEST(Repository, EveryExampleIsAcceptedWithoutWarning) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  for (const std::string& id : list_forms(files)) {
    base::Diagnostics diagnostics;
    const auto form = load_form(files, id, diagnostics);
    if (!form || form->example.empty()) continue;
    const auto content = files.read(form->example);
    ASSERT_TRUE(content) << id << " : " << form->example;
    const auto root = yaml::parse(*content, form->example, base::Kind::dossier, diagnostics);
    EXPECT_TRUE(check(root, *form, {}, diagnostics)) << id;
    EXPECT_TRUE(diagnostics.empty()) << id << "\n" << messages(diagnostics);
  }
}

}  // namespace
}  // namespace dossier
