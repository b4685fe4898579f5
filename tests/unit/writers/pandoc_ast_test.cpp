#include "writers/pandoc_ast.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "pandoc_samples.hpp"
#include "writers/column_widths.hpp"

namespace {

using nlohmann::json;
using namespace samples;
using testing::HasSubstr;
using testing::Not;

json tree_of(const Document& document, const writers::AstOptions& options = {}) {
  return json::parse(writers::pandoc_json(document, {1, 22}, options));
}

json only_block(Block block, const writers::AstOptions& options = {}) {
  Document document;
  document.blocks.push_back(std::move(block));
  const json blocks = tree_of(document, options)["blocks"];
  EXPECT_EQ(blocks.size(), 1U);
  return blocks.empty() ? json() : blocks[0];
}

writers::AstOptions with_styles(writers::Format format) {
  writers::AstOptions options;
  options.format = format;
  options.styles = {{"attention", "Attention"}, {"objet", "Objet"}, {"a-completer", "À compléter"}};
  return options;
}

TEST(PandocAst, StartsWithTheVersionAsked) {
  const json tree = json::parse(writers::pandoc_json({}, {1, 23}, {}));
  EXPECT_EQ(tree["pandoc-api-version"], json::array({1, 23}));
}

TEST(PandocAst, SameDocumentSameBytes) {
  EXPECT_EQ(writers::pandoc_json(letter(), {1, 22}, {}),
            writers::pandoc_json(letter(), {1, 22}, {}));
}

// Word needs to be told which runs go from right to left; a number after them is not one.
TEST(PandocAst, TellsTheDirectionOfWhatUsersTypeInHebrew) {
  const auto shown = [](writers::Format format, const std::string& value = "a סוף 12 דבר!") {
    writers::AstOptions options;
    options.format = format;
    return only_block(paragraph({text("M. "), typed(value), text(", 3")}), options)["c"];
  };
  const auto span = [](const char* direction, const char* text) {
    const json attributes =
        json::array({"", json::array(), json::array({json::array({"dir", direction})})});
    const json content = json::array({json{{"t", "Str"}, {"c", text}}});
    return json{{"t", "Span"}, {"c", json::array({attributes, content})}};
  };
  const auto word = [](const char* text) { return json{{"t", "Str"}, {"c", text}}; };
  EXPECT_EQ(shown(writers::Format::docx),
            json::array({word("M. "), word("a "), span("rtl", "סוף 12 דבר"), word("!"),
                         word("\u200E"), word(", 3")}));
  EXPECT_EQ(shown(writers::Format::odt),
            json::array({word("M. "), word("a סוף 12 דבר!"), word("\u200E"), word(", 3")}));
  EXPECT_EQ(shown(writers::Format::docx, "סוף a!"),
            json::array({word("M. "), span("rtl", "סוף a!"), word("\u200F\u200E"), word(", 3")}));
  EXPECT_EQ(shown(writers::Format::odt, "סוף a!"),
            json::array({word("M. "), word("סוף a!"), word("\u200F\u200E"), word(", 3")}));
  EXPECT_EQ(shown(writers::Format::epub),
            json::array({word("M. "), span("auto", "a סוף 12 דבר!"), word(", 3")}));
}

TEST(PandocAst, UsesOnlyNodesThatBothVersionsKnow) {
  const std::string tree = writers::pandoc_json(letter(), {1, 22}, {});
  EXPECT_THAT(tree, Not(HasSubstr(R"("Null")")));
  EXPECT_THAT(tree, Not(HasSubstr(R"("Figure")")));
}

// The title is written in the properties of the file, not in the text of a letter.
TEST(PandocAst, TitleIsInTheTextOnlyWhenAsked) {
  writers::AstOptions options;
  EXPECT_FALSE(tree_of(letter(), options)["meta"].contains("title"));
  options.title_block = true;
  EXPECT_EQ(tree_of(letter(), options)["meta"]["title"]["c"][0]["c"],
            "Plainte pour menaces de mort");
  options.title_block = false;
  options.format = writers::Format::epub;
  EXPECT_TRUE(tree_of(letter(), options)["meta"].contains("title"));
}

TEST(PandocAst, KeepsTypedTextAsItIs) {
  const std::string value = "*a*  [b](javascript:x) <script> & \\ \"é\" 🏛️";
  EXPECT_EQ(only_block(paragraph({typed(value)}))["c"][0], json({{"t", "Str"}, {"c", value}}));
}

TEST(PandocAst, InlinesKeepTheirNesting) {
  const json block =
      only_block(paragraph({{Strong{{text("a"), {Emphasis{{text("b")}}}}}}, line_break()}));
  EXPECT_EQ(block["c"], json::parse(R"([{"t":"Strong","c":[{"t":"Str","c":"a"},
      {"t":"Emph","c":[{"t":"Str","c":"b"}]}]},{"t":"LineBreak"}])"));
}

