#include "templating/render.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"

namespace templating {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

struct Outcome {
  std::optional<std::string> markdown;
  base::Diagnostics diagnostics;
  std::string messages() const {
    std::string all;
    for (const auto& diagnostic : diagnostics.sorted()) all += to_string(diagnostic) + "\n";
    return all;
  }
};

Outcome fill(const std::string& text, const Record& root, bool draft = false,
             std::map<std::string, std::string> partials = {}) {
  std::map<std::string, std::string, std::less<>> contents{{"templates/t.md", text}};
  for (auto& [name, content] : partials) contents["templates/communs/" + name + ".md"] = content;
  Outcome outcome;
  outcome.markdown =
      render("t", base::MemoryFiles(contents), Value(root), {draft}, outcome.diagnostics);
  return outcome;
}

Value project(std::string text) { return Text{std::move(text), false}; }
Value user(std::string text) { return Text{std::move(text), true}; }
Record record(Record entries) { return entries; }

const std::string begin = "\uE000";
const std::string end = "\uE001";

TEST(Render, PrintsProjectTextEscapedAndUserTextMarked) {
  const auto outcome = fill("Le {{date}}, {{récit}}.\n",
                            {{"date", project("1er mai (10 h)")}, {"récit", user("*a*\n\n# b")}});
  EXPECT_EQ(outcome.markdown, "Le 1er mai \\(10 h\\), " + begin + "\\*a\\* \\# b" + end + ".\n");
}

TEST(Render, EscapesEveryAsciiPunctuationMark) {
  std::string all;
  std::string expected;
  for (char c = 0x21; c < 0x7F; ++c) {
    all += c;
    if (std::ispunct(c) != 0) expected += '\\';
    expected += c;
  }
  EXPECT_EQ(fill("{{x}}", {{"x", project(all)}}).markdown, expected);
}

TEST(Render, KeepsNoBreakSpacesAndFoldsBlanksAndLineEnds) {
  EXPECT_EQ(fill("{{x}}", {{"x", project("\t a\u00A0:\u202Fb \r\n c\u2028d\u0085 ")}}).markdown,
            "a\u00A0\\:\u202Fb c d");
}

TEST(Render, AValueIsNeverATemplate) {
  EXPECT_EQ(fill("{{x}}", {{"x", project("{{y}}")}, {"y", project("secret")}}).markdown,
            "\\{\\{y\\}\\}");
}

TEST(Render, UnknownNameIsReportedWithItsPlace) {
  const auto outcome = fill("a\néé {{fait.lieu}}\n", {{"faits", Value(record({}))}});
  EXPECT_FALSE(outcome.markdown);
  EXPECT_THAT(outcome.messages(), HasSubstr("templates/t.md:2:4"));
  EXPECT_THAT(outcome.messages(), HasSubstr("faits"));
}

TEST(Render, UnknownNamesOfHiddenSectionsAreReportedToo) {
  const auto outcome = fill("{{#non}}{{inconnu}}{{/non}}{{^oui}}{{autre_inconnu}}{{/oui}}",
                            {{"non", Value(false)}, {"oui", Value(true)}});
  EXPECT_FALSE(outcome.markdown);
  EXPECT_THAT(outcome.diagnostics.sorted(), SizeIs(2));
}

TEST(Render, AllMistakesAreReportedAtOnceAndEachOnlyOnce) {
  const auto outcome =
      fill("{{#l}}{{x}}{{/l}}\n{{y}}", {{"l", List{Value(record({})), Value(record({}))}}});
  EXPECT_THAT(outcome.diagnostics.all(), SizeIs(2));
}

TEST(Render, LookupNeverClimbs) {
  const Record root{{"nom", project("Dupont")},
                    {"victime", Value(record({{"âge", project("40")}}))}};
  const auto outcome = fill("{{#victime}}{{nom}}{{/victime}}", root);
  EXPECT_FALSE(outcome.markdown);
  EXPECT_THAT(outcome.messages(), HasSubstr("racine.nom"));
  EXPECT_EQ(fill("{{#victime}}{{racine.nom}} {{âge}}{{/victime}}", root).markdown, "Dupont 40");
}

TEST(Render, YesNoAndTextSectionsKeepTheVisibleNames) {
  const Record root{{"a_nom", Value(true)}, {"nom", project("Dupont")}, {"vide", project(" ")}};
  EXPECT_EQ(fill("{{#a_nom}}{{nom}}{{/a_nom}}{{#nom}}, {{nom}}{{/nom}}{{#vide}}!{{/vide}}"
                 "{{^vide}}?{{/vide}}",
                 root)
                .markdown,
            "Dupont, Dupont?");
}

TEST(Render, ListSectionsSeeOnlyTheItem) {
  const Record root{{"l", List{project("a"), project("b")}}, {"x", project("X")}};
  EXPECT_EQ(fill("{{#l}}\n- {{.}} {{racine.x}}\n{{/l}}\nfin\n", root).markdown,
            "- a X\n- b X\nfin\n");
  EXPECT_FALSE(fill("{{#l}}{{x}}{{/l}}", root).markdown);
}

TEST(Render, NestedListsAndYesNoInsideItems) {
  const Value item = record(
      {{"nom", project("A")}, {"oui", Value(true)}, {"sous", List{project("1"), project("2")}}});
  EXPECT_EQ(fill("{{#l}}{{#oui}}{{nom}}{{#sous}}{{.}}{{/sous}}{{nom}}{{/oui}}{{/l}}",
                 {{"l", List{item, item}}})
                .markdown,
            "A12AA12A");
}

TEST(Render, SectionLinesLeaveNoTraceShownOrNot) {
  const Record root{{"oui", Value(true)}, {"non", Value(false)}};
  const std::string text =
      "| a |\n{{#non}}\n| b |\n{{/non}}\n  {{! remarque }}\n{{#oui}}\n| c |\n{{/oui}}\n| d |\n";
  EXPECT_EQ(fill(text, root).markdown, "| a |\n| c |\n| d |\n");
}

TEST(Render, BlankLinesAreKept) {
  EXPECT_EQ(fill("{{#oui}}\n\na\n\n{{/oui}}\n\nb\n", {{"oui", Value(true)}}).markdown,
            "\na\n\n\nb\n");
}

TEST(Render, PartialsAloneOnTheirLineOrInside) {
  const Record root{{"nom", project("Dupont")}, {"non", Value(false)}};
  EXPECT_EQ(fill("{{> a}}\nfin {{> b}}.\n{{> c}}\n", root, false,
                 {{"a", "un\n{{nom}}"}, {"b", "{{nom}}\n"}, {"c", "{{#non}}\nx\n{{/non}}\n"}})
                .markdown,
            "un\nDupont\nfin Dupont.\n");
}

TEST(Render, PartialsSeeTheScopeOfTheirTag) {
  EXPECT_EQ(fill("{{#p}}{{> n}}{{/p}}", {{"p", Value(record({{"nom", project("Dupont")}}))}}, false,
                 {{"n", "{{nom}}"}})
                .markdown,
            "Dupont");
}

TEST(Render, MissingAndRecursivePartialsAreRefused) {
  EXPECT_THAT(fill("{{> adresse}}", {}, false, {{"adresses", "x"}}).messages(),
              HasSubstr("adresses"));
  const auto cycle = fill("{{> a}}", {}, false, {{"a", "{{> b}}"}, {"b", "\n{{> a}}"}});
  EXPECT_FALSE(cycle.markdown);
  EXPECT_THAT(cycle.messages(), HasSubstr("templates/communs/b.md:2:1"));
}

TEST(Render, AbsentValueNamesItsFieldAndIsMarkedInADraft) {
  const Record root{{"faits", Value(record({{"date", Absent{"Date des faits", "faits.date"}}}))}};
  const auto outcome = fill("Le {{faits.date.longue}}.", root);
  EXPECT_FALSE(outcome.markdown);
  EXPECT_THAT(outcome.messages(), HasSubstr("« Date des faits » (faits.date)"));
  EXPECT_EQ(fill("Le {{faits.date.longue}}.", root, true).markdown,
            "Le \\[À COMPLÉTER\u00A0: Date des faits\\].");
  EXPECT_EQ(fill("{{#faits.date}}x{{/faits.date}}{{^faits.date}}y{{/faits.date}}", root).markdown,
            "y");
}

TEST(Render, ADraftForgivesNothingElse) {
  EXPECT_FALSE(fill("{{inconnu}}", {}, true).markdown);
  EXPECT_FALSE(fill("{{oui}}", {{"oui", Value(true)}}, true).markdown);
}

TEST(Render, PrintingWhatIsNotATextIsRefused) {
  EXPECT_THAT(fill("{{x}}", {{"x", Value(true)}}).messages(), HasSubstr("oui ou non"));
  EXPECT_THAT(fill("{{x}}", {{"x", List{}}}).messages(), HasSubstr("liste"));
  EXPECT_THAT(fill("{{x}}", {{"x", Record{}}}).messages(), HasSubstr("fiche"));
  EXPECT_THAT(fill("{{x}}", {{"x", project("")}}).messages(), HasSubstr("vide"));
}

TEST(Render, RefusedTags) {
  const Record root{{"x", project("a")}};
  for (const std::string text : {"{{{x}}}", "{{&x}}", "{{=<% %>=}}", "{{<x}}", "{{$x}}", "{{}}",
                                 "{{ a b }}", "{{x", "{{.x}}", "{{#x}}", "{{/x}}", "{{#x}}{{/y}}",
                                 "{{x..y}}", "{{> ../secret}}", "{{racine}}", "{{x\n}}"}) {
    const auto outcome = fill(text, root);
    EXPECT_FALSE(outcome.markdown) << text;
    ASSERT_FALSE(outcome.diagnostics.empty()) << text;
    EXPECT_EQ(outcome.diagnostics.all().front().kind, base::Kind::content) << text;
    EXPECT_EQ(outcome.diagnostics.all().front().position.line, 1) << text;
  }
}

TEST(Render, UnclosedSectionNamesTheOpeningTag) {
  EXPECT_THAT(fill("a\n {{#x}}\nb", {{"x", Value(true)}}).messages(),
              HasSubstr("templates/t.md:2:2"));
}

TEST(Render, ReservedCharactersAreRefused) {
  for (const std::string text : {"\uE000", "\uE001", "\x1E", "\x01"}) {
    EXPECT_FALSE(fill("{{x}}", {{"x", user("a" + text)}}).markdown);
    EXPECT_FALSE(fill("a" + text, {}).markdown);
  }
}

TEST(Render, DeepNestingAndHugeRepetitionAreRefused) {
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "{{#x}}";
  for (int i = 0; i < 40; ++i) deep += "{{/x}}";
  EXPECT_FALSE(fill(deep, {{"x", Value(true)}}).markdown);

  const List items(300, project("a"));
  EXPECT_FALSE(
      fill("{{#l}}{{#racine.l}}{{#racine.l}}{{.}}{{/racine.l}}{{/racine.l}}{{/l}}", {{"l", items}})
          .markdown);
}

TEST(Render, MissingTemplate) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(render("absent", base::MemoryFiles({}), Value(Record{}), {}, diagnostics));
  EXPECT_EQ(diagnostics.exit_status(), 4);
}

