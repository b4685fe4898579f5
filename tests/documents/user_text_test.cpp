#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/disk.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "document/words.hpp"
#include "documents/examples.hpp"
#include "pdf/inspect.hpp"
#include "support/extracted_words.hpp"

// What a user types reaches the page as itself, in every format, or is refused by a message that
// names the character and the field.
namespace {

// A complaint whose account holds `text` (and nothing else of the example changes).
std::string complaint_with(const std::string& text) {
  const std::string original = examples::content("forms/exemples/plainte.yaml");
  const auto begin = original.find("  récit: |");
  EXPECT_NE(begin, std::string::npos);
  std::size_t end = original.find('\n', begin) + 1;
  while (end < original.size() && (original[end] == '\n' || original.compare(end, 3, "   ") == 0)) {
    end = original.find('\n', end) + 1;
  }
  std::string quoted;
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') {
      quoted += "\\n";
    } else {
      quoted += c;
    }
  }
  return original.substr(0, begin) + "  récit: \"" + quoted + "\"\n" + original.substr(end);
}

struct Made {
  std::map<app::Format, std::string> files;
  base::Diagnostics diagnostics;
};

Made make(const std::string& text, const std::vector<app::Format>& formats) {
  Made made;
  const auto prepared = app::prepare(examples::engine(), "plainte",
                                     {"dossier.yaml", complaint_with(text)}, {}, made.diagnostics);
  if (!prepared) return made;
  for (app::OutputFile& file :
       app::write_all(examples::engine(), *prepared, {}, formats, made.diagnostics)) {
    made.files[file.format] = std::move(file.bytes);
  }
  return made;
}

// The characters that are seen: no white space, no soft hyphen.
std::string seen(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    const bool blank = c <= 0x20 || c == 0xA0 || c == 0xAD || c == 0x202F || c == 0x2028;
    if (!blank) base::append_utf8(result, c);
  }
  return result;
}

void expect_everywhere(const std::string& text) {
  const std::vector<app::Format> formats = {app::Format::pdf, app::Format::html, app::Format::docx,
                                            app::Format::odt, app::Format::text};
  const Made made = make(text, formats);
  ASSERT_EQ(made.files.size(), formats.size()) << examples::messages(made.diagnostics);
  const std::string wanted = seen(text);
  const auto holds = [&](const std::string& whole) {
    return seen(whole).find(wanted) != std::string::npos;
  };
  EXPECT_TRUE(holds(pdf::extract_text(made.files.at(app::Format::pdf)))) << text.substr(0, 200);
  EXPECT_TRUE(
      holds(support::extracted_text(made.files.at(app::Format::html), support::File::html)));
  EXPECT_TRUE(
      holds(support::extracted_text(made.files.at(app::Format::docx), support::File::docx)));
  EXPECT_TRUE(holds(support::extracted_text(made.files.at(app::Format::odt), support::File::odt)));
}

TEST(UserText, MarkupOfEveryLanguageIsOnlyText) {
  expect_everywhere(
      "**gras** _it_ `code` # titre [lien](javascript:alert(1)) ![i](x) <b>HTML</b> "
      "&amp; &#65; <script>alert('x')</script> <!-- c --> {{nom}} {{{nom}}} {{> p}} "
      "{{=<% %>=}} \\textbf{TeX} $x^2$ % ~ ^ | a | b | ::: attention ::: [^1] 1. x");
  expect_everywhere(
      "- liste\n\n+ liste\n\n1) liste\n\n# titre\n\n> citation\n\n```\n\ncode\n\n---\n\n"
      ": : :\n\n::: destinataire\n\n| a | b |\n\n[^1]: note\n\n    code");
  expect_everywhere("clé: valeur # pas un commentaire, &ancre *alias !type %TAG @ ` \" '");
}

