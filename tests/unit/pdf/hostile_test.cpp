// Bytes that no program should write: the inspection must tell, and always return.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "changed_letter.hpp"
#include "pdf/inspect.hpp"

namespace {

using Object = QPDFObjectHandle;
using sample::changed;
using sample::failed_rules;
using sample::good_letter;
using sample::page_of;

TEST(InspectHostile, WhatIsNoPdfIsToldAsSuch) {
  for (const std::string bytes : {"", "%PDF-1.7", "bonjour", "%PDF-1.7\ntrailer<</Root 1 0 R>>"}) {
    const auto report = pdf::inspect(bytes);
    EXPECT_FALSE(report.passed());
    EXPECT_EQ(report.find("fichier-lisible")->outcome, pdf::Outcome::failed);
    EXPECT_EQ(pdf::extract_text(bytes), "");
  }
}

TEST(InspectHostile, TruncatedAndDamagedFilesNeverStopTheInspection) {
  const auto& bytes = good_letter();
  for (std::size_t length = 0; length < bytes.size(); length += 331) {
    EXPECT_FALSE(pdf::inspect(bytes.substr(0, length)).passed()) << length;
  }
  for (std::size_t at = 0; at < bytes.size(); at += 97) {
    auto damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
    static_cast<void>(pdf::inspect(damaged));  // must return
    static_cast<void>(pdf::extract_words(damaged));
  }
}

TEST(InspectHostile, LoopsAndWrongTypesEverywhereAreSurvived) {
  // Each key of each object replaced by something absurd, one at a time.
  QPDF counted;
  counted.processMemoryFile("letter", good_letter().data(), good_letter().size());
  const auto objects = counted.getAllObjects().size();
  for (std::size_t index = 0; index < objects; ++index) {
    const auto bytes = changed([index](QPDF& file) {
      auto object = file.getAllObjects()[index];
      auto dictionary = object.isStream() ? object.getDict() : object;
      if (!dictionary.isDictionary()) {
        return;
      }
      for (const auto& key : dictionary.getKeys()) {
        if (key != "/Type" && key != "/Length" && key != "/Filter" && key != "/Pages" &&
            key != "/Kids" && key != "/Parent" && key != "/Count") {
          dictionary.replaceKey(key, object.isStream() ? Object::newInteger(-7) : object);
        }
      }
    });
    EXPECT_FALSE(pdf::inspect(bytes).findings.empty());
    static_cast<void>(pdf::extract_text(bytes));
  }
}

TEST(InspectHostile, ReversedTextThatHoldsMoreOfItselfIsTurnedOnce) {
  std::string content = "/P <</MCID 0>> BDC BT /F0 9 Tf ";
  for (int depth = 0; depth < 50'000; ++depth) content += "/ReversedChars BMC <00010002> Tj ";
  for (int depth = 0; depth < 50'002; ++depth) content += "EMC ";
  const auto bytes = changed([&content](QPDF& file) {
    page_of(file, 0)
        .getKey("/Contents")
        .replaceStreamData(content, Object::newNull(), Object::newNull());
  });
  EXPECT_FALSE(pdf::inspect(bytes).passed());  // one end too many
  EXPECT_FALSE(pdf::extract_text(bytes).empty());
}

TEST(InspectHostile, DeepMarksAndManyOperandsAreBounded) {
  std::string content;
  for (int depth = 0; depth < 200'000; ++depth) {
    content += "q /Span BMC ";
  }
  content += "[";
  for (int operand = 0; operand < 300'000; ++operand) {
    content += "1 ";
  }
  content += "] TJ";
  const auto bytes = changed([&content](QPDF& file) {
    page_of(file, 0)
        .getKey("/Contents")
        .replaceStreamData(content, Object::newNull(), Object::newNull());
  });
  EXPECT_THAT(failed_rules(bytes), testing::Contains("marques-equilibrees"));
}

TEST(InspectHostile, AFormThatShowsItselfIsReadOnce) {
  const auto bytes = changed([](QPDF& file) {
    auto form = file.makeIndirectObject(Object::newStream(&file, "/X Do"));
    form.getDict().replaceKey("/Subtype", Object::newName("/Form"));
    auto resources = Object::newDictionary();
    resources.replaceKey("/XObject", Object::newDictionary());
    resources.getKey("/XObject").replaceKey("/X", form);
    form.getDict().replaceKey("/Resources", resources);
    auto page = page_of(file, 0);
    page.replaceKey("/Resources", resources);
    page.getKey("/Contents").replaceStreamData("/X Do", Object::newNull(), Object::newNull());
  });
  EXPECT_FALSE(pdf::inspect(bytes).passed());
}

TEST(InspectHostile, ACompressionBombIsNotUnpacked) {
  const auto bytes = changed([](QPDF& file) {
    // 200 MB of spaces, which deflate to some 200 kB when the file is written.
    page_of(file, 0)
        .getKey("/Contents")
        .replaceStreamData(std::string(std::size_t{200} << 20, ' '), Object::newNull(),
                           Object::newNull());
  });
  ASSERT_LT(bytes.size(), 1'000'000U);
  EXPECT_THAT(failed_rules(bytes), testing::Contains("contenu-lisible"));
}

TEST(InspectForms, MarksInsideAFormAreFollowed) {
  // A page of another program: its text stands in a form, unmarked, shown in unmarked content.
  const auto unmarked = changed([](QPDF& file) {
    auto page = page_of(file, 0);
    auto form = file.makeIndirectObject(Object::newStream(&file, "0 0 5 5 re f"));
    form.getDict().replaceKey("/Subtype", Object::newName("/Form"));
    auto resources = Object::newDictionary();
    resources.replaceKey("/XObject", Object::newDictionary());
    resources.getKey("/XObject").replaceKey("/X", form);
    page.replaceKey("/Resources", resources);
    page.getKey("/Contents")
        .replaceStreamData("/Artifact BMC /X Do EMC /X Do", Object::newNull(), Object::newNull());
  });
  const auto report = pdf::inspect(unmarked);
  const auto* finding = report.find("contenu-marque");
  ASSERT_EQ(finding->details.size(), 1U);  // the form shown as an artifact is well marked
  EXPECT_EQ(finding->details[0], "page 1 : 1 tracés ou textes sans marque (01-005)");
}

}  // namespace
