#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "base/disk.hpp"
#include "base/files.hpp"
#include "document/read.hpp"
#include "document/words.hpp"
#include "pandoc_fixture.hpp"
#include "support/extracted_words.hpp"
#include "typeset/style.hpp"
#include "writers/archive.hpp"
#include "writers/office_page.hpp"
#include "writers/pandoc.hpp"

namespace {

using namespace samples;
using testing::HasSubstr;
using testing::Not;
TEST_F(PandocFiles, SameBytesTwiceInEveryFormat) {
  for (const Format format : {Format::docx, Format::odt, Format::epub}) {
    const std::string first = write(letter(), format);
    EXPECT_FALSE(first.empty());
    EXPECT_EQ(first, write(letter(), format)) << static_cast<int>(format);
  }
}

TEST_F(PandocFiles, AnotherTextGivesAnotherBook) {
  Document other = letter();
  other.blocks.push_back(paragraph("Un mot de plus."));
  const auto identifier = [&](const Document& document) {
    const std::string package = part(write(document, Format::epub), "EPUB/content.opf");
    return package.substr(package.find("urn:uuid:"), 45);
  };
  EXPECT_NE(identifier(letter()), identifier(other));
}

TEST_F(PandocFiles, DocxHasPageStylesHeaderRowAndLanguage) {
  const std::string bytes = write(letter(), Format::docx);
  const std::string content = part(bytes, "word/document.xml");
  EXPECT_THAT(content, HasSubstr(R"(w:h="16838" w:w="11906")"));  // A4
  EXPECT_THAT(content, HasSubstr("w:footerReference"));
  EXPECT_THAT(content, HasSubstr("<w:tblHeader"));
  const auto count = [&](std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = content.find(what); at != std::string::npos;
         at = content.find(what, at + 1)) {
      ++found;
    }
    return found;
  };
  EXPECT_EQ(count("<w:cantSplit/>"), count("<w:tr>")) << "rows that no page may cut";
  EXPECT_EQ(count("<w:tr>"), 4U);
  for (const char* style : {"expediteur", "destinataire", "lieu-date", "objet", "references",
                            "en-bref", "attention", "signature", "Heading2", "filet"}) {
    EXPECT_THAT(content, HasSubstr("w:pStyle w:val=\"" + std::string(style) + "\""));
  }
  EXPECT_THAT(content, HasSubstr("w:name=\"faits\"")) << "the heading that a link leads to";
  const std::string styles = part(bytes, "word/styles.xml");
  EXPECT_THAT(styles, HasSubstr(R"(w:val="fr-FR")"));
  EXPECT_THAT(styles, Not(HasSubstr("en-US")));
  EXPECT_THAT(styles, HasSubstr("Références"));
  EXPECT_THAT(part(bytes, "word/footer1.xml"), HasSubstr("NUMPAGES"));
}

TEST_F(PandocFiles, WordsOfAnotherLanguageAreSaidToBe) {
  base::Diagnostics diagnostics;
  Document document = document::read("Dit *[stalking](langue:en)* ici.\n", "essai.md", diagnostics);
  document.metadata = letter().metadata;
  EXPECT_THAT(part(write(document, Format::docx), "word/document.xml"),
              HasSubstr(R"(<w:i /><w:iCs /><w:lang w:val="en" /></w:rPr>)"));
  EXPECT_THAT(part(write(document, Format::odt), "content.xml"), HasSubstr(R"(fo:language="en")"));
  EXPECT_THAT(part(write(document, Format::epub), "EPUB/text/ch001.xhtml"),
              HasSubstr(R"(<span lang="en">stalking</span>)"));
}

// ECMA-376, 17.3.1.26: the style is the first of the properties of a paragraph.
TEST_F(PandocFiles, DocxStyleComesFirstAmongTheProperties) {
  const std::string content = part(write(letter(), Format::docx), "word/document.xml");
  EXPECT_THAT(content, Not(HasSubstr("</w:numPr><w:pStyle")));
  EXPECT_THAT(content, HasSubstr("<w:numPr>"));
}

TEST_F(PandocFiles, DocxPropertiesComeFromTheMetadataOnly) {
  const std::string bytes = write(letter(), Format::docx);
  const std::string core = part(bytes, "docProps/core.xml");
  EXPECT_THAT(core, HasSubstr("<dc:title>Plainte pour menaces de mort</dc:title>"));
  EXPECT_THAT(core, HasSubstr("<dc:creator>Claire Martin</dc:creator>"));
  EXPECT_THAT(core, HasSubstr("<dc:language>fr-FR</dc:language>"));
  EXPECT_THAT(core, HasSubstr(">2026-05-22T00:00:00Z<"));
  EXPECT_THAT(part(bytes, "docProps/app.xml"), Not(HasSubstr("Microsoft")));
}

