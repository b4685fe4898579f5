#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "base/amount.hpp"
#include "sample_layout.hpp"

// Sums carried from page to page, recomputed from what the pages show.
namespace {

using testing::HasSubstr;
using typeset::Length;

struct Row {
  std::int64_t net = 0, gross = 0;
};

// A statement whose second line of words makes rows of several heights.
std::string statement(const std::vector<Row>& rows, const std::string& reports) {
  std::string text =
      "::: {.tableau legende=\"Dépenses\" colonnes=\"1 6 2 2\" total=\"1\" reports=\"" + reports +
      "\"}\n| N° | Objet | HT | TTC |\n| --- | --- | ---: | ---: |\n";
  Row total;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int words = static_cast<int>(rows[i].net % 40);
    text += "| " + std::to_string(i + 1) + " | " + sample::sentence(words) + " | " +
            base::written_amount(rows[i].net) + " | " + base::written_amount(rows[i].gross) +
            " |\n";
    total.net += rows[i].net;
    total.gross += rows[i].gross;
  }
  return text + "| | Total | " + base::written_amount(total.net) + " | " +
         base::written_amount(total.gross) + " |\n:::\n";
}

// Cents from any characters: only digits count.
std::int64_t cents_of(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits.empty() ? 0 : std::stoll(digits);
}

// What one page shows of the two columns of amounts.
struct Shown {
  std::vector<Row> rows;  // data and total, from top to bottom
  std::optional<Row> report, to_report;
};

Shown read(const typeset::Page& page) {
  struct Line {
    std::map<Length, std::int64_t> amounts;  // by right edge
    std::string words;
    bool artifact = false;
  };
  std::map<Length, Line> lines;
  for (const auto& content : page.contents) {
    for (const auto& run : content.glyphs) {
      const std::string text = sample::text_of(run);
      Line& line = lines[run.y];
      line.artifact = line.artifact || content.element == typeset::artifact;
      const bool amount = text.find(',') != std::string::npos &&
                          text.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
      if (amount) {
        line.amounts[sample::right_of(run)] = cents_of(text);
      } else {
        line.words += text;
      }
    }
  }
  Shown shown;
  for (const auto& [y, line] : lines) {
    if (line.amounts.empty()) continue;
    EXPECT_EQ(line.amounts.size(), 2U) << line.words;
    const Row row{line.amounts.begin()->second, line.amounts.rbegin()->second};
    if (!line.artifact) {
      shown.rows.push_back(row);
    } else if (line.words == "Report") {
      EXPECT_TRUE(shown.rows.empty()) << "le report précède les lignes";
      shown.report = row;
    } else {
      EXPECT_EQ(line.words, "À reporter");
      shown.to_report = row;
    }
  }
  return shown;
}

TEST(CarriedSums, AreThoseOfTheRowsShownWhateverTheAmounts) {
  std::mt19937 random(20260522);
  for (int round = 0; round < 12; ++round) {
    std::vector<Row> rows(30 + random() % 90);
    for (Row& row : rows) {
      // From centimes to hundreds of thousands: sums wider than any amount.
      row.net = static_cast<std::int64_t>(random() % (round % 2 == 0 ? 2'000 : 90'000'000));
      row.gross = row.net + row.net / 5;
    }
    const auto style = sample::style("etat");
    const auto pages = sample::pages(statement(rows, "3 4"), "etat");
    ASSERT_GE(pages.pages.size(), 2U);
    Row running;
    std::size_t next = 0;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      const bool first = i == 0, last = i + 1 == pages.pages.size();
      Shown shown = read(pages.pages[i]);
      ASSERT_EQ(shown.report.has_value(), !first);
      ASSERT_EQ(shown.to_report.has_value(), !last);
      if (!first) {
        EXPECT_EQ(shown.report->net, running.net);
        EXPECT_EQ(shown.report->gross, running.gross);
      }
      Row total;
      if (last) {
        total = shown.rows.back();
        shown.rows.pop_back();
      }
      for (const Row& row : shown.rows) {
        ASSERT_LT(next, rows.size());
        EXPECT_EQ(row.net, rows[next].net);
        running.net += row.net;
        running.gross += row.gross;
        ++next;
      }
      EXPECT_EQ((last ? total : *shown.to_report).net, running.net);
      EXPECT_EQ((last ? total : *shown.to_report).gross, running.gross);
      for (const auto& content : pages.pages[i].contents) {
        for (const auto& run : content.glyphs) {
          EXPECT_LE(sample::right_of(run), style.page_width - style.right + 2);
          if (sample::text_of(run).find("Page ") == std::string::npos) {
            EXPECT_LE(run.y, style.page_height - style.bottom);
          }
        }
      }
    }
    EXPECT_EQ(next, rows.size());
  }
}

TEST(CarriedSums, BeginAnewWithEachTable) {
  constexpr std::size_t count = 70;
  const std::string table = statement(std::vector<Row>(count, Row{100, 120}), "3 4");
  const auto pages = sample::pages(table + "\n" + table, "etat");
  int carried = 0;
  for (const auto& page : pages.pages) {
    const Shown shown = read(page);
    if (!shown.to_report) continue;
    ++carried;
    EXPECT_LT(shown.to_report->net, 100 * static_cast<std::int64_t>(count));
  }
  EXPECT_GE(carried, 2);
}

TEST(CarriedSums, StandUnderTheCommaOfTheAmounts) {
  const std::vector<Row> rows(60, Row{123'456, 7'89});
  const auto pages = sample::pages(statement(rows, "3 4"), "etat");
  std::vector<Length> commas;
  for (const auto& page : pages.pages) {
    for (const auto& content : page.contents) {
      for (const auto& run : content.glyphs) {
        const std::string text = sample::text_of(run);
        if (text.find_first_of("0123456789") == std::string::npos ||
            text.find(',') == std::string::npos)
          continue;
        Length x = run.x;
        for (const auto& glyph : run.glyphs) {
          if (glyph.text == ",") commas.push_back(x);
          x += glyph.advance;
        }
      }
    }
  }
  std::sort(commas.begin(), commas.end());
  ASSERT_GT(commas.size(), 120U);
  // Two columns, in regular, italic and bold figures.
  std::size_t columns = 1;
  for (std::size_t i = 1; i < commas.size(); ++i) {
    const Length apart = commas[i] - commas[i - 1];
    if (apart > typeset::points(10)) {
      ++columns;
    } else {
      EXPECT_LE(apart, 2);
    }
  }
  EXPECT_EQ(columns, 2U);
}

TEST(CarriedSums, AreNotAskedForByOtherTables) {
  const std::vector<Row> rows(80, Row{100, 120});
  const auto pages = sample::pages(statement(rows, ""), "etat");
  for (const auto& page : pages.pages) {
    for (const auto& content : page.contents) {
      for (const auto& run : content.glyphs) {
        EXPECT_NE(sample::text_of(run), "À reporter");
      }
    }
  }
}

TEST(CarriedSums, RefuseACellThatIsNotAnAmount) {
  const std::string table =
      "::: {.tableau reports=\"2\"}\n| A | B |\n| --- | ---: |\n| x | 12,5 |\n| y | à venir "
      "|\n:::\n";
  EXPECT_THAT(sample::messages(table, "etat"),
              testing::ElementsAre(HasSubstr("n’est pas un montant")));
}

}  // namespace
