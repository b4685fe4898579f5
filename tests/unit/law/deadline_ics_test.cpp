// The calendar file, read back by libical.
#include <gtest/gtest.h>
#include <libical/ical.h>

#include <memory>

#include "base/files.hpp"
#include "base/text.hpp"
#include "law/ics.hpp"

namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

std::string cite(std::string_view id) { return "article " + std::string(id); }

const calendar::Date written_on = *calendar::parse_iso("2026-11-23");

law::Deadline whole_day() {
  law::Deadline deadline;
  deadline.id = "retrait-protection";
  deadline.title = "Retrait, abrogation ; « fin »\\suite\nligne";
  deadline.date = calendar::parse_iso("2027-04-03");
  deadline.start = calendar::parse_iso("2026-12-03");
  deadline.who = "Le conseil";
  deadline.lost = "Le délai";
  deadline.basis = {"cgct/L2123-35"};
  deadline.steps = {std::string(60, 'a') + "é" + std::string(60, 'b') + "€" +
                    std::string(200, 'c')};
  return deadline;
}

law::Deadline at_an_hour() {
  law::Deadline deadline = whole_day();
  deadline.id = "depot-depenses-securite";
  deadline.title = "Dépôt";
  deadline.date = calendar::parse_iso("2026-05-22");
  deadline.hour = 18 * 60;
  return deadline;
}

Component parsed(const std::string& file) {
  return Component(icalparser_parse_string(file.c_str()));
}

TEST(CalendarFile, IsValidForAnotherReader) {
  const Component calendar = parsed(law::ics({whole_day(), at_an_hour()}, written_on, cite));
  ASSERT_NE(calendar, nullptr);
  EXPECT_TRUE(icalrestriction_check(calendar.get()));
  EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
  EXPECT_EQ(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT), 2);
  EXPECT_EQ(icalcomponent_count_components(calendar.get(), ICAL_VTIMEZONE_COMPONENT), 1);
}

TEST(CalendarFile, TextComesBackAsWritten) {
  const Component calendar = parsed(law::ics({whole_day()}, written_on, cite));
  icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(std::string(icalcomponent_get_summary(event)),
            "Retrait, abrogation ; « fin »\\suite\nligne (dernier jour pour agir)");
  const std::string description = icalcomponent_get_description(event);
  EXPECT_NE(description.find("article cgct/L2123-35"), std::string::npos);
  EXPECT_NE(description.find(whole_day().steps[0]), std::string::npos);
}

TEST(CalendarFile, DayAndHourAreThoseOfTheLaw) {
  const Component calendar = parsed(law::ics({whole_day(), at_an_hour()}, written_on, cite));
  icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  const icaltimetype day = icalcomponent_get_dtstart(event);
  EXPECT_TRUE(day.is_date);
  EXPECT_EQ(std::string(icaltime_as_ical_string(day)), "20270403");
  event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  const icaltimetype hour = icalcomponent_get_dtstart(event);
  EXPECT_FALSE(hour.is_date);
  EXPECT_EQ(std::string(icaltime_as_ical_string(hour)), "20260522T180000");
  EXPECT_EQ(std::string(icaltime_get_tzid(hour)), "Europe/Paris");
  // 18:00 in Paris in May is 16:00 UTC: the time zone written in the file says so.
  icaltimezone* zone = icaltimezone_new();
  ASSERT_EQ(
      icaltimezone_set_component(zone, icalcomponent_new_clone(icalcomponent_get_first_component(
                                           calendar.get(), ICAL_VTIMEZONE_COMPONENT))),
      1);
  icaltimetype local = hour;
  EXPECT_EQ(icaltimezone_get_utc_offset(zone, &local, nullptr), 2 * 3600);
  local.month = 12;
  EXPECT_EQ(icaltimezone_get_utc_offset(zone, &local, nullptr), 3600);
  icaltimezone_free(zone, 1);
}

TEST(CalendarFile, WarnsSevenDaysAndOneDayBefore) {
  const Component calendar = parsed(law::ics({whole_day()}, written_on, cite));
  icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  std::vector<int> days;
  for (icalcomponent* alarm = icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT);
       alarm != nullptr; alarm = icalcomponent_get_next_component(event, ICAL_VALARM_COMPONENT)) {
    icalproperty* trigger = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    ASSERT_NE(trigger, nullptr);
    days.push_back(icaldurationtype_as_int(icalproperty_get_trigger(trigger).duration) / 86'400);
  }
  EXPECT_EQ(days, (std::vector<int>{-7, -1}));
}

TEST(CalendarFile, LinesAreFoldedWithoutCuttingACharacter) {
  const std::string file = law::ics({whole_day(), at_an_hour()}, written_on, cite);
  for (const std::string& line : base::split(file, '\n')) {
    if (line.empty()) continue;
    EXPECT_TRUE(line.ends_with('\r')) << line;
    EXPECT_LE(line.size() - 1, 75U) << line;
    EXPECT_FALSE(base::invalid_utf8(line)) << line;
  }
  EXPECT_TRUE(file.ends_with("END:VCALENDAR\r\n"));
}

TEST(CalendarFile, IsTheSameForTheSameInputAndNamesEachEventOnce) {
  const auto file = [] { return law::ics({whole_day(), whole_day()}, written_on, cite); };
  EXPECT_EQ(file(), file());
  EXPECT_NE(file().find("UID:retrait-protection-20261203@egide\r\n"), std::string::npos);
  EXPECT_NE(file().find("UID:retrait-protection-20261203-2@egide\r\n"), std::string::npos);
  EXPECT_NE(file().find("DTSTAMP:20261123T000000Z\r\n"), std::string::npos);
}

TEST(CalendarFile, LeavesOutWhatHasNoDate) {
  law::Deadline unknown = whole_day();
  unknown.date.reset();
  EXPECT_EQ(law::ics({unknown}, written_on, cite).find("VEVENT"), std::string::npos);
}

}  // namespace
