#include "writers/site.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>
#include <set>

#include "base/text.hpp"
#include "document/read.hpp"
#include "document/words.hpp"
#include "support/extracted_words.hpp"

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<std::string>& chapters() {
  static const std::vector<std::string> all = {
      "# Porter *plainte* {#plainte}\n\nVoir [la suite](#index) et [les faits](#faits)[^a].\n\n"
      "## Les faits {#faits}\n\nDes menaces, [art. 433-3](https://x.fr/433-3).\n\n"
      "## Les « mots » \\<justes>\n\n::: {#boite .attention}\nAgir vite.\n:::\n\n"
      "## Les « mots » \\<justes>\n\nEncore.\n\n[^a]: Une note du premier.\n",
      "# L’index {#index}\n\n## Trop bas\n\nVoir [la boîte](#boite) et [ici](#ici)[^b].\n\n"
      "::: {#ici .tableau legende=\"Peines\"}\n| Fait | Peine |\n|---|---|\n| Menace | 3 ans |\n"
      ":::\n\n[^b]: Une note, voir [les faits](#faits).\n",
      "# Sans page à lui\n\n::: {.frise alternative=\"Une date\"}\n- 2026-05-22 | depart | "
      "Menace\n:::\n"};
  return all;
}

document::Document read(const std::string& markdown) {
  base::Diagnostics diagnostics;
  auto document = document::read(markdown, "essai.md", diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << base::to_string(diagnostics.all().front());
  document.metadata.title = "Guide <1> & suite";
  document.metadata.subject = "Droit du jour.";
  return document;
}

document::Document sample() { return read(base::join(chapters(), "\n")); }

writers::SiteOptions options() {
  base::Diagnostics diagnostics;
  auto options = writers::site_options(base::DiskFiles(EGIDE_SOURCE_DIR), diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return options;
}

const writers::SiteFiles& files() {
  static const writers::SiteFiles made = writers::site(sample(), options());
  return made;
}

bool is_page(const std::string& name) { return name.ends_with(".html"); }

// The values of an attribute, in order.
std::vector<std::string> values(const std::string& html, const std::string& name) {
  const std::regex pattern("[ \\n]" + name + "=\"([^\"]*)\"");
  std::vector<std::string> found;
  for (std::sregex_iterator at(html.begin(), html.end(), pattern), end; at != end; ++at) {
    found.push_back((*at)[1]);
  }
  return found;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

TEST(Site, HasAPageForEachChapter) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : files()) names.push_back(name);
  EXPECT_THAT(names, testing::UnorderedElementsAre("index.html", "plainte.html", "index-page.html",
                                                   "titre-sans-page-a-lui.html", "style.css",
                                                   "recherche.js", "textes.js"));
}

TEST(Site, EveryLinkInsideLeadsToAFileAndAnId) {
  std::size_t seen = 0;
  for (const auto& [name, html] : files()) {
    if (!is_page(name)) continue;
    std::vector<std::string> targets = values(html, "href");
    for (const std::string& target : values(html, "src")) targets.push_back(target);
    for (const std::string& target : targets) {
      if (target.starts_with("https://")) continue;
      const auto hash = target.find('#');
      const std::string file = hash == 0 ? name : target.substr(0, hash);
      ASSERT_EQ(files().count(file), 1U) << name << ": " << target;
      if (hash == std::string::npos) continue;
      const auto ids = values(files().at(file), "id");
      EXPECT_EQ(std::count(ids.begin(), ids.end(), target.substr(hash + 1)), 1)
          << name << ": " << target;
      ++seen;
    }
  }
  EXPECT_GT(seen, 15U);
  EXPECT_THAT(files().at("plainte.html"), HasSubstr("<a href=\"index-page.html#index\">la suite"));
  EXPECT_THAT(files().at("plainte.html"), HasSubstr("<a href=\"#faits\">les faits</a>"));
  EXPECT_THAT(files().at("index-page.html"), HasSubstr("<a href=\"plainte.html#boite\">la bo"));
}

TEST(Site, PagesHaveOneTitleLandmarksAndUniqueIds) {
  for (const auto& [name, html] : files()) {
    if (!is_page(name)) continue;
    EXPECT_EQ(count(html, "<h1"), 1U) << name;
    EXPECT_EQ(count(html, "<main "), 1U) << name;
    EXPECT_EQ(count(html, "{{"), 0U) << name;
    EXPECT_THAT(html, HasSubstr("<html lang=\"fr-FR\">"));
    EXPECT_THAT(html, HasSubstr("class=\"evitement hors-texte\" href=\"#site-contenu\""));
    EXPECT_THAT(html, HasSubstr("role=\"search\" hidden"));
    EXPECT_THAT(html, HasSubstr("aria-live=\"polite\""));
    const auto ids = values(html, "id");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size()) << name;
    for (const std::string& label : values(html, "aria-labelledby")) {
      EXPECT_EQ(std::count(ids.begin(), ids.end(), label), 1) << name << ": " << label;
    }
  }
  const std::string& chapter = files().at("plainte.html");
  EXPECT_THAT(chapter, HasSubstr("<title>Porter plainte – Guide &lt;1&gt; &amp; suite</title>"));
  EXPECT_THAT(chapter, HasSubstr("<h1 id=\"plainte\">Porter <em>plainte</em></h1>"));
  EXPECT_THAT(chapter, HasSubstr("<h2 id=\"titre-les-mots-justes-2\">"));
}

