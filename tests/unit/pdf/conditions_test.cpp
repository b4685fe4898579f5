// Each failure condition of the Matterhorn protocol 1.1 that the inspection knows: a letter spoiled
// in that way only, and the number that must be said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <string>

#include "changed_letter.hpp"

namespace {

using sample::descendant;
using sample::element;
using sample::font;
using sample::link;
using sample::Object;
using sample::page_of;

struct Condition {
  const char* number;
  std::function<void(QPDF&)> spoil;
};
void PrintTo(const Condition& condition, std::ostream* out) { *out << condition.number; }

class Matterhorn : public testing::TestWithParam<Condition> {};

TEST_P(Matterhorn, ConditionIsToldByItsNumber) {
  std::vector<std::string> told;
  for (const auto& finding : pdf::inspect(sample::changed(GetParam().spoil)).findings) {
    if (finding.outcome == pdf::Outcome::failed) {
      told.insert(told.end(), finding.details.begin(), finding.details.end());
    }
  }
  EXPECT_THAT(told, testing::Contains(testing::HasSubstr(GetParam().number)));
}

void rename(QPDF& file, const std::string& from, const std::string& to) {
  element(file, from).replaceKey("/S", Object::newName(to));
}

Object tree(QPDF& file) { return file.getRoot().getKey("/StructTreeRoot"); }
// An annotation of this kind, outside of the structure.
void annotate(QPDF& file, const std::string& entries) {
  page_of(file, 1).getKey("/Annots").appendItem(
      file.makeIndirectObject(Object::parse("<</Type/Annot/Rect[0 0 9 9]" + entries + ">>")));
}

// A form shown so often on the first page, with this content.
void show_form(QPDF& file, int times, const std::string& entries, const std::string& content) {
  auto form = Object::newStream(&file, content);
  form.getDict().replaceKey("/Type", Object::newName("/XObject"));
  form.getDict().replaceKey("/Subtype", Object::newName("/Form"));
  form.getDict().replaceKey("/BBox", Object::parse("[0 0 9 9]"));
  if (!entries.empty()) form.getDict().replaceKey(entries, Object::newDictionary());
  auto resources = page_of(file, 0).getKey("/Parent").getKey("/Resources");
  resources.replaceKey("/XObject", Object::newDictionary());
  resources.getKey("/XObject").replaceKey("/X0", form);
  std::string shown;
  for (int i = 0; i < times; ++i) shown += "/Artifact BMC /X0 Do EMC ";
  page_of(file, 0).addPageContents(Object::newStream(&file, shown), false);
}

// The font as a simple TrueType one, with these entries.
void simple_font(QPDF& file, int flags, const std::string& encoding) {
  auto old = descendant(file).getKey("/FontDescriptor");
  old.replaceKey("/Flags", Object::newInteger(flags));
  auto simple = Object::parse("<</Type/Font/Subtype/TrueType/BaseFont/Essai" + encoding + ">>");
  simple.replaceKey("/FontDescriptor", old);
  simple.replaceKey("/ToUnicode", font(file).getKey("/ToUnicode"));
  file.getRoot().getKey("/Pages").getKey("/Resources").getKey("/Font").replaceKey("/F0", simple);
}

// The font with a character map of its own.
void own_map(QPDF& file, const std::string& information, const std::string& key,
             const std::string& value, const std::string& content) {
  auto map = Object::newStream(&file, content);
  map.getDict().replaceKey("/CIDSystemInfo", Object::parse(information));
  if (!key.empty()) map.getDict().replaceKey(key, Object::parse(value));
  font(file).replaceKey("/Encoding", map);
}
const char* const same = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";

const Condition conditions[] = {
    {"01-003",
     [](QPDF& file) { sample::replace_in_content(file, 0, "BT\n", "/Artifact BMC EMC BT\n"); }},
    {"01-004",
     [](QPDF& file) {
       sample::replace_in_content(file, 0, "/H1<</MCID 0>>BDC",
                                  "/Artifact BMC /H1<</MCID 0>>BDC EMC EMC /Artifact BMC");
     }},
    {"01-005",
     [](QPDF& file) { sample::replace_in_content(file, 0, "/H1<</MCID 0>>BDC", "/H1 BMC"); }},
    {"01-007",
     [](QPDF& file) {
       file.getRoot().replaceKey("/MarkInfo", Object::parse("<</Marked true/Suspects true>>"));
     }},
    {"02-001", [](QPDF& file) { rename(file, "/P", "/Paragraphe"); }},
    {"02-003",
     [](QPDF& file) {
       rename(file, "/P", "/A");
       tree(file).replaceKey("/RoleMap", Object::parse("<</A/B/B/A>>"));
     }},
    {"02-004", [](QPDF& file) { tree(file).replaceKey("/RoleMap", Object::parse("<</P/H1>>")); }},
    {"06-001", [](QPDF& file) { file.getRoot().removeKey("/Metadata"); }},
    {"06-003",
     [](QPDF& file) {
       file.getRoot()
           .getKey("/Metadata")
           .replaceStreamData("<x/>", Object::newNull(), Object::newNull());
     }},
    {"07-001", [](QPDF& file) { file.getRoot().removeKey("/ViewerPreferences"); }},
    {"07-002",
     [](QPDF& file) {
       file.getRoot().replaceKey("/ViewerPreferences", Object::parse("<</DisplayDocTitle false>>"));
     }},
    {"09-004", [](QPDF& file) { rename(file, "/TR", "/P"); }},
    {"09-005", [](QPDF& file) { rename(file, "/LI", "/P"); }},
    {"09-006", [](QPDF& file) { rename(file, "/P", "/TOCI"); }},
    {"09-007", [](QPDF& file) { rename(file, "/P", "/RB"); }},
    {"09-008", [](QPDF& file) { rename(file, "/P", "/WT"); }},
    {"10-001", [](QPDF& file) { font(file).removeKey("/ToUnicode"); }},
    {"11-006", [](QPDF& file) { file.getRoot().removeKey("/Lang"); }},
    {"13-004", [](QPDF& file) { element(file, "/Figure").removeKey("/Alt"); }},
    {"14-002", [](QPDF& file) { rename(file, "/H1", "/H2"); }},
    {"14-003", [](QPDF& file) { rename(file, "/P", "/H3"); }},
    {"14-006",
     [](QPDF& file) {
       rename(file, "/H1", "/H");
       rename(file, "/P", "/H");
     }},
    {"14-007", [](QPDF& file) { rename(file, "/P", "/H"); }},
    {"15-003", [](QPDF& file) { element(file, "/TH").removeKey("/A"); }},
    {"17-002",
     [](QPDF& file) {
       element(file, "/Figure").removeKey("/Alt");
       rename(file, "/Figure", "/Formula");
     }},
    {"19-003", [](QPDF& file) { rename(file, "/P", "/Note"); }},
    {"19-004",
     [](QPDF& file) {
       element(file, "/P").replaceKey("/ID", Object::newString("a"));
       element(file, "/H1").replaceKey("/ID", Object::newString("a"));
     }},
    {"20-001",
     [](QPDF& file) {
       file.getRoot().replaceKey("/OCProperties",
                                 Object::parse("<</OCGs[]/D<</Name(x)>>/Configs[<<>>]>>"));
     }},
    {"20-002",
     [](QPDF& file) {
       file.getRoot().replaceKey("/OCProperties", Object::parse("<</OCGs[]/D<<>>>>"));
     }},
    {"20-003",
     [](QPDF& file) {
       file.getRoot().replaceKey("/OCProperties",
                                 Object::parse("<</OCGs[]/D<</Name(x)/AS[<<>>]>>>>"));
     }},
    {"21-001",
     [](QPDF& file) {
       file.getRoot().replaceKey(
           "/Names", Object::parse("<</EmbeddedFiles<</Kids[<</Names[(a)<</F(a)>>]>>]>>>>"));
     }},
    {"25-001",
     [](QPDF& file) { file.getRoot().replaceKey("/AcroForm", Object::parse("<</XFA()>>")); }},
    {"28-002", [](QPDF& file) { annotate(file, "/Subtype/Text/Contents(x)"); }},
    {"28-004", [](QPDF& file) { annotate(file, "/Subtype/Text"); }},
    {"28-005", [](QPDF& file) { annotate(file, "/Subtype/Widget"); }},
    {"28-006", [](QPDF& file) { annotate(file, "/Subtype/Etrange"); }},
    {"28-007", [](QPDF& file) { annotate(file, "/Subtype/TrapNet"); }},
    {"28-008", [](QPDF& file) { page_of(file, 1).removeKey("/Tabs"); }},
    {"28-009", [](QPDF& file) { page_of(file, 1).replaceKey("/Tabs", Object::newName("/R")); }},
    {"28-010", [](QPDF& file) { annotate(file, "/Subtype/Widget/TU(x)"); }},
    {"28-011", [](QPDF& file) { rename(file, "/Link", "/Span"); }},
    {"28-012", [](QPDF& file) { link(file).removeKey("/Contents"); }},
    {"28-014",
     [](QPDF& file) { annotate(file, "/Subtype/Screen/A<</S/Rendition/R<</C<</Alt[]>>>>>>"); }},
    {"28-015",
     [](QPDF& file) { annotate(file, "/Subtype/Screen/A<</S/Rendition/R<</C<</CT(x)>>>>>>"); }},
    {"28-016", [](QPDF& file) { annotate(file, "/Subtype/FileAttachment/FS<</F(x)>>"); }},
    {"28-017",
     [](QPDF& file) { link(file).replaceKey("/Subtype", Object::newName("/PrinterMark")); }},
    {"30-001", [](QPDF& file) { show_form(file, 1, "/Ref", "0 0 1 1 re f"); }},
    {"30-002", [](QPDF& file) { show_form(file, 2, "", "/P<</MCID 0>>BDC EMC"); }},
    {"31-001",
     [](QPDF& file) {
       own_map(file, "<</Registry(A)/Ordering(Identity)/Supplement 0>>", "", "", "");
     }},
    {"31-002",
     [](QPDF& file) {
       own_map(file, "<</Registry(Adobe)/Ordering(B)/Supplement 0>>", "", "", "");
     }},
    {"31-003",
     [](QPDF& file) {
       own_map(file, same, "", "", "");
       descendant(file).replaceKey(
           "/CIDSystemInfo", Object::parse("<</Registry(Adobe)/Ordering(Identity)/Supplement 3>>"));
     }},
    {"31-004",
     [](QPDF& file) { descendant(file).replaceKey("/CIDToGIDMap", Object::newName("/Autre")); }},
    {"31-005", [](QPDF& file) { descendant(file).removeKey("/CIDToGIDMap"); }},
    {"31-006",
     [](QPDF& file) { font(file).replaceKey("/Encoding", Object::newName("/Inconnue-H")); }},
    {"31-007", [](QPDF& file) { own_map(file, same, "/WMode", "1", "/WMode 0 def"); }},
    {"31-008", [](QPDF& file) { own_map(file, same, "/UseCMap", "/Inconnue-H", ""); }},
    {"31-009",
     [](QPDF& file) { descendant(file).getKey("/FontDescriptor").removeKey("/FontFile2"); }},
    {"31-011",
     [](QPDF& file) {
       std::string map;
       for (int i = 0; i < 500; ++i) map += "\x7F\x7F";
       descendant(file)
           .getKey("/CIDToGIDMap")
           .replaceStreamData(map, Object::newNull(), Object::newNull());
     }},
    {"31-016",
     [](QPDF& file) { descendant(file).replaceKey("/W", Object::parse("[0 9999 [1]]")); }},
    {"31-016", [](QPDF& file) { descendant(file).replaceKey("/W", Object::parse("[0 9999 1]")); }},
    {"31-017", [](QPDF& file) { simple_font(file, 32, "/Encoding/WinAnsiEncoding"); }},
    {"31-019", [](QPDF& file) { simple_font(file, 32, ""); }},
    {"31-020", [](QPDF& file) { simple_font(file, 32, "/Encoding<</Differences[1/a]>>"); }},
    {"31-021", [](QPDF& file) { simple_font(file, 32, "/Encoding/MacExpertEncoding"); }},
    {"31-023",
     [](QPDF& file) {
       simple_font(file, 32, "/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/a]>>");
     }},
    {"31-024", [](QPDF& file) { simple_font(file, 4, "/Encoding/WinAnsiEncoding"); }},
    {"31-025", [](QPDF& file) { simple_font(file, 4, ""); }},
    {"31-027", [](QPDF& file) { font(file).removeKey("/ToUnicode"); }},
    {"31-028",
     [](QPDF& file) {
       font(file)
           .getKey("/ToUnicode")
           .replaceStreamData(
               "1 beginbfrange <0000> <FFFF> <0000> endbfrange 1 beginbfchar <0001> <0000> "
               "endbfchar",
               Object::newNull(), Object::newNull());
     }},
    {"31-029",
     [](QPDF& file) {
       font(file)
           .getKey("/ToUnicode")
           .replaceStreamData(
               "1 beginbfrange <0000> <FFFF> <0041> endbfrange 1 beginbfchar <0001> <FEFF> "
               "endbfchar",
               Object::newNull(), Object::newNull());
     }},
    {"31-030",
     [](QPDF& file) {
       descendant(file)
           .getKey("/CIDToGIDMap")
           .replaceStreamData(std::string("\0\0\0\0\0\5", 6), Object::newNull(), Object::newNull());
     }},
};
INSTANTIATE_TEST_SUITE_P(Each, Matterhorn, testing::ValuesIn(conditions));

}  // namespace
