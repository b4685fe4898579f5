#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "writers/archive.hpp"

namespace {

using writers::Archive;

TEST(Archive, ComesBackAsItWent) {
  const std::string binary("a\0b\xff", 4);
  const auto back =
      writers::unzip(writers::zip({{"b/c.bin", binary}, {"a.txt", "é"}, {"vide", ""}}));
  ASSERT_TRUE(back);
  ASSERT_EQ(back->size(), 3U);
  EXPECT_EQ((*back)[0].name, "a.txt");
  EXPECT_EQ((*back)[1].name, "b/c.bin");
  EXPECT_EQ((*back)[1].content, binary);
  EXPECT_EQ((*back)[2].content, "");
}

TEST(Archive, OrderOfTheEntriesDoesNotMatter) {
  EXPECT_EQ(writers::zip({{"a", "1"}, {"b", "2"}}), writers::zip({{"b", "2"}, {"a", "1"}}));
}

// OpenDocument 1.2, part 3, 3.3: the bytes 30 to 37 of the file are "mimetype", then its content.
TEST(Archive, MimetypeIsFirstAndNotCompressed) {
  const std::string type = "application/vnd.oasis.opendocument.text";
  const std::string bytes = writers::zip({{"a.xml", "<a/>"}, {"mimetype", type}});
  EXPECT_EQ(bytes.substr(30, 8), "mimetype");
  EXPECT_EQ(bytes.substr(38, type.size()), type);
}

TEST(Archive, CarriesNoDateButTheFirstOfZip) {
  const std::string bytes = writers::zip({{"a.xml", "<a/>"}});
  EXPECT_EQ(bytes.substr(10, 4), std::string("\0\0\x21\0", 4));  // 00:00:00, 1 January 1980
}

TEST(Archive, WhatIsNotAnArchiveIsRefused) {
  EXPECT_FALSE(writers::unzip("ceci n’est pas une archive"));
  EXPECT_FALSE(writers::unzip(""));
  const std::string whole = writers::zip({{"a.xml", std::string(10'000, 'x')}});
  EXPECT_FALSE(writers::unzip(std::string_view(whole).substr(0, whole.size() / 2)));
}

TEST(Archive, EntriesAreFoundByName) {
  Archive archive = {{"a", "1"}, {"b", "2"}};
  ASSERT_NE(writers::find_entry(archive, "b"), nullptr);
  EXPECT_EQ(*writers::find_entry(archive, "b"), "2");
  EXPECT_EQ(writers::find_entry(archive, "c"), nullptr);
}

}  // namespace