TEST(PandocAst, LinksThatAreNotKnownLoseTheirTarget) {
  const auto link = [](std::string target) {
    return only_block(paragraph({{Link{{text("ici")}, std::move(target), ""}}}))["c"][0]["t"];
  };
  EXPECT_EQ(link("https://exemple.fr"), "Link");
  EXPECT_EQ(link("mailto:mairie@exemple.fr"), "Link");
  EXPECT_EQ(link("#faits"), "Link");
  EXPECT_EQ(link("javascript:alert(1)"), "Str");
  EXPECT_EQ(link("file:///etc/passwd"), "Str");
}

TEST(PandocAst, DivGivesItsStyleToItsParagraphs) {
  const json block = only_block(div("attention", {paragraph("Prenez garde.")}),
                                with_styles(writers::Format::docx));
  const json inside = block["c"][1][0];
  EXPECT_EQ(inside["c"][0][2], json::parse(R"([["custom-style","Attention"]])"));
  EXPECT_EQ(inside["c"][1][0]["t"], "Para");
}

TEST(PandocAst, ClassWithoutStyleChangesNothing) {
  const json block =
      only_block(div("inconnu", {paragraph("Texte.")}), with_styles(writers::Format::docx));
  EXPECT_EQ(block["c"][1][0]["t"], "Para");
}

TEST(PandocAst, InnermostStyleWins) {
  const json block = only_block(div("attention", {div("objet", {paragraph("Objet.")})}),
                                with_styles(writers::Format::odt));
  EXPECT_THAT(block.dump(), HasSubstr(R"(["custom-style","Objet"])"));
  EXPECT_THAT(block.dump(), Not(HasSubstr(R"(["custom-style","Attention"])")));
}

TEST(PandocAst, EpubKeepsClassesForItsStyleSheet) {
  const json block = only_block(div("attention", {paragraph("Prenez garde.")}),
                                with_styles(writers::Format::epub));
  EXPECT_EQ(block["c"][0][1], json::array({"attention"}));
  EXPECT_EQ(block["c"][1][0]["t"], "Para");
}

TEST(PandocAst, OpenDocumentSpansHaveTheirStyle) {
  Span span;
  span.attributes.classes = {"a-completer"};
  span.content = {text("[À COMPLÉTER : nom]")};
  const json block = only_block(paragraph({{span}}), with_styles(writers::Format::odt));
  ASSERT_EQ(block["c"].size(), 3U);
  EXPECT_EQ(block["c"][0]["c"][0], "opendocument");
  EXPECT_EQ(block["c"][1]["c"], "[À COMPLÉTER : nom]");
}

// Pandoc keeps there the identifiers of headings alone: links would lead nowhere.
TEST(PandocAst, OpenDocumentPlacesHaveBookmarks) {
  Div place;
  place.attributes.id = "terme-\"x\"";
  place.content = {paragraph("mot")};
  const std::string odt = only_block({place}, with_styles(writers::Format::odt)).dump();
  EXPECT_THAT(odt, HasSubstr(R"(<text:bookmark text:name=\"terme-&quot;x&quot;\"/>)"));
  EXPECT_LT(odt.find("<text:bookmark"), odt.find("mot\""));
  EXPECT_THAT(only_block({place}, with_styles(writers::Format::docx)).dump(),
              Not(HasSubstr("text:bookmark")));
}

