#include "law/length.hpp"

#include <gtest/gtest.h>

namespace {

using law::Length;
using law::read_length;

Length calendar_length(int months, int days, bool full) {
  Length length;
  length.months = months;
  length.days = days;
  length.full = full;
  return length;
}

TEST(FrenchLength, ReadsMonthsWeeksAndDays) {
  EXPECT_EQ(read_length("5 jours francs").length, calendar_length(0, 5, true));
  EXPECT_EQ(read_length("1 jour franc").length, calendar_length(0, 1, true));
  EXPECT_EQ(read_length("2 mois").length, calendar_length(2, 0, false));
  EXPECT_EQ(read_length("deux mois francs").length, calendar_length(2, 0, true));
  EXPECT_EQ(read_length("1 an").length, calendar_length(12, 0, false));
  EXPECT_EQ(read_length("six ans").length, calendar_length(72, 0, false));
  EXPECT_EQ(read_length("2 semaines").length, calendar_length(0, 14, false));
  EXPECT_EQ(read_length("1 an et 6 mois").length, calendar_length(18, 0, false));
  EXPECT_EQ(read_length("1 mois et 15 jours").length, calendar_length(1, 15, false));
  EXPECT_EQ(read_length("10 jours calendaires").length, calendar_length(0, 10, false));
}

TEST(FrenchLength, IgnoresCaseAccentsAndKindsOfSpaces) {
  EXPECT_EQ(read_length("  5\u00A0JOURS\u202Ffrancs ").length, calendar_length(0, 5, true));
  EXPECT_EQ(read_length("3 années").length, calendar_length(36, 0, false));
}

TEST(FrenchLength, ReadsTheOtherWays) {
  const auto ouvrables = read_length("15 jours ouvrables").length;
  ASSERT_TRUE(ouvrables);
  EXPECT_EQ(ouvrables->way, Length::Way::ouvrables);
  EXPECT_EQ(ouvrables->count, 15);
  EXPECT_EQ(read_length("5 jours ouvrés").length->way, Length::Way::ouvres);
  EXPECT_EQ(read_length("48 heures").length->way, Length::Way::hours);
  const auto friday = read_length("dixième vendredi").length;
  ASSERT_TRUE(friday);
  EXPECT_EQ(friday->way, Length::Way::weekday);
  EXPECT_EQ(friday->count, 10);
  EXPECT_EQ(friday->weekday, std::chrono::Friday);
  EXPECT_EQ(read_length("le 10e vendredi").length, friday);
  EXPECT_EQ(read_length("1er lundi").length->count, 1);
  EXPECT_EQ(read_length("premier jour du mois, 6 mois").length->count, 6);
  EXPECT_EQ(read_length("le jour même").length->way, Length::Way::same_day);
}

TEST(FrenchLength, RefusesWhatItCannotCount) {
  for (const char* wrong : {"",
                            "  ",
                            "jours",
                            "5",
                            "5 mous",
                            "0 jour",
                            "-3 jours",
                            "5,5 jours",
                            "12345 jours",
                            "5 jours francs francs",
                            "5 jours et",
                            "3 mois ouvrables",
                            "5 heures franches",
                            "15 jours ouvrables et 1 mois",
                            "2 jours 3",
                            "dixième",
                            "zéroième vendredi",
                            "0e vendredi",
                            "5 jours avant",
                            "premier jour du mois, six"}) {
    const auto reading = read_length(wrong);
    EXPECT_FALSE(reading.length) << wrong;
    EXPECT_FALSE(reading.mistake.empty()) << wrong;
    EXPECT_FALSE(reading.hint.empty()) << wrong;
  }
}

TEST(FrenchLength, IsWrittenAsItIsRead) {
  for (const char* text :
       {"5 jours francs", "1 jour franc", "2 mois francs", "1 an", "6 ans", "18 mois",
        "1 mois et 15 jours", "15 jours ouvrables", "1 jour ouvré", "48 heures", "1 heure",
        "dixième vendredi", "premier lundi", "20e mardi", "premier jour du mois",
        "premier jour du mois, 6 mois", "le jour même", "10 jours"}) {
    const auto reading = read_length(text);
    ASSERT_TRUE(reading.length) << text << reading.mistake;
    EXPECT_EQ(read_length(law::describe(*reading.length)).length, reading.length) << text;
  }
  EXPECT_EQ(law::describe(*read_length("cinq jours francs").length), "5\u00A0jours francs");
  EXPECT_EQ(law::describe(*read_length("2 semaines").length), "14\u00A0jours");
}

}  // namespace
