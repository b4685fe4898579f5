#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "document/read.hpp"
#include "document/words.hpp"
#include "documents/examples.hpp"
#include "dossier/condition.hpp"
#include "pdf/inspect.hpp"
#include "support/extracted_words.hpp"

// Every example in every format: the same words in the same order, and a PDF that our inspector,
// which reads it back with another library, finds without fault.
namespace {

using Words = std::vector<std::string>;

Words words_of(const Words& parts) { return document::words(base::join(parts, " ")); }

// The first place where two sequences part, to read a failure without a thousand words.
std::string difference(const Words& expected, const Words& actual) {
  std::size_t at = 0;
  while (at < expected.size() && at < actual.size() && expected[at] == actual[at]) ++at;
  if (at == expected.size() && at == actual.size()) return {};
  const auto around = [&](const Words& words) {
    const std::size_t begin = at < 6 ? 0 : at - 6;
    const std::size_t end = std::min(words.size(), at + 8);
    if (begin >= end) return std::string("(rien)");
    return base::join({words.begin() + static_cast<std::ptrdiff_t>(begin),
                       words.begin() + static_cast<std::ptrdiff_t>(end)},
                      " ");
  };
  return "mot " + std::to_string(at) + " : « " + around(expected) + " » / « " + around(actual) +
         " »";
}

bool is_number(const std::string& word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

// What the layout of a guide adds is left out, from the end: « p. 42 » after a link, then all that
// comes before the document, its cover and contents.
Words without_layout_words(const Words& words, const Words& expected) {
  Words kept;
  std::size_t i = words.size();
  for (std::size_t left = expected.size(); i > 0 && left > 0;) {
    const std::string& word = words[i - 1];
    const bool in_the_text = left > 1 && expected[left - 2] == "p";
    if (i > 1 && is_number(word) && words[i - 2] == "p" && !in_the_text) {
      i -= 2;
    } else {
      kept.push_back(word);
      --i;
      --left;
    }
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

std::string bytes(const document::Document& document, app::Format format, const std::string& source,
                  base::Diagnostics& diagnostics) {
  app::FormatOptions options;
  options.source = source;
  auto made = app::write(examples::engine(), document, format, options, diagnostics);
  EXPECT_TRUE(made) << examples::messages(diagnostics);
  return made.value_or(std::string());
}

class EveryExample : public testing::TestWithParam<examples::Example> {
 protected:
  void SetUp() override {
    const auto prepared =
        app::prepare(examples::engine(), GetParam().document,
                     {GetParam().path, examples::content(GetParam().path)}, {}, diagnostics_);
    ASSERT_TRUE(prepared) << examples::messages(diagnostics_);
    document_ = app::make_document(examples::engine(), *prepared, {}, diagnostics_);
    ASSERT_TRUE(document_) << examples::messages(diagnostics_);
  }

  std::string bytes(app::Format format) {
    return ::bytes(*document_, format, GetParam().path, diagnostics_);
  }

  base::Diagnostics diagnostics_;
  std::optional<document::Document> document_;
};

TEST_P(EveryExample, SaysTheSameWordsInEveryFormat) {
  const Words expected = document::words(*document_);
  ASSERT_GT(expected.size(), 80U);
  Words in_pdf = words_of(pdf::extract_words(bytes(app::Format::pdf), pdf::Extent::common));
  const bool cover = document_->metadata.style == "guide";
  if (cover) in_pdf = without_layout_words(in_pdf, expected);
  EXPECT_EQ(difference(expected, in_pdf), "");
  EXPECT_EQ(difference(expected, words_of(support::extracted_words(bytes(app::Format::html),
                                                                   support::File::html))),
            "");
  const auto in_office = [&](app::Format format, support::File file) {
    const Words words = words_of(support::extracted_words(bytes(format), file));
    return cover ? without_layout_words(words, expected) : words;
  };
  EXPECT_EQ(difference(expected, in_office(app::Format::docx, support::File::docx)), "");
  EXPECT_EQ(difference(expected, in_office(app::Format::odt, support::File::odt)), "");
}

TEST_P(EveryExample, MakesAPdfWithoutFault) {
  const pdf::Report report = pdf::inspect(bytes(app::Format::pdf));
  EXPECT_GT(report.findings.size(), 15U);
  for (const pdf::Finding& finding : report.findings) {
    EXPECT_NE(finding.outcome, pdf::Outcome::failed)
        << finding.id << " " << testing::PrintToString(finding.details);
  }
}

TEST_P(EveryExample, GivesTheSameBytesTwice) {
  for (const app::Format format : {app::Format::pdf, app::Format::html, app::Format::text,
                                   app::Format::docx, app::Format::odt}) {
    EXPECT_EQ(bytes(format), bytes(format)) << app::extension(format);
  }
}

std::string name_of(const testing::TestParamInfo<examples::Example>& info) {
  std::string name;
  for (const char c : info.param.path.substr(info.param.path.rfind('/') + 1)) {
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Examples, EveryExample, testing::ValuesIn(examples::all()), name_of);

// The words of notes are compared as well, after all the others: one that is lost, changed or out
// of its place is seen in each format.
class NotesInFormats : public testing::Test {
 protected:
  static document::Document with_note(const std::string& note, const std::string& other) {
    base::Diagnostics diagnostics;
    auto document = document::read(
        "# Titre\n\nUn appel[^a] dans la phrase.\n\n| Tête |\n|---|\n"
        "| Cellule[^b] |\n\nLa fin.\n\n[^a]: " +
            note + "\n\n[^b]: " + other + "\n",
        "essai.md", diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    document.metadata.title = "Titre";
    document.metadata.style = "note";
    return document;
  }

  static std::vector<Words> said(const document::Document& document) {
    base::Diagnostics diagnostics;
    const auto made = [&](app::Format format) {
      return bytes(document, format, "essai.md", diagnostics);
    };
    using support::extracted_words;
    using support::File;
    return {words_of(pdf::extract_words(made(app::Format::pdf), pdf::Extent::common)),
            words_of(extracted_words(made(app::Format::html), File::html)),
            words_of(extracted_words(made(app::Format::docx), File::docx)),
            words_of(extracted_words(made(app::Format::odt), File::odt))};
  }
};

TEST_F(NotesInFormats, AreTheSameWordsInTheSameOrder) {
  const auto document = with_note("La première note.", "La seconde.");
  for (const Words& words : said(document)) {
    EXPECT_EQ(difference(document::words(document), words), "");
  }
}

TEST_F(NotesInFormats, ADifferenceIsSeen) {
  const Words expected = document::words(with_note("La première note.", "La seconde."));
  for (const auto& spoiled :
       {with_note("La note.", "La seconde."), with_note("La dernière note.", "La seconde."),
        with_note("La seconde.", "La première note.")}) {
    for (const Words& words : said(spoiled)) EXPECT_NE(difference(expected, words), "");
  }
}

TEST(Examples, EveryDocumentHasOne) {
  std::set<std::string> with_example;
  for (const examples::Example& example : examples::all()) with_example.insert(example.document);
  for (const std::string& form : dossier::list_forms(examples::engine().files())) {
    EXPECT_TRUE(with_example.contains(form)) << form;
  }
}

// Between them the examples must reach both sides of every condition of their form.
TEST(Examples, ReachBothSidesOfEveryCondition) {
  std::map<std::string, std::pair<bool, bool>> seen;
  for (const examples::Example& example : examples::all()) {
    base::Diagnostics diagnostics;
    const auto prepared =
        app::prepare(examples::engine(), example.document,
                     {example.path, examples::content(example.path)}, {}, diagnostics);
    ASSERT_TRUE(prepared) << examples::messages(diagnostics);
    for (const auto& [name, yes] :
         dossier::evaluate_named({prepared->form, prepared->dossier, nullptr, prepared->today})) {
      auto& sides = seen[example.document + "." + name];
      (yes ? sides.first : sides.second) = true;
    }
  }
  std::string never;
  for (const auto& [name, sides] : seen) {
    if (!sides.first) never += name + " n’est jamais vraie\n";
    if (!sides.second) never += name + " n’est jamais fausse\n";
  }
  EXPECT_EQ(never, "");
}

}  // namespace
