#include "document/links.hpp"

#include <gmock/gmock.h>

#include "document/dump.hpp"
#include "document/read.hpp"

namespace {

using document::LinkKind;
using ::testing::HasSubstr;

TEST(Links, KindOfTarget) {
  EXPECT_EQ(document::link_kind("https://x.fr/é?a=b#c"), LinkKind::web);
  EXPECT_EQ(document::link_kind("mailto:a@b.fr"), LinkKind::mail);
  EXPECT_EQ(document::link_kind("#a"), LinkKind::anchor);
  EXPECT_EQ(document::link_kind("droit:cgct/L2123-35"), LinkKind::citation);
  EXPECT_EQ(document::link_kind("terme:plainte"), LinkKind::term);
  EXPECT_EQ(document::link_kind("verbatim:"), LinkKind::verbatim);
  EXPECT_EQ(document::link_kind("langue:en"), LinkKind::language);
  EXPECT_EQ(document::link_kind("langue:de-CH"), LinkKind::language);
  for (const char* target :
       {"langue:", "langue:anglais", "langue:EN", "langue:en-", "langue:en-us"}) {
    EXPECT_EQ(document::link_kind(target), LinkKind::refused) << target;
  }
  for (const char* target :
       {"", "#", "http://", "https:///x", "mailto:ab", "javascript:a", " https://x.fr", "//x.fr",
        "https://x.fr/a b", "https://x.fr/\"", "HTTPS://x.fr", "file:///x",
        "droit:", "https://x.fr/<a>", "https://x.fr\n"}) {
    EXPECT_EQ(document::link_kind(target), LinkKind::refused) << target;
  }
}

std::vector<document::LinkResolver> resolvers() {
  document::LinkResolver law;
  law.kind = LinkKind::citation;
  law.known = {"cgct/L2123-35", "code-penal/433-3"};
  law.find = [](std::string_view id) -> std::optional<document::ResolvedLink> {
    if (id == "cgct/L2123-35") return {{"article L. 2123-35", "https://droit.fr/1", "Texte"}};
    if (id == "code-penal/433-3") return {{"article 433-3", "", ""}};
    return std::nullopt;
  };
  document::LinkResolver terms;
  terms.kind = LinkKind::term;
  terms.find = [](std::string_view id) -> std::optional<document::ResolvedLink> {
    if (id == "plainte") return {{"plainte", "#terme-plainte", ""}};
    return std::nullopt;
  };
  return {law, terms};
}

std::string resolved(std::string_view markdown) {
  base::Diagnostics diagnostics;
  auto document = document::read(markdown, "essai.md", diagnostics);
  resolve_citations(document, "essai.md", resolvers(), diagnostics);
  std::string result = to_string(document);
  for (const auto& diagnostic : diagnostics.all()) result += base::to_string(diagnostic) + "\n";
  return result;
}

TEST(Links, CitationsTakeTheirTextAndAddress) {
  EXPECT_EQ(resolved("[](droit:cgct/L2123-35), [l’article *35*](droit:cgct/L2123-35), "
                     "[](droit:code-penal/433-3), [plaintes](terme:plainte)\n"),
            "p (article L. 2123-35 → https://droit.fr/1 \"Texte\"), "
            "(l’article *35* → https://droit.fr/1 \"Texte\"), {article 433-3 {.citation}}, "
            "(plaintes → #terme-plainte)\n");
}

TEST(Links, CitationsAreFoundEverywhere) {
  const std::string found = resolved(
      "::: {.tableau legende=\"a\"}\n| **[](droit:cgct/L2123-35)** |\n|---|\n"
      "| [](droit:cgct/L2123-35) |\n:::\n\n"
      "> - a[^n]\n\n[^n]: [](droit:cgct/L2123-35)\n\n## [](droit:cgct/L2123-35)\n");
  EXPECT_THAT(found, ::testing::Not(HasSubstr("droit:")));
}

TEST(Links, UnknownCitationIsAnErrorAtItsLine) {
  EXPECT_THAT(resolved("a\n\n[](droit:cgct/L2123-36)\n"),
              HasSubstr("essai.md:3 : erreur : citation « droit:cgct/L2123-36 » inconnue. "
                        "Vouliez-vous dire « cgct/L2123-35 »"));
  EXPECT_THAT(resolved("a\n[](terme:abus)\n"),
              HasSubstr("essai.md:2 : erreur : terme « terme:abus » inconnu."));
}

std::string structure(std::string_view markdown) {
  base::Diagnostics diagnostics;
  const auto document = document::read(markdown, "essai.md", diagnostics);
  check_structure(document, "essai.md", diagnostics);
  std::string result;
  for (const auto& diagnostic : diagnostics.all()) result += base::to_string(diagnostic) + "\n";
  return result;
}

TEST(Links, StructureOfAWholeDocument) {
  EXPECT_EQ(structure("## a {#a}\n\n### b\n\n::: {#c .x}\n[d](#a) [e](#c)\n:::\n\n## f\n"), "");
  EXPECT_THAT(structure("## faits {#faits}\n\n> x[^n]\n\n[^n]: [d](#fait)\n"),
              HasSubstr("essai.md:5 : erreur : lien vers « #fait », qui n’existe pas. "
                        "Vouliez-vous dire « faits »"));
  EXPECT_THAT(structure("## a {#a}\n\n::: {#a .x}\n:::\n"), HasSubstr("deux fois"));
  EXPECT_THAT(structure("## a\n\n#### b\n"), HasSubstr("il manque un niveau"));
}

}  // namespace
