#include "typeset/timeline.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "drawing_checks.hpp"
#include "typeset/font_set.hpp"
#include "typeset/svg.hpp"

namespace {

using drawing_checks::is_letter;
using typeset::Length;
using typeset::points;

document::Timeline timeline(std::size_t events) {
  const std::vector<document::TimelineEvent> all{
      {"2026-03-14", "Réception de la demande par la mairie", "depart"},
      {"2026-03-19", "Transmission au préfet et information des conseillers", "echeance"},
      {"2026-03-20", "Effet de plein droit de la protection", "effet"},
      {"2026-05-14", "Fin du délai de retrait", "echeance"},
      {"2026-07-20", "Audience", "autre"},
      {"2026-09-01", "Notification du jugement à toutes les parties du procès", "depart"},
      {"2026-11-02", "Fin du délai d’appel", "echeance"}};
  document::Timeline made;
  made.events.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(events));
  return made;
}

class TimelineFigure : public testing::Test {
 protected:
  typeset::Drawing draw(const document::Timeline& events, Length width) {
    typeset::Shaper shaper(fonts_, {}, diagnostics_);
    return typeset::draw_timeline(events, shaper, "Noto Sans", width);
  }

  typeset::FontSet fonts_;
  base::Diagnostics diagnostics_;
};

TEST_F(TimelineFigure, NothingOverlapsOrLeavesTheFigureWhateverTheWidth) {
  for (const auto events : {1U, 2U, 4U, 5U, 7U}) {
    for (const auto width : {120, 200, 450, 700}) {
      const auto drawing = draw(timeline(events), points(width));
      EXPECT_EQ(drawing.width, points(width));
      drawing_checks::expect_legible(drawing);
    }
  }
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(TimelineFigure, FewEventsStandInARowAndManyInAColumn) {
  EXPECT_LT(draw(timeline(4), points(450)).height, points(100));
  EXPECT_GT(draw(timeline(4), points(200)).height, points(140));  // too narrow for a row
  EXPECT_GT(draw(timeline(7), points(700)).height, points(140));  // too many
}

TEST_F(TimelineFigure, EachKindHasItsOwnShapeNotOnlyItsColour) {
  // Marks: what is neither a letter nor grey (the axis and unnamed marks).
  const auto mark_of = [this](const std::string& kind) {
    auto events = timeline(1);
    events.events[0].kind = kind;
    for (const auto& path : draw(events, points(200)).paths) {
      const bool grey = path.fill == typeset::Colour{118, 118, 118} ||
                        path.stroke == typeset::Colour{118, 118, 118};
      if (!is_letter(path) && !grey) {
        return path;
      }
    }
    return typeset::Path{};
  };
  const auto start = mark_of("depart"), deadline = mark_of("echeance"), effect = mark_of("effet");
  EXPECT_TRUE(start.stroked && !start.filled && start.points.size() == 13);  // a ring
  ASSERT_EQ(deadline.points.size(), 4U);
  EXPECT_EQ(deadline.points[0].x, deadline.points[2].x);  // a diamond stands on its corner
  ASSERT_EQ(effect.points.size(), 4U);
  EXPECT_EQ(effect.points[0].y, effect.points[1].y);  // a square on its side
  EXPECT_TRUE(deadline.filled && effect.filled);
}

TEST_F(TimelineFigure, ShowsTheDayOfTheWeek) {
  // In the calendar of 2026, 14 March is a Saturday and 16 March a Monday.
  auto monday = timeline(1), saturday = timeline(1);
  monday.events[0].date = "2026-03-16";
  const auto count = [](const typeset::Drawing& drawing) { return drawing.paths.size(); };
  const auto first = draw(saturday, points(300)), second = draw(monday, points(300));
  EXPECT_EQ(count(first), count(second));
  const auto differs = [](const typeset::Path& one, const typeset::Path& two) {
    return one.points.size() != two.points.size();
  };
  std::size_t different = 0;
  for (std::size_t index = 0; index < first.paths.size(); ++index) {
    different += differs(first.paths[index], second.paths[index]) ? 1 : 0;
  }
  // s→l, a→u, m→n of the day, and 4→6 of the number.
  EXPECT_EQ(different, 4U);
}

TEST_F(TimelineFigure, SameTimelineSameDrawingAndSameSvg) {
  const auto first = typeset::svg(draw(timeline(7), points(450)), "Frise");
  EXPECT_EQ(first, typeset::svg(draw(timeline(7), points(450)), "Frise"));
  EXPECT_NE(first, typeset::svg(draw(timeline(6), points(450)), "Frise"));
}

TEST_F(TimelineFigure, LongWordsInPlaceOfADateAreBroken) {
  auto steps = timeline(3);
  for (auto& event : steps.events) {
    event.date = "Réception par le représentant de l’État, le jour même";
  }
  for (const auto width : {200, 450}) drawing_checks::expect_legible(draw(steps, points(width)));
}

TEST_F(TimelineFigure, ReportsACharacterThatNoFontHas) {
  auto events = timeline(2);
  events.events[1].label = "Signe \U0001F9FF";
  static_cast<void>(draw(events, points(450)));
  EXPECT_TRUE(diagnostics_.has_errors());
}

TEST_F(TimelineFigure, NoEventMakesAnEmptyFigure) {
  const auto drawing = draw(timeline(0), points(450));
  EXPECT_TRUE(drawing.paths.empty());
  EXPECT_EQ(drawing.height, 0);
}

TEST_F(TimelineFigure, SvgIsNamedAndFollowsTheColourOfTheText) {
  const auto text = typeset::svg(draw(timeline(4), points(450)), "Frise « a < b »");
  EXPECT_TRUE(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""));
  EXPECT_NE(text.find("<title>Frise « a &lt; b »</title>"), std::string::npos);
  EXPECT_NE(text.find("fill=\"currentColor\""), std::string::npos);
  EXPECT_EQ(text.find("#000000"), std::string::npos);  // black would vanish on black
  for (const auto* refused : {"<script", "style", "class", "."}) {
    const auto drawn = text.substr(text.find("</title>"));
    EXPECT_EQ(drawn.find(refused), std::string::npos) << refused;
  }
}

