#include "app/redaction.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "base/process.hpp"
#include "pdf/inspect.hpp"
#include "project.hpp"
#include "support/extracted_words.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

app::GenerateOptions redacted() {
  app::GenerateOptions options;
  options.redacted = true;
  return options;
}

std::string made(const std::string& content, app::Format format,
                 const app::GenerateOptions& options) {
  base::Diagnostics diagnostics;
  const auto prepared =
      app::prepare(project::engine(), "plainte", {"d.yaml", content}, options, diagnostics);
  if (!prepared) return project::messages(diagnostics);
  const auto files = app::write_all(project::engine(), *prepared, options, {format}, diagnostics);
  return files.empty() ? project::messages(diagnostics) : files.front().bytes;
}

// The example, with the names of third parties repeated in a free text in several shapes.
std::string repeated() {
  return project::with(
      project::file("forms/exemples/plainte.yaml"), "Je célébrais un mariage",
      "YVAN SOREL, l’ami de Nadia  Ferrand (d’après Thomas-Lacaze), habite chemin du lavoir. "
      "Sorélien n’est pas un nom. J’y suis née le 2 avril 1968. Je célébrais un mariage");
}

TEST(Redaction, ReplacesThirdPartiesEverywhere) {
  const std::string text = made(repeated(), app::Format::text, redacted());
  for (const char* hidden : {"Sorel", "SOREL", "Yvan", "YVAN", "Nadia", "Ferrand", "Lacaze",
                             "Tanneurs", "lavoir", "Lavoir", "1968"}) {
    EXPECT_THAT(text, Not(HasSubstr(hidden)));
  }
  EXPECT_THAT(text, HasSubstr("[nom caviardé]"));
  // A word that only begins like a name, the writer, the town hall and the law stay.
  EXPECT_THAT(text, HasSubstr("Sorélien"));
  EXPECT_THAT(text, HasSubstr("Marchetti"));
  EXPECT_THAT(text, HasSubstr("Aubremont"));
  EXPECT_THAT(text, HasSubstr("Copie caviardée"));
}

TEST(Redaction, HidesNamesInArabic) {
  std::string content = project::with(project::file("forms/exemples/plainte.yaml"),
                                      "Monsieur Yvan Sorel,", "Monsieur يوسف الإدريسي,");
  content = project::with(content, "Je célébrais", "الإدريسي a crié : « سوف أقتلك ». Je célébrais");
  const auto read = [&](app::Format format, const app::GenerateOptions& options) {
    const std::string bytes = made(content, format, options);
    return format == app::Format::pdf ? pdf::extract_text(bytes) : bytes;
  };
  for (const auto format : {app::Format::pdf, app::Format::html, app::Format::text}) {
    EXPECT_THAT(read(format, {}), HasSubstr("الإدريسي"));
    const std::string hidden = read(format, redacted());
    EXPECT_THAT(hidden, Not(HasSubstr("الإدريسي")));
    EXPECT_THAT(hidden, Not(HasSubstr("يوسف")));
    EXPECT_THAT(hidden, HasSubstr("أقتلك"));
  }
}

// All that a curious reader can find in a file: its words, and its bytes once unfolded.
std::string everything(const std::string& bytes, app::Format format) {
  if (format == app::Format::pdf) {
    const base::TemporaryFolder folder;
    const std::string path = folder.path() + "/d.pdf";
    EXPECT_TRUE(base::write_file(path, bytes, base::Overwrite::refuse));
    const auto unfolded = base::run_process(
        "qpdf", {"--qdf", "--object-streams=disable", path, "-"}, "", folder.path(), {});
    EXPECT_TRUE(unfolded.started);
    EXPECT_EQ(unfolded.status, 0) << unfolded.err;
    return unfolded.out + pdf::extract_text(bytes);
  }
  if (format != app::Format::docx && format != app::Format::odt) return bytes;
  const base::TemporaryFolder folder;
  const std::string path = folder.path() + "/d.zip";
  EXPECT_TRUE(base::write_file(path, bytes, base::Overwrite::refuse));
  const auto unfolded =
      base::run_process("python3",
                        {"-c",
                         "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n"
                         "for n in z.namelist(): sys.stdout.buffer.write(z.read(n))",
                         path},
                        "", folder.path(), {});
  EXPECT_EQ(unfolded.status, 0) << unfolded.err;
  const auto file = format == app::Format::docx ? support::File::docx : support::File::odt;
  return unfolded.out + base::join(support::extracted_words(bytes, file), " ");
}

class RedactedFile : public testing::TestWithParam<app::Format> {};

TEST_P(RedactedFile, HoldsNoWordOfAThirdParty) {
  const std::string shown = everything(made(repeated(), GetParam(), {}), GetParam());
  const std::string hidden = everything(made(repeated(), GetParam(), redacted()), GetParam());
  for (const char* word : {"Sorel", "SOREL", "Yvan", "YVAN", "Nadia", "Ferrand", "Lacaze",
                           "Tanneurs", "Lavoir", "lavoir", "1968"}) {
    EXPECT_THAT(shown, HasSubstr(word));
    EXPECT_THAT(hidden, Not(HasSubstr(word)));
  }
  EXPECT_THAT(hidden, HasSubstr("Marchetti"));
}

INSTANTIATE_TEST_SUITE_P(Formats, RedactedFile,
                         testing::Values(app::Format::pdf, app::Format::docx, app::Format::odt,
                                         app::Format::html, app::Format::text),
                         [](const auto& format) {
                           return std::string(app::extension(format.param));
                         });

