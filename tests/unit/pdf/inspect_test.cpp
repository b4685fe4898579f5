#include "pdf/inspect.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "changed_letter.hpp"

namespace {

using sample::changed;
using sample::descendant;
using sample::element;
using sample::failed_rules;
using sample::font;
using sample::good_letter;
using sample::link;
using sample::Object;
using sample::page_of;
using sample::replace_in_content;

struct Corruption {
  const char* rule;
  std::function<void(QPDF&)> change;
};
void PrintTo(const Corruption& corruption, std::ostream* out) { *out << corruption.rule; }

class Inspect : public testing::TestWithParam<Corruption> {};

TEST_P(Inspect, FindsTheCorruption) {
  EXPECT_THAT(failed_rules(changed(GetParam().change)), testing::Contains(GetParam().rule));
}

const Corruption corruptions[] = {
    {"balise", [](QPDF& file) { file.getRoot().removeKey("/MarkInfo"); }},
    {"balise", [](QPDF& file) { file.getRoot().removeKey("/StructTreeRoot"); }},
    {"langue", [](QPDF& file) { file.getRoot().removeKey("/Lang"); }},
    {"langue",
     [](QPDF& file) { file.getRoot().replaceKey("/Lang", Object::newString("français")); }},
    {"titre", [](QPDF& file) { file.getRoot().removeKey("/ViewerPreferences"); }},
    {"titre", [](QPDF& file) { file.getRoot().removeKey("/Metadata"); }},
    {"titre",
     [](QPDF& file) {
       file.getRoot()
           .getKey("/Metadata")
           .replaceStreamData("<dc:title><rdf:Alt><rdf:li> </rdf:li></rdf:Alt></dc:title>",
                              Object::newNull(), Object::newNull());
     }},
    {"langue-elements",
     [](QPDF& file) { element(file, "/P").replaceKey("/Lang", Object::newString("x")); }},
    {"scripts",
     [](QPDF& file) {
       file.getRoot().replaceKey("/OpenAction",
                                 Object::parse("<</S/JavaScript/JS(app.alert(1))>>"));
     }},
    {"xfa",
     [](QPDF& file) { file.getRoot().replaceKey("/AcroForm", Object::parse("<</XFA()>>")); }},
    {"signets",
     [](QPDF& file) { file.getRoot().getKey("/Outlines").getKey("/First").removeKey("/Title"); }},
    {"signets",
     [](QPDF& file) {
       auto first = file.getRoot().getKey("/Outlines").getKey("/First");
       first.replaceKey("/Next", first);
     }},
    {"numeros-de-page",
     [](QPDF& file) { file.getRoot().replaceKey("/PageLabels", Object::newDictionary()); }},
    {"contenu-lisible",
     [](QPDF& file) { page_of(file, 0).replaceKey("/Contents", Object::newInteger(3)); }},
    {"contenu-marque", [](QPDF& file) { replace_in_content(file, 0, "BT\n", "EMC BT\n"); }},
    {"contenu-marque",
     [](QPDF& file) { replace_in_content(file, 0, "/H1<</MCID 0>>BDC", "/H1 BMC"); }},
    {"marques-equilibrees", [](QPDF& file) { replace_in_content(file, 0, "EMC\n", ""); }},
    {"marques-equilibrees", [](QPDF& file) { replace_in_content(file, 1, "ET\n", "ET EMC\n"); }},
    {"marques-separees",
     [](QPDF& file) { replace_in_content(file, 0, "BT\n", "/Artifact BMC BT\n"); }},
    {"marques-a-plat",
     [](QPDF& file) { replace_in_content(file, 0, "BT\n", "/P<</MCID 1>>BDC EMC BT\n"); }},
    {"correspondance",
     [](QPDF& file) { file.getRoot().getKey("/StructTreeRoot").removeKey("/ParentTree"); }},
    {"correspondance", [](QPDF& file) { page_of(file, 0).removeKey("/StructParents"); }},
    {"correspondance", [](QPDF& file) { element(file, "/H1").removeKey("/K"); }},
    {"correspondance",
     [](QPDF& file) { element(file, "/H1").replaceKey("/K", Object::newInteger(500)); }},
    {"correspondance", [](QPDF& file) { replace_in_content(file, 0, "MCID 0", "MCID 1"); }},
    {"types-connus",
     [](QPDF& file) { element(file, "/P").replaceKey("/S", Object::newName("/Paragraphe")); }},
    {"types-connus",
     [](QPDF& file) {
       file.getRoot().getKey("/StructTreeRoot").replaceKey("/RoleMap", Object::parse("<</P/H1>>"));
     }},
    {"types-connus",
     [](QPDF& file) {
       element(file, "/P").replaceKey("/S", Object::newName("/A"));
       file.getRoot()
           .getKey("/StructTreeRoot")
           .replaceKey("/RoleMap", Object::parse("<</A/B/B/A>>"));
     }},
    {"arbre-sain",
     [](QPDF& file) {
       auto heading = element(file, "/H1");
       element(file, "/L").getKey("/K").appendItem(heading);
     }},
    {"arbre-sain",
     [](QPDF& file) {
       auto list = element(file, "/L");
       element(file, "/LI").replaceKey("/K", list);
     }},
    {"titres", [](QPDF& file) { element(file, "/H1").replaceKey("/S", Object::newName("/H2")); }},
    {"titres", [](QPDF& file) { element(file, "/P").replaceKey("/S", Object::newName("/H3")); }},
    {"titres", [](QPDF& file) { element(file, "/P").replaceKey("/S", Object::newName("/H")); }},
    {"titres-non-vides", [](QPDF& file) { element(file, "/H1").removeKey("/K"); }},
    {"figures-alternative", [](QPDF& file) { element(file, "/Figure").removeKey("/Alt"); }},
    {"listes", [](QPDF& file) { element(file, "/LI").replaceKey("/S", Object::newName("/P")); }},
    {"listes", [](QPDF& file) { element(file, "/L").replaceKey("/S", Object::newName("/Div")); }},
    {"listes", [](QPDF& file) { element(file, "/Lbl").replaceKey("/S", Object::newName("/P")); }},
    {"table-des-matieres",
     [](QPDF& file) { element(file, "/P").replaceKey("/S", Object::newName("/TOCI")); }},
    {"notes", [](QPDF& file) { element(file, "/P").replaceKey("/S", Object::newName("/Note")); }},
    {"notes",
     [](QPDF& file) {
       element(file, "/P").replaceKey("/ID", Object::newString("a"));
       element(file, "/H1").replaceKey("/ID", Object::newString("a"));
     }},
    {"tableaux-structure",
     [](QPDF& file) { element(file, "/TR").replaceKey("/S", Object::newName("/P")); }},
    {"tableaux-structure",
     [](QPDF& file) { element(file, "/Table").replaceKey("/S", Object::newName("/Sect")); }},
    {"tableaux-reguliers",
     [](QPDF& file) { element(file, "/TD").replaceKey("/A", Object::parse("<</ColSpan 2>>")); }},
    {"tableaux-entetes", [](QPDF& file) { element(file, "/TH").removeKey("/A"); }},
    {"annotations-decrites", [](QPDF& file) { link(file).removeKey("/Contents"); }},
    {"annotations-balisees",
     [](QPDF& file) { element(file, "/Link").replaceKey("/K", Object::newArray()); }},
    {"annotations-balisees",
     [](QPDF& file) { element(file, "/Link").replaceKey("/S", Object::newName("/Span")); }},
    {"annotations-reliees", [](QPDF& file) { link(file).removeKey("/StructParent"); }},
    {"liens",
     [](QPDF& file) {
       link(file).getKey("/A").replaceKey("/URI", Object::newString("javascript:alert(1)"));
     }},
    {"liens", [](QPDF& file) { link(file).removeKey("/A"); }},
    {"ordre-de-tabulation", [](QPDF& file) { page_of(file, 1).removeKey("/Tabs"); }},
    {"polices-incorporees",
     [](QPDF& file) { descendant(file).getKey("/FontDescriptor").removeKey("/FontFile2"); }},
    {"polices-lisibles", [](QPDF& file) { descendant(file).removeKey("/CIDToGIDMap"); }},
    {"calques",
     [](QPDF& file) {
       file.getRoot().replaceKey("/OCProperties", Object::parse("<</OCGs[]/D<<>>>>"));
     }},
    {"calques",
     [](QPDF& file) {
       file.getRoot().replaceKey("/OCProperties",
                                 Object::parse("<</OCGs[]/D<</Name(x)/AS[<<>>]>>>>"));
     }},
    {"pieces-jointes",
     [](QPDF& file) {
       file.getRoot().replaceKey(
           "/Names", Object::parse("<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a)>>]>>>>"));
     }},
    {"texte-extrait", [](QPDF& file) { font(file).removeKey("/ToUnicode"); }},
    {"texte-extrait",
     [](QPDF& file) {
       font(file)
           .getKey("/ToUnicode")
           .replaceStreamData(
               "1 beginbfrange <0000> <FFFF> <0000> endbfrange 1 beginbfchar <0001> <FEFF> "
               "endbfchar",
               Object::newNull(), Object::newNull());
     }},
    {"glyphes-presents",
     [](QPDF& file) {
       auto map = descendant(file).getKey("/CIDToGIDMap");
       map.replaceStreamData(std::string("\0\0\0\0\0\5", 6), Object::newNull(), Object::newNull());
     }},
    {"declaration",
     [](QPDF& file) {
       file.getRoot()
           .getKey("/Metadata")
           .replaceStreamData(
               "<dc:title><rdf:li>T</rdf:li></dc:title><pdfuaid:part>1</pdfuaid:part>",
               Object::newNull(), Object::newNull());
       file.getRoot().removeKey("/Lang");
     }},
};
INSTANTIATE_TEST_SUITE_P(Each, Inspect, testing::ValuesIn(corruptions));

TEST(InspectLetter, AnUnchangedCopyFollowsEveryRule) {
  EXPECT_THAT(failed_rules(changed([](QPDF&) {})), testing::IsEmpty());
}

TEST(InspectLetter, EveryRuleOfStructureApplies) {
  const auto report = pdf::inspect(good_letter());
  EXPECT_TRUE(report.passed());
  for (const auto* rule :
       {"balise", "langue", "titre", "contenu-marque", "correspondance", "titres", "listes",
        "figures-alternative", "tableaux-entetes", "annotations-balisees", "annotations-connues",
        "polices-incorporees", "polices-lisibles", "polices-largeurs", "texte-extrait",
        "glyphes-presents", "signets", "numeros-de-page"}) {
    ASSERT_NE(report.find(rule), nullptr) << rule;
    EXPECT_EQ(report.find(rule)->outcome, pdf::Outcome::passed) << rule;
  }
  EXPECT_EQ(report.find("chiffrement")->outcome, pdf::Outcome::not_applicable);
  EXPECT_EQ(report.find("inconnue"), nullptr);
}

TEST(InspectLetter, ALongDocumentNeedsAnOutline) {
  pdf::InspectOptions options;
  options.outline_beyond = 1;
  const auto bytes = changed([](QPDF& file) {
    file.getRoot().removeKey("/Outlines");
    file.getRoot().removeKey("/PageLabels");
  });
  EXPECT_EQ(pdf::inspect(bytes).find("signets")->outcome, pdf::Outcome::not_applicable);
  EXPECT_EQ(pdf::inspect(bytes, options).find("signets")->outcome, pdf::Outcome::failed);
  EXPECT_EQ(pdf::inspect(bytes, options).find("numeros-de-page")->outcome, pdf::Outcome::failed);
}

TEST(InspectLetter, AFaultNamesItsPage) {
  const auto bytes = changed(
      [](QPDF& file) { replace_in_content(file, 1, "/Artifact<</Type/Pagination>>BDC", ""); });
  const auto report = pdf::inspect(bytes);
  const auto* finding = report.find("contenu-marque");
  ASSERT_EQ(finding->details.size(), 1U);
  EXPECT_TRUE(finding->details[0].starts_with("page 2 : ")) << finding->details[0];
}

TEST(InspectLetter, AnEncryptedFileThatLetsReadIsAccepted) {
  const auto encrypted = [](bool accessibility) {
    QPDF file;
    file.processMemoryFile("letter", good_letter().data(), good_letter().size());
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setStaticAesIV(true);
    writer.setR3EncryptionParametersInsecure("", "owner", accessibility, accessibility, true, true,
                                             true, true, qpdf_r3p_full);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  };
  EXPECT_EQ(pdf::inspect(encrypted(true)).find("chiffrement")->outcome, pdf::Outcome::passed);
  EXPECT_EQ(pdf::inspect(encrypted(false)).find("chiffrement")->outcome, pdf::Outcome::failed);
}

TEST(ExtractWords, CutsAtEverySpaceAndDropsSoftHyphens) {
  sample::Builder builder;
  const auto paragraph = builder.element(0, sample::Role::paragraph);
  builder.text(paragraph, "Le préju-");
  auto& glyphs = builder.pages.pages[0].contents[0].glyphs[0].glyphs.edit();
  glyphs.back().text = "\u00AD";
  builder.text(paragraph, "dice : 1\u202F250\u00A0€");
  base::Diagnostics diagnostics;
  const auto bytes = pdf::write(builder.pages, {}, diagnostics);
  EXPECT_THAT(pdf::extract_words(bytes),
              testing::ElementsAre("Le", "préjudice", ":", "1", "250", "€"));
}

TEST(ExtractWords, PutsNotesLastForTheOtherFormats) {
  sample::Builder builder;
  const auto paragraph = builder.element(0, sample::Role::paragraph);
  builder.text(paragraph, "Un appel");
  builder.text(builder.element(paragraph, sample::Role::reference), "7");
  const auto note = builder.element(paragraph, sample::Role::note);
  builder.pages.structure[note].id = "note-7";
  builder.text(builder.element(note, sample::Role::label), "7. ");
  builder.text(builder.element(note, sample::Role::paragraph), "La note.");
  builder.text(paragraph, " suivi de 7 mots");
  builder.text(builder.element(paragraph, sample::Role::reference), ", page 3");
  base::Diagnostics diagnostics;
  const auto bytes = pdf::write(builder.pages, {}, diagnostics);
  EXPECT_THAT(pdf::extract_words(bytes),
              testing::ElementsAre("Un", "appel7", "7.", "La", "note.", "suivi", "de", "7", "mots,",
                                   "page", "3"));
  EXPECT_THAT(
      pdf::extract_words(bytes, pdf::Extent::common),
      testing::ElementsAre("Un", "appel", "suivi", "de", "7", "mots,", "page", "3", "La", "note."));
}

TEST(ExtractWords, LeavesRunningHeadsOut) {
  const auto text = pdf::extract_text(good_letter());
  EXPECT_EQ(text.find("Page 2"), std::string::npos);
}

}  // namespace
