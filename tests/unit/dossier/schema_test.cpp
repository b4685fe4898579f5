#include "dossier/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "dossier/blank_case.hpp"
#include "sample_form.hpp"

namespace dossier {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;

Form loaded() {
  base::Diagnostics diagnostics;
  auto form = sample_form(diagnostics);
  EXPECT_TRUE(form) << messages(diagnostics);
  return form.value_or(Form{});
}

TEST(JsonSchema, DescribesEveryBloc) {
  const Json schema = Json::parse(json_schema(loaded()));
  EXPECT_EQ(schema["$schema"], "http://json-schema.org/draft-07/schema#");
  EXPECT_EQ(schema["additionalProperties"], false);
  EXPECT_EQ(schema["properties"].size(), 4u);
  const Json& facts = schema["properties"]["faits"];
  EXPECT_EQ(facts["additionalProperties"], false);
  EXPECT_EQ(facts["properties"]["date"]["title"], "Date des faits");
  EXPECT_EQ(facts["properties"]["date"]["examples"][0], "2026-03-14");
  EXPECT_EQ(schema["properties"]["témoins"]["maxItems"], 2);
  const Json civility = schema["properties"]["demandeur"]["properties"]["civilité"]["enum"];
  EXPECT_EQ(civility, Json::array({"madame", "monsieur", nullptr}));
}

// A little validator of the keywords that the schema uses for what is required, so that the
// rules are tested by their effect.
bool valid(const Json& schema, const Json& value) {
  for (const auto& [key, rule] : schema.items()) {
    if (key == "required" && value.is_object()) {
      for (const auto& name : rule) {
        if (!value.contains(name.get<std::string>())) return false;
      }
    } else if (key == "properties" && value.is_object()) {
      for (const auto& [name, inner] : rule.items()) {
        if (value.contains(name) && !valid(inner, value[name])) return false;
      }
    } else if (key == "additionalProperties" && value.is_object()) {
      for (const auto& [name, inner] : value.items()) {
        if (!schema["properties"].contains(name)) return false;
      }
    } else if (key == "items" && value.is_array()) {
      for (const auto& item : value) {
        if (!valid(rule, item)) return false;
      }
    } else if (key == "minItems" && value.is_array()) {
      if (value.size() < rule.get<std::size_t>()) return false;
    } else if (key == "enum") {
      if (std::find(rule.begin(), rule.end(), value) == rule.end()) return false;
    } else if (key == "type" && rule == "null") {
      if (!value.is_null()) return false;
    } else if (key == "type" && rule == "object") {
      if (!value.is_object()) return false;
    } else if (key == "type" && rule == "array") {
      if (!value.is_array()) return false;
    } else if (key == "not") {
      if (valid(rule, value)) return false;
    } else if (key == "contains" && value.is_array()) {
      if (std::none_of(value.begin(), value.end(),
                       [&](const Json& item) { return valid(rule, item); }))
        return false;
    } else if (key == "allOf") {
      for (const auto& part : rule) {
        if (!valid(part, value)) return false;
      }
    } else if (key == "anyOf") {
      if (std::none_of(rule.begin(), rule.end(),
                       [&](const Json& part) { return valid(part, value); }))
        return false;
    } else if (key == "if") {
      if (valid(rule, value) && !valid(schema["then"], value)) return false;
    }
  }
  return true;
}

TEST(JsonSchema, RequiresWhatCheckRequires) {
  const Json schema = Json::parse(json_schema(loaded()));
  const Json good = Json::parse(R"({
    "faits": {"date": "2026-03-14", "récit": "a", "natures": ["injure"], "public": "oui"},
    "demandeur": {"nom": "a", "civilité": "madame", "téléphone": "1", "adresse": {"code": "01000"}},
    "dépenses": [{"montant": 1}]})");
  EXPECT_TRUE(valid(schema, good));
  for (const auto* pointer :
       {"/faits", "/faits/date", "/faits/public", "/demandeur/nom", "/demandeur/téléphone",
        "/demandeur/adresse", "/demandeur/adresse/code", "/dépenses", "/dépenses/0/montant"}) {
    Json without = good;
    const Json::json_pointer path(pointer);
    without.at(path.parent_pointer()).erase(path.back());
    EXPECT_FALSE(valid(schema, without)) << pointer;
    Json empty = good;
    empty[path] = nullptr;
    EXPECT_FALSE(valid(schema, empty)) << pointer;
  }
  Json man = good;
  man["demandeur"]["civilité"] = "monsieur";
  man["demandeur"].erase("téléphone");
  EXPECT_TRUE(valid(schema, man));
  Json threats = good;
  threats["faits"]["natures"] = "menaces";
  threats["faits"].erase("public");
  EXPECT_TRUE(valid(schema, threats));
  Json witness = good;
  witness["témoins"] = Json::parse("[{}]");
  EXPECT_FALSE(valid(schema, witness));
}

TEST(BlankCase, ParsesAndReportsOnlyWhatMisses) {
  const std::string blank = blank_case(loaded());
  const auto result = check_text(blank);
  EXPECT_FALSE(result.dossier);
  for (const auto& diagnostic : result.diagnostics.all()) {
    EXPECT_THAT(diagnostic.message, HasSubstr("manque")) << blank;
  }
  EXPECT_TRUE(check_text(blank, {.draft = true}).dossier);
}

TEST(BlankCase, ExplainsEachFieldAskedAndNoOther) {
  const std::string blank = blank_case(loaded(), {.schema = "essai.json"});
  EXPECT_TRUE(blank.starts_with("# yaml-language-server: $schema=essai.json\n"));
  EXPECT_THAT(blank, HasSubstr("\n  ## Date des faits.\n  ## Les délais en dépendent.\n"));
  EXPECT_THAT(blank, HasSubstr("\n  date:\n"));
  EXPECT_THAT(blank, HasSubstr("\n  # lieu:\n"));
  EXPECT_THAT(blank, HasSubstr("\n# témoins:\n"));
  EXPECT_EQ(blank.find("courriel"), std::string::npos);
}

TEST(BlankCase, WithTheExamplesIsAccepted) {
  const std::string filled = blank_case(loaded(), {.examples = true});
  const auto result = check_text(filled);
  EXPECT_TRUE(result.dossier) << result.text << filled;
}

// Removing « # » before a field gives a field at its place.
TEST(BlankCase, CommentedFieldsCanBeUncommented) {
  std::string all;
  for (const auto& line : base::split(blank_case(loaded()), '\n')) {
    const auto at = line.find("# ");
    const bool explanation =
        line.find("##") != std::string::npos && line.find("# #") == std::string::npos;
    all +=
        (explanation || at == std::string::npos ? line : line.substr(0, at) + line.substr(at + 2)) +
        "\n";
  }
  EXPECT_TRUE(check_text(all, {.draft = true}).dossier) << all;
}

TEST(BlankCase, OfEveryFormOfTheRepository) {
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  for (const std::string& id : list_forms(files)) {
    base::Diagnostics diagnostics;
    const auto form = load_form(files, id, diagnostics);
    ASSERT_TRUE(form) << messages(diagnostics);
    EXPECT_FALSE(Json::parse(json_schema(*form)).empty());
    const auto root = yaml::parse(blank_case(*form), id, base::Kind::dossier, diagnostics);
    // A blank case does not yet hold all that a control counts.
    EXPECT_TRUE(check(root, *form, {.draft = true, .controls = false}, diagnostics))
        << id << messages(diagnostics);
  }
}

}  // namespace
}  // namespace dossier
