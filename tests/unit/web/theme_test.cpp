#include "web/theme.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace web {
namespace {

class Theme : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / "egide-theme-essai";
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "mentions.html") << "les nôtres";
    std::ofstream(folder_ / "logo.svg") << "<svg/>";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_;
};

TEST_F(Theme, ItsFilesTakeThePlaceOfThoseOfThePagesOnly) {
  const ThemedFiles files(EGIDE_SOURCE_DIR, folder_.string());
  EXPECT_EQ(files.read("templates/web/mentions.html"), "les nôtres");
  EXPECT_TRUE(files.read("templates/web/cadre.html")->starts_with("<!DOCTYPE html>"));
  EXPECT_FALSE(files.read("content/mentions.html"));
  EXPECT_FALSE(files.read("templates/web/../../CMakeLists.txt"));
  const auto names = files.list("templates/web");
  EXPECT_EQ(std::count(names.begin(), names.end(), "mentions.html"), 1);
  EXPECT_EQ(std::count(names.begin(), names.end(), "logo.svg"), 1);
}

TEST_F(Theme, WithoutOneThePagesAreOurs) {
  const ThemedFiles files(EGIDE_SOURCE_DIR, {});
  EXPECT_NE(files.read("templates/web/mentions.html"), "les nôtres");
  EXPECT_TRUE(files.theme_files().empty());
}

}  // namespace
}  // namespace web
