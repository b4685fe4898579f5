#include "document/typography.hpp"

#include <gmock/gmock.h>

#include <random>

#include "base/text.hpp"
#include "document/dump.hpp"
#include "document/read.hpp"
#include "document/words.hpp"

namespace {

// Shows the spaces: · for U+00A0, ‧ for U+202F.
std::string visible(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (c == U'\u00A0') {
      result += "·";
    } else if (c == U'\u202F') {
      result += "‧";
    } else {
      base::append_utf8(result, c);
    }
  }
  return result;
}

document::Document read(std::string_view markdown) {
  base::Diagnostics diagnostics;
  auto document = document::read(markdown, "essai.md", diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << base::to_string(diagnostics.all().front());
  return document;
}

std::string set(std::string_view markdown) {
  auto document = read(markdown);
  document::typography(document);
  std::string result = visible(to_string(document));
  if (result.rfind("p ", 0) == 0) result.erase(0, 2);
  if (!result.empty()) result.pop_back();
  return result;
}

TEST(Typography, ApostrophesQuotesAndDots) {
  EXPECT_EQ(set("L'élu n'a rien dit..."), "L’élu n’a rien dit…");
  EXPECT_EQ(set("Il a dit \"assez\", puis \"non \"jamais\" vraiment\"."),
            "Il a dit «·assez·», puis «·non “jamais” vraiment·».");
  EXPECT_EQ(set("Fait à ............, le ......"), "Fait à ............, le ......");
  EXPECT_EQ(set("Un tuyau de 5\" seul"), "Un tuyau de 5\" seul");
  EXPECT_EQ(set("*\"Assez\"* (\"non\")"), "*«·Assez·»* («·non·»)");
}

TEST(Typography, SpacesBeforePunctuation) {
  EXPECT_EQ(set("Objet: plainte; urgent! Pourquoi? Non !"),
            "Objet·: plainte‧; urgent‧! Pourquoi‧? Non‧!");
  EXPECT_EQ(set("Quoi ?! Vraiment... ?"), "Quoi‧?! Vraiment…‧?");
  EXPECT_EQ(set("«Assez» et «  non  » (?)"), "«·Assez·» et «·non·» (?)");
  EXPECT_EQ(set("oui;;;; non::"), "oui;;;; non::");
  EXPECT_EQ(set("à 10:55 , le ratio 3:1"), "à 10:55 , le ratio 3:1");
  EXPECT_EQ(set("**Objet** : plainte"), "**Objet**·: plainte");
  EXPECT_EQ(set("mot[^n] : suite\n\n[^n]: Note ; fin !"), "mot⟦p Note‧; fin‧!⟧·: suite");
}

TEST(Typography, AddressesStay) {
  EXPECT_EQ(set("Voir https://x.fr/a?b=1;c:d'e et www.x.fr/?a!b ; écrire à a'b@c-d.fr !"),
            "Voir https://x.fr/a?b=1;c:d'e et www.x.fr/?a!b‧; écrire à a’b@c-d.fr‧!");
  EXPECT_EQ(set("[le site](https://x.fr/?a='b') : oui"), "(le site → https://x.fr/?a='b')·: oui");
  EXPECT_EQ(set("(https://x.fr)."), "(https://x.fr).");
}

TEST(Typography, WordsThatKeepTheirNeighbour) {
  EXPECT_EQ(set("n° 5, n°6, n° CAB-1, art. 3, p. 12, § 4"),
            "n°·5, n°·6, n°·CAB-1, art.·3, p.·12, §·4");
  EXPECT_EQ(set("l'article L. 2123-35 et les articles 433-3 et R. 39-13"),
            "l’article·L.·2123-35 et les articles·433-3 et R.·39-13");
  EXPECT_EQ(set("M. Dupont, Mme Roux, MM. Un et Deux ; M. le maire"),
            "M.·Dupont, Mme·Roux, MM.·Un et Deux‧; M. le maire");
  EXPECT_EQ(set("M. \uE000Dupont\uE001"), "M.·[Dupont]");
  EXPECT_EQ(set("le 22 mai 2026 à 18 h 30, le 1er août, 3 ans, 10 jours francs"),
            "le 22·mai·2026 à 18·h·30, le 1^er^·août, 3·ans, 10·jours francs");
  EXPECT_EQ(set("10 %, 10%, 1 250 €, 1 250 000,50 €, 45 000 euros d'amende"),
            "10·%, 10·%, 1‧250·€, 1‧250‧000,50·€, 45‧000·euros d’amende");
}

TEST(Typography, NumbersInReferencesStay) {
  EXPECT_EQ(set("loi n° 2025-1249, 01 23 45 67 89, 2026-03-14, 222-14-5, 75001 Paris"),
            "loi n°·2025-1249, 01 23 45 67 89, 2026-03-14, 222-14-5, 75001 Paris");
  EXPECT_EQ(set("les articles 5 222-14 et 01 234"), "les articles·5 222-14 et 01 234");
}

TEST(Typography, DashesAndRanges) {
  EXPECT_EQ(set("Le maire - élu - parle du mandat 2020-2026"),
            "Le maire – élu – parle du mandat 2020–2026");
  EXPECT_EQ(set("n° 2020-2026, L. 2020-2026, 2020-2026-1, arc-en-ciel"),
            "n°·2020-2026, L.·2020-2026, 2020-2026-1, arc-en-ciel");
}

TEST(Typography, Ordinals) {
  EXPECT_EQ(set("le 1er, la 1re, les 2es, le XXIe siècle, la Ve, le Ier, la 2nde"),
            "le 1^er^, la 1^re^, les 2^es^, le XXI^e^ siècle, la V^e^, le I^er^, la 2^nde^");
  EXPECT_EQ(set("Le, Ce, De, Me, 1ère, L. 12e, a1er, 2er, X-2e"),
            "Le, Ce, De, Me, 1ère, L.·12^e^, a1er, 2er, X-2e");
}

TEST(Typography, VerbatimTextStaysButItsNeighboursDoNot) {
  EXPECT_EQ(set("« \uE000t'es mort ! \\\"1er\\\" ...\uE001 »"), "«·[t'es mort ! \"1er\" ...]·»");
  EXPECT_EQ(set("\uE000Nom\uE001 : \uE000x\uE001; \uE0003\uE001 ans"), "[Nom]·: [x]‧; [3]·ans");
  EXPECT_EQ(set("«\uE000x\uE001»"), "«·[x]·»");
  EXPECT_EQ(set("[l'acte ; \"x\"](verbatim:) l'a"), "[l'acte ; \"x\"] l’a");
}

TEST(Typography, TablesHeadingsAndCaptions) {
  EXPECT_EQ(set("::: {.tableau legende=\"L'an ; oui\"}\n| L'un ! |\n|---|\n| a ? |\n:::\n"),
            "table start\n  caption L’an‧; oui\n  header | L’un‧!\n  row | a‧?");
  EXPECT_EQ(set("## C'est 1er"), "h2 C’est 1^er^");
}

TEST(Typography, OnePlainText) {
  EXPECT_EQ(visible(document::typography("Plainte : l'acte du 1er mai")),
            "Plainte·: l’acte du 1er·mai");
}

// ---- Properties ------------------------------------------------------------------------------

std::string random_markdown(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"mot",
                                                  "L'élu",
                                                  " ",
                                                  " ",
                                                  " ",
                                                  "  ",
                                                  ":",
                                                  ";",
                                                  "!",
                                                  "?",
                                                  "...",
                                                  "....",
                                                  "\"",
                                                  "'",
                                                  "«",
                                                  "»",
                                                  "1er",
                                                  "XXIe",
                                                  "12",
                                                  "250",
                                                  "000",
                                                  "%",
                                                  "€",
                                                  "n°",
                                                  "art.",
                                                  "L.",
                                                  "M.",
                                                  "Dupont",
                                                  "mai",
                                                  "2026",
                                                  "2020-2026",
                                                  " - ",
                                                  "-",
                                                  "h",
                                                  "30",
                                                  "10:55",
                                                  "https://x.fr/?a;b",
                                                  "a@b.fr",
                                                  "(",
                                                  ")",
                                                  ",",
                                                  ".",
                                                  "\u00A0",
                                                  "\u202F",
                                                  "**x**",
                                                  "*y ?*",
                                                  "\uE000v' ; \\\"w\\\" 1er\uE001",
                                                  "\uE000 !\uE001",
                                                  "[a : b](https://x.fr)",
                                                  "\\\n",
                                                  "\n",
                                                  "é",
                                                  "@",
                                                  "www.x"};
  std::string result = "x";
  const auto size = random() % 20;
  for (std::size_t i = 0; i < size; ++i) result += pieces[random() % pieces.size()];
  return result + "\n";
}

