#include <gtest/gtest.h>

#include <set>

#include "app/guide.hpp"
#include "documents/examples.hpp"
#include "documents/measured_lines.hpp"
#include "typeset/layout.hpp"

// Every line of the guide and of every example document is measured, as a typographer would.
namespace {

using measured_lines::Line;
using measured_lines::Space;
using typeset::Length;

// What is measured, and the bounds.
constexpr Length widest_space_hundredths = 77;  // of the size: a space of 0.27 em and half an em
constexpr std::size_t river_lines = 4;
constexpr Length river_part_of_em = 10;
constexpr std::size_t kept_lines = 2;    // of a paragraph, on either side of the end of a page
constexpr std::size_t kept_letters = 3;  // on either side of a hyphen
constexpr std::size_t hyphens_running = 2;
constexpr std::size_t least_lines_of_last_page = 3;  // of a chapter

struct Sheets {
  std::string name;
  typeset::Style style;
  typeset::Pages pages;
  std::vector<Line> lines;
};

// Faults as sentences, so that a failure reads like a proof-reader's list.
using Faults = std::vector<std::string>;

std::string at(const Sheets& sheets, const Line& line) {
  return sheets.name + ", page " + std::to_string(line.page + 1) + ", « " + line.text + " » : ";
}

Sheets measured(const std::string& name, const document::Document& document) {
  base::Diagnostics diagnostics;
  Sheets sheets;
  sheets.name = name;
  sheets.style =
      *typeset::read_style(examples::engine().files(), document.metadata.style, diagnostics);
  typeset::Options options;
  options.hyphenator = examples::engine().hyphenator();
  sheets.pages =
      typeset::layout(document, sheets.style, examples::engine().fonts(), options, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << examples::messages(diagnostics);
  sheets.lines = measured_lines::lines_of(sheets.pages);
  return sheets;
}

std::vector<Sheets> all_documents() {
  base::Diagnostics diagnostics;
  std::vector<Sheets> all;
  for (const char* day : {"", "2025-06-01"}) {
    const auto guide = app::make_guide(examples::engine(), calendar::parse_iso(day), diagnostics);
    EXPECT_TRUE(guide) << examples::messages(diagnostics);
    if (guide) all.push_back(measured(std::string("guide ") + day, *guide));
  }
  for (const examples::Example& example : examples::all()) {
    if (example.document == "guide") continue;
    const auto prepared =
        app::prepare(examples::engine(), example.document,
                     {example.path, examples::content(example.path)}, {}, diagnostics);
    EXPECT_TRUE(prepared) << examples::messages(diagnostics);
    if (!prepared) continue;
    const auto document = app::make_document(examples::engine(), *prepared, {}, diagnostics);
    EXPECT_TRUE(document) << examples::messages(diagnostics);
    if (document) all.push_back(measured(example.path, *document));
  }
  return all;
}

const std::vector<Sheets>& documents() {
  static const std::vector<Sheets> all = all_documents();
  return all;
}

// The edge that a line may not pass: of the page, or of its place in the window of an envelope.
Length right_edge(const Sheets& sheets, const Line& line) {
  Length edge = sheets.pages.pages[line.page].width - sheets.style.right;
  for (const auto& [name, look] : sheets.style.blocks) {
    if (line.page > 0 || !look.place) continue;
    const typeset::Rectangle& place = *look.place;
    const bool inside = line.left >= place.x && line.y >= place.y &&
                        (place.height == 0 || line.y <= place.y + place.height);
    if (inside) edge = std::max(edge, place.x + place.width);
  }
  return edge;
}

// Half of a hyphen hangs in the margin.
Length hanging(const Line& line) { return line.hyphenated() ? line.size / 5 : 0; }

Faults over_the_margins(const Sheets& sheets) {
  Faults faults;
  for (const Line& line : sheets.lines) {
    const typeset::Page& page = sheets.pages.pages[line.page];
    if (line.right - hanging(line) > right_edge(sheets, line)) {
      faults.push_back(at(sheets, line) + "passe la marge de droite");
    }
    const bool cover = sheets.style.cover && line.page == 0;
    if (line.left < sheets.style.left) faults.push_back(at(sheets, line) + "sort à gauche");
    if (!cover && line.y > page.height - sheets.style.bottom) {
      faults.push_back(at(sheets, line) + "descend sous la marge");
    }
  }
  return faults;
}

// The lines of each paragraph, heading or caption outside tables and notes, in order.
std::map<std::size_t, std::vector<const Line*>> paragraphs(const Sheets& sheets) {
  std::map<std::size_t, std::vector<const Line*>> found;
  for (const Line& line : sheets.lines) {
    if (!line.in_note && line.role != typeset::Role::label) found[line.block].push_back(&line);
  }
  return found;
}

Faults lone_lines(const Sheets& sheets) {
  Faults faults;
  for (const auto& [block, lines] : paragraphs(sheets)) {
    std::map<std::size_t, std::size_t> on_page;
    for (const Line* line : lines) ++on_page[line->page];
    if (on_page.size() < 2 || lines.front()->in_cell) continue;
    for (const auto& [page, count] : on_page) {
      if (count < kept_lines) {
        faults.push_back(at(sheets, *lines.front()) + "laisse une ligne seule page " +
                         std::to_string(page + 1));
      }
    }
  }
  return faults;
}

Faults feet_of_pages(const Sheets& sheets) {
  Faults faults;
  std::map<std::size_t, const Line*> last;
  for (const Line& line : sheets.lines) {
    if (line.in_note) continue;
    const Line*& lowest = last[line.page];
    if (lowest == nullptr || line.y >= lowest->y) lowest = &line;
  }
  for (const auto& [page, line] : last) {
    const bool cover = sheets.style.cover && page == 0;
    if (cover || measured_lines::foot_of_figures(sheets.pages, page) > line->y) continue;
    if (line->heading()) faults.push_back(at(sheets, *line) + "titre au bas d’une page");
    if (line->role == typeset::Role::caption) faults.push_back(at(sheets, *line) + "légende seule");
    if (line->in_header) faults.push_back(at(sheets, *line) + "en-tête de tableau seul");
    if (line->hyphenated() && page + 1 < sheets.pages.pages.size()) {
      faults.push_back(at(sheets, *line) + "mot coupé au bas d’une page");
    }
  }
  return faults;
}

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x180);
}

