// PDF/A-3: what we write follows our rules, and each broken rule is found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <string>

#include "base/disk.hpp"
#include "base/process.hpp"
#include "changed_letter.hpp"
#include "pdf/attachments.hpp"
#include "pdf/colour_profile.hpp"

namespace {

using sample::link;
using sample::Object;

const std::string case_file = "demandeur:\n  nom: Lefèvre\n";

const std::string& archive(bool compact = false) {
  static const auto make = [](bool gathered) {
    pdf::Options options;
    options.claims_pdf_a = options.claims_pdf_ua = true;
    options.compact = gathered;
    options.attachment = {"dossier élu.yaml", "application/yaml", "Le dossier", case_file};
    base::Diagnostics diagnostics;
    return pdf::write(sample::letter(), options, diagnostics);
  };
  static const std::string plain = make(false), small = make(true);
  return compact ? small : plain;
}

std::string spoiled(const std::function<void(QPDF&)>& change) {
  return sample::changed(archive(), change);
}

TEST(Archive, FollowsEveryRuleCompactOrNot) {
  for (const bool compact : {false, true}) {
    const auto report = pdf::inspect(archive(compact));
    for (const auto& finding : report.findings) {
      EXPECT_NE(finding.outcome, pdf::Outcome::failed) << testing::PrintToString(finding.details);
    }
    for (const auto* rule : {"pdfa-fichier", "pdfa-couleurs", "pdfa-pieces", "pdfa-metadonnees",
                             "pdfa-annotations", "declaration"}) {
      ASSERT_NE(report.find(rule), nullptr) << rule;
      EXPECT_EQ(report.find(rule)->outcome, pdf::Outcome::passed) << rule;
    }
  }
}

TEST(Archive, RulesApplyOnlyToWhatSaysItIsOne) {
  EXPECT_EQ(pdf::inspect(sample::good_letter()).find("pdfa-fichier"), nullptr);
}

TEST(Archive, SourceIsReadBackByteForByte) {
  for (const bool compact : {false, true}) {
    const auto source = pdf::read_source(archive(compact));
    ASSERT_TRUE(source);
    EXPECT_EQ(source->content, case_file);
    EXPECT_EQ(source->name, "dossier élu.yaml");
    EXPECT_EQ(source->media_type, "application/yaml");
  }
  EXPECT_FALSE(pdf::read_source(sample::good_letter()));
  EXPECT_FALSE(pdf::read_source("%PDF-1.7 rien"));
}

TEST(Archive, PopplerDetachesItUnderItsName) {
  const base::TemporaryFolder folder;
  const std::string path = folder.path() + "/lettre.pdf";
  ASSERT_TRUE(base::write_file(path, archive(true), base::Overwrite::refuse));
  const auto list = base::run_process("pdfdetach", {"-list", path}, "", folder.path(), {});
  if (!list.started) GTEST_SKIP() << "pdfdetach is not installed";
  EXPECT_THAT(list.out, testing::HasSubstr("dossier élu.yaml"));
  const auto saved =
      base::run_process("pdfdetach", {"-save", "1", "-o", "lu.yaml", path}, "", folder.path(), {});
  EXPECT_EQ(saved.status, 0) << saved.err;
  EXPECT_EQ(base::read_file(folder.path() + "/lu.yaml"), case_file);
}

TEST(ColourProfile, IsLaidOutAsIccSays) {
  const auto profile = pdf::srgb_profile();
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      value = value * 256 + static_cast<unsigned char>(profile.at(at + i));
    }
    return value;
  };
  EXPECT_EQ(number(0), profile.size());
  EXPECT_LT(profile.size(), 700U);
  EXPECT_EQ(profile.substr(12, 12), "mntrRGB XYZ ");
  const auto tags = number(128);
  EXPECT_EQ(tags, 10U);
  // The three colours sum to the white of profiles, to the rounding of their published values.
  std::size_t sums[3] = {0, 0, 0};
  for (std::size_t tag = 0; tag < tags; ++tag) {
    const auto place = number(132 + tag * 12 + 4), size = number(132 + tag * 12 + 8);
    EXPECT_EQ(place % 4, 0U);
    EXPECT_LE(place + size, profile.size());
    if (profile.substr(132 + tag * 12 + 1, 3) == "XYZ") {
      for (std::size_t axis = 0; axis < 3; ++axis) sums[axis] += number(place + 8 + axis * 4);
    }
  }
  EXPECT_NEAR(static_cast<double>(sums[0]), 0xF6D6, 13);
  EXPECT_NEAR(static_cast<double>(sums[1]), 0x10000, 13);
  EXPECT_NEAR(static_cast<double>(sums[2]), 0xD32D, 13);
}

struct Fault {
  const char* rule;
  const char* clause;
  std::function<void(QPDF&)> change;
};
void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.rule << ' ' << fault.clause; }

class BrokenArchive : public testing::TestWithParam<Fault> {};

TEST_P(BrokenArchive, IsFound) {
  const auto report = pdf::inspect(spoiled(GetParam().change));
  const auto* finding = report.find(GetParam().rule);
  ASSERT_NE(finding, nullptr);
  EXPECT_THAT(finding->details, testing::Contains(testing::HasSubstr(GetParam().clause)));
  // What it says of itself is then wrong too.
  EXPECT_EQ(report.find("declaration")->outcome, pdf::Outcome::failed);
}

