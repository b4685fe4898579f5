#include "dossier/scalar.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace dossier {
namespace {

std::string date_of(std::string_view text) {
  const auto parsed = parse_date(text);
  EXPECT_NE(parsed.value.has_value(), !parsed.problem.empty()) << text;
  return parsed.value ? calendar::iso(*parsed.value) : "refused";
}

TEST(ParseDate, AcceptsWhatPeopleWrite) {
  for (const auto* text : {"2026-05-03", "03/05/2026", "3/5/2026", "3 mai 2026",
                           "3\u00A0mai\u00A02026", " 03  Mai 2026 "}) {
    EXPECT_EQ(date_of(text), "2026-05-03") << text;
  }
  EXPECT_EQ(date_of("1er août 2026"), "2026-08-01");
  EXPECT_EQ(date_of("29 FEVRIER 2028"), "2028-02-29");
}

TEST(ParseDate, RefusesWhatWouldBeGuessed) {
  for (const auto* text : {"3/5/26", "2026-5-3", "2026-02-29", "31/04/2026", "00/01/2026", "3 mai",
                           "mai 2026", "3 mais 2026", "3-5-2026", "2026/05/03", "", "03.05.2026",
                           "0999-01-01", "2026-05-03 ou 04", "3//2026", "+3/5/2026", "-3/5/2026"}) {
    EXPECT_EQ(date_of(text), "refused") << text;
  }
  EXPECT_NE(parse_date("3/5/26").problem.find("siècle"), std::string::npos);
}

TEST(ParseTime, AcceptsAndRefuses) {
  for (const auto* text : {"18:30", "18h30", "18 h 30", "18\u00A0h\u00A030"}) {
    EXPECT_EQ(parse_time(text).value, (Time{18, 30})) << text;
  }
  EXPECT_EQ(parse_time("8 h").value, (Time{8, 0}));
  for (const auto* text :
       {"24:00", "18:60", "1830", "18:", "18:3", ":30", "h", "18:30:00", "-1:30"}) {
    EXPECT_FALSE(parse_time(text).value) << text;
    EXPECT_FALSE(parse_time(text).problem.empty()) << text;
  }
}

TEST(ParseAmount, InCents) {
  const std::pair<const char*, std::int64_t> accepted[] = {
      {"1250", 125000},       {"1250,50", 125050},
      {"1 250,50 €", 125050}, {"1\u202F250,5", 125050},
      {"12 000.50", 1200050}, {"0,01", 1},
      {"1250 euros", 125000}, {"-3,20", -320},
      {"\u22123,20", -320},   {"999 999 999 999,99", 99999999999999}};
  for (const auto& [text, cents] : accepted) {
    ASSERT_TRUE(parse_amount(text).value) << text;
    EXPECT_EQ(parse_amount(text).value->cents, cents) << text;
  }
}

TEST(ParseAmount, RefusesAmbiguousOrMalformed) {
  for (const auto* text :
       {"1.250", "1,250.50", "1.250,50", "12,345", "1 25,00", "12 0000", "", "€", ",50", "50,",
        "1e3", "0x10", "1 000 000 000 000 000", "- -3", "3 €€", "12.000.50", "dix"}) {
    EXPECT_FALSE(parse_amount(text).value) << text;
    EXPECT_FALSE(parse_amount(text).problem.empty()) << text;
  }
}

TEST(ParseInteger, DecimalOnly) {
  EXPECT_EQ(parse_integer("2 140").value, 2140);
  EXPECT_EQ(parse_integer("010").value, 10);
  EXPECT_EQ(parse_integer("-4").value, -4);
  for (const auto* text : {"", "12,5", "12.0", "1e3", "0x1F", "9999999999999999", "1 00"}) {
    EXPECT_FALSE(parse_integer(text).value) << text;
  }
}

TEST(Codes, AcceptAndRefuse) {
  EXPECT_FALSE(postal_code_problem("01000"));
  EXPECT_TRUE(postal_code_problem("1000"));
  EXPECT_TRUE(postal_code_problem("2A004"));
  EXPECT_FALSE(insee_code_problem("2A004"));
  EXPECT_FALSE(insee_code_problem("97411"));
  EXPECT_TRUE(insee_code_problem("2C004"));
  EXPECT_TRUE(insee_code_problem("2A04"));
}

TEST(Email, AcceptsAndRefuses) {
  EXPECT_FALSE(email_problem("mairie@aubremont.exemple.fr"));
  EXPECT_FALSE(email_problem("prenom.nom+elu@ville-x.fr"));
  for (const auto* text :
       {"mairie", "@a.fr", "a@b", "a b@c.fr", "a@b..fr", "a@-b.fr", "a@b.f", "a@b@c.fr"}) {
    EXPECT_TRUE(email_problem(text)) << text;
  }
}

TEST(Phone, AcceptsAndRefuses) {
  for (const auto* text :
       {"01 99 00 12 34", "0199001234", "01.99.00.12.34", "+33 1 99 00 12 34", "+687 25 12 34"}) {
    EXPECT_FALSE(phone_problem(text)) << text;
  }
  for (const auto* text :
       {"199001234", "01 99 00 12", "01 99 00 12 34 56", "00 33 1 99 00 12 34", "", "téléphone"}) {
    EXPECT_TRUE(phone_problem(text)) << text;
  }
}

TEST(WebAddress, OnlyHttp) {
  EXPECT_FALSE(web_address_problem("https://reseau.exemple.fr/publications/48213?a=b#c"));
  for (const auto* text : {"javascript:alert(1)", "www.exemple.fr", "https://", "https://exemple",
                           "https://a.fr/b c", "https://a.fr/\"x", "file:///etc/passwd"}) {
    EXPECT_TRUE(web_address_problem(text)) << text;
  }
}

TEST(RefusedCharacter, NamesEachKind) {
  for (const char32_t c : {U'\x01', U'\x7F', U'\u0085', U'\u2028', U'\uE000', U'\uE001', U'\u202E',
                           U'\u2066', U'\uFFFD', U'\uFFFE', U'\uFDD0', U'\U0010FFFF', U'\u0378'}) {
    std::string text = "a";
    base::append_utf8(text, c);
    EXPECT_EQ(refused_character(text, true), c) << base::describe_character(c);
  }
  EXPECT_EQ(refused_character("a\nb\tc", false), U'\n');
  EXPECT_FALSE(refused_character("a\nb\tc", true));
  EXPECT_FALSE(
      refused_character("é œ ’ « 😀 👨‍👩‍👧 ﷽ עברית \u00A0\u202F", false));
}

}  // namespace
}  // namespace dossier