TEST_F(PandocFiles, DocumentsWithoutDateCarryNone) {
  Document document = letter();
  document.metadata.date.clear();
  document.metadata.author.clear();
  const std::string core = part(write(document, Format::docx), "docProps/core.xml");
  EXPECT_THAT(core, Not(HasSubstr("dcterms:created")));
  EXPECT_THAT(core, Not(HasSubstr("dc:creator")));
  EXPECT_THAT(part(write(document, Format::odt), "meta.xml"), Not(HasSubstr("dc:date")));
}

TEST_F(PandocFiles, OdtHasPageStylesHeaderRowAndLanguage) {
  const std::string bytes = write(letter(), Format::odt);
  const std::string styles = part(bytes, "styles.xml");
  EXPECT_THAT(styles, HasSubstr(R"(fo:page-width="210mm" fo:page-height="297mm")"));
  EXPECT_THAT(styles, HasSubstr(R"(fo:language="fr" fo:country="FR")"));
  const std::string content = part(bytes, "content.xml");
  EXPECT_THAT(content, HasSubstr("<table:table-header-rows>"));
  for (const char* style : {"expediteur", "destinataire", "objet", "en-bref", "attention",
                            "signature", "Heading_20_2", "Horizontal_20_Line"}) {
    EXPECT_THAT(content, HasSubstr("text:style-name=\"" + std::string(style) + "\""));
  }
  EXPECT_THAT(content, HasSubstr(R"(<text:list text:style-name="en-bref-puces">)"));
  EXPECT_THAT(part(bytes, "meta.xml"), HasSubstr("<dc:title>Plainte pour menaces de mort<"));
}

// Every style that a text asks for is defined: else LibreOffice would silently show plain text.
TEST_F(PandocFiles, OdtStylesAreAllDefined) {
  const std::string bytes = write(letter(), Format::odt);
  const std::string content = part(bytes, "content.xml");
  const std::string defined = part(bytes, "styles.xml") + content;
  constexpr std::string_view asked = "text:style-name=\"";
  for (std::size_t at = content.find(asked); at != std::string::npos;
       at = content.find(asked, at)) {
    at += asked.size();
    const std::string name = content.substr(at, content.find('"', at) - at);
    EXPECT_THAT(defined, HasSubstr("style:name=\"" + name + "\""));
  }
}

TEST_F(PandocFiles, PicturesHaveAnAlternativeText) {
  const std::string docx = part(write(letter(), Format::docx), "word/document.xml");
  EXPECT_THAT(docx, HasSubstr("descr=\"Du 12 mars au 22 mars"));
  const std::string odt = part(write(letter(), Format::odt), "content.xml");
  EXPECT_THAT(odt, HasSubstr("<svg:desc>Du 12 mars au 22 mars : réception, &quot;effet&quot; "
                             "&amp; &lt;échéance&gt;.</svg:desc></draw:frame>"));
  const std::string epub = part(write(letter(), Format::epub), "EPUB/text/ch001.xhtml");
  EXPECT_THAT(epub, HasSubstr("alt=\"Du 12 mars au 22 mars"));
}

TEST_F(PandocFiles, FiguresAreLeftOutWithoutPicture) {
  options_.svg = nullptr;
  EXPECT_THAT(part(write(letter(), Format::docx), "word/document.xml"), Not(HasSubstr("<pic:")));
  EXPECT_THAT(part(write(letter(), Format::odt), "content.xml"), Not(HasSubstr("draw:frame")));
}

// The words that the tree has, no more, no less, in the same order.
TEST_F(PandocFiles, WordsAreThoseOfTheDocument) {
  for (const Document& document : {letter(), everything()}) {
    const std::vector<std::string> expected = document::words(document);
    EXPECT_GT(expected.size(), 80U);
    EXPECT_EQ(document::words(
                  support::extracted_text(write(document, Format::docx), support::File::docx)),
              expected);
    EXPECT_EQ(
        document::words(support::extracted_text(write(document, Format::odt), support::File::odt)),
        expected);
  }
}

// Notes come at the end of each chapter there: the order differs, the words do not.
TEST_F(PandocFiles, WordsOfABookAreThoseOfTheDocument) {
  const auto book = writers::unzip(write(everything(), Format::epub));
  ASSERT_TRUE(book);
  std::string text;
  for (const writers::ArchiveEntry& entry : *book) {
    if (entry.name.find("/text/ch") == std::string::npos) continue;
    text += support::extracted_text(entry.content, support::File::html) + " ";
  }
  EXPECT_THAT(document::words(text),
              testing::UnorderedElementsAreArray(document::words(everything())));
}