TEST(Site, PagesLeadToTheirNeighbours) {
  const std::string& first = files().at("plainte.html");
  EXPECT_THAT(first, HasSubstr("<a rel=\"prev\" href=\"index.html\">"));
  EXPECT_THAT(first, HasSubstr("<a rel=\"next\" href=\"index-page.html\">"));
  EXPECT_THAT(first, HasSubstr("<a href=\"plainte.html\" aria-current=\"page\">"));
  EXPECT_THAT(first, HasSubstr("<a href=\"plainte.html#faits\">"));
  EXPECT_THAT(first, Not(HasSubstr("index-page.html#titre-trop-bas")));  // only its own parts
  const std::string& last = files().at("titre-sans-page-a-lui.html");
  EXPECT_THAT(last, HasSubstr("<a rel=\"prev\" href=\"index-page.html\">"));
  EXPECT_THAT(last, Not(HasSubstr("rel=\"next\"")));
}

TEST(Site, NothingComesFromElsewhere) {
  for (const auto& [name, bytes] : files()) {
    EXPECT_THAT(bytes, Not(HasSubstr("@import"))) << name;
    EXPECT_THAT(bytes, Not(HasSubstr("url("))) << name;
    EXPECT_THAT(bytes, Not(HasSubstr("fetch("))) << name;
    EXPECT_THAT(bytes, Not(HasSubstr("innerHTML"))) << name;
    for (const std::string& source : values(bytes, "src")) {
      EXPECT_EQ(files().count(source), 1U) << name << ": " << source;
    }
    const std::regex loading("<link[^>]*href=\"([^\"]*)\"");
    std::smatch found;
    if (std::regex_search(bytes, found, loading)) {
      EXPECT_EQ(found[1], "style.css") << name;
    }
  }
}

TEST(Site, NotesAreNumberedFromTheFirstPageToTheLast) {
  EXPECT_THAT(files().at("plainte.html"),
              HasSubstr("href=\"#note-1\" aria-label=\"Note 1\">1</a>"));
  const std::string& second = files().at("index-page.html");
  EXPECT_THAT(second, HasSubstr("href=\"#note-2\" aria-label=\"Note 2\">2</a>"));
  EXPECT_THAT(second, HasSubstr("<ol start=\"2\">\n<li id=\"note-2\">Une note, voir"));
}

// Pages in order; in each, notes come last, as in a document of that chapter alone.
TEST(Site, HasTheWordsOfTheDocument) {
  std::vector<std::string> expected;
  for (const std::string& chapter : chapters()) {
    for (const std::string& word : document::words(read(chapter))) expected.push_back(word);
  }
  std::string text;
  for (const char* name :
       {"index.html", "plainte.html", "index-page.html", "titre-sans-page-a-lui.html"}) {
    text += support::extracted_text(files().at(name), support::File::html) + "\n";
  }
  EXPECT_EQ(document::words(text), expected);
}

TEST(Site, TextBeforeTheFirstChapterIsOnThePageOfContents) {
  const auto made = writers::site(read("Avant tout.\n\n# Un {#un}\n\nTexte.\n"), options());
  EXPECT_EQ(support::extracted_words(made.at("index.html"), support::File::html),
            (std::vector<std::string>{"Avant", "tout."}));
  EXPECT_THAT(made.at("textes.js"), HasSubstr("Avant tout."));
}

TEST(Site, SearchKnowsEverySectionOfEveryChapter) {
  const std::string& texts = files().at("textes.js");
  for (const char* part :
       {"[\"plainte.html\",\"Porter plainte\"]", "[\"index-page.html\",\"L’index\"]",
        "[\"titre-sans-page-a-lui.html\",\"Sans page à lui\"]",
        "[0,\"plainte\",\"Porter plainte\",\"Voir la suite et les faits. Une note du premier.\"]",
        "[0,\"faits\",\"Les faits\",\"Des menaces, art. 433-3.\"]", "[1,\"titre-trop-bas\"",
        "Peines Fait · Peine Menace · 3 ans", "[2,\"titre-sans-page-a-lui\""}) {
    EXPECT_THAT(texts, HasSubstr(part));
  }
}

TEST(Site, IsTheSameTwice) { EXPECT_EQ(writers::site(sample(), options()), files()); }

TEST(Site, FramesAreChecked) {
  base::Diagnostics diagnostics;
  const base::MemoryFiles none({{"templates/html/site/chapitre.html", "{{chapitres}}{{contenue}}"},
                                {"templates/html/site/site.css", "p{}"}});
  (void)writers::site_options(none, diagnostics);
  std::string messages;
  for (const auto& diagnostic : diagnostics.all()) messages += base::to_string(diagnostic) + "\n";
  EXPECT_THAT(messages, HasSubstr("Vouliez-vous dire « contenu »"));
  EXPECT_THAT(messages, HasSubstr("il manque {{voisins}}"));
  EXPECT_THAT(messages, HasSubstr("site/page.html : erreur : fichier introuvable"));
  EXPECT_THAT(messages, HasSubstr("recherche.js : erreur : fichier introuvable"));
}

}  // namespace