TEST(UserText, NamesOfEuropeAndBeyondAreKept) {
  expect_everywhere(
      "Łukasz Żółć, Nguyễn Thị Hồng, Ελένη Παπαδοπούλου, Иван Щербаков, İstanbul, "
      "Þórður Ólafsdóttir, Čapek, Ňadruž, d’Aÿ, œuvre, Æsop, straße, ﬁn, n°, 1ᵉʳ");
}

TEST(UserText, NamesOfEveryAlphabetOfEuropeAreKept) {
  expect_everywhere(
      "Łukasz, Ștefan, Ångström, Þórr, Ġorġ, Żaneta, Đorđe, Ελένη, Юлія, İstanbul, "
      "Nguyễn Đặng Phượng, Ħal Qormi, Ŵyn, Ķegums, Győző, Řehoř, Ļubļana, Ĳmuiden, ǅ");
}

// A threat in Arabic or in Hebrew is evidence: it is kept as it is.
constexpr const char* threat =
    "Il a écrit « سوف أقتلك يا رئيس البلدية (أنت وأولادك) قبل 15 يوما » puis « דע לך: 500 ש\"ח! ».";

TEST(UserText, ArabicAndHebrewAreKept) {
  for (const std::string text :
       {threat, "سوف أقتلك", "abc אבג 123 דהו def", "لا (إله) إلا الله", "a بَيْتُكَ b", "a שָׁלוֹם b"}) {
    expect_everywhere(base::nfc(text));
  }
  // Long enough for several lines, all from right to left.
  std::string account;
  while (account.size() < 2000) account += "سوف نحرق بيتك وسيارتك ولن تنام بعد اليوم، يا رئيس. ";
  expect_everywhere(account + "النهاية");
}

TEST(UserText, AnotherProgramReadsTheWordsOfArabicAndHebrew) {
  const Made made = make(threat, {app::Format::pdf});
  ASSERT_EQ(made.files.size(), 1U) << examples::messages(made.diagnostics);
  const base::TemporaryFolder folder;
  const std::string path = folder.path() + "/d.pdf";
  ASSERT_TRUE(base::write_file(path, made.files.at(app::Format::pdf), base::Overwrite::refuse));
  const auto read = base::run_process("pdftotext", {path, "-"}, "", folder.path(), {});
  ASSERT_EQ(read.status, 0) << read.err;
  // Its marks of direction stand between words.
  std::string text;
  for (const char32_t c : base::to_utf32(read.out)) {
    base::append_utf8(text, c >= 0x202A && c <= 0x202E ? U' ' : c);
  }
  const auto words = document::words(text);
  for (const char* word :
       {"سوف", "أقتلك", "رئيس", "البلدية", "وأولادك", "يوما", "15", "דע", "500"}) {
    EXPECT_THAT(words, testing::Contains(testing::HasSubstr(word)));
  }
}

TEST(UserText, ThePageIsolatesArabicAndHebrew) {
  const Made made = make("סוף דבר, a", {app::Format::html});
  ASSERT_EQ(made.files.size(), 1U) << examples::messages(made.diagnostics);
  EXPECT_THAT(made.files.at(app::Format::html), testing::HasSubstr("<bdi>סוף דבר, a</bdi>"));
}

// N’Ko is in our fonts, but the page does not know its order.
TEST(UserText, AnotherScriptFromRightToLeftIsKeptSaveInThePdfWhichNamesIt) {
  const std::string text = "avant ߒߞߏ après";
  const Made kept = make(text, {app::Format::html, app::Format::text});
  ASSERT_EQ(kept.files.size(), 2U) << examples::messages(kept.diagnostics);
  EXPECT_THAT(kept.files.at(app::Format::text), testing::HasSubstr("ߒߞߏ"));

  const Made refused = make(text, {app::Format::html, app::Format::pdf});
  EXPECT_TRUE(refused.files.empty());
  ASSERT_EQ(refused.diagnostics.all().size(), 1U) << examples::messages(refused.diagnostics);
  const base::Diagnostic& said = refused.diagnostics.all().front();
  EXPECT_EQ(said.field, "faits.récit");
  EXPECT_GT(said.position.line, 0);
  EXPECT_THAT(said.message, testing::HasSubstr("droite à gauche"));
}

