#include "writers/html.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>
#include <set>

#include "base/text.hpp"
#include "document/read.hpp"
#include "document/typography.hpp"
#include "document/words.hpp"

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

document::Document read(std::string_view markdown) {
  base::Diagnostics diagnostics;
  auto document = document::read(markdown, "essai.md", diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << base::to_string(diagnostics.all().front());
  document.metadata.title = "Plainte <1> & suite";
  document.metadata.style = "lettre";
  return document;
}

writers::HtmlOptions page_options() {
  base::Diagnostics diagnostics;
  auto options = writers::html_page_options(base::DiskFiles(EGIDE_SOURCE_DIR), diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return options;
}

std::string fragment(std::string_view markdown) {
  return writers::html_fragment(read(markdown), writers::HtmlOptions{});
}

std::string page(std::string_view markdown) {
  return writers::html(read(markdown), page_options());
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

// ---- A strict little reader of HTML: elements nest, ids are unique, nothing is left raw --------

struct Page {
  std::string mistake;
  std::string text;  // without what is "hors-texte"
  std::set<std::string> ids;
  std::vector<std::string> references;  // in-page targets and aria-labelledby
};

std::string attribute(const std::string& tag, const std::string& name) {
  const auto at = tag.find(" " + name + "=\"");
  if (at == std::string::npos) return {};
  const auto start = at + name.size() + 3;
  return tag.substr(start, tag.find('"', start) - start);
}

std::string decoded(std::string text) {
  const std::vector<std::pair<std::string, std::string>> references = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [from, to] : references) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

Page parse(const std::string& html) {
  static const std::set<std::string> empty = {"meta", "br", "hr", "col", "!DOCTYPE"};
  Page page;
  std::vector<std::pair<std::string, bool>> open;  // element, hidden
  bool hidden = false;
  std::string raw;
  for (std::size_t at = 0; at < html.size();) {
    const auto tag_start = html.find('<', at);
    const std::string between = html.substr(at, tag_start - at);
    if (between.find('>') != std::string::npos && (open.empty() || open.back().first != "style")) {
      page.mistake = "> in " + between;
    }
    if (!hidden) raw += between;
    if (tag_start == std::string::npos) break;
    const auto tag_end = html.find('>', tag_start);
    const std::string tag = html.substr(tag_start + 1, tag_end - tag_start - 1);
    at = tag_end + 1;
    const std::string name = tag.substr(tag[0] == '/', tag.find_first_of(" ") - (tag[0] == '/'));
    const bool block = name != "em" && name != "strong" && name != "sup" && name != "a" &&
                       name != "span" && name != "bdi";
    if (block) raw += " ";
    if (tag[0] == '/') {
      if (open.empty() || "/" + open.back().first != tag) {
        page.mistake = "unexpected " + tag;
        return page;
      }
      hidden = open.back().second;
      open.pop_back();
      continue;
    }
    if (!attribute(tag, "id").empty() && !page.ids.insert(attribute(tag, "id")).second) {
      page.mistake = "id twice: " + tag;
    }
    if (attribute(tag, "href").rfind('#', 0) == 0) {
      page.references.push_back(attribute(tag, "href").substr(1));
    }
    if (!attribute(tag, "aria-labelledby").empty()) {
      page.references.push_back(attribute(tag, "aria-labelledby"));
    }
    if (empty.count(name) > 0) continue;
    open.emplace_back(name, hidden);
    hidden = hidden || tag.find("hors-texte") != std::string::npos || name == "head";
  }
  if (!open.empty()) page.mistake = "not closed: " + open.back().first;
  page.text = decoded(raw);
  return page;
}

constexpr const char* sample =
    "::: expediteur\nJeanne Roux\\\nMairie\n:::\n\n::: destinataire\nMonsieur le procureur\n:::\n\n"
    "## Les faits {#faits}\n\nUn texte[^n] et [un lien](https://x.fr/?a=1&b=2 \"le site\"), "
    "[plus bas](#suite).\n\n::: {.tableau legende=\"Dépenses\" colonnes=\"2 1\" total=\"1\" "
    "entetes-lignes=\"oui\"}\n| Objet | Montant |\n|---|--:|\n| Clé | 1 |\n| Total | 1 |\n:::\n\n"
    "### Suite {#suite}\n\n::: attention\nAttention au *délai*.\n:::\n\n1. un\n2. deux\n   - "
    "trois\n\n"
    "> cité\n\n---\n\n::: {.frise alternative=\"Deux dates\"}\n- 2026-05-22 | depart | "
    "Menace\n:::\n\n"
    "[^n]: Une note.\n";

TEST(Html, WordsOfAnotherLanguage) {
  EXPECT_EQ(fragment("Dit [stalking](langue:en) ici.\n"),
            "<p>Dit <span lang=\"en\">stalking</span> ici.</p>\n");
}

TEST(Html, PageIsWellFormedAndItsReferencesLead) {
  const Page result = parse(page(sample));
  EXPECT_EQ(result.mistake, "");
  for (const std::string& reference : result.references) {
    EXPECT_TRUE(result.ids.count(reference) == 1) << reference;
  }
  EXPECT_GE(result.references.size(), 6u);
}

TEST(Html, PageHasTheWordsOfTheDocumentAndNoOther) {
  auto document = read(sample);
  document::typography(document);
  const Page result = parse(writers::html(document, page_options()));
  EXPECT_EQ(document::words(result.text), document::words(document));
}

TEST(Html, FrameHasLandmarksAndNeedsNothingFromOutside) {
  const std::string result = page(sample);
  EXPECT_THAT(result, HasSubstr("<!DOCTYPE html>\n<html lang=\"fr-FR\">"));
  EXPECT_THAT(result, HasSubstr("<title>Plainte &lt;1&gt; &amp; suite</title>"));
  EXPECT_THAT(result, HasSubstr("<meta name=\"viewport\""));
  EXPECT_THAT(result, HasSubstr("<a class=\"evitement hors-texte\" href=\"#contenu\">"));
  EXPECT_EQ(count(result, "<main "), 1u);
  EXPECT_EQ(count(result, "<h1"), 1u);
  EXPECT_THAT(result, Not(HasSubstr("<script")));
  EXPECT_THAT(result, Not(HasSubstr("<link")));
  EXPECT_THAT(result, Not(HasSubstr("url(")));
  EXPECT_THAT(result, Not(HasSubstr("@import")));
  EXPECT_THAT(result, Not(HasSubstr("{{")));
}

TEST(Html, ExactlyOneLevelOneHeading) {
  EXPECT_THAT(page("# Titre\n\n## b\n"), HasSubstr("<h1>Titre</h1>\n<h2>b</h2>"));
  EXPECT_THAT(page("# a\n\n# b\n\n## c\n"),
              HasSubstr("&amp; suite</h1>\n<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>"));
  EXPECT_THAT(page("### c\n"), HasSubstr("</h1>\n<h2>c</h2>"));
  EXPECT_EQ(count(page("texte\n"), "<h1"), 1u);
  auto options = page_options();
  options.hide_title = true;
  EXPECT_THAT(writers::html(read("texte\n"), options),
              HasSubstr("<h1 class=\"invisible hors-texte\">Plainte"));
  options.first_heading = 3;
  EXPECT_THAT(writers::html_fragment(read("# a\n"), options), HasSubstr("<h3>a</h3>"));
}

TEST(Html, TablesHaveCaptionAndScopes) {
  const std::string result = fragment(sample);
  EXPECT_THAT(result, HasSubstr("role=\"region\" tabindex=\"0\" aria-labelledby=\"tableau-1\""));
  EXPECT_THAT(result, HasSubstr("<caption id=\"tableau-1\">Dépenses</caption>"));
  EXPECT_THAT(result, HasSubstr("<col style=\"width:66%\"><col style=\"width:33%\">"));
  EXPECT_THAT(result, HasSubstr("<th scope=\"col\">Objet</th><th scope=\"col\" class=\"fin\">"));
  EXPECT_THAT(result, HasSubstr("<tr><th scope=\"row\">Clé</th><td class=\"fin\">1</td></tr>"));
  EXPECT_THAT(result, HasSubstr("<tr class=\"total\"><th scope=\"row\">Total</th>"));
  EXPECT_THAT(fragment("| | a |\n|---|---|\n| b | c |\n"),
              HasSubstr("<tr><td></td><th scope=\"col\">a</th></tr>"));
}

TEST(Html, TablesWithoutCaptionHaveNamesOfTheirOwn) {
  const std::string result = fragment("| a |\n|---|\n| b |\n\nEt\n\n| c |\n|---|\n| d |\n");
  EXPECT_THAT(result, HasSubstr("aria-label=\"Tableau 1\""));
  EXPECT_THAT(result, HasSubstr("aria-label=\"Tableau 2\""));
}

TEST(Html, NotesGoBothWays) {
  const std::string result = fragment("a[^n]\n\n[^n]: b\n");
  EXPECT_THAT(result, HasSubstr("<a role=\"doc-noteref\" id=\"appel-1\" href=\"#note-1\" "
                                "aria-label=\"Note 1\">1</a>"));
  EXPECT_THAT(result, HasSubstr("<li id=\"note-1\">b <a class=\"retour hors-texte\" "
                                "role=\"doc-backlink\" href=\"#appel-1\" "
                                "aria-label=\"Retour au texte, appel de la note 1\">"));
  EXPECT_THAT(result, HasSubstr("aria-labelledby=\"notes-1\">\n"
                                "<h2 class=\"hors-texte\" id=\"notes-1\">Notes</h2>"));
}

TEST(Html, DivsAndBoxes) {
  const std::string result = fragment(sample);
  EXPECT_THAT(result, HasSubstr("<address class=\"expediteur\">\n<p>Jeanne Roux<br>\nMairie</p>"));
  EXPECT_THAT(result, HasSubstr("<div role=\"note\" class=\"encadre attention\" "
                                "aria-labelledby=\"encadre-1\">\n<div class=\"titre-encadre\" "
                                "id=\"encadre-1\">\n<p><strong>Attention</strong></p>"));
}

TEST(Html, TimelineHasADrawingOrItsAlternative) {
  writers::HtmlOptions options;
  const auto document =
      read("::: {.frise alternative=\"A \\\"B\\\"\"}\n- 2026-05-22 | depart | Menace\n:::\n");
  EXPECT_THAT(writers::html_fragment(document, options),
              HasSubstr(">A &quot;B&quot;</figcaption>"));
  options.draw = [](const document::Figure& figure) {
    const auto& date = std::get<document::Timeline>(figure.content).events.front().date;
    return writers::Drawings{"<svg>" + date + "</svg>", "<svg>étroit</svg>"};
  };
  const std::string html = writers::html_fragment(document, options);
  EXPECT_THAT(html, HasSubstr("dessin-large\" role=\"img\" aria-label=\"A &quot;B&quot;\"><svg>"
                              "2026-05-22</svg>"));
  EXPECT_THAT(html, HasSubstr("dessin-etroit\" role=\"img\" aria-label=\"A &quot;B&quot;\"><svg>"
                              "étroit</svg>"));
  EXPECT_THAT(html, Not(HasSubstr("figcaption")));
}

TEST(Html, LinksAreCheckedAgain) {
  document::Document document;
  document.blocks.push_back({document::Paragraph{
      {{document::Link{{{document::Text{"x", false}}}, "javascript:alert(1)", ""}}}}});
  EXPECT_EQ(writers::html_fragment(document, {}), "<p>x</p>\n");
  EXPECT_EQ(fragment("[x](https://x.fr/?a=1&b='2' \"le site\")\n"),
            "<p><a href=\"https://x.fr/?a=1&amp;b=&#39;2&#39;\" title=\"x – le site\">x</a></p>\n");
  EXPECT_THAT(fragment("[art. 433-3](https://x.fr \"art. 433-3 (Légifrance)\")\n"),
              HasSubstr("title=\"art. 433-3 (Légifrance)\""));
}

TEST(Html, DocumentWithACoverOpensWithItsTitleAndContents) {
  auto document = read("# Un {#un}\n\n## Déjà *vu*\n\n### Trop bas\n\n# Deux\n\n## Déjà vu\n");
  document.metadata.subject = "Droit du jour";
  document.metadata.author = "La mairie";
  auto options = page_options();
  options.cover = true;
  options.contents_levels = 2;
  options.contents_title = "Sommaire";
  const std::string result = writers::html(document, options);
  EXPECT_THAT(result, HasSubstr("<header class=\"couverture hors-texte\">\n<h1>Plainte &lt;1&gt; "
                                "&amp; suite</h1>\n<p class=\"sous-titre\">Droit du jour</p>\n"
                                "<p class=\"auteur\">La mairie</p>\n</header>\n"
                                "<nav class=\"sommaire hors-texte\" aria-labelledby="));
  EXPECT_THAT(result, HasSubstr("<details class=\"bascule\"><summary>Sommaire</summary>"));
  EXPECT_THAT(result, HasSubstr("<ol>\n<li><a href=\"#un\">Un</a>\n<ol>\n"
                                "<li><a href=\"#titre-deja-vu\">Déjà vu</a></li>\n</ol>\n</li>\n"
                                "<li><a href=\"#titre-deux\">Deux</a>\n<ol>\n"
                                "<li><a href=\"#titre-deja-vu-2\">Déjà vu</a></li>\n</ol>\n</li>\n"
                                "</ol>\n</nav>\n<h2 id=\"un\">Un</h2>\n"
                                "<h3 id=\"titre-deja-vu\">Déjà <em>vu</em></h3>"));
  const Page page = parse(result);
  EXPECT_EQ(page.mistake, "");
  for (const std::string& reference : page.references) {
    EXPECT_EQ(page.ids.count(reference), 1U) << reference;
  }
  EXPECT_EQ(document::words(page.text), document::words(document));
}

TEST(Html, CoverIsTheOnlyTitleEvenAboveOneChapter) {
  auto options = page_options();
  options.cover = true;
  const std::string result = writers::html(read("# Un\n"), options);
  EXPECT_EQ(count(result, "<h1"), 1U);
  EXPECT_THAT(result, HasSubstr("<h2>Un</h2>"));
  EXPECT_THAT(result, Not(HasSubstr("<nav")));
}

TEST(Html, NumberOfAnArticleHoldsTogetherInACitation) {
  EXPECT_EQ(fragment("[art. 433-3 et L. 2123-35-1 du](https://x.fr), 12-3\n"),
            "<p><a href=\"https://x.fr\">art. <span class=\"numero\">433-3</span> et L. "
            "<span class=\"numero\">2123-35-1</span> du</a>, 12-3</p>\n");
  EXPECT_EQ(fragment("[l’élu de 12 ans - 3](https://x.fr/1-2)\n"),
            "<p><a href=\"https://x.fr/1-2\">l’élu de 12 ans - 3</a></p>\n");
  EXPECT_THAT(page_options().style_sheet, HasSubstr(".numero { white-space: nowrap; }"));
}

TEST(Html, FrameIsChecked) {
  const auto mistakes = [](const std::string& frame) {
    base::Diagnostics diagnostics;
    const base::MemoryFiles files(
        {{"templates/html/page.html", frame}, {"templates/html/style.css", "p{}"}});
    (void)writers::html_page_options(files, diagnostics);
    std::string result;
    for (const auto& diagnostic : diagnostics.all()) result += base::to_string(diagnostic) + "\n";
    return result;
  };
  EXPECT_EQ(mistakes("{{langue}}{{titre}}{{style}}{{classe}}{{contenu}}"), "");
  EXPECT_THAT(mistakes("{{langue}}{{titres}}{{style}}{{classe}}{{contenu}}"),
              ::testing::AllOf(HasSubstr("Vouliez-vous dire « titre »"), HasSubstr("il manque")));
}

// What a user typed is text, whatever it is, also in the title of the page.
TEST(Html, AnyTextComesOutAsItself) {
  std::mt19937 random(7);
  static const std::u32string alphabet = U"<>&\"'/=;#abé «»\u00A0\u202E😀عم!-{}[]lt";
  const auto options = page_options();
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 1 + random() % 20; ++i) {
      base::append_utf8(text, alphabet[random() % alphabet.size()]);
    }
    document::Document document;
    document.metadata.title = text;
    document.blocks.push_back({document::Paragraph{{{document::Text{text, true}}}}});
    const Page result = parse(writers::html(document, options));
    ASSERT_EQ(result.mistake, "") << text;
    ASSERT_THAT(result.text, HasSubstr(text));
  }
}

// WCAG 2.1, 1.4.3: the contrast of the text colours of the style sheet, in both themes.
double luminance(const std::string& colour) {
  const auto channel = [&](std::size_t at) {
    const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

TEST(Html, ColoursHaveEnoughContrast) {
  const std::string css = page_options().style_sheet;
  const auto dark = css.find("prefers-color-scheme: dark");
  const auto more = css.find("prefers-contrast: more");
  for (const std::string& theme : {css.substr(0, dark), css.substr(dark, more - dark)}) {
    const auto colour = [&](const std::string& name) {
      return theme.substr(theme.find("--" + name + ": #") + name.size() + 4, 7);
    };
    for (const char* ink :
         {"texte", "discret", "lien", "attention", "verifier", "faire", "information"}) {
      for (const char* paper : {"feuille", "voile"}) {
        const double a = luminance(colour(ink)) + 0.05;
        const double b = luminance(colour(paper)) + 0.05;
        EXPECT_GE(std::max(a, b) / std::min(a, b), 4.5) << ink << " / " << paper;
      }
    }
  }
}

}  // namespace