void collect(const std::vector<dossier::Field>& fields, const dossier::RecordValue& given,
             const std::string& path, std::map<std::string, std::string>& hidden) {
  for (const dossier::Field& field : fields) {
    const dossier::FieldValue* value = given.find(field.name);
    if (value == nullptr) continue;
    const std::string place = path.empty() ? field.name : path + "." + field.name;
    if (const auto* record = std::get_if<dossier::RecordValue>(&value->data)) {
      collect(field.fields, *record, place, hidden);
    } else if (const auto* list = std::get_if<dossier::ListValue>(&value->data)) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        collect(field.fields, std::get<dossier::RecordValue>((*list)[i].data),
                place + "." + std::to_string(i + 1), hidden);
      }
    } else if (field.disclosure == dossier::Disclosure::hidden &&
               field.type != dossier::FieldType::choice &&
               std::holds_alternative<std::string>(value->data)) {
      hidden[place] = std::get<std::string>(value->data);
    }
  }
}

// Whether a text holds a value between two characters that are not of a word.
bool holds_word(const std::string& text, const std::string& value) {
  const auto in_word = [&](std::size_t at) {
    const auto c = at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    return c >= 0x80 || std::isalnum(static_cast<int>(c)) != 0;
  };
  for (auto at = text.find(value); at != std::string::npos; at = text.find(value, at + 1)) {
    if ((at == 0 || !in_word(at - 1)) && !in_word(at + value.size())) return true;
  }
  return false;
}

// Every document of the repository, from its example: no hidden value is in the text, unless the
// user was warned of it.
TEST(Redaction, HoldsForEveryDocument) {
  std::size_t seen = 0;
  base::Diagnostics reading;
  for (const dossier::Form& form : dossier::load_forms(project::engine().files(), reading)) {
    if (form.example.empty() || form.requests.empty()) continue;
    app::GenerateOptions options = redacted();
    options.default_date = calendar::parse_iso("2026-11-23");
    base::Diagnostics diagnostics;
    const auto prepared =
        app::prepare(project::engine(), form.id, {form.example, project::file(form.example)},
                     options, diagnostics);
    ASSERT_TRUE(prepared) << project::messages(diagnostics);
    const auto files =
        app::write_all(project::engine(), *prepared, options, {app::Format::text}, diagnostics);
    ASSERT_EQ(files.size(), 1U) << project::messages(diagnostics);
    // Lines are broken anywhere between two words.
    std::string text = files.front().bytes;
    std::replace(text.begin(), text.end(), '\n', ' ');
    const std::string warnings = project::messages(diagnostics);
    std::map<std::string, std::string> hidden;
    collect(prepared->form.blocs, prepared->dossier.root, "", hidden);
    for (const auto& [path, value] : hidden) {
      if (warnings.find(path) != std::string::npos) continue;
      ++seen;
      EXPECT_FALSE(holds_word(text, value)) << form.id << " " << path << " " << value;
    }
  }
  EXPECT_GT(seen, 20U);
}

TEST(Redaction, WhatIsSaidOfARecordHoldsBelow) {
  base::Diagnostics diagnostics;
  const auto form = dossier::load_form(project::engine().files(), "plainte", diagnostics).value();
  const auto disclosure = [&](const char* path) { return form.field(path)->disclosure; };
  EXPECT_EQ(disclosure("demandeur.adresse.ville"), dossier::Disclosure::hidden);
  EXPECT_EQ(disclosure("demandeur.nom"), dossier::Disclosure::shown);
  EXPECT_EQ(disclosure("parquet.adresse.ligne_1"), dossier::Disclosure::shown);
  EXPECT_EQ(disclosure("protection.avocat.adresse.ligne_1"), dossier::Disclosure::hidden);
  EXPECT_EQ(disclosure("faits.récit"), dossier::Disclosure::unsaid);
}

TEST(Redaction, NamesAreThereWithoutIt) {
  EXPECT_THAT(made(repeated(), app::Format::text, {}), HasSubstr("Ferrand"));
}

TEST(Redaction, TheTitleOfThePageSaysIt) {
  EXPECT_THAT(made(repeated(), app::Format::html, redacted()), HasSubstr("(copie caviardée)"));
}

TEST(Redaction, SaysWhatItCannotGuarantee) {
  base::Diagnostics diagnostics;
  const auto prepared =
      app::prepare(project::engine(), "plainte", {"d.yaml", repeated()}, redacted(), diagnostics);
  ASSERT_TRUE(prepared);
  (void)app::make_document(project::engine(), *prepared, redacted(), diagnostics);
  const std::string messages = project::messages(diagnostics);
  EXPECT_THAT(messages, HasSubstr("faits.récit"));
  // The witness lives in the town of the town hall, whose name is public.
  EXPECT_THAT(messages, HasSubstr("témoins.1.coordonnées"));
  EXPECT_THAT(messages, Not(HasSubstr("Ferrand")));
}

TEST(ClosingLine, GivesTheVersionTheLawAndTheDigest) {
  app::GenerateOptions options;
  options.mention = "9.8.7";
  const std::string content = project::file("forms/exemples/plainte.yaml");
  const std::string text = made(content, app::Format::text, options);
  EXPECT_THAT(text, HasSubstr("Égide 9.8.7"));
  EXPECT_THAT(text, HasSubstr("droit vérifié au"));
  const std::string other = made(content + "# une ligne\n", app::Format::text, options);
  EXPECT_NE(text, other);
  EXPECT_THAT(made(content, app::Format::text, {}), Not(HasSubstr("SHA-256")));
}

}  // namespace
