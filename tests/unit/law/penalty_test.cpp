#include "law/penalty.hpp"

#include <gtest/gtest.h>

namespace {

law::Penalty prison(int months, std::int64_t euros) {
  law::Penalty penalty;
  penalty.imprisonment_months = months;
  penalty.fine_euros = euros;
  return penalty;
}

TEST(Penalty, IsWrittenAsInACourt) {
  EXPECT_EQ(law::french(prison(84, 100000)),
            "sept ans d’emprisonnement et 100\u202F000\u00A0€ d’amende");
  EXPECT_EQ(law::french(prison(12, 15000)),
            "un an d’emprisonnement et 15\u202F000\u00A0€ d’amende");
  EXPECT_EQ(law::french(prison(6, 7500)),
            "six mois d’emprisonnement et 7\u202F500\u00A0€ d’amende");
  EXPECT_EQ(law::french(prison(0, 12000)), "12\u202F000\u00A0€ d’amende");
  law::Penalty crime;
  crime.reclusion_years = 20;
  crime.fine_euros = 150000;
  EXPECT_EQ(law::french(crime),
            "vingt ans de réclusion criminelle et 150\u202F000\u00A0€ d’amende");
  law::Penalty fine = prison(0, 7500);
  fine.community_work = true;
  EXPECT_EQ(law::french(fine), "7\u202F500\u00A0€ d’amende et un travail d’intérêt général");
  law::Penalty petty = prison(0, 38);
  petty.petty_class = 1;
  EXPECT_EQ(law::french(petty), "amende de 38\u00A0€ au plus (contravention de la 1re classe)");
}

TEST(Penalty, NumbersInWords) {
  EXPECT_EQ(law::french_number(1), "un");
  EXPECT_EQ(law::french_number(18), "dix-huit");
  EXPECT_EQ(law::french_number(21), "vingt et un");
  EXPECT_EQ(law::french_number(30), "trente");
  EXPECT_EQ(law::french_number(71), "soixante et onze");
  EXPECT_EQ(law::french_number(72), "soixante-douze");
  EXPECT_EQ(law::french_number(80), "quatre-vingts");
  EXPECT_EQ(law::french_number(81), "quatre-vingt-un");
  EXPECT_EQ(law::french_number(91), "quatre-vingt-onze");
  EXPECT_EQ(law::french_number(99), "quatre-vingt-dix-neuf");
}

TEST(Penalty, SeverityLooksAtLibertyBeforeMoney) {
  EXPECT_TRUE(law::harsher(prison(84, 100000), prison(60, 300000)));
  EXPECT_FALSE(law::harsher(prison(60, 75000), prison(60, 75000)));
  EXPECT_TRUE(law::harsher(prison(24, 60000), prison(24, 30000)));
}

}  // namespace