Faults hyphens(const Sheets& sheets) {
  Faults faults;
  for (const auto& [block, lines] : paragraphs(sheets)) {
    std::size_t running = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      running = lines[i]->hyphenated() ? running + 1 : 0;
      if (running > hyphens_running) faults.push_back(at(sheets, *lines[i]) + "trois traits");
      if (running == 0 || i + 1 == lines.size()) continue;
      std::u32string before = base::to_utf32(lines[i]->text);
      before.pop_back();  // the hyphen
      std::size_t kept = 0;
      while (kept < before.size() && is_letter(before[before.size() - 1 - kept])) ++kept;
      const std::u32string after = base::to_utf32(lines[i + 1]->text);
      std::size_t left = 0;
      while (left < after.size() && is_letter(after[left])) ++left;
      if (kept < kept_letters || left < kept_letters) {
        faults.push_back(at(sheets, *lines[i]) + "mot coupé trop près du bord");
      }
    }
  }
  return faults;
}

Length widest_space(const Line& line) {
  Length widest = 0;
  for (const Space& space : line.spaces) widest = std::max(widest, space.end - space.begin);
  return widest;
}

Faults loose_lines(const Sheets& sheets) {
  Faults faults;
  for (const Line& line : sheets.lines) {
    const auto hundredths = std::int64_t{widest_space(line)} * 100 / line.size;
    if (hundredths > widest_space_hundredths) {
      faults.push_back(at(sheets, line) + "espaces de " + std::to_string(hundredths) +
                       " centièmes de cadratin");
    }
  }
  return faults;
}

// Whether spaces were stretched or shrunk: those of a line set ragged are all alike from one line
// to the next, and no eye follows them through.
bool justified(const std::vector<const Line*>& lines) {
  std::set<Length> widths;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) widths.insert(widest_space(*lines[i]) / 50);
  return widths.size() > 2;
}

std::size_t river_length(const std::vector<const Line*>& lines, std::size_t first, Space strip) {
  std::size_t length = 1;
  for (std::size_t i = first + 1; i < lines.size(); ++i, ++length) {
    const Line& line = *lines[i];
    if (line.page != lines[first]->page) break;
    const auto shared = [&](const Space& space) {
      return std::min(space.end, strip.end) - std::max(space.begin, strip.begin) >=
             line.size / river_part_of_em;
    };
    const auto found = std::find_if(line.spaces.begin(), line.spaces.end(), shared);
    if (found == line.spaces.end()) break;
    strip = {std::max(found->begin, strip.begin), std::min(found->end, strip.end)};
  }
  return length;
}

Faults rivers(const Sheets& sheets) {
  Faults faults;
  for (const auto& [block, lines] : paragraphs(sheets)) {
    if (!justified(lines)) continue;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const Space& space : lines[i]->spaces) {
        if (river_length(lines, i, space) >= river_lines) {
          faults.push_back(at(sheets, *lines[i]) + "lézarde");
        }
      }
    }
  }
  return faults;
}

// A chapter of the guide does not end on a page of one or two lines.
Faults short_last_pages(const Sheets& sheets) {
  if (!sheets.style.cover) return {};
  std::map<std::size_t, std::set<Length>> baselines;
  for (const Line& line : sheets.lines) baselines[line.page].insert(line.y);
  Faults faults;
  const std::size_t count = sheets.pages.pages.size();
  for (std::size_t page = 1; page < count; ++page) {
    const bool ends =
        page + 1 == count || std::any_of(sheets.pages.outline.begin(), sheets.pages.outline.end(),
                                         [&](const typeset::OutlineEntry& entry) {
                                           return entry.level == 1 && entry.page == page + 1;
                                         });
    if (ends && baselines[page].size() < least_lines_of_last_page) {
      faults.push_back(sheets.name + ", page " + std::to_string(page + 1) + " : presque vide");
    }
  }
  return faults;
}

void expect_none(Faults (*look)(const Sheets&)) {
  for (const Sheets& sheets : documents()) {
    for (const std::string& fault : look(sheets)) ADD_FAILURE() << fault;
  }
}

TEST(ProofReading, StandWithinTheMargins) { expect_none(over_the_margins); }
TEST(ProofReading, AreNeverAloneOnAPage) { expect_none(lone_lines); }
TEST(ProofReading, OfHeadingsAreFollowedByTextAndWordsEndWithTheirPage) {
  expect_none(feet_of_pages);
}
TEST(ProofReading, BreakWordsSeldomAndFarFromTheirEnds) { expect_none(hyphens); }
TEST(ProofReading, AreNotStretchedBeyondWhatLooksGood) { expect_none(loose_lines); }
TEST(ProofReading, LeaveNoRiver) { expect_none(rivers); }
TEST(ProofReading, FillTheLastPageOfAChapter) { expect_none(short_last_pages); }

}  // namespace
