#include "typeset/figure.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "drawing_checks.hpp"
#include "typeset/font_set.hpp"
#include "typeset/shapes.hpp"
#include "typeset/svg.hpp"

namespace {

using drawing_checks::box_of;
using drawing_checks::is_letter;
using typeset::Length;
using typeset::points;

constexpr int widths[] = {180, 216, 320, 450, 700};

document::BarChart facts() {
  document::BarChart chart;
  chart.series = {"Faits"};
  chart.bars = {{"2021", {{1720000, "1 720 faits"}}, false},
                {"2022", {{2265000, "2 265 faits"}}, false},
                {"2023, sur une base recalculée depuis", {{2759000, "2 759 faits"}}, true},
                {"2024", {{std::nullopt, "—"}}, false},
                {"2025", {{0, "0 fait"}}, false}};
  return chart;
}

document::BarChart penalties() {
  document::BarChart chart;
  chart.series = {"Jusqu’au 22 mars 2024", "À la date de cette édition"};
  chart.bars = {{"Plus de huit jours d’incapacité et plusieurs circonstances aggravantes",
                 {{60000, "5 ans"}, {84000, "7 ans"}},
                 false},
                {"Menace", {{6000, "6 mois"}, {120000, "10 ans"}}, false}};
  return chart;
}

document::DecisionTree tree() {
  const document::TreeNode commune{"Pour la commune", "écrivez au maire.", {}};
  const document::TreeNode state{"Pour l’État", "écrivez au préfet du département.", {}};
  const document::TreeNode elected{
      "Élu, attaqué à cause de ses fonctions", "pour qui agissiez-vous ?", {commune, state}};
  document::DecisionTree made;
  made.roots = {{"Dans tous les cas", "portez plainte.", {}},
                {"", "Qui êtes-vous ?", {elected, {"Candidat", "écrivez au préfet.", {}}}}};
  return made;
}

// A bar of `value`, where that of `whole` is `length` long.
Length scaled(Length length, int value, int whole) {
  return static_cast<Length>(static_cast<std::int64_t>(length) * value / whole);
}

class Figures : public testing::Test {
 protected:
  template <typename Content>
  typeset::Drawing draw(const Content& content, Length width) {
    document::Figure figure;
    figure.content = content;
    typeset::Shaper shaper(fonts_, {}, diagnostics_);
    return typeset::draw(figure, shaper, "Noto Sans", width);
  }

  typeset::FontSet fonts_;
  base::Diagnostics diagnostics_;
};

// Lengths of the full bars, from top to bottom.
std::vector<Length> full_bars(const typeset::Drawing& drawing) {
  std::vector<Length> lengths;
  for (const auto& path : drawing.paths) {
    const auto box = box_of(path);
    if (path.filled && path.fill == typeset::figure_blue && box.bottom - box.top > points(8)) {
      lengths.push_back(box.right - box.left);
    }
  }
  return lengths;
}

TEST_F(Figures, AreLegibleWhateverTheWidth) {
  for (const auto width : widths) {
    for (const auto& drawing : {draw(facts(), points(width)), draw(penalties(), points(width)),
                                draw(tree(), points(width))}) {
      EXPECT_EQ(drawing.width, points(width));
      EXPECT_GT(drawing.height, 0);
      drawing_checks::expect_legible(drawing);
    }
  }
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(Figures, BarsAreProportionalFromZero) {
  for (const auto width : widths) {
    const auto bars = full_bars(draw(facts(), points(width)));
    ASSERT_EQ(bars.size(), 3U) << "neither a zero nor a missing value has a bar";
    EXPECT_NEAR(bars[0], scaled(bars[2], 1720, 2759), 1);
    EXPECT_NEAR(bars[1], scaled(bars[2], 2265, 2759), 1);
  }
}

TEST_F(Figures, TwoSeriesShareOneScaleAndAreToldApartWithoutColour) {
  const auto drawing = draw(penalties(), points(450));
  std::vector<Length> hollow;
  for (const auto& path : drawing.paths) {
    const auto box = box_of(path);
    const bool outline = path.stroked && !path.filled && path.stroke == typeset::figure_blue;
    // The outline stays inside its bar.
    if (outline && box.bottom - box.top > points(7)) {
      hollow.push_back(box.right - box.left + path.stroke_width);
    }
  }
  const auto full = full_bars(drawing);
  ASSERT_EQ(full.size(), 2U);
  ASSERT_EQ(hollow.size(), 2U);
  EXPECT_NEAR(full[0], scaled(full[1], 84, 120), 2);
  EXPECT_NEAR(hollow[0], scaled(full[1], 60, 120), 2);
  EXPECT_NEAR(hollow[1], scaled(full[1], 6, 120), 2);
}

TEST_F(Figures, ABreakOfTheSeriesCutsTheAxis) {
  const auto axes = [this](const document::BarChart& chart) {
    int count = 0;
    for (const auto& path : draw(chart, points(450)).paths) {
      const auto box = box_of(path);
      if (path.stroked && box.left == box.right && box.bottom - box.top > points(10)) ++count;
    }
    return count;
  };
  auto whole = facts();
  whole.bars[2].breaks_series = false;
  EXPECT_EQ(axes(whole), 1);
  EXPECT_EQ(axes(facts()), 2);
}

TEST_F(Figures, QuestionsAndAnswersHaveOutlinesOfTheirOwn) {
  int questions = 0, answers = 0;
  for (const auto& path : draw(tree(), points(450)).paths) {
    if (path.filled || !path.stroked) continue;
    if (path.points.size() == 8) ++questions;
    if (path.points.size() == 4) ++answers;
  }
  EXPECT_EQ(questions, 2);
  EXPECT_EQ(answers, 4);
}

TEST_F(Figures, SameDataSameSvg) {
  const auto first = typeset::svg(draw(tree(), points(216)), "Arbre");
  EXPECT_EQ(first, typeset::svg(draw(tree(), points(216)), "Arbre"));
  EXPECT_NE(first, typeset::svg(draw(tree(), points(217)), "Arbre"));
}

// A golden dump: what is not a letter, and how many letters there are.
TEST_F(Figures, TheBarChartIsDrawnAsItWas) {
  std::string dump;
  int letters = 0;
  auto chart = facts();
  chart.bars.resize(2);
  const auto drawing = draw(chart, points(450));
  for (const auto& path : drawing.paths) {
    if (is_letter(path)) {
      ++letters;
      continue;
    }
    const auto box = box_of(path);
    for (const auto value : {box.left, box.top, box.right, box.bottom}) {
      dump += std::to_string(value) + " ";
    }
    dump += path.filled ? "full\n" : "line\n";
  }
  dump += std::to_string(letters) + " letters, " + std::to_string(drawing.height);
  EXPECT_EQ(dump,
            "28592 4250 310393 16250 full\n"
            "28592 24750 399685 36750 full\n"
            "28092 0 28092 41000 line\n"
            "26 letters, 41000");
}

}  // namespace