void verbatim(const document::Inlines& inlines, std::string& out) {
  for (const auto& part : inlines) {
    std::visit(
        [&](const auto& data) {
          if constexpr (requires { data.verbatim; }) {
            if (data.verbatim) out += data.utf8 + "|";
          } else if constexpr (requires { data.content; }) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(data.content)>,
                                         document::Inlines>) {
              verbatim(data.content, out);
            }
          }
        },
        part.data);
  }
}

TEST(Typography, IsIdempotentAndKeepsWordsAndVerbatimText) {
  std::mt19937 random(22052026);
  int tried = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::string source = random_markdown(random);
    base::Diagnostics diagnostics;
    auto document = document::read(source, "essai.md", diagnostics);
    if (!diagnostics.empty() || document.blocks.size() != 1) continue;
    auto* paragraph = std::get_if<document::Paragraph>(&document.blocks.front().data);
    if (paragraph == nullptr) continue;
    ++tried;
    std::string before;
    verbatim(paragraph->content, before);
    const auto words = document::words(document);
    document::typography(document);
    const std::string once = to_string(document);
    std::string after;
    verbatim(paragraph->content, after);
    ASSERT_EQ(after, before) << source;
    ASSERT_EQ(document::words(document), words) << source << once;
    document::typography(document);
    ASSERT_EQ(visible(to_string(document)), visible(once)) << source;
  }
  EXPECT_GT(tried, 10'000);
}

TEST(Typography, SaysWhichWordsOfAUserStayTogether) {
  for (const auto& [before, after] :
       std::vector<std::pair<const char32_t*, const char32_t*>>{{U"le 22", U"mai 2026"},
                                                                {U"le 22 mai", U"2026,"},
                                                                {U"voir art.", U"L. 2123-35"},
                                                                {U"(art. L.", U"2123-35)"},
                                                                {U"par M.", U"Dupont"},
                                                                {U"à 18 h", U"30."}}) {
    EXPECT_TRUE(document::stay_together(before, after));
  }
  EXPECT_FALSE(document::stay_together(U"la commune", U"de Valmont"));
  EXPECT_FALSE(document::stay_together(U"", U"mai"));
  EXPECT_FALSE(document::stay_together(U"22", U""));
}

}  // namespace
