#include "base/csv.hpp"

#include <gmock/gmock.h>

#include "base/sha256.hpp"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> texts(const base::CsvRow& row) {
  std::vector<std::string> result;
  for (const base::CsvCell& cell : row.cells) result.push_back(cell.text);
  return result;
}

base::CsvTable read(std::string_view bytes) {
  base::Diagnostics diagnostics;
  auto table = base::read_csv(bytes, "t.csv", diagnostics);
  EXPECT_TRUE(table.has_value());
  return table.value_or(base::CsvTable{});
}

std::string refusal(std::string_view bytes) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(base::read_csv(bytes, "t.csv", diagnostics));
  return diagnostics.empty() ? "" : base::to_string(diagnostics.all().front());
}

TEST(Csv, ReadsSemicolonsAndCommas) {
  EXPECT_THAT(texts(read("a;b,c\n1,5;2\n").rows.at(0)), ElementsAre("1,5", "2"));
  EXPECT_THAT(texts(read("a,b\n1;5,2\n").rows.at(0)), ElementsAre("1;5", "2"));
  EXPECT_THAT(texts(read("a\nseul\n").rows.at(0)), ElementsAre("seul"));
}

TEST(Csv, ReadsTheEncodingsOfSpreadsheets) {
  EXPECT_THAT(texts(read("\xEF\xBB\xBFnom\nHélène\n").header), ElementsAre("nom"));
  EXPECT_THAT(texts(read("nom;prix\nH\xE9l\xE8ne;12 \x80\n").rows.at(0)),
              ElementsAre("Hélène", "12 €"));
  EXPECT_THAT(refusal(std::string_view("\xFF\xFEn\0o\0", 6)), HasSubstr("UTF-8"));
  EXPECT_THAT(refusal("nom\nx\x81y\n"), HasSubstr("Windows-1252"));
}

TEST(Csv, ReadsQuotedCells) {
  const auto table = read("a;b\r\n\"deux\r\nlignes\";\"dit \"\"oui\"\"\"\r\n\"x;y\";z\r\n");
  EXPECT_THAT(texts(table.rows.at(0)), ElementsAre("deux\nlignes", "dit \"oui\""));
  EXPECT_THAT(texts(table.rows.at(1)), ElementsAre("x;y", "z"));
  EXPECT_EQ(table.rows.at(1).line, 4);
}

TEST(Csv, SaysWhereACellBegins) {
  const auto row = read("a;b\nœuf;suite\n").rows.at(0);
  EXPECT_EQ(row.cells.at(1).line, 2);
  EXPECT_EQ(row.cells.at(1).column, 5);
}

TEST(Csv, AWrongRowDoesNotSpoilTheOthers) {
  const auto table = read("a;b\n1;2;3\nx\"y;2\n\"x\"y;2\n\n5;6\n");
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_THAT(table.rows.at(0).problem, HasSubstr("autant de cases"));
  EXPECT_THAT(table.rows.at(1).problem, HasSubstr("guillemet"));
  EXPECT_THAT(table.rows.at(2).problem, HasSubstr("guillemet"));
  EXPECT_EQ(table.rows.at(3).problem, "");
  EXPECT_EQ(table.rows.at(3).line, 6);
}

TEST(Csv, RefusesAQuoteThatNeverCloses) {
  const std::string message = refusal("a;b\n1;2\n\"3;4\n5;6\n");
  EXPECT_THAT(message, HasSubstr("t.csv:3"));
  EXPECT_THAT(message, HasSubstr("jamais fermé"));
  EXPECT_THAT(refusal("\n\n"), HasSubstr("première ligne"));
}

TEST(Csv, WritesWhatItReadsBack) {
  const std::string line = base::csv_line({"a;b", "dit \"oui\"", "deux\nlignes", "simple"});
  EXPECT_THAT(texts(read("w;x;y;z\n" + line).rows.at(0)),
              ElementsAre("a;b", "dit \"oui\"", "deux\nlignes", "simple"));
}

// FIPS 180-4, examples of the National Institute of Standards and Technology.
TEST(Sha256, MatchesThePublishedExamples) {
  EXPECT_EQ(base::sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(base::sha256("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