TEST(UserText, SpacesAndSignsOfTheUserAreNotChanged) {
  expect_everywhere("\"Tu vas voir!\" Il a dit:oui;non?Et... 'ça' -- 3-4 n°5 1er 10:55 12000€ 50%");
}

TEST(UserText, AVeryLongWordAndAVeryLongAccount) {
  expect_everywhere("https://exemple.fr/" + std::string(3000, 'a') +
                    "?b=" + std::string(3000, 'z'));
  std::string account;
  while (account.size() < 60'000) account += "Il a crié encore une fois devant la mairie. ";
  const Made made = make(account, {app::Format::pdf, app::Format::html});
  ASSERT_EQ(made.files.size(), 2U) << examples::messages(made.diagnostics);
  EXPECT_NE(seen(pdf::extract_text(made.files.at(app::Format::pdf))).find(seen(account)),
            std::string::npos);
}

TEST(UserText, ACharacterThatCannotBePrintedIsRefusedWithItsFieldAndNothingIsMade) {
  // A Chinese character, a Syriac and a Mongolian one, a colour emoji: no font of the project has
  // them.
  for (const std::string text :
       {"avant 漢 après", "avant ܐ après", "avant ᠠ après", "avant 🫨 après"}) {
    const Made made = make(text, {app::Format::pdf});
    EXPECT_TRUE(made.files.empty());
    const std::string told = examples::messages(made.diagnostics);
    EXPECT_THAT(told, testing::HasSubstr("U+"));
    EXPECT_THAT(told, testing::HasSubstr("faits.récit"));
  }
}

TEST(UserText, ControlsAndDirectionTricksAreRefused) {
  for (const std::string text :
       {"a\u202Ab", "a\u202Bb", "a\u202Cb", "a\u202Db", "a\u202Eb", "a\u2066b", "a\u2067b",
        "a\u2068b", "a\u2069b", "\u2067سوف", "سوف\u2069", "a\u0007b", "a\uE000b", "a\uFFFDb"}) {
    const Made made = make(text, {app::Format::html});
    EXPECT_TRUE(made.files.empty());
    EXPECT_THAT(examples::messages(made.diagnostics), testing::HasSubstr("faits.récit"));
  }
}

// Random text made of what is dangerous somewhere, mixed with letters: 300 accounts.
TEST(UserText, RandomDangerousTextComesOutAsItself) {
  const std::vector<std::string> pieces = {
      "a", "é",      "Z",      "9",        " ",   "  ", "\n\n", "*",  "_", "`",  "#",
      "[", "]",      "(",      ")",        "<",   ">",  "&",    ";",  "|", "~",  "^",
      "$", "\\",     "{{",     "}}",       "{",   "}",  "!",    "+",  "-", "1.", "::",
      ":", "«",      "»",      "’",        "'",   "\"", "=",    "%",  "@", "/",  "//",
      "œ", "ﬀ",      "…",      "http://x", "ł",   "ễ",  "Ω",    "Ж",  "—", "·",  "🙂",
      "☐", "\u00A0", "\u202F", "e\u0301",  "سوف", "لا", "דע",   "١٢", "12"};
  std::mt19937 random(20261123);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  for (int round = 0; round < 300; ++round) {
    std::string text = "début ";
    for (int i = 0; i < 60; ++i) text += pieces[pick(random)];
    text = base::nfc(text + " fin");
    const Made made = make(text, {app::Format::pdf, app::Format::html});
    ASSERT_EQ(made.files.size(), 2U) << text << examples::messages(made.diagnostics);
    EXPECT_NE(seen(pdf::extract_text(made.files.at(app::Format::pdf))).find(seen(text)),
              std::string::npos)
        << text;
    EXPECT_NE(seen(support::extracted_text(made.files.at(app::Format::html), support::File::html))
                  .find(seen(text)),
              std::string::npos)
        << text;
  }
}

}  // namespace
