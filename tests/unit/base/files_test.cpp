#include "base/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/disk.hpp"

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The same tree in memory and on the disk: what a stage sees must not depend on which it is.
class Files : public testing::TestWithParam<bool> {
 protected:
  Files() {
    const std::map<std::string, std::string, std::less<>> contents = {
        {"content/guide/10-b.md", "dix"},
        {"content/guide/02-a.md", "deux"},
        {"content/guide/annexes/z.md", "z"},
        {"content/guide.yaml", "ordre"},
        {"contenu.txt", "racine"}};
    for (const auto& [path, text] : contents) {
      const std::string whole = folder_.path() + "/" + path;
      std::filesystem::create_directories(std::filesystem::path(whole).parent_path());
      EXPECT_TRUE(base::write_file(whole, text, base::Overwrite::refuse));
    }
    if (GetParam()) {
      files_ = std::make_unique<base::DiskFiles>(folder_.path());
    } else {
      files_ = std::make_unique<base::MemoryFiles>(contents);
    }
  }
  base::TemporaryFolder folder_;
  std::unique_ptr<base::Files> files_;
};

TEST_P(Files, ReadWholeFiles) {
  EXPECT_EQ(files_->read("content/guide/02-a.md"), "deux");
  EXPECT_EQ(files_->read("contenu.txt"), "racine");
}

TEST_P(Files, MissingFilesAndFoldersAreNothing) {
  EXPECT_EQ(files_->read("content/absent.md"), std::nullopt);
  EXPECT_EQ(files_->read("content/guide"), std::nullopt);
  EXPECT_THAT(files_->list("absent"), IsEmpty());
  EXPECT_THAT(files_->folders("absent"), IsEmpty());
}

TEST_P(Files, ListNamesInOrderWithoutFolders) {
  EXPECT_THAT(files_->list("content/guide"), ElementsAre("02-a.md", "10-b.md"));
  EXPECT_THAT(files_->list("content"), ElementsAre("guide.yaml"));
}

TEST_P(Files, ListFoldersWithoutFiles) {
  EXPECT_THAT(files_->folders("content"), ElementsAre("guide"));
  EXPECT_THAT(files_->folders("content/guide"), ElementsAre("annexes"));
}

// Paths come from data files (a template naming a partial): they must not climb out.
TEST_P(Files, StayUnderTheirRoot) {
  ASSERT_TRUE(base::write_file(folder_.path() + "-voisin", "secret", base::Overwrite::replace));
  const std::string name = std::filesystem::path(folder_.path()).filename().string() + "-voisin";
  EXPECT_EQ(files_->read("../" + name), std::nullopt);
  EXPECT_EQ(files_->read("content/../../" + name), std::nullopt);
  EXPECT_EQ(files_->read("/etc/hostname"), std::nullopt);
  std::filesystem::remove(folder_.path() + "-voisin");
}

INSTANTIATE_TEST_SUITE_P(MemoryAndDisk, Files, testing::Bool());

}  // namespace
