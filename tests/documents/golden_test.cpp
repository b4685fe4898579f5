// Whole documents against what was accepted. EGIDE_ACCEPTER=1 rewrites the files of tests/golden;
// the change is then reviewed as prose, and the pages looked at. Never on a build machine (CI).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/disk.hpp"
#include "documents/goldens.hpp"
#include "documents/pictures.hpp"

namespace {

const std::string folder = std::string(EGIDE_SOURCE_DIR) + "/tests/golden/";
const std::string differences = std::string(EGIDE_BINARY_DIR) + "/golden-differences/";

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

struct Golden {
  const char* id;
  bool picture;
};
void PrintTo(const Golden& golden, std::ostream* out) { *out << golden.id; }

class Documents : public testing::TestWithParam<Golden> {};

TEST_P(Documents, AreThoseAccepted) {
  const auto& [id, picture] = GetParam();
  std::string problem;
  const auto files = goldens::made(id, picture, problem);
  ASSERT_EQ(problem, "");
  if (is_set("EGIDE_ACCEPTER")) {
    ASSERT_FALSE(is_set("CI")) << "un attendu ne se récrit pas sur une machine d’intégration";
    goldens::accept(files, folder + id);
  }
  EXPECT_THAT(goldens::compared(files, folder + id, differences + id), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Golden, Documents,
    testing::Values(Golden{"plainte", true}, Golden{"protection-commune", false},
                    Golden{"depenses-securite", true}, Golden{"deliberation", false},
                    Golden{"convocation-conseil", false}, Golden{"note-synthese", true},
                    Golden{"guide-porter-plainte", true}));

// A golden test that cannot fail is worse than none: one file of each kind is spoiled in a copy,
// and the comparison must name that file, and that one only.
class SpoiledGolden : public testing::TestWithParam<std::tuple<const char*, const char*>> {};

std::string spoiled_text(std::string text) {
  const auto at = text.find_first_of("0123456789", text.size() / 2);
  return text.replace(at, 1, text[at] == '1' ? "2" : "1");
}

std::string spoiled_picture(const std::string& bytes) {
  auto picture = pictures::read_png(bytes);
  // A mark of five points by five, where the page is white.
  for (std::uint32_t y = 2; y < 7; ++y) {
    for (std::uint32_t x = 2; x < 7; ++x) picture.pixels[y * picture.width + x] = 0;
  }
  return pictures::write_png(picture);
}

TEST_P(SpoiledGolden, IsSeen) {
  const std::string id = std::get<0>(GetParam()), name = std::get<1>(GetParam());
  const base::TemporaryFolder copies;
  const std::string copy = copies.path() + "/" + id;
  std::filesystem::copy(folder + id, copy);
  const std::string path = copy + "/" + name;
  const auto accepted = base::read_file(path);
  ASSERT_TRUE(accepted);
  (void)base::write_file(
      path, name.ends_with(".png") ? spoiled_picture(*accepted) : spoiled_text(*accepted),
      base::Overwrite::replace);
  std::string problem;
  const auto files = goldens::made(id, true, problem);
  const std::string shown = copies.path() + "/differences";
  EXPECT_THAT(goldens::compared(files, copy, shown),
              testing::ElementsAre(testing::StartsWith(name)));
  EXPECT_EQ(std::filesystem::exists(shown + "/page-1.png"), name.ends_with(".png"));
}

INSTANTIATE_TEST_SUITE_P(EachKind, SpoiledGolden,
                         testing::Combine(testing::Values("plainte", "guide-porter-plainte"),
                                          testing::Values("texte.txt", "pages.txt", "structure.txt",
                                                          "page-1.png")));

TEST(MissingGolden, IsSeen) {
  for (const std::string name : {"texte.txt", "pages.txt", "structure.txt", "page-1.png"}) {
    const base::TemporaryFolder empty;
    EXPECT_THAT(goldens::compared({{name, "x"}}, empty.path(), empty.path()),
                testing::ElementsAre(testing::StartsWith(name)));
  }
}

TEST(Pictures, AreSmallAndKeepTheirGreys) {
  pictures::Picture picture{64, 3, std::vector<std::uint8_t>(192)};
  for (std::size_t i = 0; i < 192; ++i) picture.pixels[i] = static_cast<std::uint8_t>(i);
  const auto read = pictures::read_png(pictures::write_png(picture));
  EXPECT_EQ(pictures::different_pixels(picture, read), 0U);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".png") {
      EXPECT_LE(entry.file_size(), 20U * 1024) << entry.path();
    }
  }
}

}  // namespace
