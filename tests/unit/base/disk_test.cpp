#include "base/disk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

namespace {

using base::Overwrite;

mode_t rights_of(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0);
  return status.st_mode & 0777U;
}

class Disk : public testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name) const {
    return folder_.path() + "/" + name;
  }
  [[nodiscard]] long count() const {
    return std::distance(std::filesystem::directory_iterator(folder_.path()),
                         std::filesystem::directory_iterator{});
  }
  base::TemporaryFolder folder_;
};

TEST_F(Disk, WritesAndReadsAnyBytes) {
  const std::string content("a\0\xFF\n", 4);
  EXPECT_TRUE(base::write_file(path("f"), content, Overwrite::refuse));
  EXPECT_EQ(base::read_file(path("f")), content);
  EXPECT_EQ(count(), 1) << "nothing is left beside the file";
}

TEST_F(Disk, DoesNotReplaceUnlessAsked) {
  ASSERT_TRUE(base::write_file(path("f"), "ancien", Overwrite::refuse));
  EXPECT_FALSE(base::write_file(path("f"), "nouveau", Overwrite::refuse));
  EXPECT_EQ(base::read_file(path("f")), "ancien");
  EXPECT_TRUE(base::write_file(path("f"), "nouveau", Overwrite::replace));
  EXPECT_EQ(base::read_file(path("f")), "nouveau");
  EXPECT_EQ(count(), 1);
}

TEST_F(Disk, FilesHaveTheUsualRights) {
  const mode_t mask = ::umask(0027);
  ASSERT_TRUE(base::write_file(path("f"), "x", Overwrite::refuse));
  ::umask(mask);
  EXPECT_EQ(rights_of(path("f")), 0640U);
}

TEST_F(Disk, SaysThatTheMachineRefuses) {
  EXPECT_THROW((void)base::write_file(path("absent/f"), "x", Overwrite::refuse),
               base::MachineError);
  ASSERT_TRUE(std::filesystem::create_directory(path("dossier")));
  EXPECT_THROW((void)base::write_file(path("dossier"), "x", Overwrite::replace),
               base::MachineError);
  EXPECT_EQ(count(), 1) << "nothing half-written is left";
}

TEST_F(Disk, WhatIsNotAFileCannotBeRead) {
  EXPECT_EQ(base::read_file(path("absent")), std::nullopt);
  EXPECT_EQ(base::read_file(folder_.path()), std::nullopt);
}

TEST(TemporaryFolder, IsPrivateAndGoesAway) {
  std::string path;
  {
    const base::TemporaryFolder folder;
    const base::TemporaryFolder other;
    path = folder.path();
    EXPECT_NE(path, other.path());
    EXPECT_EQ(rights_of(path), 0700U);
    std::filesystem::create_directories(path + "/a/b");
    ASSERT_TRUE(base::write_file(path + "/a/b/f", "x", Overwrite::refuse));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
