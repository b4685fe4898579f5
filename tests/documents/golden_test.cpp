#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/disk.hpp"
#include "base/text.hpp"
#include "documents/examples.hpp"
#include "pdf/inspect.hpp"
#include "typeset/layout.hpp"
#include "writers/text.hpp"

// Whole documents against what was accepted: their text, and where each run of glyphs stands on
// the page. EGIDE_ACCEPTER=1 rewrites the files of tests/golden; the change is then reviewed as
// prose, and the pages looked at.
namespace {

const std::string folder = std::string(EGIDE_SOURCE_DIR) + "/tests/golden/";

// The first line that differs, with its number; empty if the texts are the same.
std::string difference(const std::string& accepted, const std::string& made) {
  const auto expected = base::split(accepted, '\n');
  const auto actual = base::split(made, '\n');
  for (std::size_t i = 0; i < std::max(expected.size(), actual.size()); ++i) {
    const std::string left = i < expected.size() ? expected[i] : "(fin)";
    const std::string right = i < actual.size() ? actual[i] : "(fin)";
    if (left != right) {
      return "ligne " + std::to_string(i + 1) + "\n  accepté : " + left + "\n  produit : " + right;
    }
  }
  return {};
}

void compare(const std::string& name, const std::string& made) {
  const std::string path = folder + name;
  if (const char* accept = std::getenv("EGIDE_ACCEPTER"); accept != nullptr && *accept == '1') {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    ASSERT_TRUE(base::write_file(path, made, base::Overwrite::replace));
  }
  const auto accepted = base::read_file(path);
  ASSERT_TRUE(accepted) << path << " manque : relancez avec EGIDE_ACCEPTER=1, puis relisez-le";
  EXPECT_EQ(difference(*accepted, made), "") << name;
}

class Golden : public testing::TestWithParam<const char*> {};

TEST_P(Golden, TextAndPagesAreThoseAccepted) {
  const std::string id = GetParam();
  const std::string path = "forms/exemples/" + id + ".yaml";
  base::Diagnostics diagnostics;
  const auto prepared =
      app::prepare(examples::engine(), id, {path, examples::content(path)}, {}, diagnostics);
  ASSERT_TRUE(prepared) << examples::messages(diagnostics);
  const auto document = app::make_document(examples::engine(), *prepared, {}, diagnostics);
  ASSERT_TRUE(document) << examples::messages(diagnostics);
  compare(id + "/texte.txt", writers::text(*document));
  const auto style =
      typeset::read_style(examples::engine().files(), document->metadata.style, diagnostics);
  ASSERT_TRUE(style);
  const auto pages =
      typeset::layout(*document, *style, examples::engine().fonts(), {}, diagnostics);
  compare(id + "/pages.txt", typeset::dump(pages));
}

INSTANTIATE_TEST_SUITE_P(Documents, Golden,
                         testing::Values("plainte", "protection-commune", "depenses-securite",
                                         "deliberation", "convocation-conseil"));

// A golden test that cannot fail is worse than none.
TEST(GoldenComparison, SeesOneChangedCharacterALostLineAndALineTooMany) {
  const auto accepted = base::read_file(folder + "plainte/texte.txt");
  ASSERT_TRUE(accepted);
  EXPECT_EQ(difference(*accepted, *accepted), "");
  std::string changed = *accepted;
  changed[changed.size() / 2] = changed[changed.size() / 2] == 'x' ? 'y' : 'x';
  EXPECT_NE(difference(*accepted, changed), "");
  EXPECT_NE(difference(*accepted, accepted->substr(0, accepted->rfind('\n'))), "");
  EXPECT_NE(difference(*accepted, *accepted + "\nencore"), "");
}

}  // namespace