// The second chapter goes on with the numbers of the first.
TEST_F(PandocFiles, NotesOfABookAreNumberedThroughIt) {
  base::Diagnostics diagnostics;
  Document document = document::read(
      "# Un\n\nA[^a], b[^b].\n\n[^a]: Note a.\n[^b]: Note b.\n\n# Deux\n\nC[^c].\n\n[^c]: Note "
      "c.\n",
      "essai.md", diagnostics);
  document.metadata.title = "Titre";
  const std::string book = write(document, Format::epub);
  EXPECT_THAT(part(book, "EPUB/text/ch001.xhtml"),
              HasSubstr("<ol>\n<li><aside id=\"fn1\" role=\"doc-footnote\""));
  const std::string second = part(book, "EPUB/text/ch002.xhtml");
  EXPECT_THAT(second, HasSubstr("<a href=\"#fn3\" class=\"footnote-ref\" id=\"fnref3\" "
                                "epub:type=\"noteref\" role=\"doc-noteref\" "
                                "aria-label=\"Note 3\">3</a>"));
  EXPECT_THAT(second, HasSubstr("<ol start=\"3\">\n<li><aside id=\"fn3\" role=\"doc-footnote\" "
                                "epub:type=\"footnote\"><p>Note c.<a href=\"#fnref3\" "
                                "class=\"footnote-back\" aria-label=\"Retour au texte, appel de la "
                                "note 3\" role=\"doc-backlink\">"));
  EXPECT_THAT(second, HasSubstr("</aside></li>\n</ol>\n</section>"));
}

// At the foot of a page, the title of a box would otherwise stand alone.
TEST_F(PandocFiles, TitlesOfBoxesStayWithTheirText) {
  EXPECT_THAT(part(write(everything(), Format::docx), "word/document.xml"),
              HasSubstr("w:pStyle w:val=\"attention-titre\""));
  EXPECT_THAT(part(write(everything(), Format::odt), "content.xml"),
              HasSubstr("text:style-name=\"attention-titre\""));
}

// For screen readers: the first column names the rows, the cells that do are marked.
TEST_F(PandocFiles, CellsSayWhatTheyAreByTheirStyle) {
  const std::string docx = part(write(everything(), Format::docx), "word/document.xml");
  EXPECT_THAT(docx, HasSubstr("w:firstColumn=\"1\""));
  EXPECT_THAT(docx, HasSubstr("w:firstColumn=\"0\""));
  const std::string odt = part(write(everything(), Format::odt), "content.xml");
  for (const char* style : {"cellule-tete", "cellule-tete-droite", "cellule-forte", "cellule"}) {
    EXPECT_THAT(docx, HasSubstr("w:val=\"" + std::string(style) + "\""));
    EXPECT_THAT(odt, HasSubstr("text:style-name=\"" + std::string(style) + "\""));
  }
  EXPECT_THAT(docx, Not(HasSubstr("<w:jc ")));
}

// What follows in an item is not another item, with an empty label.
TEST_F(PandocFiles, ItemsGoOnWithoutLabel) {
  const std::string docx = part(write(everything(), Format::docx), "word/document.xml");
  EXPECT_THAT(docx, HasSubstr("w:pStyle w:val=\"liste-suite\""));
  EXPECT_THAT(
      docx,
      Not(HasSubstr(
          "w:val=\"liste-puces\" /><w:numPr><w:ilvl w:val=\"0\" /><w:numId w:val=\"1000\" />")));
}

TEST_F(PandocFiles, TypedTextComesOutAsItWentIn) {
  const std::vector<std::string> values = {
      "<w:p>&amp; \"guillemets\" 'apostrophes' \\ ` * _ [x](y) {{z}} ]]> -- ...",
      "Emoji 🏛️👩‍⚖️ et drapeau 🇫🇷",
      "Nguyễn Thị Hằng, Đặng Ước",
      "Ἀθῆναι καὶ Θεσσαλονίκη",
      "deux  espaces   puis trois",
      "1. liste ? # titre ? - puce ? + plus ? | barre |",
      "U+202F\u202F; et U+00A0\u00A0: fines",
  };
  for (const std::string& value : values) {
    Document document;
    document.blocks = {paragraph({typed(value)})};
    const std::string docx = write(document, Format::docx);
    const std::string odt = write(document, Format::odt);
    EXPECT_EQ(base::trim(support::extracted_text(docx, support::File::docx)), value);
    EXPECT_EQ(support::extracted_words(odt, support::File::odt), support::words_of(value));
  }
}

// <text:s text:c="n"/> stands for n spaces, that XML would otherwise run together.
TEST_F(PandocFiles, OdtKeepsRepeatedSpaces) {
  Document document;
  document.blocks = {paragraph({typed("a   b")})};
  EXPECT_THAT(part(write(document, Format::odt), "content.xml"),
              HasSubstr(R"(a <text:s text:c="2" />b)"));
}