TEST(PandocAst, TableHasHeaderCaptionAlignmentsAndWidths) {
  Table table = expenses();
  table.columns[0].width = 1;
  table.columns[1].width = 3;
  table.columns[2].width = 1;
  const json content = only_block({table})["c"];
  EXPECT_EQ(content[1][1][0]["c"][0]["c"], "Dépenses de sécurité");
  EXPECT_EQ(content[2][0][0]["t"], "AlignLeft");
  EXPECT_EQ(content[2][2][0]["t"], "AlignRight");
  EXPECT_EQ(content[2][1][1], json({{"t", "ColWidth"}, {"c", 0.6}}));
  EXPECT_EQ(content[3][1].size(), 1U);                                // one header row
  EXPECT_EQ(content[4][0][3].size(), 3U);                             // three rows
  EXPECT_EQ(content[4][0][3][2][1][0][4][0]["c"][0]["t"], "Strong");  // the sum
  EXPECT_EQ(content[4][0][3][1][1][0][4][0]["c"][0]["t"], "Str");
}

// Six columns cannot be read on a screen held in the hand.
TEST(PandocAst, WideTablesOfBooksAreLists) {
  Table table = expenses();
  table.attributes.id = "depenses";
  table.attributes.classes = {"paysage"};
  writers::AstOptions options;
  EXPECT_EQ(only_block({table}, options)["t"], "Table");
  options.format = writers::Format::epub;
  const json list = only_block({table}, options);
  EXPECT_EQ(list["t"], "Div");
  EXPECT_EQ(list["c"][0][0], "depenses");
  EXPECT_EQ(list["c"][1][0]["c"][0]["c"][0]["c"], "Dépenses de sécurité");
  const json& rows = list["c"][1][1]["c"];
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0][0]["c"][0]["c"][0]["c"], "12/03/2026");
  EXPECT_EQ(rows[0][1]["c"].size(), 2U);
  EXPECT_EQ(rows[0][1]["c"][0][0]["c"].dump(),
            R"([{"c":[{"c":"Objet","t":"Str"},{"c":" :","t":"Str"}],"t":"Strong"},)"
            R"({"c":" ","t":"Str"},{"c":"Caméra à l’entrée du domicile","t":"Str"}])");
  EXPECT_EQ(rows[2][1]["c"].size(), 1U);  // the empty cell is left out
  options.turned = [](const Table&) { return false; };
  EXPECT_EQ(only_block({table}, options)["t"], "Table");
}

TEST(PandocAst, TableWithoutHeaderHasNone) {
  Table table = expenses();
  table.header.clear();
  EXPECT_TRUE(only_block({table})["c"][3][1].empty());
}

// Office files: bold, since Pandoc 2.17 drops declared row heads from ODT. Books: declared.
TEST(PandocAst, RowHeadersAreMarked) {
  Table table = expenses();
  table.row_headers = true;
  const auto first_cell = [](const json& content) {
    return content[4][0][3][0][1][0][4][0]["c"][0]["t"];
  };
  const json office = only_block({table}, with_styles(writers::Format::odt))["c"];
  EXPECT_EQ(office[4][0][1], 0);
  EXPECT_EQ(first_cell(office), "Strong");
  const json book = only_block({table}, with_styles(writers::Format::epub))["c"];
  EXPECT_EQ(book[4][0][1], 1);
  EXPECT_EQ(first_cell(book), "Str");
}

TEST(PandocAst, NotesStayOutsideBoldText) {
  Note note;
  note.content = {paragraph("Note.")};
  const json content = only_block(paragraph({{Strong{{text("a"), {note}, text("b")}}}}))["c"];
  ASSERT_EQ(content.size(), 3U);
  EXPECT_EQ(content[0]["t"], "Strong");
  EXPECT_EQ(content[1]["t"], "Note");
  EXPECT_EQ(content[2]["t"], "Strong");
}

