#include "dossier/form.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/disk.hpp"
#include "base/text.hpp"
#include "dossier/condition_text.hpp"
#include "sample_form.hpp"

namespace dossier {
namespace {

using ::testing::HasSubstr;

TEST(LoadForm, SampleIsSound) {
  base::Diagnostics diagnostics;
  const auto form = sample_form(diagnostics);
  ASSERT_TRUE(form) << messages(diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << messages(diagnostics);
  EXPECT_EQ(form->template_id, "essai");
  // The blocs asked come first, in the order of the questions.
  ASSERT_EQ(form->blocs.size(), 4u);
  EXPECT_EQ(form->blocs[0].name, "faits");
  EXPECT_EQ(form->blocs[1].name, "demandeur");
  EXPECT_EQ(form->field("demandeur.adresse.code")->type, FieldType::postal_code);
  EXPECT_EQ(form->field("dépenses.montant")->minimum, 0);
  EXPECT_EQ(form->field("demandeur.rien"), nullptr);
  EXPECT_EQ(form->request("faits")->fields.size(), 9u);
  EXPECT_EQ(form->deadlines.front().from, "faits.date");
  EXPECT_EQ(form->parameters.front().by, "faits.date");
  // Amounts of conditions are compared in cents.
  EXPECT_EQ(form->condition("coûteux")->values.front(), "100000");
}

TEST(LoadForm, EveryTypeHasItsName) {
  EXPECT_EQ(type_name(FieldType::text), "texte");
  EXPECT_EQ(type_name(FieldType::reference), "référence");
}

TEST(LoadForm, UnknownDocumentSuggestsTheNearest) {
  base::Diagnostics diagnostics;
  EXPECT_FALSE(load_form(base::MemoryFiles(sample_contents()), "essais", diagnostics));
  EXPECT_EQ(diagnostics.exit_status(), 2);
  EXPECT_THAT(messages(diagnostics), HasSubstr("essai"));
  base::Diagnostics others;
  EXPECT_FALSE(load_form(base::MemoryFiles(sample_contents()), "blocs/faits", others));
  EXPECT_EQ(others.exit_status(), 2);
}

TEST(LoadForms, AllTheSoundOnesInOrder) {
  auto contents = sample_contents();
  const std::string head = "titre: T\npour: P\ndescription: D\nstyle: lettre\n";
  contents["forms/a.yaml"] = "document: a\nordre: 20\n" + head;
  contents["forms/b.yaml"] = "document: b\nordre: 10\n" + head;
  contents["forms/c.yaml"] = "document: autre\n" + head;
  base::Diagnostics diagnostics;
  std::vector<std::string> ids;
  for (const Form& form : load_forms(base::MemoryFiles(contents), diagnostics)) {
    ids.push_back(form.id);
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"essai", "b", "a"}));
  EXPECT_THAT(messages(diagnostics), HasSubstr("forms/c.yaml:1"));
}

TEST(ListForms, OnlyFiles) {
  EXPECT_EQ(list_forms(base::MemoryFiles(sample_contents())), std::vector<std::string>{"essai"});
}

TEST(Describe, InFrench) {
  base::Diagnostics diagnostics;
  const auto form = sample_form(diagnostics);
  ASSERT_TRUE(form);
  EXPECT_EQ(describe(*form->condition("injure"), *form),
            "«\u00A0Natures\u00A0» comprend «\u00A0Injure\u00A0»");
  EXPECT_EQ(describe(*form->condition("coûteux"), *form),
            "«\u00A0Montant\u00A0» vaut au moins «\u00A01000,00\u00A0€\u00A0»");
}

// Each file of tests/bad/<folder> replaces one file of the sample. Its first lines say which
// (« # remplace: forms/essai.yaml ») and what the messages must hold (« # attendu: … »).
struct BadFile {
  std::string name;
  std::string content;
  std::string replaces;
  std::vector<std::string> expected;
};

std::vector<BadFile> bad_files(const std::string& folder) {
  std::vector<BadFile> result;
  const std::string root = std::string(EGIDE_SOURCE_DIR) + "/tests/bad/" + folder;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    BadFile file{
        entry.path().filename().string(), base::read_file(entry.path()).value_or(""), {}, {}};
    for (const std::string& line : base::split(file.content, '\n')) {
      constexpr std::string_view replaces = "# remplace: ";
      constexpr std::string_view expected = "# attendu: ";
      if (line.starts_with(replaces)) file.replaces = line.substr(replaces.size());
      if (line.starts_with(expected)) file.expected.push_back(line.substr(expected.size()));
    }
    result.push_back(std::move(file));
  }
  return result;
}

TEST(BadForms, AreRefusedWithTheirPlaceAndReason) {
  const auto files = bad_files("formulaires");
  EXPECT_GT(files.size(), 20u);
  for (const BadFile& file : files) {
    ASSERT_FALSE(file.expected.empty()) << file.name;
    auto contents = sample_contents();
    contents[file.replaces] = file.content;
    base::Diagnostics diagnostics;
    EXPECT_FALSE(load_form(base::MemoryFiles(contents), "essai", diagnostics)) << file.name;
    EXPECT_EQ(diagnostics.exit_status(), 4) << file.name;
    const std::string text = messages(diagnostics);
    for (const std::string& expected : file.expected) {
      EXPECT_THAT(text, HasSubstr(expected)) << file.name;
    }
  }
}

}  // namespace
}  // namespace dossier
