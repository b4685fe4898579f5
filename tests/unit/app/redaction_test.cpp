#include "app/redaction.hpp"

#include <gmock/gmock.h>

#include "project.hpp"

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
