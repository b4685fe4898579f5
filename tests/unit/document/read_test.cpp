#include "document/read.hpp"

#include <gmock/gmock.h>

#include <random>

#include "base/text.hpp"
#include "document/dump.hpp"

namespace {

using ::testing::HasSubstr;

std::string dump(std::string_view markdown) {
  base::Diagnostics diagnostics;
  const auto document = document::read(markdown, "essai.md", diagnostics);
  std::string result = to_string(document);
  for (const auto& diagnostic : diagnostics.all()) result += base::to_string(diagnostic) + "\n";
  return result;
}

// The messages alone; empty if the text was read without a mistake.
std::string mistakes(std::string_view markdown) {
  base::Diagnostics diagnostics;
  (void)document::read(markdown, "essai.md", diagnostics);
  std::string result;
  for (const auto& diagnostic : diagnostics.sorted()) result += base::to_string(diagnostic) + "\n";
  return result;
}

std::string value(std::string_view text) { return "\uE000" + std::string(text) + "\uE001"; }

TEST(Read, ParagraphsHeadingsAndEmphasis) {
  EXPECT_EQ(dump("# Titre\n\nUn *mot* et **un autre**\nsuite\\\nfin.\n\n---\n"),
            "h1 Titre\n"
            "p Un *mot* et **un autre** suite⏎fin.\n"
            "rule\n");
}

TEST(Read, ListsAndQuotes) {
  EXPECT_EQ(dump("- un\n- deux\n  - trois\n\n4. quatre\n\n> cité\n"),
            "ul\n  item\n    p un\n  item\n    p deux\n    ul\n      item\n        p trois\n"
            "ol 4\n  item\n    p quatre\n"
            "quote\n  p cité\n");
}

TEST(Read, HeadingAttributes) {
  EXPECT_EQ(dump("## Les faits {#faits .sans-numero}\n\n### Suite ## {#b}\n"),
            "h2 {#faits .sans-numero} Les faits\nh3 {#b} Suite\n");
}

TEST(Read, DivsNestAndInterruptWhatPrecedes) {
  EXPECT_EQ(dump("avant\n::: visas\n- vu\n:::: article\ndedans\n:::\n> cité\n:::\naprès\n"),
            "p avant\n"
            "div {.visas}\n  ul\n    item\n      p vu\n"
            "  div {.article}\n    p dedans\n"
            "  quote\n    p cité\n"
            "p après\n");
}

TEST(Read, DivAttributes) {
  EXPECT_EQ(dump("::: {#a .objet .b legende=\"d\\\"un }\"}\nx\n:::\n"),
            "div {#a .objet .b legende=\"d\"un }\"}\n  p x\n");
}

TEST(Read, BoxesShowTheirName) {
  EXPECT_EQ(dump("::: a-verifier\nx\n:::\n"),
            "div {.a-verifier}\n  div {.titre-encadre}\n    p **À vérifier**\n  p x\n");
  EXPECT_EQ(dump("::: {.attention titre=\"Délai court\"}\nx\n:::\n"),
            "div {.attention titre=\"Délai court\"}\n"
            "  div {.titre-encadre}\n    p **Délai court**\n  p x\n");
  EXPECT_EQ(dump("::: attention\n## Danger\n:::\n"), "div {.attention}\n  h2 Danger\n");
}

TEST(Read, TableWithCaptionWidthsTotalsAndRowHeaders) {
  EXPECT_EQ(dump("::: {#d .tableau legende=\"Dépenses de " + value("l\\'élu") +
                 "\" colonnes=\"3 1\" total=\"1\" entetes-lignes=\"oui\"}\n"
                 "| Objet | Montant |\n|:--|--:|\n| Un \\| deux | 1 |\n| Total | 1 |\n:::\n"),
            "table {#d} start:3 end:1 total=1 row-headers\n"
            "  caption Dépenses de [l'élu]\n"
            "  header | Objet | Montant\n"
            "  row | Un | deux | 1\n"
            "  row | Total | 1\n");
}

TEST(Read, ColumnsWhoseSumsAreCarried) {
  EXPECT_EQ(dump("::: {.tableau reports=\"2 3\"}\n| A | B | C |\n|-|-:|-:|\n| a | 1 | 2 |\n:::\n"),
            "table start end:carried end:carried\n  header | A | B | C\n  row | a | 1 | 2\n");
  for (const char* wrong : {"1", "4", "x", "2,3"}) {
    EXPECT_THAT(mistakes("::: {.tableau reports=\"" + std::string(wrong) +
                         "\"}\n| A | B | C |\n|-|-:|-:|\n| a | 1 | 2 |\n:::\n"),
                HasSubstr("« reports » attend"));
  }
}

TEST(Read, TableWithoutHeaderOrCells) {
  EXPECT_EQ(dump("| | |\n|-|-|\n| a |\n"), "table start start\n  row | a |\n");
}

TEST(Read, TimelineIsSortedByDate) {
  EXPECT_EQ(dump("::: {.frise alternative=\"Deux dates.\"}\n"
                 "- 2026-06-01 | echeance | Fin | du délai\n"
                 "- 2026-05-22 | depart | " +
                 value("Menace\\.") + "\n:::\n"),
            "timeline Deux dates.\n"
            "  2026-05-22 depart Menace.\n"
            "  2026-06-01 echeance Fin | du délai\n");
}

TEST(Read, FootnotesWhereverTheyAreWritten) {
  EXPECT_EQ(dump("::: article\nUn[^a] mot.\n:::\n\n| a |\n|---|\n| b[^b] |\n\n[^b]: Deux.\n"
                 "[^a]: Une\n\n    suite.\n"),
            "div {.article}\n  p Un⟦p Une\np suite.⟧ mot.\n"
            "table start\n  header | a\n  row | b⟦p Deux.⟧\n");
}

TEST(Read, LinksOfEveryKind) {
  EXPECT_EQ(dump("[a](https://x.fr/?b=1&c) [b](mailto:a@b.fr) [c](#faits \"Les faits\") "
                 "[](droit:cgct/L2123-35) [mot](terme:plainte)\n"),
            "p (a → https://x.fr/?b=1&c) (b → mailto:a@b.fr) (c → #faits \"Les faits\") "
            "( → droit:cgct/L2123-35) (mot → terme:plainte)\n");
}

TEST(Read, LinkTargetTypedByAUser) {
  EXPECT_EQ(dump("[écrire](mailto:" + value("a\\_b\\@c\\.fr") + ")\n"),
            "p (écrire → mailto:a_b@c.fr)\n");
}

TEST(Read, VerbatimTextFromValuesQuotationsAndCode) {
  EXPECT_EQ(dump("Il a dit : « " + value("tu vas \\*voir\\*") + " ».\n"),
            "p Il a dit : « [tu vas *voir*] ».\n");
  EXPECT_EQ(dump("Le code dit : [« le fait de *menacer* »](verbatim:) et `a**b`\n"),
            "p Le code dit : [« le fait de ]*[menacer]*[ »] et [a**b]\n");
  EXPECT_EQ(dump(value("un\ndeux") + " trois\n"), "p [un deux] trois\n");
}

TEST(Read, WordsOfAnotherLanguage) {
  EXPECT_EQ(dump("dit [« *habeas* corpus »](langue:la) ici\n"),
            "p dit {[« ]*[habeas]*[ corpus »] {lang=\"la\"}} ici\n");
  EXPECT_THAT(mistakes("a\n\n[](langue:la)\n"), HasSubstr("essai.md:3 : erreur : mots"));
  EXPECT_THAT(mistakes("[x](langue:latin)\n"), HasSubstr("adresse de lien non admise"));
}

TEST(Read, ThreeSignsAreNotConfusedWithTheirEscapes) {
  EXPECT_EQ(dump(value("\\:\\:\\: attention") + "\n"), "p [::: attention]\n");
  EXPECT_EQ(dump(value("\\[\\^1\\]\\: note") + "\n"), "p [[^1]: note]\n");
}

TEST(Read, RefusesWhatTheDialectExcludes) {
  EXPECT_THAT(mistakes("a\n\n<b>x</b>\n"), HasSubstr("essai.md:3 : erreur : le HTML"));
  EXPECT_THAT(mistakes("<div>\nx\n</div>\n"), HasSubstr("essai.md:1 : erreur : le HTML"));
  EXPECT_THAT(mistakes("a ![i](https://x.fr/i.png)\n"), HasSubstr("images"));
  EXPECT_THAT(mistakes("```\nx\n```\n"), HasSubstr("blocs de code"));
  EXPECT_THAT(mistakes("    x\n"), HasSubstr("blocs de code"));
  EXPECT_THAT(mistakes("[x](javascript:alert)\n"), HasSubstr("adresse de lien non admise"));
  EXPECT_THAT(mistakes("[x](JAVASCRIPT:a)\n"), HasSubstr("adresse de lien non admise"));
  EXPECT_THAT(mistakes("[x](data:text/html,a)\n"), HasSubstr("adresse de lien non admise"));
  EXPECT_THAT(mistakes("[x](relatif.html)\n"), HasSubstr("adresse de lien non admise"));
  EXPECT_THAT(mistakes("[x][a]\n\n[a]: https://x.fr\n"),
              HasSubstr("essai.md:3 : erreur : définition de lien"));
  EXPECT_THAT(mistakes("[](https://x.fr)\n"), HasSubstr("lien sans texte"));
  EXPECT_THAT(mistakes("- # titre\n"), HasSubstr("un titre ne peut pas"));
}

TEST(Read, RefusesSlipsThatWouldBePrinted) {
  EXPECT_THAT(mistakes("a\nb [x](droit: a)\n"), HasSubstr("essai.md:2 : erreur : lien mal formé"));
  EXPECT_THAT(mistakes("a[^1]\n"), HasSubstr("note qui n’existe pas"));
  EXPECT_THAT(mistakes("** gras**\n"), HasSubstr("gras mal formé"));
  EXPECT_THAT(mistakes("- a\n  ::: attention\n  b\n  :::\n"), HasSubstr("« ::: » doit être"));
  EXPECT_THAT(mistakes("Texte {#id}\n"), HasSubstr("attributs mal placés"));
}

TEST(Read, RefusesFootnotesThatWouldBeLost) {
  EXPECT_THAT(mistakes("a\n\n[^n]: b\n"),
              HasSubstr("essai.md:3 : erreur : la note « n » n’est jamais"));
  EXPECT_THAT(mistakes("a[^n] b[^n]\n\n[^n]: b\n"), HasSubstr("appelée deux fois"));
  EXPECT_THAT(mistakes("a[^n]\n\n[^n]: b[^m]\n\n[^m]: c\n"), HasSubstr("une note ne peut pas"));
  EXPECT_THAT(mistakes("a[^n]\n\n[^n]: b\n\n[^n]: c\n"), HasSubstr("écrite deux fois"));
  EXPECT_THAT(mistakes("[a[^n]](https://x.fr)\n\n[^n]: b\n"), HasSubstr("dans un lien"));
}

TEST(Read, RefusesUnbalancedDivsAndWrongAttributes) {
  EXPECT_THAT(mistakes("x\n\n::: objet\ny\n"),
              HasSubstr("essai.md:3 : erreur : bloc « ::: » jamais"));
  EXPECT_THAT(mistakes("x\n:::\n"), HasSubstr("essai.md:2 : erreur : « ::: » ferme"));
  EXPECT_THAT(mistakes("::: atention\n:::\n"), HasSubstr("Vouliez-vous dire « attention »"));
  EXPECT_THAT(mistakes("::: Été\n:::\n"), HasSubstr("illisible"));
  EXPECT_THAT(mistakes("::: {.tableau legend=\"x\"}\n| a |\n|---|\n:::\n"),
              HasSubstr("Vouliez-vous dire « legende »"));
  EXPECT_THAT(mistakes("::: {.tableau}\nx\n:::\n"), HasSubstr("entoure un tableau"));
  EXPECT_THAT(mistakes("::: {.tableau colonnes=\"1 2\"}\n| a |\n|---|\n:::\n"),
              HasSubstr("2 largeurs pour 1 colonnes"));
  EXPECT_THAT(mistakes("::: {.tableau total=\"2\"}\n| a |\n|---|\n| b |\n:::\n"),
              HasSubstr("« total »"));
  EXPECT_THAT(mistakes("::: {.frise alternative=\"a\"}\n- 2026-02-29 | effet | x\n:::\n"),
              HasSubstr("n’est pas une date"));
  EXPECT_THAT(mistakes("::: {.frise alternative=\"a\"}\n- 2026-02-28 | fin | x\n:::\n"),
              HasSubstr("le genre"));
  EXPECT_THAT(mistakes("::: {.frise}\n- 2026-02-28 | effet | x\n:::\n"),
              HasSubstr("équivalent textuel"));
  EXPECT_THAT(mistakes("# x {#a b}\n"), HasSubstr("essai.md:1"));
}

TEST(Read, RefusesValuesThatDoNotEnd) {
  EXPECT_THAT(mistakes("\uE000a\n\nb\uE001\n"), HasSubstr("n’est pas fermée"));
  EXPECT_THAT(mistakes("\uE000a *b* \uE001\n"), HasSubstr("mise en forme"));
  EXPECT_THAT(mistakes("a\uE001\n"), HasSubstr("sans avoir commencé"));
  EXPECT_THAT(mistakes("`\uE000a\uE001`\n"), HasSubstr("accents graves"));
}

TEST(Read, RefusesBytesThatAreNotText) {
  EXPECT_THAT(mistakes("a\nb\xFF\n"),
              HasSubstr("essai.md:2:2 : erreur : le texte n’est pas en UTF-8"));
  EXPECT_THAT(mistakes(std::string_view("a\0b", 3)), HasSubstr("essai.md:1:2"));
  EXPECT_THAT(mistakes("a\rb"), HasSubstr("U+000D"));
  EXPECT_EQ(mistakes("a\r\nb\r\n"), "");
}

std::string repeat(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Read, RefusesNestingBeyondTheLimit) {
  EXPECT_EQ(mistakes(repeat("> ", 60) + "x\n"), "");
  EXPECT_THAT(mistakes(repeat("> ", 50'000) + "x\n"), HasSubstr("emboîté"));
  EXPECT_THAT(mistakes(repeat(">", 50'000) + "\n"), HasSubstr("emboîté"));
  EXPECT_THAT(mistakes(repeat("- ", 50'000) + "x\n"), HasSubstr("emboîté"));
  EXPECT_THAT(mistakes(repeat("1. ", 50'000) + "x\n"), HasSubstr("emboîté"));
  EXPECT_THAT(mistakes(repeat("*a _b ", 5'000) + repeat("_*", 5'000)), HasSubstr("emboîté"));
  EXPECT_THAT(mistakes(repeat("::: objet\n", 65) + repeat(":::\n", 65)), HasSubstr("emboîté"));
  EXPECT_EQ(mistakes(repeat("::: objet\n", 64) + "x\n" + repeat(":::\n", 64)), "");
  std::string steps;
  for (int i = 0; i < 70; ++i) steps += std::string(static_cast<std::size_t>(2 * i), ' ') + "- a\n";
  EXPECT_THAT(mistakes(steps), HasSubstr("emboîté"));
}

TEST(Read, RefusesTablesBeyondTheLimit) {
  EXPECT_THAT(mistakes(repeat("|a", 200) + "\n" + repeat("|-", 200) + "\n"), HasSubstr("colonnes"));
  EXPECT_THAT(mistakes(repeat("|a", 60) + "\n" + repeat("|-", 60) + "\n" + repeat("|\n", 10'000)),
              HasSubstr("cellules"));
}

// The size of what is read stays in proportion to the source, whatever the brackets.
TEST(Read, HostileInputGivesNoMoreThanItself) {
  for (const char* sign :
       {"[", "]", "![", "[a](", "_", "*", "`", "&", "\\", "<", "~", "[^a]", "(", "\"", "|"}) {
    const std::string source = repeat(sign, 50'000);
    base::Diagnostics diagnostics;
    const auto document = document::read(source, "essai.md", diagnostics);
    EXPECT_LE(to_string(document).size(), 2 * source.size() + 100) << sign;
    EXPECT_LE(diagnostics.all().size(), 3u) << sign;
  }
  EXPECT_THAT(mistakes(repeat("a", (4 << 20) + 1)), HasSubstr("trop long"));
}

// ---- What a user typed comes out as it is ----------------------------------------------------

// As the templates do: a backslash before every ASCII punctuation mark, between the marks.
std::string escaped(const std::string& text) {
  std::string result = "\uE000";
  for (const char c : text) {
    if (c > ' ' && c < 0x7F && std::isalnum(static_cast<unsigned char>(c)) == 0) result += '\\';
    result += c;
  }
  return result + "\uE001";
}

std::string random_text(std::mt19937& random) {
  static const std::u32string alphabet =
      U"#*_`[](){}<>|\\!&;:~^$%@\"'+-=/.,?0123 abé’«»… \u00A0\u202F\u2028\u0301œ€😀中ع\t  ::: ]( [^ "
      U"{{ **";
  std::string text;
  const auto size = 1 + random() % 24;
  for (std::size_t i = 0; i < size; ++i)
    base::append_utf8(text, alphabet[random() % alphabet.size()]);
  return text;
}

void collect(const document::Inlines& inlines, std::string& out);
void collect(const document::Blocks& blocks, std::string& out) {
  for (const auto& block : blocks) {
    std::visit(
        [&](const auto& data) {
          if constexpr (requires { data.header; }) {
            collect(data.caption, out);
            for (const auto& cell : data.header) collect(cell, out);
            for (const auto& row : data.rows) {
              for (const auto& cell : row) collect(cell, out);
            }
          } else if constexpr (requires { data.items; }) {
            for (const auto& item : data.items) collect(item, out);
          } else if constexpr (requires { data.content.front(); }) {
            collect(data.content, out);
          }
        },
        block.data);
  }
}
void collect(const document::Inlines& inlines, std::string& out) {
  for (const auto& part : inlines) {
    std::visit(
        [&](const auto& data) {
          if constexpr (requires { data.verbatim; }) {
            if (data.verbatim) out += data.utf8;
          } else if constexpr (requires { data.content.front(); }) {
            collect(data.content, out);
          }
        },
        part.data);
  }
}

TEST(Read, AnyValueComesOutAsItselfInAnyPlace) {
  const std::vector<std::pair<std::string, std::string>> places = {
      {"", "\n"},
      {"avant ", " après\n"},
      {"avant\n", "\naprès\n"},
      {"- ", "\n- x\n"},
      {"> ", "\n"},
      {"## ", "\n"},
      {"## x ", " {#a}\n"},
      {"[", "](https://x.fr)\n"},
      {"| a | b |\n|---|---|\n| x | ", " |\n| y | z |\n"},
      {"| a | ", " |\n|---|---|\n| x | y |\n"},
      {"**", "**\n"},
      {"*", "* suite\n"},
      {"« ", " »\n"},
      {"::: objet\n", "\n:::\n"},
      {"a[^n]\n\n[^n]: ", "\n"},
      {"::: {.tableau legende=\"", "\"}\n| a |\n|---|\n:::\n"}};
  std::mt19937 random(20260314);
  for (int round = 0; round < 1500; ++round) {
    const std::string text = random_text(random);
    for (const auto& [before, after] : places) {
      base::Diagnostics diagnostics;
      const auto document = document::read(before + escaped(text) + after, "essai.md", diagnostics);
      std::string found;
      collect(document.blocks, found);
      ASSERT_TRUE(diagnostics.empty())
          << before << escaped(text) << after << base::to_string(diagnostics.all().front());
      ASSERT_EQ(found, text) << before;
    }
  }
}

}  // namespace