TEST(PandocAst, HeadingsOfBooksAllHaveAnIdentifier) {
  writers::AstOptions options;
  options.format = writers::Format::epub;
  Document document;
  document.blocks = {heading(1, "Un"), heading(1, "Deux", "deux"), heading(1, "Trois")};
  const json blocks = tree_of(document, options)["blocks"];
  EXPECT_NE(blocks[0]["c"][1][0], "");
  EXPECT_EQ(blocks[1]["c"][1][0], "deux");
  EXPECT_NE(blocks[2]["c"][1][0], "");
  EXPECT_NE(blocks[0]["c"][1][0], blocks[2]["c"][1][0]);
}

TEST(PandocAst, ShortListsAreTightAndLongOnesAreNot) {
  const Block tight{BulletList{{{paragraph("un")}, {paragraph("deux")}}}};
  EXPECT_EQ(only_block(tight)["c"][0][0]["t"], "Plain");
  const Block loose{BulletList{{{paragraph("un"), paragraph("suite")}, {paragraph("deux")}}}};
  EXPECT_EQ(only_block(loose)["c"][1][0]["t"], "Para");
}

TEST(PandocAst, OrderedListStartsWhereItMust) {
  EXPECT_EQ(only_block({OrderedList{4, {{paragraph("quatre")}}}})["c"][0][0], 4);
}

TEST(PandocAst, TimelineIsLeftOutWithoutPicture) {
  Document document;
  document.blocks = {{timeline()}};
  EXPECT_TRUE(tree_of(document)["blocks"].empty());
}

TEST(PandocAst, TimelineIsAPictureWithItsAlternativeText) {
  writers::AstOptions options;
  options.picture = [](const Figure&) { return std::optional<std::string>("figure-1.svg"); };
  const json image = only_block({timeline()}, options)["c"][0];
  EXPECT_EQ(image["t"], "Image");
  EXPECT_EQ(image["c"][1][0]["c"], timeline().alternative);
  EXPECT_EQ(image["c"][2][0], "figure-1.svg");
}

TEST(ColumnWidths, FollowWhatIsAsked) {
  Table table = expenses();
  table.columns[0].width = 1;
  table.columns[1].width = 2;
  table.columns[2].width = 1;
  EXPECT_THAT(writers::column_widths(table), testing::ElementsAre(250, 500, 250));
}

TEST(ColumnWidths, GiveLongTextsMoreRoomAndAddUp) {
  const std::vector<int> widths = writers::column_widths(expenses());
  EXPECT_GT(widths[1], widths[0]);
  EXPECT_GT(widths[1], widths[2]);
  EXPECT_EQ(widths[0] + widths[1] + widths[2], 1000);
}

// « 1 008,00 », with the narrow no-break space of amounts, is 8 characters in one piece: 26 + 8 ×
// 13 thousandths of the table.
TEST(ColumnWidths, AnAmountFitsWhateverIsAsked) {
  Table table = expenses();
  table.columns[0].width = 10;
  table.columns[1].width = 12;
  table.columns[2].width = 1;
  for (auto& cells : table.rows) cells[2] = {paragraph("1\u202F008,00")};
  const std::vector<int> widths = writers::column_widths(table);
  EXPECT_EQ(widths[2], 130);
  EXPECT_GT(widths[1], widths[0]);
  EXPECT_EQ(widths[0] + widths[1] + widths[2], 1000);
}

TEST(ColumnWidths, TooManyFiguresForThePageLeaveTheWidthsAsAsked) {
  Table table = expenses();
  for (auto& column : table.columns) {
    column.alignment = document::Alignment::end;
    column.width = 1;
  }
  for (auto& cells : table.rows) {
    for (auto& cell : cells) cell = {paragraph("10\u202F000\u202F000\u202F000\u202F000,00")};
  }
  EXPECT_THAT(writers::column_widths(table), testing::ElementsAre(334, 333, 333));
}

TEST(ColumnWidths, OneVeryLongCellLeavesRoomForTheOthers) {
  Table table = expenses();
  table.rows[0][1] = {paragraph(std::string(5000, 'x'))};
  EXPECT_GE(writers::column_widths(table)[0], 100);
}

}  // namespace
