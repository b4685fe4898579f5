#include "pdf/write.hpp"

#include <gtest/gtest.h>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>

#include <array>
#include <set>
#include <string>

#include "pdf/inspect.hpp"
#include "sample_pages.hpp"

namespace {

using sample::Role;
using typeset::points;

std::string written(const typeset::Pages& pages, const pdf::Options& options = {}) {
  base::Diagnostics diagnostics;
  auto bytes = pdf::write(pages, options, diagnostics);
  for (const auto& diagnostic : diagnostics.all()) {
    ADD_FAILURE() << base::to_string(diagnostic);
  }
  return bytes;
}

// The failed rules, in words; empty if all is well.
std::string faults(const std::string& bytes) {
  std::string text;
  for (const auto& finding : pdf::inspect(bytes).findings) {
    if (finding.outcome == pdf::Outcome::failed) {
      text += finding.id + ": " + (finding.details.empty() ? "" : finding.details[0]) + "\n";
    }
  }
  return text;
}

// How many objects of this type the file holds.
int objects_of(QPDF& file, const std::string& key, const std::string& value) {
  int count = 0;
  for (auto& object : file.getAllObjects()) {
    if (object.isDictionary() && object.getKey(key).isNameAndEquals(value)) {
      ++count;
    }
  }
  return count;
}

class Opened {
 public:
  explicit Opened(std::string bytes) : bytes_(std::move(bytes)) {
    file.processMemoryFile("test", bytes_.data(), bytes_.size());
  }
  QPDFObjectHandle catalog() { return file.getRoot(); }
  QPDF file;

