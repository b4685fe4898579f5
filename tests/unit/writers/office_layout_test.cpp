#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "pandoc_fixture.hpp"

// What DOCX and ODT take from the layout of the printed page.
namespace {

using namespace samples;
using testing::HasSubstr;
using testing::Not;

class OfficeLayout : public PandocFiles {};

// What is written for the requester alone must not leave with the letter, nor be counted in it.
TEST_F(OfficeLayout, PrivatePartHasPagesOfItsOwn) {
  Document document = letter();
  document.blocks.push_back(div("pour-vous", {heading(2, "Pour vous"), paragraph("Gardez.")}));
  options_.page = page_of("lettre");
  const std::string docx = write(document, Format::docx);
  const std::string content = part(docx, "word/document.xml");
  // A section ends with the paragraph that holds its properties.
  const std::size_t end = content.find("</w:p>", content.find("<w:sectPr>"));
  EXPECT_LT(content.find("w:name=\"derniere_page\""), end);
  EXPECT_LT(content.find("Pièces jointes"), end);
  EXPECT_LT(end, content.find("Pour vous"));
  EXPECT_THAT(part(docx, "word/footer1.xml"), HasSubstr("PAGEREF derniere_page"));
  const std::string odt = write(document, Format::odt);
  EXPECT_THAT(part(odt, "content.xml"),
              HasSubstr("<text:bookmark text:name=\"derniere-page\"/></text:p>"));
  EXPECT_THAT(
      part(odt, "content.xml"),
      HasSubstr(R"(style:parent-style-name="Heading_20_2" style:master-page-name="A-part"/>)"));
  EXPECT_THAT(part(odt, "styles.xml"), HasSubstr("text:ref-name=\"derniere-page\""));
}

// A table that the printed page turns has turned pages, with the heading that announces it.
TEST_F(OfficeLayout, WideTablesHaveTurnedPages) {
  Document document = letter();
  document.blocks = {paragraph("avant"), heading(2, "Tableau"), {expenses()}, paragraph("après")};
  options_.page = page_of("note");
  options_.turned = [](const Table&) { return true; };
  const std::string docx = part(write(document, Format::docx), "word/document.xml");
  // A section ends with the paragraph that holds its properties.
  const std::size_t first = docx.find("</w:p>", docx.find("<w:sectPr>"));
  const std::size_t turned = docx.find("w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"");
  EXPECT_LT(docx.find("avant"), first);
  EXPECT_LT(first, docx.find("Tableau"));
  EXPECT_LT(docx.find("</w:tbl>"), turned);
  EXPECT_LT(turned, docx.find("après"));
  EXPECT_THAT(docx.substr(docx.rfind("<w:sectPr>")), HasSubstr("w:w=\"11906\" w:h=\"16838\""));
  // The head of the first page is that of the first section alone.
  EXPECT_EQ(docx.find("<w:titlePg/>"), docx.rfind("<w:titlePg/>"));
  const std::string odt = part(write(document, Format::odt), "content.xml");
  EXPECT_THAT(
      odt,
      HasSubstr(R"(style:parent-style-name="Heading_20_2" style:master-page-name="Paysage"/>)"));
  EXPECT_THAT(
      odt, HasSubstr(R"(style:parent-style-name="Text_20_body" style:master-page-name="Suite"/>)"));
}

TEST_F(OfficeLayout, TurnedPagesMayBeginAndEndTheDocument) {
  Document document = letter();
  Table table = expenses();
  table.caption.clear();
  table.attributes.classes = {"paysage"};
  document.blocks = {{table}, div("pour-vous", {paragraph("Gardez.")})};
  options_.page = page_of("note");
  const std::string docx = part(write(document, Format::docx), "word/document.xml");
  const std::size_t first = docx.find("<w:sectPr>");
  EXPECT_LT(docx.find("</w:tbl>"), first);
  EXPECT_THAT(docx.substr(first, docx.find("</w:sectPr>") - first), HasSubstr("landscape"));
  EXPECT_EQ(docx.find("<w:sectPr>", first + 1), docx.rfind("<w:sectPr>"));  // two in all
  const std::string odt = part(write(document, Format::odt), "content.xml");
  EXPECT_THAT(odt, HasSubstr(R"(style:family="table" style:master-page-name="Paysage")"));
  EXPECT_THAT(odt, HasSubstr(R"(style:master-page-name="A-part"/>)"));
}

// Word chooses the columns by what they hold, unless it is told not to.
TEST_F(OfficeLayout, DocxTablesFillTheirPageWithTheColumnsAsked) {
  Document document = letter();
  document.blocks = {{expenses()}};
  options_.page = page_of("note");
  for (const bool turned : {false, true}) {
    options_.turned = [&](const Table&) { return turned; };
    const std::string docx = part(write(document, Format::docx), "word/document.xml");
    EXPECT_THAT(docx, HasSubstr("<w:tblLayout w:type=\"fixed\"/>"));
    int sum = 0;
    for (std::size_t at = docx.find("<w:gridCol"); at != std::string::npos;
         at = docx.find("<w:gridCol", at + 1)) {
      sum += std::stoi(docx.substr(docx.find("w:w=\"", at) + 5));
    }
    EXPECT_EQ(sum, std::stoi(writers::twips(options_.page.text_width(turned))));
  }
}

TEST_F(OfficeLayout, TableOfContentsIsWrittenWholeAndLeadsToTheHeadings) {
  options_.page = page_of("guide");
  const std::string docx = part(write(everything(), Format::docx), "word/document.xml");
  EXPECT_THAT(docx, HasSubstr(R"( TOC \o "1-2" \h \z )"));
  const std::string contents = docx.substr(0, docx.find("</w:sdt>"));
  EXPECT_THAT(contents, HasSubstr("w:anchor=\"titre-premier-chapitre\""));
  EXPECT_THAT(contents, HasSubstr("w:anchor=\"ici\""));
  EXPECT_THAT(contents, Not(HasSubstr("Hyperlink")));
  EXPECT_THAT(docx, HasSubstr("w:name=\"titre-premier-chapitre\""));
  const std::string odt = part(write(everything(), Format::odt), "content.xml");
  EXPECT_THAT(odt, HasSubstr("xlink:href=\"#titre-premier-chapitre\""));
  EXPECT_THAT(odt, HasSubstr("text:reference-format=\"page\" text:ref-name=\"ici\""));
  options_.page = page_of("note");
  EXPECT_THAT(part(write(everything(), Format::docx), "word/document.xml"),
              Not(HasSubstr(" TOC ")));
}

// The cover is not numbered, and the pages of a book say their chapter.
TEST_F(OfficeLayout, HeadsAndFeetAreThoseOfTheLayout) {
  options_.page = page_of("guide");
  const std::string docx = write(everything(), Format::docx);
  EXPECT_THAT(part(docx, "word/header1.xml"), HasSubstr(" STYLEREF 1 "));
  const std::string odt = part(write(everything(), Format::odt), "styles.xml");
  EXPECT_THAT(odt, HasSubstr("<style:footer><text:p text:style-name=\"Footer\"/></style:footer>"));
  EXPECT_THAT(odt, HasSubstr("<text:chapter text:display=\"name\""));
  options_.page = page_of("note");
  EXPECT_THAT(part(write(everything(), Format::docx), "word/header1.xml"), HasSubstr(" TITLE "));
}

// « les suivants : » does not stand alone at the foot of a page.
TEST_F(OfficeLayout, WhatAnnouncesAListStaysWithIt) {
  Document document = letter();
  document.blocks = {paragraph("Les faits\u00a0:"),
                     {BulletList{{{paragraph("un")}}}},
                     paragraph("Un fait."),
                     {BulletList{{{paragraph("deux")}}}}};
  const std::string docx = part(write(document, Format::docx), "word/document.xml");
  const std::string style = "w:pStyle w:val=\"avant-liste\"";
  EXPECT_LT(docx.find(style), docx.find("Les faits"));
  EXPECT_EQ(docx.find(style), docx.rfind(style));
  EXPECT_THAT(part(write(document, Format::odt), "content.xml"),
              HasSubstr("text:style-name=\"avant-liste\">Les faits"));
}

TEST_F(OfficeLayout, AListAfterATableDoesNotTouchIt) {
  Document document = letter();
  document.blocks = {{expenses()}, {BulletList{{{paragraph("un")}, {paragraph("deux")}}}}};
  const std::string docx = part(write(document, Format::docx), "word/document.xml");
  const std::string space = "<w:spacing w:before=\"180\"/></w:pPr>";
  EXPECT_LT(docx.find("</w:tbl>"), docx.find(space));
  EXPECT_EQ(docx.find(space), docx.rfind(space));
}

TEST_F(OfficeLayout, TheWholeIsCountedWithoutPrivatePart) {
  options_.page = page_of("lettre");
  EXPECT_THAT(part(write(letter(), Format::docx), "word/footer1.xml"), HasSubstr("NUMPAGES"));
  EXPECT_THAT(part(write(letter(), Format::odt), "styles.xml"), HasSubstr("<text:page-count>"));
}

// One source for the window of the envelope and for the margins: templates/styles.
TEST_F(OfficeLayout, PageIsThatOfTheStyle) {
  options_.page = page_of("lettre");
  const std::string content = part(write(letter(), Format::docx), "word/document.xml");
  EXPECT_THAT(content,
              HasSubstr(R"(<w:pStyle w:val="destinataire" /><w:framePr w:w="4819" w:h="1871")"));
  EXPECT_THAT(content, HasSubstr(R"(w:x="6236" w:y="3118")"));
  EXPECT_THAT(content, HasSubstr(R"(w:right="1247" w:bottom="1361" w:left="1417")"));
  const std::string odt = part(write(letter(), Format::odt), "content.xml");
  EXPECT_THAT(odt, HasSubstr(R"(svg:x="110.00mm" svg:y="55.00mm" svg:width="85.00mm")"));
  // Nothing around what stands in a frame: its place is given.
  const std::string styles = part(write(letter(), Format::docx), "word/styles.xml");
  const std::size_t date = styles.find("w:styleId=\"lieu-date\"");
  EXPECT_THAT(styles.substr(date, styles.find("</w:style>", date) - date),
              HasSubstr(R"(<w:spacing w:before="0" w:after="0"/>)"));
  options_.page = page_of("deliberation");
  EXPECT_THAT(part(write(letter(), Format::docx), "word/document.xml"), Not(HasSubstr("framePr")));
}

}  // namespace