Object intent(QPDF& file) { return file.getRoot().getKey("/OutputIntents").getArrayItem(0); }
Object specification(QPDF& file) { return file.getRoot().getKey("/AF").getArrayItem(0); }
void replace_metadata(QPDF& file, const std::string& from, const std::string& to) {
  sample::replace_in(file.getRoot().getKey("/Metadata"), from, to);
}
void add_to_page(QPDF& file, const std::string& key, const std::string& dictionary) {
  sample::page_of(file, 0).replaceKey(key, file.makeIndirectObject(Object::parse(dictionary)));
}

const Fault faults[] = {
    {"pdfa-couleurs", "6.2.3", [](QPDF& file) { file.getRoot().removeKey("/OutputIntents"); }},
    {"pdfa-couleurs", "6.2.3", [](QPDF& file) { intent(file).removeKey("/DestOutputProfile"); }},
    {"pdfa-couleurs", "6.2.3",
     [](QPDF& file) {
       intent(file).getKey("/DestOutputProfile").getDict().replaceKey("/N", Object::newInteger(4));
     }},
    {"pdfa-couleurs", "6.2.4",
     [](QPDF& file) {
       sample::page_of(file, 0).addPageContents(
           Object::newStream(&file, "/Artifact BMC 0 0 0 1 k EMC"), false);
     }},
    {"pdfa-fichier", "6.1.7",
     [](QPDF& file) {
       auto stream = Object::newStream(&file, "x");
       stream.getDict().replaceKey("/F", Object::newString("ailleurs"));
       add_to_page(file, "/PieceInfo", "<<>>");
       sample::page_of(file, 0).getKey("/PieceInfo").replaceKey("/A", stream);
     }},
    {"pdfa-dessin", "6.2.10",
     [](QPDF& file) { add_to_page(file, "/PieceInfo", "<</Type/ExtGState/BM/Etrange>>"); }},
    {"pdfa-dessin", "6.2.5",
     [](QPDF& file) { add_to_page(file, "/PieceInfo", "<</Type/ExtGState/TR/Identity>>"); }},
    {"pdfa-actions", "6.5.1",
     [](QPDF& file) { link(file).replaceKey("/A", Object::parse("<</S/Launch/F(x)>>")); }},
    {"pdfa-actions", "6.5.1",
     [](QPDF& file) {
       file.getRoot().replaceKey("/OpenAction", Object::parse("<</S/Named/N/Imprimer>>"));
     }},
    {"pdfa-actions", "6.5.2",
     [](QPDF& file) { add_to_page(file, "/AA", "<</O<</S/URI/URI(https://x)>>>>"); }},
    {"pdfa-annotations", "6.3.2",
     [](QPDF& file) { link(file).replaceKey("/F", Object::newInteger(2)); }},
    {"pdfa-annotations", "6.3.1",
     [](QPDF& file) { link(file).replaceKey("/Subtype", Object::newName("/Movie")); }},
    {"pdfa-pieces", "AFRelationship",
     [](QPDF& file) { specification(file).removeKey("/AFRelationship"); }},
    {"pdfa-pieces", "(AF)", [](QPDF& file) { file.getRoot().removeKey("/AF"); }},
    {"pdfa-pieces", "Subtype",
     [](QPDF& file) {
       specification(file).getKey("/EF").getKey("/F").getDict().removeKey("/Subtype");
     }},
    {"pdfa-metadonnees", "Title",
     [](QPDF& file) {
       file.getTrailer().getKey("/Info").replaceKey("/Title", Object::newString("Autre"));
     }},
    {"pdfa-metadonnees", "CreationDate",
     [](QPDF& file) { replace_metadata(file, "2026-03-14", "2026-03-15"); }},
    {"pdfa-metadonnees", "pdfaExtension",
     [](QPDF& file) { replace_metadata(file, ">http://www.aiim.org/pdfua/ns/id/<", "><"); }},
    {"pdfa-metadonnees", "6.6.4",
     [](QPDF& file) { replace_metadata(file, "conformance>A<", "conformance>Z<"); }},
    {"pdfa-metadonnees", "6.6.2",
     [](QPDF& file) { replace_metadata(file, "<?xpacket ", "<?xpacket bytes=\"9\" "); }},
    {"pdfa-divers", "6.4",
     [](QPDF& file) {
       file.getRoot().replaceKey("/AcroForm", Object::parse("<</NeedAppearances true>>"));
     }},
    {"pdfa-divers", "6.11",
     [](QPDF& file) { file.getRoot().replaceKey("/Requirements", Object::newArray()); }},
};
INSTANTIATE_TEST_SUITE_P(Each, BrokenArchive, testing::ValuesIn(faults));

TEST(Archive, BytesAroundTheFileAreSeen) {
  const auto fails = [](const std::string& bytes) {
    return pdf::inspect(bytes).find("pdfa-fichier")->outcome == pdf::Outcome::failed;
  };
  EXPECT_FALSE(fails(archive()));
  EXPECT_TRUE(fails(archive() + "suite"));
  EXPECT_TRUE(fails("\n" + archive()));
}

TEST(Archive, AnotherPartThanTheThirdTakesNoFile) {
  const auto bytes = spoiled([](QPDF& file) { replace_metadata(file, "part>3<", "part>1<"); });
  EXPECT_THAT(pdf::inspect(bytes).find("pdfa-pieces")->details,
              testing::Contains(testing::HasSubstr("PDF/A-1")));
}

}  // namespace