 private:
  std::string bytes_;
};

TEST(Write, LetterFollowsEveryRule) { EXPECT_EQ(faults(written(sample::letter())), ""); }

TEST(Write, CompactLetterFollowsEveryRuleAndIsSmaller) {
  pdf::Options options;
  options.compact = true;
  const auto plain = written(sample::letter()), compact = written(sample::letter(), options);
  EXPECT_EQ(faults(compact), "");
  EXPECT_LT(compact.size(), plain.size());
  EXPECT_EQ(pdf::extract_text(compact), pdf::extract_text(plain));
  EXPECT_EQ(compact, written(sample::letter(), options));
}

TEST(Write, TextReadsBackInTheOrderOfTheStructure) {
  EXPECT_EQ(pdf::extract_text(written(sample::letter())),
            "Plainte pour menaces\n"
            "Une vérification officielle, le 12 mars 2026 : « œuvre » à 1 250 €, AVATAR.\n"
            "• \npremier\n• \nsecond\n"
            "Ce paragraphe commence ici et finit à la page suivante.\n"
            "Dépenses\nNature\nMontant\nAffiches\n120,00 €\n"
            "Voir le codeVoir le titre\n");
}

TEST(Write, SamePagesSameBytes) {
  const auto first = written(sample::letter());
  EXPECT_EQ(first, written(sample::letter()));
  // The identifier follows the content.
  auto other = sample::letter();
  other.metadata.title += "s";
  Opened one(first), two(written(other));
  const auto identifier = [](Opened& opened) {
    return opened.file.getTrailer().getKey("/ID").getArrayItem(0).getStringValue();
  };
  EXPECT_EQ(identifier(one).size(), 16U);
  EXPECT_NE(identifier(one), identifier(two));
}

TEST(Write, NoDateUnlessOneIsGiven) {
  auto pages = sample::letter();
  Opened dated(written(pages));
  EXPECT_EQ(dated.file.getTrailer().getKey("/Info").getKey("/CreationDate").getStringValue(),
            "D:20260314");
  pages.metadata.date.clear();
  const auto bytes = written(pages);
  EXPECT_EQ(bytes.find("Date"), std::string::npos);
  EXPECT_EQ(bytes.find("D:"), std::string::npos);
}

TEST(Write, TitleIsReadBackWhateverItsCharacters) {
  for (const std::string title : {"ASCII", "été d’œuvre – 5 €", "\u202Ffine", "Łukasz", "þÿ piège",
                                  "ï»¿piège", "😀 (a\\b) <c> & \"d\"", "\u00AD\u00A0"}) {
    auto pages = sample::letter();
    pages.metadata.title = title;
    pages.outline[0].title = title;
    Opened opened(written(pages));
    EXPECT_EQ(opened.file.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value(), title);
    EXPECT_EQ(opened.catalog().getKey("/Outlines").getKey("/First").getKey("/Title").getUTF8Value(),
              title);
  }
}

TEST(Write, MetadataIsEscapedXml) {
  auto pages = sample::letter();
  pages.metadata.title = "A & B <é>";
  const auto bytes = written(pages);
  EXPECT_NE(bytes.find("A &amp; B &lt;é&gt;</rdf:li>"), std::string::npos);
  EXPECT_EQ(bytes.find("pdfuaid"), std::string::npos);
  pdf::Options options;
  options.claims_pdf_ua = true;
  EXPECT_NE(written(pages, options).find("<pdfuaid:part>1</pdfuaid:part>"), std::string::npos);
}

TEST(Write, OneGlyphWithTwoTextsKeepsBoth) {
  sample::Builder builder;
  const auto paragraph = builder.element(0, Role::paragraph);
  builder.text(paragraph, "a b");
  auto& glyphs = builder.pages.pages[0].contents[0].glyphs[0].glyphs.edit();
  glyphs.push_back(glyphs[1]);  // the same drawing, for a no-break space
  glyphs.back().text = "\u00A0";
  glyphs.push_back(glyphs[2]);
  glyphs.push_back(glyphs[0]);
  glyphs.back().text = "\u00AD";  // a hyphen would be so
  glyphs.push_back(glyphs[0]);
  EXPECT_EQ(pdf::extract_text(written(builder.pages)), "a b\u00A0ba\n");
}

TEST(Write, MarksWithoutTextShareThoseOfTheirCluster) {
  sample::Builder builder;
  builder.text(builder.element(0, Role::paragraph), "ab");
  auto& glyphs = builder.pages.pages[0].contents[0].glyphs[0].glyphs.edit();
  glyphs[0].text = "q\u0303";  // the letter and its tilde, drawn by two glyphs
  glyphs[1].text = {};
  const auto bytes = written(builder.pages);
  EXPECT_EQ(pdf::extract_text(bytes), "q\u0303\n");
  EXPECT_EQ(faults(bytes), "");
}

TEST(Write, TextFromRightToLeftReadsBackInItsOrder) {
  sample::Builder builder;
  const auto paragraph = builder.element(0, Role::paragraph);
  const auto hebrew = sample::font("noto/NotoSansHebrew-Regular.ttf");
  auto run = sample::line(*hebrew, points(11), points(72), points(90), "שלום");
  run.right_to_left = true;
  ASSERT_EQ(run.glyphs.size(), 4U);
  constexpr std::array<const char*, 4> from_left{"ם", "ו", "ל", "ש"};
  for (std::size_t i = 0; i < 4; ++i) run.glyphs.edit()[i].text = from_left[i];
  builder.content(paragraph).glyphs.push_back(run);
  builder.pages.fonts.push_back(hebrew);
  const std::string bytes = written(builder.pages);
  EXPECT_EQ(pdf::extract_text(bytes), "שלום\n");
  EXPECT_EQ(faults(bytes), "");
}

TEST(Write, ThousandsOfElementsAndLinksStayWithinTheLimitsOfReaders) {
  sample::Builder builder;
  constexpr int many = 40'000;  // more than libharu's arrays hold
  for (int index = 0; index < many; ++index) {
    builder.element(0, Role::paragraph);
  }
  constexpr int pages = 700;  // more than one leaf of the parent tree
  for (int index = 0; index < pages; ++index) {
    builder.text(builder.element(0, Role::paragraph), "Mot");
    builder.link(builder.element(0, Role::paragraph), "lien", "https://exemple.fr/");
    if (index + 1 < pages) {
      builder.add_page(std::to_string(index + 2));
    }
  }
  const auto bytes = written(builder.pages);
  Opened opened(bytes);
  auto root = opened.catalog().getKey("/StructTreeRoot");
  auto kids = root.getKey("/K").getKey("/K");
  int elements = 0;
  for (auto& division : kids.getArrayAsVector()) {
    EXPECT_EQ(division.getKey("/S").getName(), "/Div");
    EXPECT_LE(division.getKey("/K").getArrayNItems(), 4095);
    elements += division.getKey("/K").getArrayNItems();
  }
  EXPECT_EQ(elements, many + 2 * pages);
  EXPECT_GT(root.getKey("/ParentTree").getKey("/Kids").getArrayNItems(), 1);
  EXPECT_EQ(root.getKey("/ParentTreeNextKey").getIntValue(), 2 * pages);
  EXPECT_EQ(pdf::extract_words(bytes).size(), 2U * pages);
  for (const auto* rule : {"correspondance", "annotations-reliees", "arbre-sain"}) {
    EXPECT_EQ(pdf::inspect(bytes).find(rule)->outcome, pdf::Outcome::passed) << rule;
  }
}

TEST(Write, StructureOfAParagraphOverTwoPagesNamesBoth) {
  Opened opened(written(sample::letter()));
  auto kids = opened.catalog().getKey("/StructTreeRoot").getKey("/K").getKey("/K");
  auto paragraph = kids.getArrayItem(4);
  EXPECT_EQ(paragraph.getKey("/S").getName(), "/P");
  const auto pages = opened.file.getAllPages();
  EXPECT_EQ(paragraph.getKey("/Pg").getObjGen(), pages[0].getObjGen());
  EXPECT_TRUE(paragraph.getKey("/K").getArrayItem(0).isInteger());
  auto second = paragraph.getKey("/K").getArrayItem(1);
  EXPECT_EQ(second.getKey("/Type").getName(), "/MCR");
  EXPECT_EQ(second.getKey("/Pg").getObjGen(), pages[1].getObjGen());
  EXPECT_EQ(second.getKey("/MCID").getIntValue(), 0);
}

TEST(Write, AttributesOfListsTablesAndFigures) {
  auto pages = sample::letter();
  for (auto& element : pages.structure) {
    if (element.role == Role::list) {
      element.numbered_list = true;
    }
    if (element.role == Role::table_data_cell) {
      element.column_span = 1;
    }
  }
  Opened opened(written(pages));
  EXPECT_EQ(objects_of(opened.file, "/S", "/TH"), 2);
  auto kids = opened.catalog().getKey("/StructTreeRoot").getKey("/K").getKey("/K");
  EXPECT_EQ(kids.getArrayItem(2).getKey("/A").getKey("/ListNumbering").getName(), "/Decimal");
  auto figure = kids.getArrayItem(3);
  EXPECT_EQ(figure.getKey("/Alt").getUTF8Value(), "Frise : dépôt le 14 mars, échéance le 19 mars");
  EXPECT_EQ(figure.getKey("/A").getKey("/BBox").getArrayNItems(), 4);
}

TEST(Write, PageLabelsFollowTheLabelsOfThePages) {
  sample::Builder builder;
  builder.pages.pages[0].label = "i";
  for (const std::string label : {"ii", "iii", "1", "2", "Annexe", "X", "XI"}) {
    builder.add_page(label);
  }
  builder.element(0, Role::paragraph);
  Opened opened(written(builder.pages));
  QPDFPageLabelDocumentHelper labels(opened.file);
  const auto style = [&](int page) { return labels.getLabelForPage(page); };
  EXPECT_EQ(style(2).getKey("/S").getName(), "/r");
  EXPECT_EQ(style(2).getKey("/St").getIntValue(), 3);
  EXPECT_EQ(style(4).getKey("/S").getName(), "/D");
  EXPECT_EQ(style(4).getKey("/St").getIntValue(), 2);
  EXPECT_EQ(style(5).getKey("/P").getUTF8Value(), "Annexe");
  EXPECT_EQ(style(7).getKey("/S").getName(), "/R");
  EXPECT_EQ(style(7).getKey("/St").getIntValue(), 11);
}

TEST(Write, OutlineIsNestedByLevelEvenWhenOneIsSkipped) {
  auto pages = sample::letter();
  pages.outline = {{1, "un", 0, 0}, {3, "un.un", 0, 0}, {2, "un.deux", 1, 0}, {1, "deux", 1, 0}};
  Opened opened(written(pages));
  auto root = opened.catalog().getKey("/Outlines");
  EXPECT_EQ(root.getKey("/Count").getIntValue(), 2);
  auto first = root.getKey("/First");
  EXPECT_EQ(first.getKey("/First").getKey("/Title").getUTF8Value(), "un.un");
  EXPECT_EQ(first.getKey("/First").getKey("/Next").getKey("/Title").getUTF8Value(), "un.deux");
  EXPECT_EQ(first.getKey("/Last").getKey("/Title").getUTF8Value(), "un.deux");
  EXPECT_EQ(first.getKey("/Count").getIntValue(), -2);
  EXPECT_EQ(root.getKey("/Last").getKey("/Prev").getObjGen(), first.getObjGen());
  EXPECT_TRUE(first.getKey("/Dest").getArrayItem(4).isNull());  // the zoom is left as it is
}

TEST(Write, LinkOverTwoLinesIsTwoAreasOfOneElement) {
  auto pages = sample::letter();
  auto& link = pages.pages[1].links[0];
  link.areas.push_back({points(72), points(300), points(50), points(14)});
  const auto bytes = written(pages);
  EXPECT_EQ(faults(bytes), "");
  Opened opened(bytes);
  EXPECT_EQ(objects_of(opened.file, "/Subtype", "/Link"), 3);
  EXPECT_EQ(objects_of(opened.file, "/S", "/Link"), 2);
}

TEST(Write, AddressesAreAscii) {
  const auto bytes = written(sample::letter());
  EXPECT_NE(bytes.find("(https://www.legifrance.gouv.fr/%C3%A9)"), std::string::npos);
}

TEST(Write, AttachmentIsCarriedOnlyOnRequest) {
  EXPECT_EQ(written(sample::letter()).find("EmbeddedFile"), std::string::npos);
  pdf::Options options;
  options.attachment = {"lettre é.yaml", "application/yaml", "Le dossier", "faits:\n  lieu: x\n"};
  const auto bytes = written(sample::letter(), options);
  EXPECT_EQ(faults(bytes), "");
  Opened opened(bytes);
  auto names = opened.catalog().getKey("/Names").getKey("/EmbeddedFiles").getKey("/Names");
  auto file = names.getArrayItem(1);
  EXPECT_EQ(file.getKey("/UF").getUTF8Value(), "lettre é.yaml");
  const auto data = file.getKey("/EF").getKey("/F").getStreamData();
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()),
            options.attachment->content);
}