TEST(Render, WindowsLineEndsAndDecomposedNames) {
  EXPECT_EQ(fill("{{re\u0301cit}}\r\nfin\r\n", {{"récit", project("a")}}).markdown, "a\nfin\n");
}

// Whatever the value, the lines of the template stay where they are and nothing but the escaped
// value stands between the marks.
TEST(Render, RandomValuesNeverChangeTheStructure) {
  unsigned state = 12345;
  const std::string alphabet = "{}#*_[]()<>|\\`~!-+.1 \n\t&\"'éa";
  for (int round = 0; round < 2000; ++round) {
    std::string value = "v";
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525u + 1013904223u;
      value += alphabet[(state >> 16) % alphabet.size()];
    }
    if (base::invalid_utf8(value)) continue;
    const auto outcome = fill("# T\n\n| {{x}} |\n\n- {{x}}\n", {{"x", user(value)}});
    ASSERT_TRUE(outcome.markdown) << outcome.messages();
    EXPECT_EQ(std::count(outcome.markdown->begin(), outcome.markdown->end(), '\n'), 5);
    const auto from = outcome.markdown->find(begin) + begin.size();
    const std::string inside = outcome.markdown->substr(from, outcome.markdown->find(end) - from);
    for (std::size_t i = 0; i < inside.size(); ++i) {
      if (inside[i] == '\\') {
        ASSERT_LT(++i, inside.size());
      } else {
        EXPECT_FALSE(static_cast<unsigned char>(inside[i]) < 0x80 && std::ispunct(inside[i]));
      }
    }
  }
}

base::MemoryFiles with_template(const std::string& text) {
  return base::MemoryFiles(
      std::map<std::string, std::string, std::less<>>{{"templates/t.md", text}});
}

TEST(CheckTemplate, FindsMistakesWithoutValues) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(check_template("t", with_template("{{#a}}"), diagnostics));
  base::Diagnostics none;
  EXPECT_TRUE(check_template("t", with_template("{{a}}"), none));
  EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace templating