TEST_F(PandocFiles, LongTextsAreWrittenWhole) {
  std::string story;
  while (story.size() < 60'000) story += "Mot" + std::to_string(story.size()) + " suivant. ";
  Document document;
  document.blocks = {paragraph({typed(story)})};
  EXPECT_EQ(support::extracted_words(write(document, Format::docx), support::File::docx),
            support::words_of(story));
  EXPECT_EQ(support::extracted_words(write(document, Format::odt), support::File::odt),
            support::words_of(story));
}

TEST_F(PandocFiles, ArchivesAreSound) {
  const base::TemporaryFolder folder;
  for (const Format format : {Format::docx, Format::odt, Format::epub}) {
    const std::string path = folder.path() + "/fichier.zip";
    ASSERT_TRUE(base::write_file(path, write(letter(), format), base::Overwrite::replace));
    EXPECT_EQ(base::run_process("unzip", {"-tq", path}, "", folder.path(), {}).status, 0);
  }
}

TEST_F(PandocFiles, TitleBlockWhenAsked) {
  EXPECT_THAT(part(write(letter(), Format::docx), "word/document.xml"),
              Not(HasSubstr("w:val=\"Title\"")));
  options_.title_block = true;
  EXPECT_THAT(part(write(letter(), Format::docx), "word/document.xml"),
              HasSubstr("w:val=\"Title\""));
  EXPECT_THAT(part(write(letter(), Format::odt), "content.xml"),
              HasSubstr("text:style-name=\"Title\""));
}

TEST_F(PandocFiles, TooSlowIsSaidAndNothingIsWritten) {
  options_.limits.wall_clock = std::chrono::milliseconds(1);
  EXPECT_FALSE(writers::pandoc(letter(), Format::docx, resources_, options_, diagnostics_));
  ASSERT_TRUE(diagnostics_.has_errors());
  EXPECT_EQ(diagnostics_.all()[0].kind, base::Kind::tool);
  EXPECT_THAT(diagnostics_.all()[0].message, HasSubstr("n’a pas fini à temps"));
}

TEST_F(PandocFiles, AFailureOfPandocIsSaid) {
  options_.version = writers::ApiVersion{1, 21};  // refused by every Pandoc that we know
  EXPECT_FALSE(writers::pandoc(letter(), Format::docx, resources_, options_, diagnostics_));
  ASSERT_TRUE(diagnostics_.has_errors());
  EXPECT_EQ(diagnostics_.exit_status(), 5);
}

TEST_F(PandocFiles, MissingStylesAreSaid) {
  const base::MemoryFiles nothing({});
  for (const Format format : {Format::docx, Format::odt, Format::epub}) {
    base::Diagnostics diagnostics;
    EXPECT_FALSE(writers::pandoc(letter(), format, nothing, options_, diagnostics));
    EXPECT_EQ(diagnostics.exit_status(), 4);
    EXPECT_THAT(diagnostics.all()[0].position.file, HasSubstr("templates/bureautique/"));
  }
}

TEST(ExtractedWords, OfAPageLeaveOutWhatIsNotItsText) {
  const std::string page =
      "<html><head><title>Titre</title></head><body><p>Un <em>mot</em>, l’autre&#x202F;; "
      "a&amp;b</p><div class=\"hors-texte\"><div>retour</div>lien</div>"
      "<!-- <p>rien</p> --><p>1<sup>er</sup> fin<br>suite</p></body></html>";
  EXPECT_THAT(support::extracted_words(page, support::File::html),
              testing::ElementsAre("Un", "mot,", "l’autre", ";", "a&b", "1er", "fin", "suite"));
}

TEST(Pandoc, MissingProgramNamesThePackage) {
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nulle-part", 1);
  base::Diagnostics diagnostics;
  const auto version = writers::pandoc_version(diagnostics);
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_FALSE(version);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].kind, base::Kind::tool);
  EXPECT_THAT(diagnostics.all()[0].hint, HasSubstr("« pandoc »"));
}

TEST(Pandoc, ForeignVersionIsRefused) {
  const base::TemporaryFolder folder;
  const std::string fake = folder.path() + "/pandoc";
  ASSERT_TRUE(base::write_file(
      fake, "#!/bin/sh\necho '{\"pandoc-api-version\":[1,17],\"meta\":{},\"blocks\":[]}'\n",
      base::Overwrite::refuse));
  ASSERT_EQ(base::run_process("chmod", {"+x", fake}, "", folder.path(), {}).status, 0);
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", (folder.path() + ":" + path).c_str(), 1);
  base::Diagnostics diagnostics;
  const auto version = writers::pandoc_version(diagnostics);
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_FALSE(version);
  EXPECT_EQ(diagnostics.exit_status(), 5);
}

}  // namespace