TEST(Write, GlyphsStandWhereTheyShould) {
  // A justified line: the space is wider than in the font. The next glyph starts where the sum of
  // the advances says, to 0.02 pt.
  sample::Builder builder;
  builder.text(builder.element(0, Role::paragraph), "a b", points(10));
  auto& glyphs = builder.pages.pages[0].contents[0].glyphs[0].glyphs.edit();
  glyphs[1].advance += 5000;  // 5 pt at 10 pt: half the size
  Opened opened(written(builder.pages));
  auto page = opened.file.getAllPages()[0];
  const auto data = page.getKey("/Contents").getStreamData();
  const std::string content(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  EXPECT_NE(content.find(")-500("), std::string::npos) << content;
  EXPECT_EQ(page.getKey("/MediaBox").unparse(), "[ 0 0 595.276 841.89 ]");
}

TEST(Write, BrokenContractsAreToldAndNothingIsWritten) {
  const auto refused = [](const typeset::Pages& pages) {
    base::Diagnostics diagnostics;
    const auto bytes = pdf::write(pages, {}, diagnostics);
    EXPECT_EQ(diagnostics.exit_status(), base::exit_status(base::Kind::internal));
    return bytes.empty() && diagnostics.has_errors();
  };
  EXPECT_TRUE(refused({}));
  auto pages = sample::letter();
  pages.structure[0].children.push_back(pages.structure[0].children[0]);  // two parents
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.structure[1].children.clear();  // its content is lost
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.structure.push_back({});  // an element that nothing holds
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.structure.push_back({});
  pages.structure.push_back({});  // two elements that hold each other
  const auto last = pages.structure.size() - 1;
  pages.structure[last].children.push_back({typeset::Child::Kind::element, last - 1, 0, 0});
  pages.structure[last - 1].children.push_back({typeset::Child::Kind::element, last, 0, 0});
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.pages[0].contents[0].glyphs[0].glyphs.edit()[0].id = 0;
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.pages[0].contents[0].glyphs[0].glyphs.edit()[0].id = 60'000;
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.pages[0].contents[0].glyphs[0].size = 0;
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.pages[0].height = 0;
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.structure[0].role = Role::paragraph;
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.pages[1].links[1].destination = "inconnue";
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.pages[1].links[0].address = "javascript:alert(1)";
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.metadata.title = "deux\nlignes";
  EXPECT_TRUE(refused(pages));
  pages = sample::letter();
  pages.metadata.date = "14/03/2026";
  EXPECT_TRUE(refused(pages));
}

TEST(Write, LetterIsSmall) {
  // Two fonts, two pages: far below the 20 kB that the project allows itself.
  EXPECT_LT(written(sample::letter()).size(), 16'000U);
}

}  // namespace