TEST(Svg, DrawsALetterThatComesAgainOnce) {
  using typeset::PathCommand;
  typeset::Path letter;
  letter.commands = {PathCommand::move};
  letter.points = {{1000, 2000}};
  for (Length step = 1; step < 30; ++step) {
    letter.commands.push_back(PathCommand::line);
    letter.points.push_back({1000 + 100 * step, 2000 + 130 * step * (step % 3)});
  }
  auto moved = letter;
  for (auto& point : moved.points) {
    point.x += 5550;
  }
  const typeset::Drawing drawing{10000, 10000, {letter, moved}};
  const auto text = typeset::svg(drawing, "t");
  EXPECT_NE(text.find("x=\"100\" y=\"200\""), std::string::npos);
  EXPECT_NE(text.find("x=\"655\" y=\"200\""), std::string::npos);
  const auto data = text.find(" d=");
  EXPECT_NE(data, std::string::npos);
  EXPECT_EQ(text.find(" d=", data + 1), std::string::npos);
}

TEST(Svg, PathDataIsRelativeToTheLastPointEvenAfterClosing) {
  using typeset::PathCommand;
  typeset::Path path;
  path.commands = {PathCommand::move,  PathCommand::line, PathCommand::cubic,
                   PathCommand::close, PathCommand::move, PathCommand::line};
  path.points = {{1000, 1000}, {2000, 1000}, {2000, 2000}, {1500, 2500},
                 {1000, 2000}, {3000, 3000}, {3000, 4000}};
  path.stroked = true;
  path.stroke_width = 500;
  const auto text = typeset::svg({10000, 10000, {path}}, "t");
  // From (100,100): to (200,100), the curve to (100,200), back to (100,100); then (300,300).
  EXPECT_NE(text.find("d=\"M100 100l100 0c0 100-50 150-100 100zm200 200l0 100\""),
            std::string::npos)
      << text;
}

}  // namespace
